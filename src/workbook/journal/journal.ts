import { Refusal } from '../refusal';
import type { WorkbookReading } from '../reading';
import type { GridValue } from '../sessions/grid';
import { TABLE_NAMES } from '../tables';
import { readTable } from '../tables/read-table';
import type { ChangedCell } from '../plan/cell-changes';
import { linesOfCell, parseLine, type JournalLine, type JournalLineOf } from './journal-lines';

/**
 * How far a run has got. `unfinished`: it is being written, or was broken off. `written`: all of it is there, and only
 * this word has still to go. `being undone`: Undo began. `partly undone`: what Undo was told to leave is there. `kept`: done, and
 * Undo passes over it, as over what the user types.
 */
const STATES = ['unfinished', 'written', 'being undone', 'partly undone', 'kept'] as const;
export type RunState = (typeof STATES)[number];
/** Those in which a run has come to its end. */
const DONE: readonly string[] = ['', 'partly undone', 'kept'];

/** What the Activity sheet says of a run: enough to finish it or to take it back on another day. */
export interface JournalEntry {
  run: string;
  what: string;
  when: string;
  /** Null for a run of an older version. */
  number: number | null;
  /** Null where it is done. */
  state: RunState | null;
  /** The Excel or browser that made it; '' where that is not known. */
  window: string;
  /** Stands on its sheets and names its rows of the Activity sheet; '' for a run of an older version. */
  mark: string;
  /** Its rows of the Activity sheet, as their marks name them. */
  marks: string[];
  sheets: MadeSheet[];
  /** Cells of tables that it wrote over. */
  changed: ChangedCell[];
  /** So many rows it added, by table. */
  added: ReadonlyMap<string, number>;
  /** All else that it did. */
  lines: JournalLine[];
}

export interface MadeSheet {
  name: string;
  /** Null where nobody types into it, or where an older version made it. */
  print: string | null;
  /** Null until it is known. */
  id: string | null;
}

export const CONTINUED = ' (continued)';
const MARK = ' # ';

type Rows = ReturnType<typeof readTable<'Activity'>>['rows'];

/** The run with the largest number, of those that can still be undone; null if there is none. */
export function lastEntry(reading: WorkbookReading): JournalEntry | null {
  const last = runsOf(reading).find(({ state }) => !DONE.includes(state) || state === '');
  return last ? entryOf(last) : null;
}

/** Runs that were begun and not brought to an end, the latest first. */
export function unfinishedEntries(reading: WorkbookReading): JournalEntry[] {
  return runsOf(reading)
    .filter(({ state }) => !DONE.includes(state))
    .map(entryOf);
}

/** A run as the Activity sheet has it now; null where that does not know it. Runs of older versions have no mark. */
export function findEntry(
  reading: WorkbookReading,
  { mark, run: id = null }: { mark: string; run?: string | null },
): JournalEntry | null {
  const run = runsOf(reading).find((each) => each.mark === mark && (mark !== '' || each.first.run === id));
  return run ? entryOf(run) : null;
}

/** Runs, the latest first, each with the characters that Undo of it would need. */
export function sizesOfRuns(reading: WorkbookReading): { mark: string; state: string; size: number }[] {
  return runsOf(reading).map(({ mark, state, rows }) => ({
    mark,
    state,
    size: rows.reduce((sum, { changed, undo }) => sum + changed.length + undo.length, 0),
  }));
}

