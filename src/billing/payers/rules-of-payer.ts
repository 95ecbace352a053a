import { plainText } from '../identifiers/reading';
import { readState } from '../identifiers/state';
import type { Client, Payer, Practice } from '../records/practice';
import type { PresetId } from './preset-ids';
import { presetFor, presetOf } from './presets';

/** From whom the state is known under whose law a payer stands. */
export interface Jurisdiction {
  client: Pick<Client, 'accidentState'> | null;
  practice: Pick<Practice, 'address'> | null;
}

/** Filing codes of original Medicare; any other one is that of a plan (837 SBR09). */
const ORIGINAL = ['MA', 'MB'];

/**
 * Whose published rules hold for a payer: those chosen under "Rules of" in the Payers table, else those that its kind and
 * state tell. Its name is a hint where neither is known, and where no state decides.
 */
export function rulesOf(payer: Payer, where: Jurisdiction): PresetId | null {
  if (payer.preset !== null) return payer.preset;
  if (payer.kind === 'workers-comp') {
    const state = stateOf(payer, where);
    if (state !== null) return state === 'WA' ? 'wa-lni' : 'workers-comp';
  }
  const hint = [payer.name, ...payer.aliases].map(presetFor).find((preset) => preset !== null);
  if (!hint) return null;
  return payer.kind === null || presetOf(hint.id).values.kind?.value === payer.kind ? hint.id : null;
}

/** The payer's own state, else that of the accident, else that of the practice; two letters, null where none is told. */
function stateOf(payer: Payer, { client, practice }: Jurisdiction): string | null {
  const told = [payer.address.state, client?.accidentState, practice?.address.state];
  for (const written of told) {
    const state = readState(written ?? '');
    if (state.ok) return state.value;
  }
  return null;
}

/** Original Medicare, and not a plan that Medicare pays for. */
export function isOriginalMedicare({ kind, preset, filingCode }: Payer): boolean {
  if (kind !== 'medicare' || preset === 'medicare-advantage') return false;
  const code = plainText(filingCode ?? '');
  return code === '' || ORIGINAL.includes(code);
}

/** Medicare itself, and the VA, which pays by Medicare's schedule. */
export function followsMedicare({ kind }: Pick<Payer, 'kind'>): boolean {
  return kind === 'medicare' || kind === 'va';
}
