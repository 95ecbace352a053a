import type { PlanOfCare } from '../codes/modifiers';
import type { PriceOf } from '../payments/agreed-allowed';
import type { Payer } from '../records/practice';
import { visitToCheck } from '../rules/visit-to-check';
import type { EarlierVisit } from '../visits/earlier-visit';
import { entriesOf } from '../visits/entries';
import type { Visit } from '../visits/visit';
import { therapyAmounts, type TherapyAmount, type TherapyLine } from './therapy-use';

/** The lines of a date: those of its sessions, then those billed before without a session. */
export function linesOfDay(visit: Visit, billed: readonly EarlierVisit[]): TherapyLine[] {
  const here = visitToCheck(visit, entriesOf(visit).entries, 'insurance').lines;
  return [...here, ...billed.map(({ code, units, charge }) => ({ code, modifiers: [], units, charge }))];
}

/** What the lines of a date add to the pools. */
export function therapyDay(
  visit: Visit,
  billed: readonly EarlierVisit[],
  payer: Payer,
  priceOf: PriceOf,
  ofField: PlanOfCare | null,
): (TherapyAmount | null)[] {
  return therapyAmounts(linesOfDay(visit, billed), payer, visit.date, priceOf, ofField);
}
