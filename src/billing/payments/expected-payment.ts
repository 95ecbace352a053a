import { laterUnitLoss, practiceExpenseOf } from '../codes/practice-expense';
import type { Benefit, Payer } from '../records/practice';
import { minus, multiply, plus, smaller, sum, ZERO, type Cents } from '../values/cents';
import { FIRST_DAY, type Day } from '../values/day';
import { plainNumber } from '../values/plain-number';
import { followsMedicare } from '../payers/rules-of-payer';
import type { BilledLine } from '../records/billed-line';
import type { Agreed, PriceOf } from './agreed-allowed';
import type { Learned } from './learned-allowed';

/** What a payer should do with a line, as far as the tables say it; null is not known, never a guess. */
export interface ExpectedPayment {
  line: BilledLine;
  allowed: Cents | null;
  /** Set where "Allowed" of the Fees table says what the payer allows on that date. */
  agreed: Agreed | null;
  /** Set where no price is agreed, and what the payer allowed before says it. */
  learned: Learned | null;
  /** Charge less allowed, where a contract asks for it; 0 out of network. */
  writeOff: Cents | null;
  deductible: Cents | null;
  copay: Cents | null;
  coinsurance: Cents | null;
  /** The three together. */
  clientShare: Cents | null;
  payment: Cents | null;
}

export interface ExpectationsOfVisit {
  lines: ExpectedPayment[];
  /** For the next visit of the plan year. */
  deductibleLeft: Cents | null;
}

/**
 * Expected payments for the lines of one visit. Of all units of the day only the first in rank is allowed in full; a
 * reduction is taken off the others (multiple procedure payment reduction): the percent of the payer's own, off all but
 * the dearest, or Medicare's, off all but the one with the highest practice expense, by code. The client pays the deductible first, then
 * the copay, once a visit, then the coinsurance on the rest. `learnedOf` says what the payer allowed before, for lines whose
 * code has no agreed price; `maximum` is the most that the payer allows for the day.
 */
export function expectedPayments(
  lines: readonly BilledLine[],
  payer: Payer,
  benefit: Pick<Benefit, 'copay' | 'coinsurancePercent' | 'deductibleLeft'> | null,
  agreedOf: (code: string, payer: Payer, date: Day) => Agreed | null,
  learnedOf: (line: BilledLine) => Learned | null = () => null,
  maximum: Cents | null = null,
): ExpectationsOfVisit {
  const date = lines[0]?.date ?? FIRST_DAY;
  const agreedFor = new Map(lines.map(({ code }) => [code, agreedOf(code, payer, date)]));
  const priced = allowedAmounts(lines, payer, date, (code) => agreedFor.get(code)?.amount ?? null);
  const learnedBefore = lines.map((line, index) => (priced[index] === null ? learnedOf(line) : null));
  const allowedBefore = learnedBefore.map((each, index) =>
    each === null ? null : smaller(each.allowed, lines[index]?.charge ?? ZERO),
  );
  const agreed = withinMaximum(priced, allowedBefore, maximum);
  let { deductibleLeft } = benefit ?? { deductibleLeft: null };
  let copayLeft = benefit?.copay ?? null;
  const expected = lines.map((line, index): ExpectedPayment => {
    const learned = learnedBefore[index] ?? null;
    const allowed = agreed[index] ?? allowedBefore[index] ?? null;
    const writeOff =
      allowed === null || payer.inNetwork === null
        ? null
        : payer.inNetwork
          ? minus(line.charge, allowed)
          : ZERO;
    const deductible = allowed === null || deductibleLeft === null ? null : smaller(deductibleLeft, allowed);
    const copay =
      allowed === null || deductible === null || copayLeft === null
        ? null
        : smaller(copayLeft, minus(allowed, deductible));
    const percent = benefit?.coinsurancePercent ?? null;
    const coinsurance =
      allowed === null || deductible === null || copay === null || percent === null
        ? null
        : multiply(minus(allowed, deductible, copay), percent / 100);
    if (deductibleLeft !== null && deductible !== null) deductibleLeft = minus(deductibleLeft, deductible);
    if (copayLeft !== null && copay !== null) copayLeft = minus(copayLeft, copay);
    const known = deductible !== null && copay !== null && coinsurance !== null;
    const clientShare = known ? plus(deductible, copay, coinsurance) : null;
    const payment = allowed === null || clientShare === null ? null : minus(allowed, clientShare);
    const ofLine = agreedFor.get(line.code);
    return {
      line,
      allowed,
      agreed: ofLine?.row ? ofLine : null,
      learned,
      writeOff,
      deductible,
      copay,
      coinsurance,
      clientShare,
      payment,
    };
  });
  return { lines: expected, deductibleLeft };
}

/**
 * Amounts cut so that a day's come to no more than the payer's maximum: in the order of the lines, as none of the payers
 * says which of them it cuts. What it allowed before was within its maximum already, and takes its part of it.
 */
function withinMaximum(
  agreed: readonly (Cents | null)[],
  before: readonly (Cents | null)[],
  maximum: Cents | null,
): (Cents | null)[] {
  if (maximum === null) return [...agreed];
  let room = minus(maximum, sum(before.map((amount) => amount ?? ZERO)));
  return agreed.map((amount) => {
    if (amount === null) return null;
    const within = room <= ZERO ? ZERO : smaller(amount, room);
    room = minus(room, within);
    return within;
  });
}

type AllowedLine = Pick<BilledLine, 'code' | 'units' | 'charge'>;

/** What a payer allows for each line of a date, after the reduction of later units; null where no price is agreed. */
export function allowedAmounts(
  lines: readonly AllowedLine[],
  payer: Payer,
  date: Day,
  priceOf: PriceOf,
): (Cents | null)[] {
  const prices = lines.map(({ code }) => priceOf(code, payer, date));
  const byMedicare = followsMedicare(payer) && payer.laterUnitReduction === null;
  const rank = (index: number): number =>
    byMedicare ? (practiceExpenseOf(lines[index]?.code ?? '') ?? -1) : plainNumber(prices[index] ?? ZERO);
  const first = lines.reduce<number>((best, _, index) => (rank(index) > rank(best) ? index : best), 0);
  return lines.map((line, index) => {
    const reduction = byMedicare ? laterUnitLoss(line.code) : payer.laterUnitReduction;
    return allowedFor(line, prices[index] ?? null, index === first, reduction);
  });
}

/** Never more than the charge. */
function allowedFor(
  { units, charge }: AllowedLine,
  price: Cents | null,
  hasFirst: boolean,
  reduction: number | null,
): Cents | null {
  if (price === null) return null;
  const later = multiply(price, (100 - (reduction ?? 0)) / 100);
  const full = hasFirst ? Math.min(1, units) : 0;
  return smaller(charge, plus(multiply(price, full), multiply(later, units - full)));
}
