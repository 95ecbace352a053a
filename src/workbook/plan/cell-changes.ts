import type { WorkbookReading } from '../reading';
import { Refusal } from '../refusal';
import type { GridValue } from '../sessions/grid';
import { TABLES, type OwnTableName } from '../tables';
import { cellOf, isTextColumn } from '../tables/cell-values';
import { columnsOf, type KeyedColumn } from '../tables/define-table';
import { lacksColumn, type OwnTable } from '../tables/own-table';
import type { CellChange, Plan } from './plan';
import { plannedTable } from './planned-table';
import { refuseUnwritable } from './writable-table';

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
  column: KeyedColumn;
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
  const column = table.positions.get(table.definition.key ?? '');
  if (column === undefined) return null;
  const rows = new Map<string, number[]>();
  table.cells.forEach((line, position) => {
    const name = String(line[column] ?? '').trim();
    if (position === 0 || name === '') return;
    const same = rows.get(name);
    if (same) same.push(position);
    else rows.set(name, [position]);
  });
  return rows;
}

function spotFinder(reading: WorkbookReading, plan: Plan): (change: CellChange) => CellSpot {
  const tables = new Map<OwnTableName, ReturnType<typeof openTable>>();
  return ({ table: name, row, column: key }) => {
    const open = tables.get(name) ?? openTable(reading, plan, name);
    tables.set(name, open);
    const { table, rows } = open;
    const column = columnsOf(table.definition).find((each) => each.key === key);
    const offset = table.positions.get(key);
    if (!column || offset === undefined || key === table.definition.key)
      throw new RangeError(`${name}.${key} cannot be changed`);
    const [position, second] = rows.get(row.trim()) ?? [];
    if (position === undefined) throw lacksRow(table, row);
    if (second !== undefined) throw rowTwice(table, row, position, second);
    return { table, column, position, offset };
  };
}

function openTable(reading: WorkbookReading, plan: Plan, name: OwnTableName) {
  const { key } = TABLES[name];
  if (key === null) throw new RangeError(`${name} has no key column`);
  const table = plannedTable(reading, plan, name)?.table;
  if (!table) {
    if (plan.rows.some((added) => added.table === name)) throw new RangeError(`${name} is only being made`);
    throw new Refusal(
      'table-damaged',
      `The table "${name}" is not there any more, but Claimsheet has to write into it. Undo its deletion and try again.`,
    );
  }
  refuseUnwritable(table);
  const rows = rowsByKey(table);
  const header = columnsOf(table.definition).find((column) => column.key === key)?.header ?? key;
  if (!rows) throw lacksColumn(table.tableName, table.sheet.name, header);
  return { table, rows };
}

function afterOf(column: KeyedColumn, to: CellChange['to'], date1904: boolean): GridValue {
  const cell = cellOf(column, to, date1904) ?? '';
  return isTextColumn(column) ? String(cell) : cell;
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
