import type { Table } from '../../book/book';
import { booleanArgument, integerArgument, optionalRange, textArgument } from '../arguments';
import { findRange } from '../cells/find-range';
import { makeTable } from '../cells/make-table';
import type { ClassSpec } from '../class-spec';
import { ExcelError } from '../errors';
import { eventMethods } from '../event-methods';
import { EVENT_TYPE, WORKBOOK_TARGET } from '../events';
import { object, type HostObject, type Targets } from '../targets';
import type { Workspace } from '../workspace';

type Target = Targets['TableCollection'];

/** The tables of the workbook (sheet null) or of one sheet. */
export const tableCollection: ClassSpec<Target> = {
  items: (target, workspace) => all(target, workspace).map((table) => object('Table', table)),
  item: (target, key, workspace) => required(all(target, workspace), key, workspace),
  properties: { Count: { get: (target, workspace) => all(target, workspace).length } },
  methods: {
    Add({ sheet }, [address, hasHeaders], workspace) {
      const { book } = workspace;
      const on = sheet ?? workspace.activeSheet;
      const found = optionalRange(address) ?? findRange(book, on, address);
      const table = makeTable(found.sheet, found.area, booleanArgument(hasHeaders), workspace);
      workspace.changed(table.sheet, table.area);
      const details = { source: 'Local', tableId: workspace.tableId(table) };
      workspace.raiseForSheet(EVENT_TYPE.tableAdded, table.sheet, details);
      return object('Table', table);
    },
    GetCount: (target, _args, workspace) => all(target, workspace).length,
    GetItem: (target, [key], workspace) => required(all(target, workspace), key, workspace),
    GetItemAt(target, [index], workspace) {
      const table = all(target, workspace)[integerArgument(index)];
      if (!table) throw new ExcelError('ItemNotFound');
      return object('Table', table);
    },
    GetItemOrNullObject(target, [key], workspace) {
      const table = byKey(all(target, workspace), key, workspace);
      return table ? object('Table', table) : null;
    },
    ...eventMethods<Target>(
      {
        DataChanged: EVENT_TYPE.tableChanged,
        Added: EVENT_TYPE.tableAdded,
        Deleted: EVENT_TYPE.tableDeleted,
      },
      ({ sheet }, workspace) => (sheet ? workspace.sheetId(sheet) : WORKBOOK_TARGET),
    ),
  },
};

/** The tables that a range touches. */
export const tableScopedCollection: ClassSpec<Table[]> = {
  items: (tables) => tables.map((table) => object('Table', table)),
  item: (tables, key, workspace) => required(tables, key, workspace),
  methods: {
    GetCount: (tables) => tables.length,
    GetFirst(tables) {
      const [first] = tables;
      if (!first) throw new ExcelError('ItemNotFound');
      return object('Table', first);
    },
    GetItem: (tables, [key], workspace) => required(tables, key, workspace),
    GetItemOrNullObject(tables, [key], workspace) {
      const table = byKey(tables, key, workspace);
      return table ? object('Table', table) : null;
    },
  },
};

function all({ sheet }: Target, { book }: Workspace): Table[] {
  return sheet ? sheet.tables : [...book.tables()];
}

/** By name in any case, or by id. */
function byKey(tables: Table[], key: unknown, workspace: Workspace): Table | undefined {
  const wanted = typeof key === 'number' ? String(key) : textArgument(key);
  return (
    tables.find((table) => table.name.toLowerCase() === wanted.toLowerCase()) ??
    tables.find((table) => workspace.tableId(table) === wanted)
  );
}

function required(tables: Table[], key: unknown, workspace: Workspace): HostObject {
  const table = byKey(tables, key, workspace);
  if (!table) throw new ExcelError('ItemNotFound');
  return object('Table', table);
}
