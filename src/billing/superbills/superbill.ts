import type { ReferringProvider, SessionSource } from '../claims/claim';
import type { ClaimHold } from '../claims/decision';
import type { Finding } from '../findings';
import type { Address, Client, Fee, Payer, Practice, Relationship } from '../records/practice';
import type { Session } from '../records/session';
import type { Cents } from '../values/cents';
import type { Day } from '../values/day';

export interface SuperbillsInput {
  /** Readable session rows that no superbill or claim holds yet. */
  sessions: Session[];
  /** Null when there is no Practice table. */
  practice: Practice | null;
  payers: Payer[];
  clients: Client[];
  fees: Fee[];
  today: Day;
  /** Gives a new account number at each call; it may be the one that claims use. */
  nextAccount: () => string;
}

/** Each session is in a superbill's row, or in `holds`, or in `notIncluded`, never in two of them. */
export interface SuperbillsDecision {
  superbills: Superbill[];
  holds: ClaimHold[];
  notIncluded: NotIncluded[];
  findings: Finding[];
}

/** A session that belongs on no superbill, and why. */
export interface NotIncluded {
  session: Session;
  why: NotIncludedReason;
}

export type NotIncludedReason =
  | 'no-show'
  | 'late-cancel'
  | 'cancelled'
  | 'scheduled'
  | 'claim'
  | 'unclear-payer'
  | 'nothing-to-hand-in'
  | 'no-units';

export const NOT_INCLUDED_WORDS: Readonly<Record<NotIncludedReason, string>> = {
  'no-show': 'The client did not come: insurers do not pay fees for that.',
  'late-cancel': 'Cancelled late: insurers do not pay fees for that.',
  cancelled: 'Cancelled.',
  scheduled: 'Only scheduled, not held yet.',
  claim: 'You bill the insurance for it.',
  'unclear-payer': 'Who pays is not clear: Claims says what to mend.',
  'nothing-to-hand-in': 'The client pays, and neither a diagnosis nor a member ID says that it is handed in.',
  'no-units': 'Too few minutes for a unit.',
};

/** What a client who pays hands in to an insurer or a savings account: one client, one month of service. */
export interface Superbill {
  /** A `receipt` names no diagnosis: savings accounts may take it, insurers do not. */
  kind: 'superbill' | 'receipt';
  account: string;
  /** `YYYY-MM`. */
  month: string;
  client: SuperbillClient;
  practice: SuperbillPractice;
  referring: ReferringProvider | null;
  /** With the dot, in the order of first use. */
  diagnoses: string[];
  /** By date, then as written; one row for each code of a date. */
  rows: SuperbillRow[];
  charged: Cents;
  paid: Cents;
  /** Charged less paid. */
  balance: Cents;
}

export interface SuperbillClient {
  /** As the sessions spell it. */
  name: string;
  firstName: string | null;
  lastName: string | null;
  middleInitial: string | null;
  birthDate: Day | null;
  address: Address;
  phone: string | null;
  /** Who gets the superbill, when known. */
  payer: string | null;
  memberId: string | null;
  groupNumber: string | null;
  relationship: Relationship | null;
  /** The policy holder, when it is not the client. */
  subscriberFirstName: string | null;
  subscriberLastName: string | null;
}

export interface SuperbillPractice {
  name: string;
  /** The therapist who signs. */
  therapist: string | null;
  credentials: string | null;
  license: string | null;
  licenseState: string | null;
  npi: string;
  /** Only when it is not the billing NPI. */
  renderingNpi: string | null;
  /** Nine digits. */
  taxId: string;
  taxIdType: 'EIN' | 'SSN' | null;
  address: Address;
  phone: string | null;
  email: string | null;
}

export interface SuperbillRow {
  /** Unique in the workbook, like the control number of a claim's line. */
  control: string;
  date: Day;
  placeOfService: string;
  code: string;
  modifiers: string[];
  units: number;
  minutes: number | null;
  /** With the dot, as written; empty on a receipt. */
  diagnoses: string[];
  /** What the client was really charged, never the list price of a discounted session. */
  charge: Cents;
  paid: Cents;
  sessions: SessionSource[];
}
