import type { WorkbookReading } from '../reading';
import { Refusal } from '../refusal';
import type { GridValue } from '../sessions/grid';
import { findOwnTable, positionsOf, schemaOf, type OwnTable } from '../tables/own-table';
import { cellOf, isTextColumn } from '../tables/row-values';
import type { SchemaColumn } from '../tables/schema';
import type { OwnTableName } from '../tables/schemas';
import type { CellChange, Plan } from './plan';

/** A cell that a run writes over: found by its row's key, with what it says before and afterwards. */
export interface ChangedCell {
  table: OwnTableName;
  row: string;
  column: string;
  before: GridValue;
  after: GridValue;
}

/** Where a changed cell stands now. */
export interface CellSpot {
  table: OwnTable;
  column: SchemaColumn;
  /** Within the table: the header is row 0, its first column is column 0. */
  position: number;
  offset: number;
}

/**
 * The plan's changes with the former values; changes that change nothing are left out, and of two changes of one
 * cell the last one counts. Throws a refusal where a table, row or column is not there or cannot be written.
 */
export function changedCells(reading: WorkbookReading, plan: Plan): (ChangedCell & { spot: CellSpot })[] {
  const byCell = new Map((plan.changes ?? []).map((change) => [keyOf(change), change]));
  const spots = spotFinder(reading, plan);
  return [...byCell.values()].flatMap((change) => {
    const spot = spots(change);
    const before = valueAt(spot);
    const after = afterOf(spot.column, change.to, reading.date1904);
    const { table, row, column } = change;
    return before === after ? [] : [{ table, row, column, before, after, spot }];
  });
}

export function valueAt({ table, position, offset }: CellSpot): GridValue {
  return table.cells[position]?.[offset] ?? '';
}

/** The rows of a table by what its key column says; a list, since people copy rows. */
export function rowsByKey(table: OwnTable): Map<string, number[]> | null {
  const { key } = table.schema;
  const column = key === undefined ? undefined : positionsOf(table).get(key);
  if (column === undefined) return null;
  const rows = new Map<string, number[]>();
  table.cells.forEach((line, position) => {
    const name = String(line[column] ?? '').trim();
    if (position === 0 || name === '') return;
    rows.set(name, [...(rows.get(name) ?? []), position]);
  });
  return rows;
}

function spotFinder(reading: WorkbookReading, plan: Plan): (change: CellChange) => CellSpot {
  const tables = new Map<OwnTableName, ReturnType<typeof openTable>>();
  return ({ table: name, row, column: key }) => {
    const open = tables.get(name) ?? openTable(reading, plan, name);
    tables.set(name, open);
    const { table, columns, rows } = open;
    const column = table.schema.columns.find((each) => each.key === key);
    if (!column || key === table.schema.key) throw new RangeError(`${name}.${key} cannot be changed`);
    const offset = columns.get(key);
    if (offset === undefined) throw lacksColumn(table, column.header);
    const [position, second] = rows.get(row.trim()) ?? [];
    if (position === undefined) throw lacksRow(table, row);
    if (second !== undefined) throw rowTwice(table, row, position, second);
    return { table, column, position, offset };
  };
}

function openTable(reading: WorkbookReading, plan: Plan, name: OwnTableName) {
  const table = findOwnTable(reading, name);
  const header = schemaOf(name).columns.find(({ key }) => key === schemaOf(name).key)?.header;
  if (header === undefined) throw new RangeError(`${name} has no key column`);
  if (!table) {
    if (plan.rows.some((added) => added.table === name)) throw new RangeError(`${name} is only being made`);
    throw new Refusal(
      'table-damaged',
      `The table "${name}" is not there any more, but Claimsheet has to write into it. Undo its deletion and try again.`,
    );
  }
  if (table.sheet.isProtected) {
    throw new Refusal(
      'sheet-protected',
      `The sheet "${table.sheet.name}" is protected, so its cells cannot be changed. Unprotect it (Review > Unprotect Sheet) and try again.`,
    );
  }
  const rows = rowsByKey(table);
  if (!rows) throw lacksColumn(table, header);
  return { table, columns: positionsOf(table), rows };
}

function afterOf(column: SchemaColumn, to: CellChange['to'], date1904: boolean): GridValue {
  const cell = cellOf(column, to, date1904) ?? '';
  return isTextColumn(column) ? String(cell) : cell;
}

function lacksColumn(table: OwnTable, header: string): Refusal {
  return new Refusal(
    'table-damaged',
    `The table "${table.tableName}" has no column "${header}", and Claimsheet has to write there. Type "${header}" to the right of its last header and try again.`,
  );
}

function lacksRow(table: OwnTable, row: string): Refusal {
  return new Refusal(
    'table-damaged',
    `The table "${table.tableName}" has no row for ${row} any more, and Claimsheet has to write there. Put the row back and try again.`,
  );
}

function rowTwice(table: OwnTable, row: string, first: number, second: number): Refusal {
  const [one, two] = [first, second].map((position) => String(table.top + position));
  return new Refusal(
    'table-damaged',
    `${row} stands twice in the table "${table.tableName}", in rows ${one ?? ''} and ${two ?? ''} of its sheet, so it is not clear which one to change. Delete the copy and try again.`,
  );
}

function keyOf({ table, row, column }: CellChange): string {
  return JSON.stringify([table, row.trim(), column]);
}