/** Runs that have a number, the earliest first; of those with one number, as their times have it. */
export function numberedRuns(
  reading: WorkbookReading,
): { what: string; when: string; mark: string; before: number }[] {
  return runsOf(reading)
    .flatMap(({ mark, first: { what, when, number } }) =>
      number === null || number === 0 || mark === '' ? [] : { what, when, mark, before: number },
    )
    .sort(
      (one, other) =>
        one.before - other.before || compare(one.when, other.when) || compare(one.mark, other.mark),
    );
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

interface WrittenRun {
  mark: string;
  state: string;
  first: Rows[number];
  rows: Rows;
}

/** All runs of the Activity sheet, the latest first, however its rows are sorted. */
function runsOf(reading: WorkbookReading): WrittenRun[] {
  const byRun = new Map<string, Rows>();
  for (const row of readTable(reading, 'Activity').rows) {
    const key = row.mark === '' ? `run ${row.run}` : `mark ${firstMark(row.mark)}`;
    const own = byRun.get(key);
    if (own) own.push(row);
    else byRun.set(key, [row]);
  }
  const runs = [...byRun.values()].flatMap((rows) => {
    const first = rows.find(({ what }) => !what.endsWith(CONTINUED)) ?? rows[0];
    return first ? [{ mark: firstMark(first.mark), state: first.state, first, rows }] : [];
  });
  return runs.sort((one, other) => (orderOf(one.first) < orderOf(other.first) ? 1 : -1));
}

/** The state of a run that has come to its end. */
export function endOf({ lines }: { lines: readonly JournalLine[] }): RunState | null {
  return lines.some(({ is }) => is === 'kept') ? 'kept' : null;
}

export function isDone({ state }: JournalEntry): boolean {
  return isAtEnd(state ?? '');
}

/** The same of what stands in the column State. */
export function isAtEnd(state: string): boolean {
  return DONE.includes(state);
}

/** The number of the run that was written last; 0 before the first. */
export function lastNumber(reading: WorkbookReading): number {
  return readTable(reading, 'Activity').rows.reduce((last, { number }) => Math.max(last, number ?? 0), 0);
}

export function linesOf<Is extends JournalLine['is']>(
  { lines }: Pick<JournalEntry, 'lines'>,
  is: Is,
): JournalLineOf<Is>[] {
  return lines.filter((line): line is JournalLineOf<Is> => line.is === is);
}

/** `7f3k` of `7f3k+2`, which names the third row of a long entry. */
export function firstMark(mark: string): string {
  return mark.replace(/\+\d{1,6}$/, '');
}

function entryOf({ first, rows, mark }: WrittenRun): JournalEntry {
  const lines = rows.flatMap(({ undo }) => linesOfCell(undo).map((text) => lineOf(text, first.run)));
  const made = lines.filter((line): line is JournalLineOf<'sheet'> => line.is === 'sheet');
  return {
    run: first.run,
    what: first.what,
    when: first.when,
    number: first.number,
    state: stateOf(first.state, first.run),
    window: first.window,
    mark,
    marks: rows.flatMap((row) => (row.mark === '' ? [] : row.mark)),
    sheets:
      made.length > 0
        ? made.map(({ name, print, id }) => ({ name, print, id: id ?? null }))
        : rows.flatMap(({ sheets }) => linesOfCell(sheets).map(olderSheet)),
    changed: rows.flatMap(({ changed }) => linesOfCell(changed).map(changedCell)),
    added: addedRows(first.rows),
    lines,
  };
}

/** Of `Claims: 4 (C2610KTWD0001 to C2610KTWD0004); ClaimLines: 6`: how many of which. */
export function addedRows(text: string): ReadonlyMap<string, number> {
  const counts = text.split('; ').flatMap((part): [string, number][] => {
    const [, table, count] = /^(\w+): (\d{1,6})\b/.exec(part) ?? [];
    return table === undefined ? [] : [[table, Number(count)]];
  });
  return new Map(counts);
}

/** Runs are numbered; those of an older workbook, which are not, come before them, as their times have it. */
function orderOf({ number, when }: Rows[number]): string {
  return `${String(number ?? 0).padStart(9, '0')} ${when}`;
}

function stateOf(text: string, run: string): RunState | null {
  if (text === '') return null;
  const state = STATES.find((each) => each === text);
  if (state) return state;
  throw new Refusal(
    'newer-version',
    `The Activity sheet says "${text}" of the run "${run}", which this version of Claimsheet does not know. Update Claimsheet (reload the add-in); if you typed it, empty that cell.`,
  );
}

function lineOf(text: string, run: string): JournalLine {
  const line = parseLine(text);
  if (line) return line;
  throw new Refusal(
    'newer-version',
    `The column "For Undo" of the Activity sheet says something of the run "${run}" that this version of Claimsheet does not know. Update Claimsheet (reload the add-in); if you edited it, press Ctrl+Z or delete the run's rows of the Activity sheet, which leaves what the run made.`,
  );
}

/** As versions before 0.2 wrote it: a name, and a print where the user fills the sheet in. */
function olderSheet(line: string): MadeSheet {
  const mark = line.lastIndexOf(MARK);
  return mark < 0
    ? { name: line, print: null, id: null }
    : { name: line.slice(0, mark), print: line.slice(mark + MARK.length), id: null };
}

function changedCell(line: string): ChangedCell {
  const cell = readChanged(line);
  if (cell) return cell;
  throw new Refusal(
    'changed-since',
    'The column "Cells changed" of the Activity sheet was edited, or a newer version of Claimsheet wrote it, so Undo cannot tell which values the cells had before. Press Ctrl+Z, or update Claimsheet (reload the add-in), then undo.',
  );
}

function readChanged(line: string): ChangedCell | null {
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
