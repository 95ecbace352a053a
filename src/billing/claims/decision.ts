import type { Finding } from '../findings';
import type { Authorization, Benefit, Client, Fee, Payer, Practice } from '../records/practice';
import type { Session } from '../records/session';
import type { Cents } from '../values/cents';
import type { Day } from '../values/day';
import type { EarlierVisit } from '../visits/earlier-visit';
import type { NotBilled } from '../visits/not-billed';
import type { Claim } from './claim';

export interface ClaimsInput {
  /** Readable session rows that no claim holds yet. */
  sessions: Session[];
  /** Null when there is no Practice table. */
  practice: Practice | null;
  payers: Payer[];
  clients: Client[];
  authorizations: Authorization[];
  /** What plans said of their visits a year. */
  benefits?: Benefit[];
  fees: Fee[];
  today: Day;
  /** Gives a new patient account number at each call, at most 14 characters. */
  nextAccount: () => string;
  /** Sessions of other months, and those billed before: they use up authorizations and visits, nothing else. */
  history?: Session[];
  /** Lines billed before whose sessions are no longer in the workbook; they use up authorizations too. */
  earlierVisits?: EarlierVisit[];
  /** Cells of the reference tables that could not be read. */
  tableFindings?: Finding[];
}

/**
 * What became of the sessions. Each one is in a claim's line, or in `holds`, or in `notBilled`, never in two of
 * them. `findings` holds every finding once, those that hold claims back included.
 */
export interface ClaimsDecision {
  claims: Claim[];
  holds: ClaimHold[];
  notBilled: NotBilled[];
  findings: Finding[];
}

/** Sessions of a client and payer that cannot be billed for the same reasons. */
export interface ClaimHold {
  client: string;
  /** Null when nothing says who pays. */
  payer: string | null;
  /** Each date of service once, earliest first. */
  dates: Day[];
  sessions: Session[];
  /** Sum of the charges written in these sessions. */
  charges: Cents;
  /** What holds them back: STOP findings only, at least one. */
  findings: Finding[];
}
