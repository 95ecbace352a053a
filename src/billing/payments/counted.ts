import { ZERO } from '../values/cents';
import type { BilledLine } from '../records/billed-line';
import { layClientMoney } from './client-money';
import type { Posting } from './posting';
import { countedPostings, type CountedLine } from './standing';

/** The postings of all lines as they count, by line control number; those of lines that are not given too. */
export function countedLines(
  lines: readonly BilledLine[],
  postings: readonly Posting[],
): ReadonlyMap<string, CountedLine> {
  const charges = new Map(lines.map(({ control, charge }) => [control, charge]));
  const byControl = new Map<string, Posting[]>();
  for (const posting of postings) {
    const own = byControl.get(posting.control);
    if (own) own.push(posting);
    else byControl.set(posting.control, [posting]);
  }
  const counted = new Map(
    [...byControl].map(([control, own]) => [control, countedPostings(charges.get(control) ?? ZERO, own)]),
  );
  return layClientMoney(lines, counted);
}

/** All postings as they count. */
export function countedOn(lines: readonly BilledLine[], postings: readonly Posting[]): Posting[] {
  return [...countedLines(lines, postings).values()].flatMap((line) => line.postings);
}
