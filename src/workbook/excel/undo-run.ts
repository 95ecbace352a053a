import { lastEntry } from '../plan/activity';
import type { WorkbookReading } from '../reading';
import { Refusal } from '../refusal';
import { TABLE_NAMES } from '../tables';
import { columnsOf } from '../tables/define-table';
import { fingerprint } from '../tables/fingerprint';
import { findTable, hasTable, type OwnTable } from '../tables/own-table';
import { readTable } from '../tables/read-table';
import { refuseUnwritable } from '../plan/writable-table';
import { formerValues } from './undo-changes';
import { cellSteps, type CellWrite } from './write-cells';
import { memoryStep } from './write-memory';

/** What Undo is about to do, for the user to confirm. */
export interface Undoing {
  run: string;
  what: string;
  /** Accounts of the claims and superbills that it takes out of the register. */
  accounts: string[];
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

/**
 * Finds the last run and all that it put into the workbook: rows by the run that stands in them, wherever their tables
 * are now. Throws a refusal if taking it back would lose work, before anything is touched.
 */
export function lastRun(reading: WorkbookReading): Undoing {
  const entry = lastEntry(reading);
  if (!entry)
    throw new Refusal('nothing-to-undo', 'There is nothing to undo: Claimsheet has made nothing here.');

  const existing = new Map(reading.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet.name]));
  const ofTables = new Set(TABLE_NAMES.map((name) => name.toLowerCase()));
  const sheets = new Set(
    entry.sheets.flatMap(({ name }) =>
      ofTables.has(name.toLowerCase()) ? [] : (existing.get(name.toLowerCase()) ?? []),
    ),
  );
  const rows: Undoing['rows'] = [];
  for (const name of TABLE_NAMES) {
    if (!hasTable(reading, name)) continue;
    const table = findTable(reading, name);
    if (!table) continue;
    const made = entry.sheets.find((sheet) => sheet.name === name);
    const positions = rowsOfRun(table, entry.run);
    if (made && isReference(table)) refuseIfTypedInto(table, made.fingerprint);
    refuseIfUserAdded(table, positions);
    if (made && positions.length === filledRows(table) && isAlone(table)) sheets.add(table.sheet.name);
    else if (positions.length > 0) rows.push({ table, positions });
    else if (made && isReference(table)) sheets.add(table.sheet.name);
  }
  const accounts = readTable(reading, 'Claims').rows.filter(({ run }) => run === entry.run);
  refuseIfSent(accounts);
  refuseIfPaid(reading, new Set(accounts.map(({ account }) => account)), entry.run);
  const cells = formerValues(reading, entry.changed).filter(({ spot }) => !sheets.has(spot.table.sheet.name));
  refuseIfProtected(reading, sheets, [...rows, ...cells.map(({ spot }) => spot)]);
  const { run, what } = entry;
  return {
    run,
    what,
    accounts: accounts.map(({ account }) => account),
    sheets: [...sheets],
    rows,
    cells,
    changes: countsOf(cells),
  };
}

/** Takes the run back in one round trip; `memory` is what is remembered afterwards. */
export async function undoRun(
  context: Excel.RequestContext,
  undoing: Undoing,
  reading: WorkbookReading,
  memory: string | null,
): Promise<void> {
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
  if (memory !== null) memoryStep(reading, memory).run(context);
  await context.sync();
}

function countsOf(cells: readonly CellWrite[]): Undoing['changes'] {
  const counts = new Map<string, number>();
  for (const { spot } of cells) {
    const table = spot.table.definition.name;
    counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  return [...counts].map(([table, count]) => ({ table, count }));
}

function rowsOfRun({ cells, positions, definition }: OwnTable, run: string): number[] {
  const column = positions.get('run');
  if (column === undefined || definition.direction === 'down') return [];
  return cells.flatMap((row, position) => (position > 0 && row[column] === run ? [position] : []));
}

function filledRows(table: OwnTable): number {
  return table.cells.slice(1).filter((row) => row.some((cell) => cell !== '')).length;
}

/** Reference tables have no run in their rows: the user fills them in. */
function isReference({ definition }: OwnTable): boolean {
  return !columnsOf(definition).some(({ key }) => key === 'run');
}

/** Whether the sheet holds nothing besides the table. */
function isAlone({ sheet, top, left, cells }: OwnTable): boolean {
  const [height, width] = [cells.length, cells[0]?.length ?? 0];
  return sheet.values.every((line, row) =>
    line.every((value, column) => {
      const [y, x] = [sheet.firstRow + row - top, sheet.firstColumn + column - left];
      return value === '' || (y >= 0 && y < height && x >= 0 && x < width);
    }),
  );
}

function refuseIfTypedInto(table: OwnTable, made: string | null): void {
  const { definition, cells, positions } = table;
  const own =
    definition.direction === 'down'
      ? cells.slice(1).map((row) => [row[1]])
      : cells
          .slice(1)
          .filter((row) => row.some((cell) => cell !== ''))
          .map((row) => columnsOf(definition).map(({ key }) => row[positions.get(key) ?? -1]));
  if (made !== null && fingerprint(own) === made) return;
  throw new Refusal(
    'changed-since',
    `You have typed into the sheet "${table.sheet.name}" since it was made, and Undo would lose that. If you do not need it any more, delete the sheet yourself.`,
  );
}

/** What the user wrote into columns of her own stays hers. */
function refuseIfUserAdded(
  { definition, cells, positions, sheet, top }: OwnTable,
  rows: readonly number[],
): void {
  if (definition.direction === 'down') return;
  const own = new Set(positions.values());
  for (const row of rows) {
    const column = (cells[row] ?? []).findIndex((value, index) => value !== '' && !own.has(index));
    if (column < 0) continue;
    throw new Refusal(
      'changed-since',
      `You wrote into the column "${String(cells[0]?.[column] ?? '')}" of the sheet "${sheet.name}" (row ${String(top + row)}), and Undo would lose that with the row. Move it to another place, then undo.`,
    );
  }
}

function refuseIfSent(claims: readonly { account: string; status: string }[]): void {
  const sent = claims.find(({ status }) => !UNSENT.has(status.trim().toLowerCase()));
  if (!sent) return;
  throw new Refusal(
    'changed-since',
    `Claim ${sent.account} is marked "${sent.status}" in the register, and Undo would forget it. Set its status back to Made if it was never sent, then undo.`,
  );
}

function refuseIfPaid(reading: WorkbookReading, accounts: ReadonlySet<string>, undone: string): void {
  const paid = readTable(reading, 'Payments').rows.find(
    ({ account, run }) => account !== null && accounts.has(account) && run !== undone,
  );
  if (!paid) return;
  throw new Refusal(
    'changed-since',
    `Claim ${paid.account ?? ''} has a payment in the Payments table, and Undo would take the claim away from under it. Delete that payment first, then undo.`,
  );
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
  for (const { table } of changed) refuseUnwritable(table);
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
