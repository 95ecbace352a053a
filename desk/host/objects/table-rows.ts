import type { Area, Table } from '../../book/book';
import { integerArgument, isMissing } from '../arguments';
import { apiValue } from '../cells/display';
import { readCells } from '../cells/grid';
import { requireUnprotected } from '../cells/protection';
import { deleteTableRows, insertTableRows } from '../cells/table-rows';
import { bodyOf } from '../cells/tables';
import { writeCells } from '../cells/write';
import type { ClassSpec } from '../class-spec';
import { ExcelError, invalidArgument } from '../errors';
import { HostObject, object, type Targets } from '../targets';
import type { Workspace } from '../workspace';

type Row = Targets['TableRow'];

export const tableRowCollection: ClassSpec<Table> = {
  items: (table) =>
    Array.from({ length: bodyOf(table).rows }, (_, index) => object('TableRow', { table, index })),
  properties: { Count: { get: (table) => bodyOf(table).rows } },
  methods: {
    Add(table, [index, values], workspace) {
      requireUnprotected(table.sheet);
      const body = bodyOf(table);
      const at = isMissing(index) || index === -1 ? body.rows : integerArgument(index);
      if (at < 0 || at > body.rows) throw invalidArgument();
      const lines = rowsOf(values, body.columns);
      const isBlank = at === body.rows && isOnlyBlankRow(table);
      const first = isBlank ? 0 : at;
      const count = lines.length - (isBlank ? 1 : 0);
      if (count > 0) insertTableRows(table, isBlank ? 1 : at, count, workspace);
      const added = { ...bodyOf(table), row: body.row + first, rows: lines.length };
      writeCells(table.sheet, added, lines, workspace);
      return object('TableRow', { table, index: first });
    },
    DeleteRows(table, [rows], workspace) {
      requireUnprotected(table.sheet);
      if (!Array.isArray(rows)) throw invalidArgument();
      const indexes = rows.map(indexOfRow).sort((a, b) => b - a);
      for (const index of indexes) remove(table, index, 1, workspace);
    },
    DeleteRowsAt(table, [index, count], workspace) {
      requireUnprotected(table.sheet);
      remove(table, integerArgument(index), integerArgument(count, 1), workspace);
    },
    GetCount: (table) => bodyOf(table).rows,
    GetItemAt(table, [index]) {
      const row = { table, index: integerArgument(index) };
      if (isOutside(row)) throw new ExcelError('ItemNotFound');
      return object('TableRow', row);
    },
  },
};

export const tableRow: ClassSpec<Row> = {
  isGone: (row) => isOutside(row) || !row.table.sheet.tables.includes(row.table),
  properties: {
    Index: { get: ({ index }) => index },
    Values: {
      calculated: true,
      get: (target) => {
        const { sheet } = target.table;
        return readCells(areaOf(target), (row, column) => apiValue(sheet.cell(row, column)?.value ?? null));
      },
      set: (target, value, workspace) => writeCells(target.table.sheet, areaOf(target), value, workspace),
    },
  },
  methods: {
    Delete(target, _args, workspace) {
      requireUnprotected(target.table.sheet);
      remove(target.table, target.index, 1, workspace);
    },
    GetRange: (target, _args, workspace) => workspace.range(target.table.sheet, areaOf(target)),
  },
};

/** Values of one row or of several; without values one empty row. */
function rowsOf(values: unknown, columns: number): unknown[][] {
  if (isMissing(values)) return [Array.from({ length: columns }, () => null)];
  if (Array.isArray(values) && values.length > 0) {
    if (values.every((line): line is unknown[] => Array.isArray(line))) return values;
    if (!values.some((value) => Array.isArray(value))) return [values];
  }
  throw invalidArgument();
}

/** A new table has one empty row; the first row that is added takes its place. */
function isOnlyBlankRow(table: Table): boolean {
  const body = bodyOf(table);
  if (body.rows !== 1) return false;
  for (let column = body.column; column < body.column + body.columns; column++) {
    const cell = table.sheet.cell(body.row, column);
    if (cell && (cell.value !== null || cell.formula !== null)) return false;
  }
  return true;
}

function indexOfRow(row: unknown): number {
  if (row instanceof HostObject && row.type === 'TableRow') return (row.target as Row).index;
  return integerArgument(row);
}

function remove(table: Table, index: number, count: number, workspace: Workspace): void {
  const body = bodyOf(table);
  if (index < 0 || count < 1 || index + count > body.rows) throw invalidArgument();
  const area = { ...body, row: body.row + index, rows: count };
  deleteTableRows(table, index, count, workspace);
  workspace.changed(table.sheet, area, { changeType: 'RowDeleted', shiftDirection: 'ShiftCellUp' });
}

function isOutside({ table, index }: Row): boolean {
  return index < 0 || index >= bodyOf(table).rows;
}

function areaOf({ table, index }: Row): Area {
  const body = bodyOf(table);
  return { ...body, row: body.row + index, rows: 1 };
}
