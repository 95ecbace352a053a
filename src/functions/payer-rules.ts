import type { UnitRule } from '../billing/records/practice';
import { knownTables, referenceTables } from './reference-tables';

export type PayerUnitRule =
  | { found: 'rule'; rule: UnitRule }
  | { found: 'payer without a rule' }
  | { found: 'no such payer' }
  | { found: 'no table' };

/** The unit rule that the Payers table gives a payer. One that is neither CMS nor AMA counts as not said. */
export async function payerUnitRule(name: string): Promise<PayerUnitRule> {
  const { payers } = knownTables() ?? (await referenceTables());
  if (!payers) return { found: 'no table' };
  const [payer] = payers.payers(name);
  if (!payer) return { found: 'no such payer' };
  return payer.unitRule === null
    ? { found: 'payer without a rule' }
    : { found: 'rule', rule: payer.unitRule };
}
