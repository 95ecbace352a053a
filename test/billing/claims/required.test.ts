import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { ClaimsInput } from '../../../src/billing/claims/decision';
import { decideClaims } from '../../../src/billing/claims/decide-claims';
import { REQUIRED_FIELDS } from '../../../src/billing/claims/required-fields';
import type { RequiredField } from '../../../src/billing/claims/required/field';
import type { Client, Payer, Practice, TableRow } from '../../../src/billing/records/practice';
import { TABLES } from '../../../src/workbook/tables';
import { columnsOf } from '../../../src/workbook/tables/define-table';
import { day } from '../../support/values';
import practice from './month/practice.json';
import {
  accounts,
  authorizationOf,
  clientOf,
  HOME,
  payerOf,
  practiceOf,
  sessionOf,
  type Some,
} from './records';

const PERSON: Some<Practice> = { ...practice, entity: 'person', licenseExpires: null, taxIdType: null };
const PRACTICES: Record<string, Some<Practice>> = {
  person: PERSON,
  'bare tax id': { ...PERSON, taxId: '123456789', taxIdType: 'EIN' },
  organization: {
    ...PERSON,
    entity: 'organization',
    renderingFirstName: 'Ruth',
    renderingLastName: 'Kneader',
    renderingNpi: '2000000002',
  },
  'payers with addresses': PERSON,
};

const REFERRED = { referringFirstName: 'Anna', referringLastName: 'Prescriber', referringNpi: '1000000004' };
const CRASH = { accidentDate: day('2026-05-01'), accidentState: 'WA', claimNumber: 'CASE-26-7' };
const INSURED = { memberId: 'M-4471-02' };

/** A client of each kind of payer, with everything that kind wants. */
const CASES: { payer: Some<Payer>; client: Some<Client> & { name: string } }[] = [
  { payer: { kind: 'commercial' }, client: { name: 'Plain Commercial', ...INSURED, ...REFERRED } },
  {
    payer: { kind: 'commercial' },
    client: {
      name: 'Child Commercial',
      ...INSURED,
      relationship: 'child',
      subscriberFirstName: 'Saga',
      subscriberLastName: 'Elder',
      subscriberBirthDate: day('1980-05-14'),
      subscriberAddress: HOME,
    },
  },
  {
    payer: { kind: 'commercial' },
    client: { name: 'Crash Commercial', ...INSURED, ...CRASH, accident: 'auto' },
  },
  {
    payer: { kind: 'commercial', referralNeeded: true },
    client: { name: 'Ordered Commercial', ...INSURED, ...REFERRED },
  },
  { payer: { kind: 'auto' }, client: { name: 'Otto Auto', ...CRASH } },
  {
    payer: { kind: 'workers-comp' },
    client: { name: 'Wanda Work', ...CRASH, ...REFERRED, accident: 'work', employer: 'Tidewater Crates' },
  },
  { payer: { kind: 'va' }, client: { name: 'Vera Va', ...INSURED, ...REFERRED } },
  {
    payer: { kind: 'medicare', preset: 'medicare-advantage', filingCode: '16', referralNeeded: true },
    client: { name: 'Adele Advantage', ...INSURED, ...REFERRED },
  },
  { payer: { kind: 'medicaid' }, client: { name: 'Mack Medicaid', ...INSURED } },
];
const NAMES = CASES.map(({ client }) => client.name);

function complete(variant: string): ClaimsInput {
  const mail = variant === 'payers with addresses' ? { address: HOME } : {};
  return {
    sessions: NAMES.map((client) => sessionOf({ client })),
    practice: practiceOf(PRACTICES[variant] ?? {}),
    payers: CASES.map(({ payer }, index) =>
      payerOf({ name: `Payer ${index}`, payerId: `P${index}`, unitRule: 'CMS', ...mail, ...payer }),
    ),
    clients: CASES.map(({ client }, index) =>
      clientOf({
        payer: `Payer ${index}`,
        diagnoses: ['M54.2'],
        birthDate: day('1984-02-29'),
        sex: 'F',
        ...client,
      }),
    ),
    authorizations: [authorizationOf({ client: 'Vera Va', number: 'V-100' })],
    fees: [],
    today: day('2026-09-02'),
    nextAccount: accounts(),
  };
}

function rowsOf(input: ClaimsInput, { table }: RequiredField): object[] {
  switch (table) {
    case 'Practice':
      return input.practice ? [input.practice] : [];
    case 'Payers':
      return input.payers;
    case 'Clients':
      return input.clients;
    case 'Authorizations':
      return input.authorizations;
  }
}

