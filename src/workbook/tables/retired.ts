import type { ClaimRow } from './claims';

/** A later claim took its place, or it was voided. */
export const REPLACED = 'Replaced';
export const VOIDED = 'Voided';

/** Frequency of a claim that takes another one back (CLM05-3). */
export const VOID = '8';

const RETIRED: ReadonlySet<string> = new Set([REPLACED, VOIDED].map((word) => word.toLowerCase()));

/** Its lines are not billed, or no longer: it was replaced or voided, or is itself what voids another. */
export function isRetired({ status, frequency }: Pick<ClaimRow, 'status' | 'frequency'>): boolean {
  return frequency === VOID || isRetiredStatus(status);
}

/** Whether a cell under Status says that another claim took its place. */
export function isRetiredStatus(status: string): boolean {
  return RETIRED.has(status.trim().toLowerCase());
}
