import { earliest, LAST_DAY, type Day } from '../billing/values/day';
import { textHash } from '../billing/values/text-hash';
import { sessionKey } from '../billing/visits/session-key';
import type { WorkbookReading } from '../workbook/reading';
import { readTable } from '../workbook/tables/read-table';
import { accountsElsewhere } from './memory/lost-claims';
import { partsOf, UNMARKED } from './memory/memory';
import { memoryOf } from './memory/read-memory';
import type { PracticeBook } from './practice-book';

/** What account numbers are made from. */
type NumberedBook = Pick<PracticeBook, 'reading' | 'sessions'>;

/**
 * Gives patient account numbers that the workbook has never used, also where the claims that had them are gone: a
 * letter, year and month of service, the mark of the workbook, and a running number, such as C2610KTWD0001. Thirteen
 * characters; box 26 holds fourteen. Numbers that were given without a mark stay as they are.
 */
export function accountNumbers(book: NumberedBook, letter: 'C' | 'S', month: string): () => string {
  const { reading } = book;
  const beginning = `${letter}${month.slice(2, 4)}${month.slice(5, 7)}${workbookMark(book)}`;
  let last = memoryOf(reading).accounts.get(beginning) ?? 0;
  for (const account of accountsOf(reading)) {
    const [of, number] = partsOf(account);
    if (of === beginning) last = Math.max(last, number);
  }
  return () => `${beginning}${String(++last).padStart(4, '0')}`;
}

/** Letters that are not taken for digits or for one another when they are read aloud. */
const MARK_LETTERS = 'CDFHJKLMNPRTVWXY';
const MARK_LENGTH = 4;

/**
 * Tells the numbers of this workbook from those of another one of the same practice: payers answer by number, and two
 * therapists of one tax ID keep a workbook each. Once given it is the one that its numbers have; before that it follows
 * from what was seen on the first day, so that it is the same however often it is worked out.
 */
function workbookMark({ reading, sessions }: NumberedBook): string {
  const given = [...memoryOf(reading).accounts.keys(), ...accountsOf(reading).map((one) => partsOf(one)[0])];
  const known = given.find((beginning) => beginning.length > UNMARKED);
  if (known !== undefined) return known.slice(UNMARKED);
  const first = sessions.reduce<Day>((day, { date }) => earliest(day, date), LAST_DAY);
  const seen = sessions.flatMap((session) => (session.date === first ? [sessionKey(session)] : []));
  let rest = textHash(JSON.stringify(seen.sort()));
  let mark = '';
  while (mark.length < MARK_LENGTH) {
    mark += MARK_LETTERS.charAt(rest % MARK_LETTERS.length);
    rest = Math.floor(rest / MARK_LETTERS.length);
  }
  return mark;
}

/** The first run of a kind and month that is still free: `2026-10 claims`, then `2026-10 claims 2`. */
export function nextRun(
  reading: WorkbookReading,
  kind: string,
  month: string,
): { id: string; number: number } {
  const taken = new Set([
    ...readTable(reading, 'Activity').rows.map(({ run }) => run),
    ...memoryOf(reading).made.map(({ id }) => id),
  ]);
  for (let number = 1; ; number++) {
    const id = number === 1 ? `${month} ${kind}` : `${month} ${kind} ${String(number)}`;
    if (!taken.has(id)) return { id, number };
  }
}

/** Every number that a file of claims was given. */
export function usedFiles(reading: WorkbookReading): Set<number> {
  const rows = [...readTable(reading, 'Claims').rows, ...readTable(reading, 'Answers').rows];
  const { file } = memoryOf(reading);
  return new Set([...rows.flatMap((row) => row.file ?? []), ...(file > 0 ? [file] : [])]);
}

/** Wherever an account is still written: in the register, in what came back, on pages, or in Activity. */
function accountsOf(reading: WorkbookReading): string[] {
  const inTables = [
    ...readTable(reading, 'Claims').rows,
    ...readTable(reading, 'ClaimLines').rows,
    ...readTable(reading, 'Answers').rows,
    ...readTable(reading, 'Payments').rows,
    ...readTable(reading, 'Calls').rows,
  ].flatMap(({ account }) => account ?? []);
  return [...inTables, ...accountsElsewhere(reading)];
}
