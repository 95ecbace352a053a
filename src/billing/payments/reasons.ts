import { centsOf, plainDollars, type Cents } from '../values/cents';
import type { PostedAdjustment } from './posting';

/** A reason as a cell of the Payments table holds it; the amount may be left out where there is one of its kind. */
export interface WrittenReason {
  group: string;
  reason: string;
  amount: Cents | null;
}

/** `CO-45 40.00; PR-1 80.00`. */
export function reasonsText(adjustments: readonly PostedAdjustment[]): string {
  return adjustments
    .map(
      ({ group, reason, amount }) =>
        `${[group, reason].filter((part) => part !== '').join('-')} ${plainDollars(amount)}`,
    )
    .join('; ');
}

/** Reads `CO-45 40.00; PR-1 80.00`, `CO45, PR1` or `OA 18`; null when some part of it is something else. */
export function parseReasons(text: string): WrittenReason[] | null {
  const parts = text
    .split(/[;\n]|,(?!\d{3}(?!\d))/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const reasons = parts.map((part): WrittenReason | null => {
    const match =
      /^(CO|PR|OA|PI)\s*-?\s*([A-Z]?\d{1,3}|[A-Z]{1,2}\d{1,2})?(?:\s+(\(?-?\$?[\d.,]+\)?))?$/i.exec(part);
    if (!match) return null;
    const [, group = '', reason = '', written] = match;
    const amount = written === undefined ? null : centsOf(written);
    return written !== undefined && amount === null
      ? null
      : { group: group.toUpperCase(), reason: reason.toUpperCase(), amount };
  });
  return reasons.some((one) => one === null) ? null : reasons.flatMap((one) => one ?? []);
}
