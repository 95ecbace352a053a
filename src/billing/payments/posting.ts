import type { Finding } from '../findings';
import { negated, sum, type Cents } from '../values/cents';
import type { Day } from '../values/day';
import type { BilledLine } from '../records/billed-line';
import type { FilePlace, ProviderAdjustment, RemittanceClaim, RemittanceLine } from './remittance/remittance';

/** How a payment found its line, from the surest to the least sure. */
export const MATCHED_BY = [
  'line control number',
  'claim number',
  'date, charge and code',
  'date, charge and code without modifier',
  'name and member ID',
  'by hand',
] as const;
export type MatchedBy = (typeof MATCHED_BY)[number];

/** What an answer of a payer, or a payment of a client, does to one billed line. Reversals have negative amounts. */
export interface Posting {
  /** The same for the same line of the same remittance, however often the file is read. */
  key: string;
  /** Key of the payment it came with. */
  payment: string;
  from: { kind: 'payer' | 'client'; name: string };
  /** A client's payment for the whole claim: which of its lines it covers is not said. */
  isForClaim?: boolean;
  /** Check or EFT number. */
  reference: string;
  received: Day;
  account: string;
  control: string;
  client: string;
  /** Charge the payer decided on. */
  charge: Cents;
  allowed: Cents | null;
  paid: Cents;
  /** Written off: leaves the balance. Never from a denial. */
  adjusted: Cents;
  /** The part of the balance that is the client's (deductible, coinsurance, copay); leaves nothing. */
  clientShare: Cents;
  /** Taken off by the payer, but not written off: it stays open until somebody decides. */
  disputed: Cents;
  adjustments: PostedAdjustment[];
  remarks: string[];
  /** CLP02; empty for payments of clients. */
  status: string;
  denied: boolean;
  /** The next payer, to which the claim was sent on; the client does not owe their share yet. */
  forwardedTo: string | null;
  matchedBy: MatchedBy;
  at: FilePlace | null;
}

export interface PostedAdjustment {
  group: string;
  reason: string;
  amount: Cents;
}

/** One check, transfer or notice without money. */
export interface Payment {
  key: string;
  /** Check or EFT number. */
  reference: string;
  from: string;
  amount: Cents;
  received: Day;
  /** Fingerprint of what it says, claim by claim. */
  content: string;
  at: FilePlace | null;
}

/** Money that came with a payment and belongs to no claim: taken back, forwarded, interest. Positive lowers it. */
export interface ProviderPosting {
  key: string;
  payment: string;
  payer: string;
  received: Day;
  reason: string;
  reference: string;
  amount: Cents;
}

/** PLB reason of interest that the payer owes for paying late. */
const INTEREST = 'L6';

/** Of amounts that belong to no claim: what is interest, as the payer added it; above zero where it adds. */
export function interestOf(amounts: readonly Pick<ProviderPosting, 'reason' | 'amount'>[]): Cents {
  return sum(amounts.flatMap(({ reason, amount }) => (reason === INTEREST ? [negated(amount)] : [])));
}

/** A line (or a claim without lines) that found no billed line. To settle by hand. */
export interface UnmatchedPayment {
  key: string;
  payment: Payment;
  claim: RemittanceClaim;
  /** Null for a claim that has no lines. */
  line: RemittanceLine | null;
  paid: Cents;
  why: string;
  /** What it might be. */
  candidates: readonly BilledLine[];
}

/** Not posted, because it does not balance or could not be read. */
export interface HeldPayment {
  payment: Payment;
  /** Null when the whole payment is held. */
  claim: RemittanceClaim | null;
  paid: Cents;
  findings: PaymentFinding[];
}

export interface PostedPayment {
  payment: Payment;
  /** Nothing of it was new. */
  isRepeated: boolean;
  /** Whether nothing of it could be posted. */
  isHeld: boolean;
  posted: Cents;
  /** Posted at an earlier import. */
  postedBefore: Cents;
  unmatched: Cents;
  held: Cents;
  /** Claims that a ledger does not take: estimates, claims of others. */
  notDecided: Cents;
  providerAdjustments: ProviderAdjustment[];
}

/** A finding with its place in a remittance file; its `place` in the workbook is null. */
export interface PaymentFinding extends Finding {
  at: FilePlace | null;
  account?: string;
  amount?: Cents;
}

/** Everything that came of an import. Each cent of each payment is in one of its lists. */
export interface PostingResult {
  postings: Posting[];
  providerPostings: ProviderPosting[];
  payments: PostedPayment[];
  unmatched: UnmatchedPayment[];
  held: HeldPayment[];
  findings: PaymentFinding[];
}
