import type { PlanOfCare } from '../codes/procedure-table/row';
import type { Payer } from '../records/practice';
import { visitToCheck } from '../rules/visit-to-check';
import type { Cents } from '../values/cents';
import type { EarlierVisit } from '../visits/earlier-visit';
import { entriesOf } from '../visits/entries';
import type { Visit } from '../visits/visit';
import { therapyAmounts, type TherapyAmount } from './therapy-use';

export type PriceOf = (code: string, payer: Payer) => Cents | null;

/** What the lines of a date add to the pools: those of its sessions, then those billed before without a session. */
export function therapyDay(
  visit: Visit,
  billed: readonly EarlierVisit[],
  payer: Payer,
  priceOf: PriceOf,
  ofField: PlanOfCare | null,
): (TherapyAmount | null)[] {
  const here = visitToCheck(visit, entriesOf(visit).entries, 'insurance').lines;
  const before = billed.map(({ code, units, charge }) => ({ code, modifiers: [], units, charge }));
  return therapyAmounts([...here, ...before], payer, priceOf, ofField);
}
