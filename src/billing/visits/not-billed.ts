import type { Session } from '../records/session';

/** A session that is on no claim, and why. Nobody has to mend anything, or a finding says what. */
export interface NotBilled {
  session: Session;
  why: NotBilledReason;
}

export type NotBilledReason =
  | 'no-show'
  | 'late-cancel'
  | 'cancelled'
  | 'scheduled'
  | 'cash'
  | 'superbill'
  | 'insurance-paid'
  | 'no-units';

export const NOT_BILLED_WORDS: Readonly<Record<NotBilledReason, string>> = {
  'no-show': 'The client did not come: a fee for it is between you and the client.',
  'late-cancel': 'Cancelled late: a fee for it is between you and the client.',
  cancelled: 'Cancelled.',
  scheduled: 'Only scheduled, not held yet.',
  cash: 'The client pays; there is no insurance to bill.',
  superbill: 'The client pays and hands in a superbill.',
  'insurance-paid': 'The insurance has already paid on it, so it was billed before.',
  'no-units': 'Too few minutes for a unit.',
};
