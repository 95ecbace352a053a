import type { CellPlace } from '../findings';
import type { AccidentKind, Address, PayerKind, Relationship } from '../records/practice';
import type { Cents } from '../values/cents';
import { earliestOf, latestOf, type Day } from '../values/day';

/**
 * The one claim model. The CMS-1500 boxes, the 837P and the CSV are views of this value, so they cannot
 * disagree. Everything a payer needs is present: a claim that lacks something is held back, never made.
 */
export interface Claim {
  /** Patient account number: box 26 and CLM01, at most 14 characters, unique in the workbook. */
  account: string;
  payer: ClaimPayer;
  billing: BillingProvider;
  rendering: RenderingProvider;
  patient: Person;
  subscriber: Subscriber;
  relationship: Relationship;
  accident: Accident | null;
  /** Box 11b and REF*Y4. */
  propertyCasualtyClaimNumber: string | null;
  /** Who employs the patient; always present for workers' compensation, where the employer is the insured. */
  employer: string | null;
  /** Box 14 with qualifier 431. */
  onsetDate: Day | null;
  referring: ReferringProvider | null;
  /** Box 23 and REF*G1. */
  priorAuthorization: string | null;
  /** At most twelve, with the dot, in the order in which they point. */
  diagnoses: string[];
  /** At most fifty. */
  lines: ServiceLine[];
  placeOfService: string;
  acceptsAssignment: boolean;
  /** Box 12: the client's signature on file. */
  releaseSigned: boolean;
  /** Box 13. */
  benefitsAssigned: boolean;
  /** Sum of the line charges. */
  total: Cents;
  /** Box 29: what the client has paid towards these lines. */
  amountPaid: Cents;
  /** 1 original, 7 replacement, 8 void (box 22, CLM05-3). */
  frequency: '1' | '7' | '8';
  /** The payer's own number of the claim that is replaced or voided. */
  originalReference: string | null;
}

export interface ClaimPayer {
  name: string;
  kind: PayerKind;
  payerId: string | null;
  address: Address;
  filingCode: string | null;
}

export interface BillingProvider {
  entity: 'person' | 'organization';
  /** As printed in box 33. */
  name: string;
  firstName: string | null;
  lastName: string | null;
  npi: string;
  taxId: string;
  taxIdType: 'EIN' | 'SSN';
  taxonomy: string | null;
  address: Address;
  phone: string | null;
}

export interface RenderingProvider {
  firstName: string;
  lastName: string;
  credentials: string | null;
  npi: string;
  taxonomy: string | null;
}

export interface Person {
  firstName: string;
  lastName: string;
  middleInitial: string | null;
  birthDate: Day;
  sex: 'M' | 'F' | 'U';
  address: Address;
  phone: string | null;
}

/** The person who holds the policy; equal to the patient when the relationship is self. */
export interface Subscriber {
  firstName: string;
  lastName: string;
  middleInitial: string | null;
  birthDate: Day | null;
  sex: 'M' | 'F' | 'U' | null;
  address: Address;
  memberId: string;
  groupNumber: string | null;
  planName: string | null;
}

export interface Accident {
  kind: AccidentKind;
  date: Day;
  /** Two letters; always present for an auto accident. */
  state: string | null;
}

export interface ReferringProvider {
  firstName: string;
  lastName: string;
  credentials: string | null;
  npi: string | null;
}

export interface ServiceLine {
  /** Line control number (REF*6R), unique in the workbook, at most 30 characters. */
  control: string;
  date: Day;
  code: string;
  modifiers: string[];
  /** Positions in `diagnoses`, 1 to 12, at most four; the first is the primary one. */
  pointers: number[];
  charge: Cents;
  units: number;
  minutes: number | null;
  /** The session rows that this line came from. */
  sessions: SessionSource[];
}

/** `Ada Applegate`. */
export function patientName({ patient }: Pick<Claim, 'patient'>): string {
  return `${patient.firstName} ${patient.lastName}`;
}

/** The first and the last date of service; a claim or superbill has a line at least. */
export function serviceSpan(lines: readonly Pick<ServiceLine, 'date'>[]): { from: Day; to: Day } {
  const dates = lines.map(({ date }) => date);
  return { from: earliestOf(dates), to: latestOf(dates) };
}

/** What a line remembers of a session: its place, and its content so that a moved row is still known. */
export interface SessionSource {
  place: CellPlace;
  /** Fingerprint of date, client, codes and charge: equal content gives an equal key. */
  key: string;
}
