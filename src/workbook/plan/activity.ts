import type { WorkbookReading } from '../reading';
import { Refusal } from '../refusal';
import type { GridValue } from '../sessions/grid';
import { fingerprint } from '../tables/fingerprint';
import { TABLE_NAMES, TABLES, type OwnTableName } from '../tables';
import { cellOf } from '../tables/cell-values';
import { columnsOf, type KeyedColumn, type Table } from '../tables/define-table';
import { hasTable } from '../tables/own-table';
import { readTable } from '../tables/read-table';
import { changedCells, type ChangedCell } from './cell-changes';
import type { Plan, PlannedRow } from './plan';

/** What the Activity sheet says of a run: enough for Undo to take it back on another day. */
export interface ActivityEntry {
  run: string;
  what: string;
  /** Sheets the run made, with the fingerprint of those that the user types into. */
  sheets: { name: string; fingerprint: string | null }[];
  /** Cells the run wrote over. */
  changed: ChangedCell[];
}

const SEPARATOR = '\n';
const MARK = ' # ';
const CONTINUED = ' (continued)';
/** A cell of Excel holds 32,767 characters (Microsoft Support, "Excel specifications and limits"). */
const CELL_ROOM = 30_000;

/** The plan with its own rows for the Activity sheet. Throws a refusal where a cell to be changed is not there. */
export function withActivity(plan: Plan, reading: WorkbookReading): Plan {
  const isNew = (table: OwnTableName) => !hasTable(reading, table);
  const { date1904 } = reading;
  const sheets = [
    ...plan.rows
      .filter(({ table }) => isNew(table))
      .map(({ table, rows }) => `${table}${MARK}${fingerprint(tableCells(TABLES[table], rows, date1904))}`),
    ...plan.documents.map(({ name }) => name),
    ...(plan.plainSheets ?? []).map(({ name }) => name),
    ...(plan.reports ?? []).map(({ name }) => name),
    ...(isNew('Activity') ? ['Activity'] : []),
  ];
  const counts = plan.rows.filter(({ rows }) => rows.length > 0);
  const { id: run, when, what } = plan.run;
  const number = nextNumber(reading);
  const made = inCells(sheets);
  const changed = inCells(changedLines(reading, plan));
  const entries = Array.from({ length: Math.max(1, made.length, changed.length) }, (_, row) => ({
    run,
    number,
    when,
    what: row === 0 ? what : what + CONTINUED,
    sheets: made[row] ?? '',
    rows: row === 0 ? counts.map(({ table, rows }) => `${table}: ${String(rows.length)}`).join('; ') : '',
    changed: changed[row] ?? '',
  }));
  return { ...plan, rows: [...plan.rows, { table: 'Activity', rows: entries }] };
}

function nextNumber(reading: WorkbookReading): number {
  return 1 + readTable(reading, 'Activity').rows.reduce((last, { number }) => Math.max(last, number ?? 0), 0);
}

/** The run written last, from all its rows of the Activity sheet, however they are sorted; null if there is none. */
export function lastEntry(reading: WorkbookReading): ActivityEntry | null {
  const { rows } = readTable(reading, 'Activity');
  const last = rows.reduce<(typeof rows)[number] | null>(
    (best, row) => (best && orderOf(row) < orderOf(best) ? best : row),
    null,
  );
  if (!last) return null;
  const own = rows.filter(({ run }) => run === last.run);
  const first = own.find(({ what }) => !what.endsWith(CONTINUED)) ?? last;
  return {
    run: last.run,
    what: first.what,
    sheets: own.flatMap(({ sheets }) => readActivitySheets(sheets)),
    changed: own.flatMap(({ changed }) => readChanged(changed)),
  };
}

/** Runs are numbered; those of an older workbook, which are not, come before them, as their times have it. */
function orderOf({ number, when }: { number: number | null; when: string }): string {
  return `${String(number ?? 0).padStart(9, '0')} ${when}`;
}

function readActivitySheets(text: string): ActivityEntry['sheets'] {
  return linesOf(text).map((line) => {
    const mark = line.lastIndexOf(MARK);
    return mark < 0
      ? { name: line, fingerprint: null }
      : { name: line.slice(0, mark), fingerprint: line.slice(mark + MARK.length) };
  });
}

function changedLines(reading: WorkbookReading, plan: Plan): string[] {
  const cells = changedCells(reading, plan);
  return cells.map(({ table, row, column, before, after }) => {
    const line = JSON.stringify([table, row, column, before, after]);
    if (line.length <= CELL_ROOM) return line;
    throw new Refusal(
      'table-damaged',
      `What stands in the table "${table}" for ${row} is too long to be kept for Undo. Shorten it and try again.`,
    );
  });
}

/** Lines joined into as few cells as they fit into. */
function inCells(lines: readonly string[]): string[] {
  const cells: string[][] = [];
  let room = -1;
  for (const line of lines) {
    if (line.length > room) {
      cells.push([]);
      room = CELL_ROOM;
    }
    cells[cells.length - 1]?.push(line);
    room -= line.length + SEPARATOR.length;
  }
  return cells.map((cell) => cell.join(SEPARATOR));
}

function readChanged(text: string): ChangedCell[] {
  return linesOf(text).map((line) => {
    const cell = changedCell(line);
    if (cell) return cell;
    throw new Refusal(
      'changed-since',
      'The column "Cells changed" of the Activity sheet was edited, so Undo cannot tell which values the cells had before.',
    );
  });
}

function changedCell(line: string): ChangedCell | null {
  let parts: unknown;
  try {
    parts = JSON.parse(line);
  } catch {
    return null;
  }
  const [name, row, column, before, after] = Array.isArray(parts) ? (parts as unknown[]) : [];
  const table = TABLE_NAMES.find((each) => each === name);
  if (!table || typeof row !== 'string' || typeof column !== 'string') return null;
  return isCell(before) && isCell(after) ? { table, row, column, before, after } : null;
}

function isCell(value: unknown): value is GridValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function linesOf(text: string): string[] {
  return text
    .split(SEPARATOR)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The cells of a table's own columns, as they will be read back. */
function tableCells(definition: Table, rows: readonly PlannedRow[], date1904: boolean): unknown[][] {
  const cell = (row: PlannedRow | undefined, column: KeyedColumn) =>
    cellOf(column, row?.[column.key], date1904);
  return definition.direction === 'down'
    ? columnsOf(definition).map((column) => [cell(rows[0], column)])
    : rows.map((row) => columnsOf(definition).map((column) => cell(row, column)));
}
