import type { PresetId } from '../payers/preset-ids';
import { followsMedicare, rulesOf } from '../payers/rules-of-payer';
import type { CheckedVisit } from './checked-visit';
import type { RuleContext } from './context';

/** Whether the payer of a visit keeps to Medicare's code pairs and daily limits (NCCI and MUE). */
export type NcciStanding = 'applies' | 'may-apply' | 'does-not';

/**
 * What the Payers table says counts. Where it says nothing, Medicare and the VA do: the VA pays by Medicare's
 * schedule. Most others keep to parts of it, so that with them it is a warning; so it is where the client hands the
 * bill in.
 */
export function ncciOf({ payer, paidBy }: CheckedVisit): NcciStanding {
  if (payer === null) return paidBy === 'client' ? 'does-not' : 'may-apply';
  if (payer.kind === 'cash' || payer.ncciApplies === false) return 'does-not';
  if (paidBy === 'client') return 'may-apply';
  if (payer.ncciApplies === true || followsMedicare(payer)) return 'applies';
  return 'may-apply';
}

/** Whether the published rules of such a payer hold for the payer of the visit. */
export function goesBy(
  id: PresetId,
  { payer, client }: Pick<CheckedVisit, 'payer' | 'client'>,
  { practice }: Pick<RuleContext, 'practice'>,
): boolean {
  return payer !== null && rulesOf(payer, { client, practice }) === id;
}

export function payerName({ payer }: CheckedVisit): string {
  return payer?.name ?? 'The payer';
}
