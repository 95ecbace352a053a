import type { CellPlace } from '../../../src/billing/findings';
import type {
  Address,
  Authorization,
  Client,
  Fee,
  Payer,
  Practice,
  Therapist,
} from '../../../src/billing/records/practice';
import type { Session, SessionProcedure } from '../../../src/billing/records/session';
import { cents, type Cents } from '../../../src/billing/values/cents';
import { day } from '../../support/values';

/** Records of invented people: what a test does not say is null, and every column has a cell. */
export type Some<Row> = { [Key in keyof Row]?: Row[Key] extends Address ? Partial<Address> : Row[Key] };

const ADDRESS: Address = { street: null, city: null, state: null, zip: null };
export const HOME: Address = { street: '9 Storybook Court', city: 'Ferndale', state: 'WA', zip: '98248' };

const EMPTY_PRACTICE: Omit<Practice, 'cells'> = {
  name: null,
  entity: null,
  firstName: null,
  lastName: null,
  credentials: null,
  npi: null,
  taxId: null,
  taxIdType: null,
  taxonomy: null,
  license: null,
  licenseState: null,
  licenseExpires: null,
  address: ADDRESS,
  phone: null,
  email: null,
  renderingFirstName: null,
  renderingLastName: null,
  renderingNpi: null,
  placeOfService: null,
  acceptsAssignment: null,
  signatureOnFile: null,
  profession: null,
};

const EMPTY_PAYER: Omit<Payer, 'cells'> = {
  name: 'Evergreen Mutual',
  aliases: [],
  kind: null,
  payerId: null,
  address: ADDRESS,
  billing: null,
  unitRule: null,
  dailyUnitCap: null,
  acceptedCodes: [],
  addedModifiers: [],
  referralNeeded: null,
  authorizationNeeded: null,
  ncciApplies: null,
  progressReportVisits: null,
  progressReportDays: null,
  daysToFile: null,
  daysToFollowUp: null,
  daysToAppeal: null,
  inNetwork: null,
  laterUnitReduction: null,
  filingCode: null,
  dailyMaximum: null,
  preset: null,
};

/** A client with everything but what the coverage decides. */
const USUAL_CLIENT: Omit<Client, 'cells' | 'firstName' | 'lastName'> = {
  name: 'Ada Fernwood',
  aliases: [],
  middleInitial: null,
  birthDate: null,
  sex: null,
  address: HOME,
  phone: '360-555-0177',
  payer: null,
  memberId: null,
  groupNumber: null,
  planName: null,
  relationship: 'self',
  subscriberFirstName: null,
  subscriberLastName: null,
  subscriberBirthDate: null,
  subscriberSex: null,
  subscriberAddress: ADDRESS,
  diagnoses: [],
  accident: null,
  accidentDate: null,
  accidentState: null,
  claimNumber: null,
  employer: null,
  onsetDate: null,
  referringFirstName: null,
  referringLastName: null,
  referringCredentials: null,
  referringNpi: null,
  releaseSigned: true,
  benefitsAssigned: true,
};

const EMPTY_THERAPIST: Omit<Therapist, 'cells'> = {
  name: 'Ruth Kneader',
  aliases: [],
  firstName: null,
  lastName: null,
  credentials: null,
  npi: null,
  taxonomy: null,
  license: null,
  licenseState: null,
  licenseExpires: null,
};

const EMPTY_AUTHORIZATION: Omit<Authorization, 'cells'> = {
  client: 'Ada Fernwood',
  payer: null,
  number: null,
  kind: 'authorization',
  from: null,
  to: null,
  visits: null,
  units: null,
  dollars: null,
  codes: [],
};

let rows = 1;

/** A cell for each column, those of an address as `address.zip`. */
function cellsOf(sheet: string, record: object): Record<string, CellPlace> {
  rows += 1;
  const columns = Object.entries(record).flatMap(([key, value]) =>
    /^(address|subscriberAddress)$/.test(key)
      ? Object.keys(value as object).map((part) => `${key}.${part}`)
      : [key],
  );
  return Object.fromEntries(
    columns.map((column, index) => [column, { sheet, row: rows, column: index + 1 }]),
  );
}

function withCells<Row extends object>(
  sheet: string,
  record: Row,
): Row & { cells: Record<string, CellPlace> } {
  return { ...record, cells: cellsOf(sheet, record) };
}

export function practiceOf(some: Some<Practice> = {}): Practice {
  const address = { ...ADDRESS, ...some.address };
  return withCells('Practice', { ...EMPTY_PRACTICE, ...some, address });
}

export function payerOf(some: Some<Payer> = {}): Payer {
  return withCells('Payers', { ...EMPTY_PAYER, ...some, address: { ...ADDRESS, ...some.address } });
}

export function therapistOf(some: Some<Therapist> = {}): Therapist {
  return withCells('Therapists', { ...EMPTY_THERAPIST, ...some });
}

export function clientOf(some: Some<Client> = {}): Client {
  const name = some.name ?? USUAL_CLIENT.name;
  const [firstName = null, lastName = null] = name.split(' ');
  return withCells('Clients', {
    ...USUAL_CLIENT,
    firstName,
    lastName,
    ...some,
    address: { ...HOME, ...some.address },
    subscriberAddress: { ...ADDRESS, ...some.subscriberAddress },
  });
}

export function authorizationOf(some: Some<Authorization> = {}): Authorization {
  return withCells('Authorizations', { ...EMPTY_AUTHORIZATION, ...some });
}

export function feeOf(code: string, fee: Cents, payer: string | null = null): Fee {
  return withCells('Fees', {
    code,
    fee,
    payer,
    aliases: [],
    allowed: null,
    allowedFrom: null,
    allowedTo: null,
  });
}

/** `97124-59:30x2`: code, modifiers, minutes, units; several with blanks between. */
export function proceduresOf(text: string): SessionProcedure[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((part) => {
      const match = /^([^-:x]+)((?:-[^-:x]+)*)(?::(\d+))?(?:x(\d+))?$/.exec(part);
      if (!match) throw new Error(`The test's "${part}" is no procedure.`);
      const [, code = '', modifiers = '', minutes, units] = match;
      return {
        code,
        modifiers: modifiers.split('-').filter(Boolean),
        minutes: minutes === undefined ? null : Number(minutes),
        units: units === undefined ? null : Number(units),
      };
    });
}

export function sessionOf(some: Partial<Session> & { codes?: string } = {}): Session {
  rows += 1;
  const { codes, ...fields } = some;
  const at = (column: number) => ({ sheet: 'Sessions', row: rows, column });
  const columns = ['date', 'client', 'minutes', 'cpt', 'dx', 'payer', 'charge', 'paid', 'status'];
  return {
    place: at(1),
    cells: Object.fromEntries(columns.map((column, index) => [column, at(index + 1)])),
    date: day('2026-08-03'),
    client: 'Ada Fernwood',
    minutes: 60,
    procedures: proceduresOf(codes ?? '97124'),
    diagnoses: [],
    payer: null,
    charge: cents(12000),
    paid: null,
    copay: null,
    insurancePaid: null,
    status: 'kept',
    provider: null,
    notes: null,
    ...fields,
  };
}

/** A1, A2 and so on. */
export function accounts(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `A${last}`;
  };
}
