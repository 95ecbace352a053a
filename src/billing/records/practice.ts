import type { CellPlace } from '../findings';
import type { Cents } from '../values/cents';
import type { Day } from '../values/day';

/**
 * What the reference tables of the workbook say, row by row. Every record remembers its cells, so that a
 * finding about a missing birth date can point at the empty cell. An empty cell is null: "not known".
 */
export interface TableRow {
  /** Cell of each column of the row, by the record's own field name; empty cells have a place too. */
  cells: Record<string, CellPlace>;
}

export interface Address {
  street: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
}

/** The one row of the Practice table. Billing provider; the rendering fields only where they differ. */
export interface Practice extends TableRow {
  name: string | null;
  /** A person bills under their own name, an organization under its name (837 NM102). */
  entity: 'person' | 'organization' | null;
  firstName: string | null;
  lastName: string | null;
  credentials: string | null;
  npi: string | null;
  taxId: string | null;
  taxIdType: 'EIN' | 'SSN' | null;
  taxonomy: string | null;
  license: string | null;
  licenseState: string | null;
  licenseExpires: Day | null;
  address: Address;
  phone: string | null;
  email: string | null;
  renderingFirstName: string | null;
  renderingLastName: string | null;
  renderingNpi: string | null;
  placeOfService: string | null;
  acceptsAssignment: boolean | null;
  signatureOnFile: boolean | null;
}

export type PayerKind = 'commercial' | 'auto' | 'workers-comp' | 'va' | 'medicare' | 'medicaid' | 'cash';

/** How minutes become units for a payer: CMS total time or AMA midpoint, code by code. */
export type UnitRule = 'CMS' | 'AMA';

/** A row of the Payers table. Null means not known: no limit is assumed. */
export interface Payer extends TableRow {
  name: string;
  /** Other spellings found in the sessions. */
  aliases: string[];
  kind: PayerKind | null;
  payerId: string | null;
  address: Address;
  /** Whether the practice bills this payer itself, or hands the client a superbill. */
  billing: 'claim' | 'superbill' | null;
  unitRule: UnitRule | null;
  dailyUnitCap: number | null;
  acceptedCodes: string[] | null;
  /** Modifiers the payer wants on every line, e.g. GP. */
  addedModifiers: string[];
  referralNeeded: boolean | null;
  authorizationNeeded: boolean | null;
  ncciApplies: boolean | null;
  progressReportVisits: number | null;
  progressReportDays: number | null;
  daysToFile: number | null;
  daysToFollowUp: number | null;
  daysToAppeal: number | null;
  inNetwork: boolean | null;
  /** Percent taken off the second and later units of a day, 0 to 100. */
  laterUnitReduction: number | null;
  /** 837 SBR09, e.g. CI, AM, WC, VA. */
  filingCode: string | null;
}

export type Relationship = 'self' | 'spouse' | 'child' | 'other';
export type AccidentKind = 'auto' | 'work' | 'other';

/** A row of the Clients table: the patient, the coverage and the accident, if any. */
export interface Client extends TableRow {
  /** The name as the sessions spell it. */
  name: string;
  aliases: string[];
  firstName: string | null;
  lastName: string | null;
  middleInitial: string | null;
  birthDate: Day | null;
  sex: 'M' | 'F' | 'U' | null;
  address: Address;
  phone: string | null;
  payer: string | null;
  memberId: string | null;
  groupNumber: string | null;
  planName: string | null;
  relationship: Relationship | null;
  subscriberFirstName: string | null;
  subscriberLastName: string | null;
  subscriberBirthDate: Day | null;
  subscriberSex: 'M' | 'F' | 'U' | null;
  subscriberAddress: Address;
  /** Default diagnoses, used for a session whose own diagnosis cell is empty. */
  diagnoses: string[];
  accident: AccidentKind | null;
  accidentDate: Day | null;
  accidentState: string | null;
  /** The property and casualty claim number of an auto or workers' comp case. */
  claimNumber: string | null;
  employer: string | null;
  onsetDate: Day | null;
  referringFirstName: string | null;
  referringLastName: string | null;
  referringCredentials: string | null;
  referringNpi: string | null;
  releaseSigned: boolean | null;
  benefitsAssigned: boolean | null;
}

/** A row of the Authorizations table: an order, a referral or a prior authorization. */
export interface Authorization extends TableRow {
  client: string;
  payer: string | null;
  /** Prior authorization number (box 23), or null for an order or referral without one. */
  number: string | null;
  kind: 'authorization' | 'referral' | 'order' | null;
  from: Day | null;
  to: Day | null;
  visits: number | null;
  units: number | null;
  dollars: Cents | null;
  /** Procedure codes it covers; empty means every code. */
  codes: string[];
}

/** A row of the Fees table: the full fee of one unit of a timed code, or of an untimed service. */
export interface Fee extends TableRow {
  code: string;
  fee: Cents | null;
  /** Null: the price for everyone. There is one fee schedule; a payer's own row is a contracted price. */
  payer: string | null;
}

/** A row of the Benefits table. */
export interface Benefit extends TableRow {
  client: string;
  payer: string | null;
  planYearStarts: Day | null;
  visitsPerYear: number | null;
  visitsUsedElsewhere: number | null;
  copay: Cents | null;
  coinsurancePercent: number | null;
  deductibleLeft: Cents | null;
  verifiedOn: Day | null;
}
