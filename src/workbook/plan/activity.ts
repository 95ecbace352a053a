import type { WorkbookReading } from '../reading';
import { Refusal } from '../refusal';
import type { GridValue } from '../sessions/grid';
import { fingerprint } from '../tables/fingerprint';
import { findOwnTable, positionsOf, schemaOf, type OwnTable } from '../tables/own-table';
import { cellOf } from '../tables/row-values';
import type { TableSchema } from '../tables/schema';
import { TABLES } from '../tables/schemas';
import { changedCells, type ChangedCell } from './cell-changes';
import type { Plan } from './plan';

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
  const isNew = (table: Plan['rows'][number]['table']) => !findOwnTable(reading, table);
  const { date1904 } = reading;
  const sheets = [
    ...plan.rows
      .filter(({ table }) => isNew(table))
      .map(({ table, rows }) => `${table}${MARK}${fingerprint(tableCells(schemaOf(table), rows, date1904))}`),
    ...plan.documents.map(({ name }) => name),
    ...(plan.plainSheets ?? []).map(({ name }) => name),
    ...(plan.reports ?? []).map(({ name }) => name),
    ...(isNew('Activity') ? ['Activity'] : []),
  ];
  const counts = plan.rows.filter(({ rows }) => rows.length > 0);
  const { id: run, when, what } = plan.run;
  const made = inCells(sheets);
  const changed = inCells(changedLines(reading, plan));
  const entries = Array.from({ length: Math.max(1, made.length, changed.length) }, (_, row) => ({
    run,
    when,
    what: row === 0 ? what : what + CONTINUED,
    sheets: made[row] ?? '',
    rows: row === 0 ? counts.map(({ table, rows }) => `${table}: ${String(rows.length)}`).join('; ') : '',
    changed: changed[row] ?? '',
  }));
  return { ...plan, rows: [...plan.rows, { table: 'Activity', rows: entries }] };
}

/** The run written last, from all its rows of the Activity sheet; null if there is none. */
export function lastEntry(activity: OwnTable): ActivityEntry | null {
  const positions = positionsOf(activity);
  const rows = activity.cells
    .slice(1)
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => (key: string) => String(row[positions.get(key) ?? -1] ?? ''));
  const run = rows[rows.length - 1]?.('run');
  if (run === undefined) return null;
  const own = rows.filter((read) => read('run') === run);
  const first = own.find((read) => !read('what').endsWith(CONTINUED)) ?? own[0];
  return {
    run,
    what: first?.('what') ?? '',
    sheets: own.flatMap((read) => readActivitySheets(read('sheets'))),
    changed: own.flatMap((read) => readChanged(read('changed'))),
  };
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
  const activity = findOwnTable(reading, 'Activity');
  if (cells.length > 0 && activity && !positionsOf(activity).has('changed')) {
    throw new Refusal(
      'table-damaged',
      'The table "Activity" has no column "Cells changed", where Undo finds former values. Type "Cells changed" to the right of its last header and try again.',
    );
  }
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
  const table = TABLES.find((schema) => schema.name === name)?.name;
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
function tableCells(schema: TableSchema, rows: Plan['rows'][number]['rows'], date1904: boolean): unknown[][] {
  return schema.direction === 'down'
    ? schema.columns.map((column) => [cellOf(column, rows[0]?.[column.key], date1904)])
    : rows.map((row) => schema.columns.map((column) => cellOf(column, row[column.key], date1904)));
}
