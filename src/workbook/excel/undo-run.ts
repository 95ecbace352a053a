import { lastEntry } from '../plan/activity';
import { Refusal } from '../refusal';
import { fingerprint } from '../tables/fingerprint';
import { TABLES } from '../tables/schemas';
import { findOwnTable, positionsOf, type OwnTable } from '../tables/own-table';
import type { WorkbookReading } from '../reading';
import { formerValues } from './undo-changes';
import { cellSteps, type CellWrite } from './write-cells';

/** What Undo is about to do, for the user to confirm. */
export interface Undoing {
  run: string;
  what: string;
  sheets: string[];
  /** Rows to remove, by table: positions within the table, header 0. */
  rows: { table: OwnTable; positions: number[] }[];
  /** Cells to be given their former values. */
  cells: CellWrite[];
  /** How many of them, by table. */
  changes: { table: string; count: number }[];
}

/** Statuses of the register that nobody regrets losing: what was only made. */
const UNSENT = new Set(['', 'made']);

/** Finds the last run and all that it put into the workbook. Throws a refusal if taking it back would lose work. */
export function lastRun(reading: WorkbookReading): Undoing {
  const activity = findOwnTable(reading, 'Activity');
  const entry = activity && lastEntry(activity);
  if (!entry)
    throw new Refusal('nothing-to-undo', 'There is nothing to undo: Claimsheet has made nothing here.');

  const existing = new Map(reading.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet.name]));
  const sheets = new Set(entry.sheets.flatMap(({ name }) => existing.get(name.toLowerCase()) ?? []));
  const rows: Undoing['rows'] = [];
  for (const { name } of TABLES) {
    if (!existing.has(name.toLowerCase())) continue;
    const table = findOwnTable(reading, name);
    if (!table) continue;
    const positions = rowsOfRun(table, entry.run);
    if (sheets.has(table.sheet.name)) {
      const made = entry.sheets.find((sheet) => sheet.name === name);
      if (isReference(table)) refuseIfTypedInto(table, made?.fingerprint ?? null);
      else if (positions.length < filledRows(table)) sheets.delete(table.sheet.name);
    }
    if (name === 'Claims') refuseIfSent(table, positions);
    if (!sheets.has(table.sheet.name) && positions.length > 0) rows.push({ table, positions });
  }
  const cells = formerValues(reading, entry.changed).filter(({ spot }) => !sheets.has(spot.table.sheet.name));
  refuseIfProtected(reading, sheets, [...rows, ...cells.map(({ spot }) => spot)]);
  const { run, what } = entry;
  return { run, what, sheets: [...sheets], rows, cells, changes: countsOf(cells) };
}

/** Takes the run back in one round trip. */
export async function undoRun(context: Excel.RequestContext, undoing: Undoing): Promise<void> {
  const { worksheets, tables } = context.workbook;
  for (const step of cellSteps(undoing.cells)) step.run(context);
  for (const { table, positions } of undoing.rows) {
    const sheet = worksheets.getItem(table.sheet.name);
    const columns = table.cells[0]?.length ?? 1;
    const rows = table.cells.length;
    const first = positions[0] ?? rows;
    if (positions.length === rows - first) {
      const kept = sheet.getRangeByIndexes(table.top - 1, table.left - 1, Math.max(2, first), columns);
      tables.getItem(table.tableName).resize(kept);
      sheet
        .getRangeByIndexes(table.top - 1 + first, table.left - 1, positions.length, columns)
        .clear('Contents');
    } else {
      for (const { start, count } of blocks(positions).reverse()) {
        sheet.getRangeByIndexes(table.top - 1 + start, table.left - 1, count, columns).delete('Up');
      }
    }
  }
  for (const name of undoing.sheets) worksheets.getItem(name).delete();
  await context.sync();
}

function countsOf(cells: readonly CellWrite[]): Undoing['changes'] {
  const counts = new Map<string, number>();
  for (const { spot } of cells) {
    const table = spot.table.schema.name;
    counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  return [...counts].map(([table, count]) => ({ table, count }));
}

function rowsOfRun(table: OwnTable, run: string): number[] {
  const column = positionsOf(table).get('run');
  if (column === undefined) return [];
  return table.cells.flatMap((row, position) => (position > 0 && row[column] === run ? [position] : []));
}

function filledRows(table: OwnTable): number {
  return table.cells.slice(1).filter((row) => row.some((cell) => cell !== '')).length;
}

/** Reference tables have no run in their rows: the user fills them in. */
function isReference(table: OwnTable): boolean {
  return !table.schema.columns.some((column) => column.key === 'run');
}

function refuseIfTypedInto(table: OwnTable, made: string | null): void {
  const positions = positionsOf(table);
  const own =
    table.schema.direction === 'down'
      ? table.cells.slice(1).map((row) => [row[1]])
      : table.cells
          .slice(1)
          .filter((row) => row.some((cell) => cell !== ''))
          .map((row) => table.schema.columns.map((column) => row[positions.get(column.key) ?? -1]));
  if (made !== null && fingerprint(own) === made) return;
  throw new Refusal(
    'changed-since',
    `You have typed into the sheet "${table.sheet.name}" since it was made, and Undo would lose that. If you do not need it any more, delete the sheet yourself.`,
  );
}

function refuseIfSent(table: OwnTable, positions: number[]): void {
  const columns = positionsOf(table);
  const status = columns.get('status');
  const account = columns.get('account');
  if (status === undefined) return;
  for (const position of positions) {
    const row = table.cells[position] ?? [];
    const said = String(row[status] ?? '').trim();
    if (UNSENT.has(said.toLowerCase())) continue;
    const name = account === undefined ? '' : ` ${String(row[account] ?? '')}`;
    throw new Refusal(
      'changed-since',
      `Claim${name} is marked "${said}" in the register, and Undo would forget it. Set its status back to Made if it was never sent, then undo.`,
    );
  }
}

function refuseIfProtected(
  reading: WorkbookReading,
  sheets: ReadonlySet<string>,
  changed: readonly { table: OwnTable }[],
): void {
  if (sheets.size > 0 && reading.structureProtected) {
    throw new Refusal(
      'workbook-protected',
      'The workbook is protected, so the sheets that were made cannot be removed. Unprotect it (Review > Protect Workbook) and try again.',
    );
  }
  const locked = changed.find(({ table }) => table.sheet.isProtected);
  if (locked) {
    throw new Refusal(
      'sheet-protected',
      `The sheet "${locked.table.sheet.name}" is protected, so what the run wrote there cannot be taken back. Unprotect it (Review > Unprotect Sheet) and try again.`,
    );
  }
}

function blocks(positions: readonly number[]): { start: number; count: number }[] {
  const found: { start: number; count: number }[] = [];
  for (const position of positions) {
    const last = found[found.length - 1];
    if (last && last.start + last.count === position) last.count++;
    else found.push({ start: position, count: 1 });
  }
  return found;
}
