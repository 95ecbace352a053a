import type { Area, Table } from '../../book/book';
import { contains } from '../../book/areas';
import { mapFormulas } from '../../book/structure';
import { booleanArgument, optionalRange, textArgument } from '../arguments';
import { clearFilters, filterRows, isFiltered } from '../cells/filters';
import { findRange } from '../cells/find-range';
import { requireFreeName, requireNoTable } from '../cells/make-table';
import { requireUnprotected } from '../cells/protection';
import { moveTotals, showTotals } from '../cells/table-totals';
import { renameTableIn } from '../cells/table-references';
import { bodyOf, hasHeaders, headerRow, nameColumns, totalsRow } from '../cells/tables';
import type { ClassSpec } from '../class-spec';
import { ExcelError, invalidArgument, unsupported } from '../errors';
import { eventMethods } from '../event-methods';
import { EVENT_TYPE } from '../events';
import { object } from '../targets';
import type { Workspace } from '../workspace';
import { checkName } from './named-items';

export const table: ClassSpec<Table> = {
  isGone: (target) =>
    !target.sheet.book.sheets.includes(target.sheet) || !target.sheet.tables.includes(target),
  identity: (target, workspace) => ({ Id: workspace.tableId(target) }),
  properties: {
    Id: { get: (target, workspace) => workspace.tableId(target) },
    Name: { get: ({ name }) => name, set: rename },
    ShowHeaders: {
      get: hasHeaders,
      set(target, value) {
        if (booleanArgument(value) !== hasHeaders(target)) throw unsupported('setting Table.showHeaders');
      },
    },
    ShowTotals: {
      get: ({ hasTotals }) => hasTotals,
      set(target, value, workspace) {
        requireUnprotected(target.sheet);
        showTotals(target, booleanArgument(value), workspace);
      },
    },
    ShowBandedRows: {
      get: ({ showBandedRows }) => showBandedRows,
      set(target, value) {
        requireUnprotected(target.sheet);
        target.showBandedRows = booleanArgument(value);
      },
    },
    ShowFilterButton: {
      get: ({ showFilterButton }) => showFilterButton,
      set(target, value) {
        requireUnprotected(target.sheet);
        const isShown = booleanArgument(value);
        if (!isShown) clearFilters(target);
        target.showFilterButton = isShown;
      },
    },
    Style: {
      get: ({ style }) => style ?? '',
      set(target, value) {
        requireUnprotected(target.sheet);
        target.style = textArgument(value) || null;
      },
    },
  },
  links: {
    AutoFilter: (target) => object('AutoFilter', target),
    Columns: (target) => object('TableColumnCollection', target),
    Rows: (target) => object('TableRowCollection', target),
    Worksheet: ({ sheet }) => object('Worksheet', sheet),
  },
  methods: {
    ClearFilters(target, _args, workspace) {
      clearFilters(target);
      workspace.edited = true;
    },
    ReapplyFilters(target, _args, workspace) {
      filterRows(target);
      workspace.edited = true;
    },
    GetRange: ({ sheet, area }, _args, workspace) => workspace.range(sheet, area),
    GetHeaderRowRange(target, _args, workspace) {
      if (!hasHeaders(target)) throw new ExcelError('ItemNotFound');
      return workspace.range(target.sheet, headerRow(target));
    },
    GetDataBodyRange: (target, _args, workspace) => workspace.range(target.sheet, bodyOf(target)),
    GetTotalRowRange(target, _args, workspace) {
      if (!target.hasTotals) throw new ExcelError('ItemNotFound');
      return workspace.range(target.sheet, totalsRow(target));
    },
    Resize(target, [range], workspace) {
      requireUnprotected(target.sheet);
      const found = optionalRange(range) ?? findRange(workspace.book, target.sheet, range);
      if (found.sheet !== target.sheet) throw invalidArgument();
      resize(target, found.area, workspace);
    },
    Delete(target, _args, workspace) {
      requireUnprotected(target.sheet);
      const { sheet, area } = target;
      clearFilters(target);
      forget(target);
      for (let row = area.row; row < area.row + area.rows; row++) {
        for (let column = area.column; column < area.column + area.columns; column++) {
          sheet.clearCell(row, column, { contents: true, formats: true });
        }
      }
      workspace.changed(sheet, area);
      workspace.raiseForSheet(EVENT_TYPE.tableDeleted, sheet, {
        source: 'Local',
        tableId: workspace.tableId(target),
        tableName: target.name,
      });
    },
    ConvertToRange(target, _args, workspace) {
      requireUnprotected(target.sheet);
      if (isFiltered(target)) throw unsupported('Table.convertToRange of a filtered table');
      refuseIfNamedInFormulas(target);
      forget(target);
      workspace.edited = true;
      return workspace.range(target.sheet, target.area);
    },
    ...eventMethods<Table>({ DataChanged: EVENT_TYPE.tableChanged }, (target, workspace) =>
      workspace.tableId(target),
    ),
  },
};

function rename(target: Table, value: unknown, workspace: Workspace): void {
  requireUnprotected(target.sheet);
  const name = checkName(textArgument(value));
  const { book } = target.sheet;
  requireFreeName(book, name, target);
  const before = target.name;
  target.name = name;
  mapFormulas(book, (formula) => renameTableIn(formula, before, name));
  workspace.edited = true;
}

/** Excel keeps the header row where it is and asks for at least one row below it; totals stay the last row. */
function resize(target: Table, area: Area, workspace: Workspace): void {
  const { area: before } = target;
  const least = 2 + (target.hasTotals ? 1 : 0);
  if (area.row !== before.row || area.rows < least) throw invalidArgument();
  if (isFiltered(target)) throw unsupported('Table.resize of a filtered table');
  requireNoTable(target.sheet, area, target);
  if (!contains({ ...area, rows: 1 }, { ...before, rows: 1 }) && area.column !== before.column) {
    throw unsupported('Table.resize that moves the first column');
  }
  if (target.hasTotals) moveTotals(target, area.rows - before.rows);
  target.area = { ...area };
  nameColumns(target);
  workspace.changed(target.sheet, area);
}

function forget(target: Table): void {
  const { tables } = target.sheet;
  tables.splice(tables.indexOf(target), 1);
}

/** Excel would rewrite `Table[Column]` as cells. */
function refuseIfNamedInFormulas(target: Table): void {
  let named = false;
  const own = target.columns.some((column) => column.formula !== null);
  mapFormulas(target.sheet.book, (formula) => {
    named ||= renameTableIn(formula, target.name, '') !== formula;
    return formula;
  });
  if (named || own) throw unsupported('Table.convertToRange while formulas name the table');
}