/** Sets the column of every row of its table. */
function set(input: ClaimsInput, field: RequiredField, value: string | null): void {
  const path = field.column.split('.');
  const last = path.pop() ?? '';
  for (const row of rowsOf(input, field)) {
    const inside = path.reduce((at, key) => (at as Record<string, object>)[key] ?? {}, row);
    (inside as Record<string, unknown>)[last] = value;
  }
}

interface Line {
  rule: string;
  practice: string;
  held: string;
}
const text = readFileSync(join(__dirname, 'required.csv'), 'utf8');
const LINES = Papa.parse<Line>(text, { header: true, skipEmptyLines: true }).data;

test.each(Object.keys(PRACTICES))('with everything filled in (%s), every claim is made', (variant) => {
  const { claims, holds } = decideClaims(complete(variant));
  expect(holds).toEqual([]);
  expect(claims.map((claim) => `${claim.patient.firstName} ${claim.patient.lastName}`).sort()).toEqual(
    [...NAMES].sort(),
  );
});

test.each(LINES)(
  'without the field of $rule ($practice), held back are: $held',
  ({ rule, practice: variant, held }) => {
    const field = REQUIRED_FIELDS.find((one) => one.rule === rule);
    if (!field) throw new Error(`${rule} is no required field.`);
    const input = complete(variant);
    set(input, field, null);
    const decision = decideClaims(input);
    const expected = held === 'all' ? NAMES : held === 'none' ? [] : held.split(';');
    expect(decision.holds.map(({ client }) => client).sort()).toEqual([...expected].sort());
    expect(decision.claims.length).toBe(NAMES.length - expected.length);
    for (const finding of decision.holds.flatMap(({ findings }) => findings)) {
      expect(finding.rule).toMatch(/-missing$/);
      expect(finding.fix).toBe(`Fill in "${field.header}" in the ${field.table} table.`);
      expect(rowsOf(input, field).map((row) => (row as TableRow).cells[field.column])).toContainEqual(
        finding.place,
      );
    }
  },
);

test('every field that a claim cannot do without has its line in required.csv', () => {
  const needed = REQUIRED_FIELDS.filter(({ missing }) => missing === 'STOP').map(({ rule }) => rule);
  expect([...new Set(LINES.map(({ rule }) => rule))].sort()).toEqual([...needed].sort());
});

test('each field names a column of its table as the workbook shows it', () => {
  const unknown = REQUIRED_FIELDS.filter(({ table, column, header }) => {
    return !columnsOf(TABLES[table]).some((one) => one.key === column && one.header === header);
  });
  expect(unknown.map(({ rule }) => rule)).toEqual([]);
});

const UNUSABLE: [rule: string, value: string, words: RegExp][] = [
  ['practice-npi', '1234567890', /last digit/],
  ['practice-npi', '123456789', /ten digits/],
  ['practice-tax-id', '12345678', /nine digits/],
  ['practice-zip', '8225', /leading zero/],
  ['practice-phone', '555-0142', /ten digits/],
  ['place-of-service', '29', /stands for no place/],
  ['place-of-service', 'office', /two digits/],
  ['client-state', 'Wash', /two letters/],
  ['client-member-id', 'TBD', /stand-in/],
  ['client-member-id', '000000000', /stand-in/],
  ['case-claim-number', 'pending', /stand-in/],
  ['client-street', 'n/a', /stand-in/],
  ['client-last-name', '???', /stand-in/],
  ['referring-npi', '1000000005', /last digit/],
  ['authorization-number', '0000', /stand-in/],
];

test.each(UNUSABLE)('%s: "%s" holds back whatever needs it', (rule, value, words) => {
  const field = REQUIRED_FIELDS.find((one) => one.rule === rule);
  if (!field) throw new Error(`${rule} is no required field.`);
  const input = complete('person');
  set(input, field, value);
  const { holds } = decideClaims(input);
  expect(holds.length).toBeGreaterThan(0);
  for (const { findings } of holds) {
    expect(findings.map((finding) => finding.message)).toContainEqual(expect.stringMatching(words));
  }
});

test.each(['No', 'Na', 'Null', 'Test'])('"%s" may be a last name', (value) => {
  const input = complete('person');
  const field = REQUIRED_FIELDS.find((one) => one.rule === 'client-last-name');
  if (field) set(input, field, value);
  expect(decideClaims(input).holds).toEqual([]);
});

test('without a Practice table everything waits for one finding', () => {
  const decision = decideClaims({ ...complete('person'), practice: null });
  expect(decision.claims).toEqual([]);
  expect(decision.findings.map(({ rule }) => rule)).toEqual(['practice-missing']);
});
