import { laterUnitLoss, practiceExpenseOf } from '../codes/practice-expense';
import type { Benefit, Fee, Payer } from '../records/practice';
import { minus, multiply, plus, smaller, ZERO, type Cents } from '../values/cents';
import { plainNumber } from '../values/plain-number';
import { followsMedicare } from '../payers/rules-of-payer';
import { feeLookup } from '../visits/fees';
import type { BilledLine } from '../records/billed-line';
import type { Learned } from './learned-allowed';

/** What a payer should do with a line, as far as the tables say it; null is not known, never a guess. */
export interface ExpectedPayment {
  line: BilledLine;
  allowed: Cents | null;
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

/** The amount agreed for a unit: a row of the Fees table that names the payer. The full fee is not an agreement. */
export function agreedPrices(fees: readonly Fee[]): (code: string, payer: Payer) => Cents | null {
  const lookup = feeLookup(fees.filter(({ payer }) => payer !== null));
  return (code, payer) => {
    const answer = lookup(code, payer);
    return answer.kind === 'fee' ? answer.fee : null;
  };
}

/**
 * Expected payments for the lines of one visit. Of all units of the day only the first in rank is allowed in full; a
 * reduction is taken off the others (multiple procedure payment reduction): the percent of the payer's own, off all but
 * the dearest, or Medicare's, off all but the one with the highest practice expense, by code. The client pays the deductible first, then
 * the copay, once a visit, then the coinsurance on the rest. `learnedOf` says what the payer allowed before, for lines whose
 * code has no agreed price.
 */
export function expectedPayments(
  lines: readonly BilledLine[],
  payer: Payer,
  benefit: Pick<Benefit, 'copay' | 'coinsurancePercent' | 'deductibleLeft'> | null,
  priceOf: (code: string, payer: Payer) => Cents | null,
  learnedOf: (line: BilledLine) => Learned | null = () => null,
): ExpectationsOfVisit {
  const agreed = allowedAmounts(lines, payer, priceOf);
  const learnedBefore = lines.map((line, index) => (agreed[index] === null ? learnedOf(line) : null));
  let { deductibleLeft } = benefit ?? { deductibleLeft: null };
  let copayLeft = benefit?.copay ?? null;
  const expected = lines.map((line, index): ExpectedPayment => {
    const learned = learnedBefore[index] ?? null;
    const allowed = agreed[index] ?? (learned && smaller(learned.allowed, line.charge));
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
    return { line, allowed, learned, writeOff, deductible, copay, coinsurance, clientShare, payment };
  });
  return { lines: expected, deductibleLeft };
}

type AllowedLine = Pick<BilledLine, 'code' | 'units' | 'charge'>;

/** What a payer allows for each line of a date, after the reduction of later units; null where no price is agreed. */
export function allowedAmounts(
  lines: readonly AllowedLine[],
  payer: Payer,
  priceOf: (code: string, payer: Payer) => Cents | null,
): (Cents | null)[] {
  const prices = lines.map(({ code }) => priceOf(code, payer));
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
