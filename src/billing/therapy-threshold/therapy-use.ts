import { procedure } from '../codes/procedures';
import type { PlanOfCare } from '../codes/modifiers';
import type { PriceOf } from '../payments/agreed-allowed';
import { allowedAmounts } from '../payments/expected-payment';
import type { Payer } from '../records/practice';
import { cents, type Cents } from '../values/cents';
import type { Day } from '../values/day';
import type { TherapyPool } from './thresholds';

/** A line of a date, as far as the threshold counts it. */
export interface TherapyLine {
  code: string;
  modifiers: readonly string[];
  units: number | null;
  charge: Cents | null;
}

/** What a line adds to a pool; the amount is null where no price is agreed or the units are not known. */
export interface TherapyAmount {
  pool: TherapyPool;
  allowed: Cents | null;
}

/** The pool of a line: by the plan of care on it, else by that of the therapist's field. */
export function poolOf({ code, modifiers }: TherapyLine, ofField: PlanOfCare | null): TherapyPool | null {
  const { plans = [], alwaysTherapy = false } = procedure(code) ?? {};
  const isUnderPlan = alwaysTherapy || plans.some((plan) => modifiers.includes(plan));
  if (plans.length === 0 || !isUnderPlan) return null;
  const told = plans.find((plan) => modifiers.includes(plan)) ?? plans.find((plan) => plan === ofField);
  const plan = told ?? (plans.length === 1 ? plans[0] : undefined);
  if (plan === undefined) return null;
  return plan === 'GO' ? 'occupational' : 'physical and speech';
}

/** What the lines of one date add, line by line, after Medicare's reduction of later units. */
export function therapyAmounts(
  lines: readonly TherapyLine[],
  payer: Payer,
  date: Day,
  priceOf: PriceOf,
  ofField: PlanOfCare | null,
): (TherapyAmount | null)[] {
  const asked = lines.map((line) => ({
    code: line.code,
    units: line.units ?? 0,
    charge: line.charge ?? MOST,
  }));
  const allowed = allowedAmounts(asked, payer, date, priceOf);
  return lines.map((line, index) => {
    const pool = poolOf(line, ofField);
    return pool && { pool, allowed: line.units === null ? null : (allowed[index] ?? null) };
  });
}

/** More than any charge, where the charge of a single line is not known. */
const MOST = cents(1_000_000_000);
