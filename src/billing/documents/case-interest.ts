import { interestOn } from '../interest/interest';
import type { LineAccount } from '../payments/line-account';
import { larger, minus, multiply, plus, sum, ZERO, type Cents } from '../values/cents';
import { byDay, daysBetween, latest, usDate, type Day } from '../values/day';

/** What was agreed in writing about interest. */
export interface InterestAgreement {
  /** Percent a year, simple. */
  ratePercent: number;
  signedOn: Day;
  /** The agreement in its own words, or where it is kept. */
  text: string;
}

export type CaseInterest =
  | { ok: true; ofLines: ReadonlyMap<string, Cents>; total: Cents; words: string }
  | { ok: false; words: string };

/**
 * Simple interest on what was open of each line on each day, from the day after the line was billed and never from
 * before the agreement was signed. A line without a day of billing bears none. Refused over a state's cap (domain
 * facts: RCW 19.52.010 and .020; never compounded).
 */
export function caseInterest(
  accounts: readonly LineAccount[],
  agreement: InterestAgreement,
  { asOf, state }: { asOf: Day; state: string | null },
): CaseInterest {
  const { ratePercent, signedOn, text } = agreement;
  const ofLines = new Map<string, Cents>();
  for (const account of accounts) {
    // The day's balance times a day, added up: interest for one day of that sum is interest for all of them.
    const openDays = openCentDays(account, signedOn, asOf);
    const interest = interestOn(openDays, 1, { ratePercent, isAgreed: true, state, compounding: 'simple' });
    if (!interest.ok) return { ok: false, words: `${interest.words} (${interest.source})` };
    ofLines.set(account.line.control, interest.amount);
  }
  return {
    ok: true,
    ofLines,
    total: sum(ofLines.values()),
    words: `Simple interest of ${String(ratePercent)} % a year under the agreement signed on ${usDate(signedOn)} (${text}): for each service on what was open of it, day by day, from the day after it was billed, not before the agreement, to ${usDate(asOf)}. It is not compounded.`,
  };
}

function openCentDays({ line, postings }: LineAccount, signedOn: Day, asOf: Day): Cents {
  if (line.billedOn === null) return ZERO;
  const start = latest(line.billedOn, signedOn);
  const changes = postings.map(({ received, paid, adjusted }) => ({
    on: received,
    amount: plus(paid, adjusted),
  }));
  const days = [start, ...changes.map(({ on }) => on).filter((on) => on > start && on < asOf), asOf].sort(
    byDay,
  );
  return sum(
    days.map((day, index) => {
      const next = days[index + 1];
      if (next === undefined || day < start) return ZERO;
      const open = minus(line.charge, sum(changes.filter(({ on }) => on <= day).map(({ amount }) => amount)));
      return multiply(larger(ZERO, open), daysBetween(day, next));
    }),
  );
}
