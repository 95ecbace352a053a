import type { Finding } from '../../billing/findings';
import type {
  Address,
  Authorization,
  Benefit,
  Client,
  Fee,
  Payer,
  Practice,
} from '../../billing/records/practice';
import { recordsOf, type RecordCells } from './cells';
import type { OwnTable } from './own-table';

/** The reference tables as the billing code takes them, with what could not be read. */
export interface Records {
  practice: Practice | null;
  payers: Payer[];
  clients: Client[];
  authorizations: Authorization[];
  fees: Fee[];
  benefits: Benefit[];
  findings: Finding[];
}

export interface RecordTables {
  practice: OwnTable | null;
  payers: OwnTable | null;
  clients: OwnTable | null;
  authorizations: OwnTable | null;
  fees: OwnTable | null;
  benefits: OwnTable | null;
}

export function readRecords(tables: RecordTables): Records {
  const findings: Finding[] = [];
  const read = <Row>(table: OwnTable | null, one: (cells: RecordCells) => Row | null): Row[] =>
    (table ? recordsOf(table) : []).flatMap((cells) => {
      const row = one(cells);
      findings.push(...cells.findings);
      return row === null ? [] : [row];
    });
  return {
    practice: read(tables.practice, practiceOf)[0] ?? null,
    payers: read(tables.payers, payerOf),
    clients: read(tables.clients, clientOf),
    authorizations: read(tables.authorizations, authorizationOf),
    fees: read(tables.fees, feeOf),
    benefits: read(tables.benefits, benefitOf),
    findings,
  };
}

function practiceOf(row: RecordCells): Practice {
  return {
    name: row.text('name'),
    entity: row.choice('entity', ['person', 'organization']),
    firstName: row.text('firstName'),
    lastName: row.text('lastName'),
    credentials: row.text('credentials'),
    npi: row.text('npi'),
    taxId: row.text('taxId'),
    taxIdType: row.choice('taxIdType', ['EIN', 'SSN']),
    taxonomy: row.text('taxonomy'),
    license: row.text('license'),
    licenseState: row.text('licenseState'),
    licenseExpires: row.date('licenseExpires'),
    address: addressOf(row, 'address'),
    phone: row.text('phone'),
    email: row.text('email'),
    renderingFirstName: row.text('renderingFirstName'),
    renderingLastName: row.text('renderingLastName'),
    renderingNpi: row.text('renderingNpi'),
    placeOfService: row.text('placeOfService'),
    acceptsAssignment: row.yesNo('acceptsAssignment'),
    signatureOnFile: row.yesNo('signatureOnFile'),
    cells: row.cells,
  };
}

function payerOf(row: RecordCells): Payer | null {
  const name = row.text('name');
  if (name === null) return null;
  const acceptedCodes = row.list('acceptedCodes');
  return {
    name,
    aliases: row.list('aliases'),
    kind: row.choice('kind', ['commercial', 'auto', 'workers-comp', 'va', 'medicare', 'medicaid', 'cash']),
    payerId: row.text('payerId'),
    address: addressOf(row, 'address'),
    billing: row.choice('billing', ['claim', 'superbill']),
    unitRule: row.choice('unitRule', ['CMS', 'AMA']),
    dailyUnitCap: row.number('dailyUnitCap'),
    acceptedCodes: acceptedCodes.length > 0 ? acceptedCodes : null,
    addedModifiers: row.list('addedModifiers'),
    referralNeeded: row.yesNo('referralNeeded'),
    authorizationNeeded: row.yesNo('authorizationNeeded'),
    ncciApplies: row.yesNo('ncciApplies'),
    progressReportVisits: row.number('progressReportVisits'),
    progressReportDays: row.number('progressReportDays'),
    daysToFile: row.number('daysToFile'),
    daysToFollowUp: row.number('daysToFollowUp'),
    daysToAppeal: row.number('daysToAppeal'),
    inNetwork: row.yesNo('inNetwork'),
    laterUnitReduction: row.number('laterUnitReduction'),
    filingCode: row.text('filingCode'),
    cells: row.cells,
  };
}

function clientOf(row: RecordCells): Client | null {
  const name = row.text('name');
  if (name === null) return null;
  return {
    name,
    aliases: row.list('aliases'),
    firstName: row.text('firstName'),
    lastName: row.text('lastName'),
    middleInitial: row.text('middleInitial'),
    birthDate: row.date('birthDate'),
    sex: row.choice('sex', ['M', 'F', 'U']),
    address: addressOf(row, 'address'),
    phone: row.text('phone'),
    payer: row.text('payer'),
    memberId: row.text('memberId'),
    groupNumber: row.text('groupNumber'),
    planName: row.text('planName'),
    relationship: row.choice('relationship', ['self', 'spouse', 'child', 'other']),
    subscriberFirstName: row.text('subscriberFirstName'),
    subscriberLastName: row.text('subscriberLastName'),
    subscriberBirthDate: row.date('subscriberBirthDate'),
    subscriberSex: row.choice('subscriberSex', ['M', 'F', 'U']),
    subscriberAddress: addressOf(row, 'subscriberAddress'),
    diagnoses: row.list('diagnoses'),
    accident: row.choice('accident', ['auto', 'work', 'other']),
    accidentDate: row.date('accidentDate'),
    accidentState: row.text('accidentState'),
    claimNumber: row.text('claimNumber'),
    employer: row.text('employer'),
    onsetDate: row.date('onsetDate'),
    referringFirstName: row.text('referringFirstName'),
    referringLastName: row.text('referringLastName'),
    referringCredentials: row.text('referringCredentials'),
    referringNpi: row.text('referringNpi'),
    releaseSigned: row.yesNo('releaseSigned'),
    benefitsAssigned: row.yesNo('benefitsAssigned'),
    cells: row.cells,
  };
}

function authorizationOf(row: RecordCells): Authorization | null {
  const client = row.text('client');
  if (client === null) return null;
  return {
    client,
    payer: row.text('payer'),
    number: row.text('number'),
    kind: row.choice('kind', ['authorization', 'referral', 'order']),
    from: row.date('from'),
    to: row.date('to'),
    visits: row.number('visits'),
    units: row.number('units'),
    dollars: row.money('dollars'),
    codes: row.list('codes'),
    cells: row.cells,
  };
}

function feeOf(row: RecordCells): Fee | null {
  const code = row.text('code');
  return code === null ? null : { code, fee: row.money('fee'), payer: row.text('payer'), cells: row.cells };
}

function benefitOf(row: RecordCells): Benefit | null {
  const client = row.text('client');
  if (client === null) return null;
  return {
    client,
    payer: row.text('payer'),
    planYearStarts: row.date('planYearStarts'),
    visitsPerYear: row.number('visitsPerYear'),
    visitsUsedElsewhere: row.number('visitsUsedElsewhere'),
    copay: row.money('copay'),
    coinsurancePercent: row.number('coinsurancePercent'),
    deductibleLeft: row.money('deductibleLeft'),
    verifiedOn: row.date('verifiedOn'),
    cells: row.cells,
  };
}

function addressOf(row: RecordCells, key: string): Address {
  return {
    street: row.text(`${key}.street`),
    city: row.text(`${key}.city`),
    state: row.text(`${key}.state`),
    zip: row.text(`${key}.zip`),
  };
}
