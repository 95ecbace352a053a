import type { LineVerdict } from '../payments/classify-line';
import type { BilledLine } from '../records/billed-line';
import type { Posting } from '../payments/posting';
import type { Payer } from '../records/practice';
import { lastDayToFile } from '../rules/filing-limit';
import { usDate, type Day } from '../values/day';
import type { MonthException } from './exceptions';

/** A claim that was refused before a payer looked at it (999, 277CA), so that it was never filed. */
export interface Rejection {
  account: string;
  /** Null where it is not known, as when somebody wrote the status by hand. */
  on: Day | null;
  /** `the clearinghouse`, or the name of the payer that refused it at its door. */
  by: string;
  /** Sentences; empty where no reason is known. */
  reasons: string;
}

/** Rejections that still stand: what a payer has answered or paid was filed after all. By account. */
export function standingRejections(
  rejected: readonly Rejection[],
  postings: readonly Posting[],
): ReadonlyMap<string, Rejection> {
  const answered = new Set(
    postings.filter(({ from }) => from.kind === 'payer').map(({ account }) => account),
  );
  return new Map(rejected.filter(({ account }) => !answered.has(account)).map((one) => [one.account, one]));
}

/** Whether a line waits for an answer that cannot come. Source: 005010X214, a rejected claim is in no payer's work. */
export function verdictOfRejected(verdict: LineVerdict, rejection: Rejection): LineVerdict {
  if (verdict.word !== 'waiting' && verdict.word !== 'overdue') return verdict;
  return { word: 'not billed', why: rejectedWords(rejection), amount: verdict.amount };
}

/** `first` is the claim's first date of service, from which its days to file count. */
export function rejectedException(
  line: BilledLine,
  { why, amount }: LineVerdict,
  { payer, first, today, followUp }: { payer: Payer | null; first: Day; today: Day; followUp: Day | null },
): MonthException {
  const lastDay = payer ? lastDayToFile(payer, first) : null;
  return {
    word: 'not billed',
    amount,
    why,
    fix: fixOf(line.payer, lastDay, today),
    needsCall: false,
    client: line.client,
    payer: line.payer,
    date: line.date,
    code: line.code,
    account: line.account,
    control: line.control,
    lastDay,
    followUp,
  };
}

function rejectedWords({ on, by, reasons }: Rejection): string {
  const told = `Rejected by ${by}${on === null ? '' : ` on ${usDate(on)}`} and never filed`;
  const why = reasons.trim();
  return why === '' ? `${told}.` : `${told}: ${/[.)]$/.test(why) ? why : `${why}.`}`;
}

function fixOf(payer: string, lastDay: Day | null, today: Day): string {
  const again = 'Mend what is wrong and send it again';
  if (lastDay === null) return `${again}. The Payers table has no days to file for ${payer}.`;
  return lastDay < today
    ? `${again} at once. The last day to file was ${usDate(lastDay)}.`
    : `${again} by ${usDate(lastDay)}.`;
}
