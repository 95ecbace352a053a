import type { Cents } from '../../billing/values/cents';
import type { Day } from '../../billing/values/day';
import type { Fault } from '../segments/fault';

/**
 * `accepted`: taken into the payer's work. `received`: it arrived, no more; it is not filed yet. `rejected`: it came
 * back and was never filed.
 */
export type Verdict = 'accepted' | 'received' | 'rejected';

/** Why, in our own words, with the codes as they came. */
export interface Reason {
  /** `A7:562:85`, `IK403 7`, `TA1 025`. */
  code: string;
  words: string;
}

/** What a TA1 or a 999 says of a file, or of one of its parts; a 277CA only where it refuses the file as a whole. */
export interface FileAnswer {
  kind: 'TA1' | '999' | '277CA';
  /** ISA13 of the file we sent, in a 277CA its BHT03; null in a 999, which knows only the group. */
  interchange: string | null;
  /** GS06 and ST02 of what we sent; null in a TA1, and ST02 where the whole group is answered. */
  group: string | null;
  transaction: string | null;
  verdict: Verdict;
  reasons: Reason[];
  /** Faults of single claims, where the answer names them. */
  claims: { account: string; reasons: Reason[] }[];
  /** Who answers, as their envelope names them (ISA06, GS02). */
  from: string;
  on: Day | null;
}

/** What a 277CA says of one claim. */
export interface ClaimAnswer {
  /** CLM01 of the claim, as it came back. */
  account: string;
  /** BHT03 of the file that carried it, where the answer names it. */
  batch: string | null;
  verdict: Verdict;
  reasons: Reason[];
  /** Service lines that were named, by their line control number. */
  lines: { control: string; verdict: Verdict; reasons: Reason[] }[];
  /** Who answers: the clearinghouse or the payer. */
  from: string;
  patient: string;
  charge: Cents | null;
  /** The payer's own number of the claim (REF*1K), and the clearinghouse's (REF*D9). */
  payerClaimNumber: string | null;
  traceNumber: string | null;
  on: Day | null;
}

export interface Acknowledgements {
  files: FileAnswer[];
  claims: ClaimAnswer[];
  faults: Fault[];
}
