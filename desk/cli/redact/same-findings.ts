import { checkMonth } from '../../../src/actions/check/check-month';
import type { CellPlace } from '../../../src/billing/findings';
import { Refusal } from '../../../src/workbook/refusal';
import { fullAddress } from '../../book/address';
import type { Book } from '../../book/book';
import { withExcel } from '../with-excel';

/** A finding without its words, which name people. */
export interface Found {
  rule: string;
  severity: string;
  place: CellPlace | null;
}

/** What Check finds in all months; where it refuses to look, that alone. */
export async function findingsOf(book: Book, today: Date): Promise<Found[]> {
  try {
    const report = await withExcel(book, ({ run }) =>
      run((context) => checkMonth(context, { month: null, now: today })),
    );
    return [
      ...report.general,
      ...report.clients.flatMap(({ findings, visits }) => [
        ...findings,
        ...visits.flatMap((visit) => visit.findings),
      ]),
    ].map(({ rule, severity, place }) => ({ rule, severity, place }));
  } catch (problem) {
    if (problem instanceof Refusal) return [{ rule: problem.code, severity: 'STOP', place: null }];
    throw problem;
  }
}

/** What is found in one and not in the other, a line each. */
export function differences(
  before: readonly Found[],
  after: readonly Found[],
  renamed: ReadonlyMap<string, string>,
): string[] {
  const counts = new Map<string, number>();
  const count = (found: Found, by: number) => {
    const words = wordsOf(found, renamed);
    counts.set(words, (counts.get(words) ?? 0) + by);
  };
  for (const found of before) count(found, 1);
  for (const found of after) count(found, -1);
  return [...counts].flatMap(([words, number]) =>
    number === 0 ? [] : [`${words}: ${number > 0 ? 'not in the copy' : 'only in the copy'}`],
  );
}

function wordsOf({ rule, severity, place }: Found, renamed: ReadonlyMap<string, string>): string {
  if (place === null) return `${severity} ${rule}`;
  const { sheet, row, column } = place;
  const cell = { row: row - 1, column: column - 1, rows: 1, columns: 1 };
  return `${severity} ${rule} at ${fullAddress(renamed.get(sheet) ?? sheet, cell)}`;
}
