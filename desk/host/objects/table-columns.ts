import type { Table } from '../../book/book';
import { integerArgument, isMissing, textArgument } from '../arguments';
import { apiValue } from '../cells/display';
import { readCells } from '../cells/grid';
import { requireUnprotected } from '../cells/protection';
import { deleteTableColumn, insertTableColumn } from '../cells/table-columns';
import { bodyOf, headerRow, totalsRow } from '../cells/tables';
import { writeCells } from '../cells/write';
import type { ClassSpec } from '../class-spec';
import { ExcelError, invalidArgument } from '../errors';
import { object, type HostObject, type Targets } from '../targets';
import type { Area } from '../../book/book';

type Column = Targets['TableColumn'];

export const tableColumnCollection: ClassSpec<Table> = {
  items: (table) => table.columns.map((column) => object('TableColumn', { table, column })),
  item: (table, key) => required(table, key),
  properties: { Count: { get: (table) => table.columns.length } },
  methods: {
    Add(table, [index, values, name], workspace) {
      requireUnprotected(table.sheet);
      const at = isMissing(index) || index === -1 ? table.columns.length : integerArgument(index);
      if (at < 0 || at > table.columns.length) throw invalidArgument();
      insertTableColumn(table, at, workspace);
      const column = table.columns[at];
      if (!column) throw new ExcelError('GeneralException');
      const target: Column = { table, column };
      if (!isMissing(values)) writeCells(table.sheet, areaOf(target), values, workspace);
      if (!isMissing(name))
        writeCells(table.sheet, { ...areaOf(target), rows: 1 }, textArgument(name), workspace);
      workspace.changed(table.sheet, areaOf(target), { changeType: 'ColumnInserted' });
      return object('TableColumn', target);
    },
    GetCount: (table) => table.columns.length,
    GetItem: (table, [key]) => required(table, key),
    GetItemAt(table, [index]) {
      const column = table.columns[integerArgument(index)];
      if (!column) throw new ExcelError('ItemNotFound');
      return object('TableColumn', { table, column });
    },
    GetItemOrNullObject(table, [key]) {
      const column = byKey(table, key);
      return column ? object('TableColumn', { table, column }) : null;
    },
  },
};

export const tableColumn: ClassSpec<Column> = {
  isGone: ({ table, column }) => !table.columns.includes(column) || !table.sheet.tables.includes(table),
  // The Desk numbers columns by place: it asks for one again only within a request or two.
  identity: (target) => ({ Id: indexOf(target) + 1 }),
  properties: {
    Id: { get: (target) => indexOf(target) + 1 },
    Index: { get: indexOf },
    Name: {
      get: ({ column }) => column.name,
      set: (target, value, workspace) =>
        writeCells(target.table.sheet, { ...areaOf(target), rows: 1 }, `'${textArgument(value)}`, workspace),
    },
    Values: {
      calculated: true,
      get: (target) => {
        const { sheet } = target.table;
        return readCells(areaOf(target), (row, column) => apiValue(sheet.cell(row, column)?.value ?? null));
      },
      set: (target, value, workspace) => writeCells(target.table.sheet, areaOf(target), value, workspace),
    },
  },
  links: { Filter: (target) => object('Filter', target) },
  methods: {
    Delete(target, _args, workspace) {
      requireUnprotected(target.table.sheet);
      const area = areaOf(target);
      deleteTableColumn(target.table, indexOf(target), workspace);
      workspace.changed(target.table.sheet, area, { changeType: 'ColumnDeleted' });
    },
    GetRange: (target, _args, workspace) => workspace.range(target.table.sheet, areaOf(target)),
    GetHeaderRowRange: (target, _args, workspace) =>
      workspace.range(target.table.sheet, within(target, headerRow(target.table))),
    GetDataBodyRange: (target, _args, workspace) =>
      workspace.range(target.table.sheet, within(target, bodyOf(target.table))),
    GetTotalRowRange(target, _args, workspace) {
      if (!target.table.hasTotals) throw new ExcelError('ItemNotFound');
      return workspace.range(target.table.sheet, within(target, totalsRow(target.table)));
    },
  },
};

function indexOf({ table, column }: Column): number {
  return table.columns.indexOf(column);
}

function areaOf(target: Column): Area {
  return within(target, target.table.area);
}

function within(target: Column, area: Area): Area {
  return { ...area, column: area.column + indexOf(target), columns: 1 };
}

/** By name in any case, or by id. */
function byKey(table: Table, key: unknown): Table['columns'][number] | undefined {
  if (typeof key === 'number') return table.columns[key - 1];
  const wanted = textArgument(key).toLowerCase();
  return table.columns.find((column) => column.name.toLowerCase() === wanted);
}

function required(table: Table, key: unknown): HostObject {
  const column = byKey(table, key);
  if (!column) throw new ExcelError('ItemNotFound');
  return object('TableColumn', { table, column });
}
