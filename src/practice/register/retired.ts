import type { ClaimRow } from '../../workbook/tables/claims';

/** A later claim took its place, or it was voided. */
export const REPLACED = 'Replaced';
export const VOIDED = 'Voided';

/** Frequency of a claim that takes another one back (CLM05-3). */
export const VOID = '8';

/** Its lines are not billed, or no longer: it was replaced or voided, or is itself what voids another. */
export function isRetired({ status, frequency }: Pick<ClaimRow, 'status' | 'frequency'>): boolean {
  return frequency === VOID || [REPLACED, VOIDED].some((word) => word.toLowerCase() === status.toLowerCase());
}
