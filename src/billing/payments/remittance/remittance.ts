import { plus, sum, type Cents } from '../../values/cents';
import type { Day } from '../../values/day';

/**
 * What a payer's remittance says, whatever form it came in: the numbers of the 835 with the standard's meaning, none
 * of them corrected. An amount that was not there or could not be read is null; `faults` tell which.
 */

/** Where something stands in a file. */
export interface FilePlace {
  /** Segments, from 1. */
  segment: number;
  /** Lines, from 1. */
  line: number;
}

/** Something in the file that could not be read as the standard asks. */
export interface RemittanceFault {
  words: string;
  at: FilePlace | null;
}

/** Payer or payee (N1 loops). */
export interface RemittanceParty {
  name: string;
  /** N103: XX NPI, FI tax id, XV plan id. */
  idQualifier: string;
  id: string;
  /** REF segments: TJ tax id, 2U payer id, PQ payee id. */
  references: Reference[];
}

export interface Reference {
  qualifier: string;
  value: string;
}

/** BPR and TRN: one payment, which may be of nothing. */
export interface RemittanceHeader {
  at: FilePlace;
  /** ST02. */
  control: string;
  /** ISA13. */
  interchange: string;
  /** ISA15 = T. */
  isTest: boolean;
  /** BPR01: I with the payment, H notice without money, and others. */
  handling: string;
  /** BPR02; a debit (BPR03 = D) is negative. */
  amount: Cents | null;
  /** BPR04: ACH, CHK, NON, FWT, BOP. */
  method: string;
  /** BPR16. */
  date: Day | null;
  /** TRN02: check or EFT number. */
  number: string;
  /** TRN03, the payer's own id, with its tax id. */
  payerTrace: string;
  /** DTM*405. */
  productionDate: Day | null;
  payer: RemittanceParty;
  payee: RemittanceParty;
  /** Unreadable or missing values without which nothing of it can be posted. */
  faults: RemittanceFault[];
  oddities: RemittanceFault[];
}

/** One triplet of a CAS segment. A positive amount lowers the payment. */
export interface Adjustment {
  /** CO, PR, OA, PI. */
  group: string;
  /** CARC. */
  reason: string;
  amount: Cents;
  quantity: number | null;
  at: FilePlace | null;
}

/** One SVC loop. */
export interface RemittanceLine {
  at: FilePlace;
  /** Capitals. */
  code: string;
  modifiers: string[];
  /** SVC06: what was billed, where the payer decided on another code. */
  original: { code: string; modifiers: string[] } | null;
  charge: Cents;
  paid: Cents;
  /** SVC05; one where it is left out. */
  units: number;
  originalUnits: number | null;
  from: Day | null;
  to: Day | null;
  /** REF*6R: our line control number. */
  control: string | null;
  references: Reference[];
  /** AMT*B6. */
  allowed: Cents | null;
  adjustments: Adjustment[];
  /** LQ*HE. */
  remarks: string[];
}

/** NM1 of a claim. */
export interface RemittancePerson {
  last: string;
  first: string;
  id: string;
}

/** One CLP loop. */
export interface RemittanceClaim {
  at: FilePlace;
  /** Place among the claims of its transaction, from 1. */
  ordinal: number;
  /** CLP01: our account number. */
  account: string;
  /** CLP02. */
  status: string;
  charge: Cents;
  paid: Cents;
  /** CLP05; null where left out. */
  patientShare: Cents | null;
  /** CLP06. */
  filingCode: string;
  /** CLP07: the payer's number of the claim. */
  payerNumber: string;
  patient: RemittancePerson | null;
  insured: RemittancePerson | null;
  /** NM1*74: name and id as the payer has them, empty where they are as sent. */
  corrected: RemittancePerson | null;
  /** NM1*TT or NM1*PR: the payer it was forwarded to, or that should pay first. */
  otherPayer: string | null;
  /** NM1*82: rendering provider's NPI or other number. */
  renderingId: string | null;
  from: Day | null;
  to: Day | null;
  /** DTM*050. */
  receivedByPayer: Day | null;
  /** DTM*036. */
  coverageEnds: Day | null;
  references: Reference[];
  /** AMT*AU. */
  covered: Cents | null;
  /** AMT*I; for information, the money is in a provider adjustment L6. */
  interest: Cents | null;
  /** Of the claim as a whole; those of the lines are with the lines. */
  adjustments: Adjustment[];
  /** MOA and MIA. */
  remarks: string[];
  lines: RemittanceLine[];
  /** Unreadable or missing values: the claim cannot be posted. */
  faults: RemittanceFault[];
  /** Odd, but all that is posted was read. */
  oddities: RemittanceFault[];
}

/** One pair of a PLB segment. A positive amount lowers the payment. */
export interface ProviderAdjustment {
  at: FilePlace;
  /** PLB01. */
  provider: string;
  /** PLB02: the fiscal year it belongs to. */
  date: Day | null;
  /** WO overpayment recovery, FB balance forward, L6 interest, 72 refund … */
  reason: string;
  /** What the payer refers to: often a claim or an earlier check. */
  reference: string;
  amount: Cents;
}

/** What is known when the SE segment, or the end of what there is, was read. */
export interface RemittanceEnd {
  at: FilePlace;
  /** Whether the transaction ends with its own SE. */
  isComplete: boolean;
  claims: number;
  /** Sum of CLP04. */
  claimsPaid: Cents;
  providerAdjustments: ProviderAdjustment[];
  faults: RemittanceFault[];
}

/** One 835 transaction. */
export interface Remittance {
  header: RemittanceHeader;
  claims: RemittanceClaim[];
  end: RemittanceEnd;
}

/** CLP02, in words. */
export const CLAIM_STATUSES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '1': 'processed as first payer',
    '2': 'processed as second payer',
    '3': 'processed as third payer',
    '4': 'denied',
    '19': 'processed as first payer and forwarded',
    '20': 'processed as second payer and forwarded',
    '21': 'processed as third payer and forwarded',
    '22': 'an earlier payment reversed',
    '23': 'not their claim, forwarded',
    '25': 'an estimate in advance, no payment',
  }),
);

export const REVERSAL = '22';
/** Second and third payers, forwarded or not. */
export const LATER_PAYER: ReadonlySet<string> = new Set(['2', '3', '20', '21']);
/** Nothing is decided here that a ledger could take. */
export const NOT_DECIDED: ReadonlySet<string> = new Set(['23', '25']);

/** AMT*B6, else paid plus what the client owes, plus the federal budget cut, which counts as allowed. */
export function allowedOf({
  allowed,
  paid,
  adjustments,
}: Pick<RemittanceLine, 'allowed' | 'paid' | 'adjustments'>): Cents {
  if (allowed !== null) return allowed;
  const counted = adjustments.filter(
    ({ group, reason }) => group === 'PR' || (group === 'CO' && reason === '253'),
  );
  return plus(paid, sum(counted.map(({ amount }) => amount)));
}
