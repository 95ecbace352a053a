import type { CellPlace } from '../findings';
import { plainText } from '../identifiers/reading';
import type { Fee, Payer } from '../records/practice';
import type { Cents } from '../values/cents';
import { labelKey } from '../values/name-key';

/** What the Fees table says of a code: a price, nothing, or two prices for the same. */
export type FeeAnswer =
  { kind: 'fee'; fee: Cents } | { kind: 'none' } | { kind: 'two'; place: CellPlace | null };

export type FeeLookup = (code: string, payer: Payer | null) => FeeAnswer;

/** A payer's own price goes before the one for everyone. A fee is for a unit of a timed code or for an untimed one. */
export function feeLookup(fees: readonly Fee[]): FeeLookup {
  const rows = new Map<string, Fee[]>();
  for (const fee of fees) {
    if (fee.fee === null) continue;
    const key = keyOf(fee.code, fee.payer);
    rows.set(key, [...(rows.get(key) ?? []), fee]);
  }
  return (code, payer) => {
    const names = payer ? [payer.name, ...payer.aliases] : [];
    const own = names.flatMap((name) => rows.get(keyOf(code, name)) ?? []);
    return answer(own.length > 0 ? own : (rows.get(keyOf(code, null)) ?? []));
  };
}

function answer(rows: readonly Fee[]): FeeAnswer {
  const [first, ...more] = rows;
  if (!first || first.fee === null) return { kind: 'none' };
  const other = more.find((row) => row.fee !== first.fee);
  return other ? { kind: 'two', place: other.cells['fee'] ?? null } : { kind: 'fee', fee: first.fee };
}

function keyOf(code: string, payer: string | null): string {
  return `${plainText(code)}|${labelKey(payer ?? '')}`;
}
