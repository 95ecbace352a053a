import type { WorkbookReading } from '../workbook/reading';
import { readTable } from '../workbook/tables/read-table';
import { partsOf } from './memory/memory';
import { memoryOf } from './memory/read-memory';

/**
 * Gives patient account numbers that the workbook has never used, also where the claims that had them are gone: a
 * letter, year and month of service, and a running number, such as C26100001. Nine characters; box 26 holds fourteen.
 */
export function accountNumbers(reading: WorkbookReading, letter: 'C' | 'S', month: string): () => string {
  const beginning = `${letter}${month.slice(2, 4)}${month.slice(5, 7)}`;
  let last = memoryOf(reading).accounts.get(beginning) ?? 0;
  for (const account of accountsOf(reading)) {
    const [of, number] = partsOf(account);
    if (of === beginning) last = Math.max(last, number);
  }
  return () => `${beginning}${String(++last).padStart(4, '0')}`;
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

/** Wherever an account is still written: in the register, or in what came back. */
function accountsOf(reading: WorkbookReading): string[] {
  return [
    ...readTable(reading, 'Claims').rows,
    ...readTable(reading, 'ClaimLines').rows,
    ...readTable(reading, 'Answers').rows,
    ...readTable(reading, 'Payments').rows,
    ...readTable(reading, 'Calls').rows,
  ].flatMap(({ account }) => account ?? []);
}
