import { presetFor, type PresetId } from '../payers/presets';
import type { Payer } from '../records/practice';
import type { CheckedVisit } from './checked-visit';

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

export function followsMedicare({ kind }: Payer): boolean {
  return kind === 'medicare' || kind === 'va';
}

/** Whether the payer goes by a name that the presets know as this one. */
export function isKnownAs(payer: Payer | null, id: PresetId): boolean {
  return payer !== null && [payer.name, ...payer.aliases].some((name) => presetFor(name)?.id === id);
}

export function payerName({ payer }: CheckedVisit): string {
  return payer?.name ?? 'The payer';
}
