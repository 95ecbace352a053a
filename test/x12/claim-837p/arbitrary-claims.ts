import fc from 'fast-check';
import type { Claim, ServiceLine } from '../../../src/billing/claims/claim';
import { cents, sum } from '../../../src/billing/values/cents';
import { addDays } from '../../../src/billing/values/day';
import { fullClaim } from '../../forms/cms1500/claims';
import { day } from '../../support/values';

const CODES = ['M54.50', 'M54.2', 'M54.6', 'M79.18', 'G44.209', 'S13.4XXA', 'M25.511', 'M62.830'].concat([
  'M99.01',
  'M54.16',
  'M79.7',
  'R51.9',
]);

/** Names as people have them, and as they should not be: accents, other scripts, delimiters, emoji, blanks. */
export const anyName = fc.oneof(
  fc.constantFrom(
    'Zoë',
    'O’Hara',
    "D'Arcy",
    'van der Berg',
    'Åse-Lý',
    'Straße',
    'Łukasz',
    'Jean~Luc',
    'A*B:C^D',
  ),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
);
/** One with at least a letter, as readiness demands. */
const name = anyName.map((text) => `Q${text}`);
const date = fc.nat({ max: 668 }).map((days) => addDays(day('2025-01-01'), days));

const line = (diagnoses: number): fc.Arbitrary<Omit<ServiceLine, 'control'>> =>
  fc.record({
    date,
    code: fc.constantFrom('97124', '97140', '97110', '97010', 'G0283'),
    modifiers: fc.uniqueArray(fc.constantFrom('GP', '59', 'XS', '76', 'KX'), { maxLength: 4 }),
    pointers: fc.uniqueArray(fc.integer({ min: 1, max: diagnoses }), { minLength: 1, maxLength: 4 }),
    charge: fc.integer({ min: 1, max: 999_999_99 }).map(cents),
    units: fc.integer({ min: 1, max: 24 }),
    minutes: fc.constant(60),
    sessions: fc.constant([]),
  });

const caseOf = fc.constantFrom<Partial<Claim>>(
  {},
  {},
  { payer: { ...fullClaim().payer, kind: 'va', filingCode: 'VA' } },
  { payer: { ...fullClaim().payer, kind: 'medicare', filingCode: null } },
  { payer: { ...fullClaim().payer, kind: 'medicaid', filingCode: 'MC' } },
  {
    payer: { ...fullClaim().payer, kind: 'auto', filingCode: null },
    accident: { kind: 'auto', date: day('2024-12-24'), state: 'WA' },
    propertyCasualtyClaimNumber: '23-4455-X',
  },
  {
    payer: { ...fullClaim().payer, kind: 'workers-comp', filingCode: 'WC' },
    accident: { kind: 'work', date: day('2024-12-24'), state: null },
    propertyCasualtyClaimNumber: 'AB 12345',
    employer: 'Sample Mill & Sons',
  },
  { accident: { kind: 'other', date: day('2024-12-24'), state: null } },
  { frequency: '7', originalReference: '2026123400567' },
  { frequency: '8', originalReference: '20-2611/77' },
);

/** Claims such as readiness lets through, but with whatever names. */
export const anyClaim: fc.Arbitrary<Claim> = fc
  .integer({ min: 1, max: 12 })
  .chain((diagnoses) =>
    fc.record({
      diagnoses: fc.constant(CODES.slice(0, diagnoses)),
      lines: fc.array(line(diagnoses), { minLength: 1, maxLength: 50 }),
      names: fc.tuple(name, name, name, name, name, name),
      middle: fc.option(anyName),
      street: name,
      account: fc.integer({ min: 1, max: 9999 }),
      special: caseOf,
      relationship: fc.constantFrom('self', 'spouse', 'child', 'other'),
      isPerson: fc.boolean(),
      rendersItself: fc.boolean(),
      isSigned: fc.boolean(),
      onsetDate: fc.option(date),
      paid: fc.integer({ min: 0, max: 5000 }).map(cents),
      referringNpi: fc.option(fc.constant('1000000004')),
      groupNumber: fc.option(fc.constant('GRP-4471')),
    }),
  )
  .map((some): Claim => {
    const [first, last, subscriberFirst, subscriberLast, payer, referring] = some.names;
    const base = fullClaim();
    const account = `C2610${String(some.account).padStart(4, '0')}`;
    const lines = some.lines.map((one, index) => ({ ...one, control: `${account}L${String(index + 1)}` }));
    const address = { ...base.patient.address, street: some.street };
    const patient = {
      ...base.patient,
      firstName: first,
      lastName: last,
      middleInitial: some.middle,
      address,
    };
    const isSelf = some.relationship === 'self';
    return {
      ...base,
      ...some.special,
      account,
      payer: { ...(some.special.payer ?? base.payer), name: payer },
      billing: {
        ...base.billing,
        entity: some.isPerson ? 'person' : 'organization',
        firstName: some.isPerson ? 'Marisol' : null,
        lastName: some.isPerson ? 'Tenfold' : null,
        npi: some.rendersItself ? base.rendering.npi : base.billing.npi,
      },
      patient,
      relationship: some.relationship,
      subscriber: {
        ...base.subscriber,
        firstName: isSelf ? first : subscriberFirst,
        lastName: isSelf ? last : subscriberLast,
        middleInitial: isSelf ? some.middle : null,
        groupNumber: some.groupNumber,
      },
      diagnoses: some.diagnoses,
      lines,
      total: sum(lines.map(({ charge }) => charge)),
      amountPaid: some.paid,
      onsetDate: some.onsetDate,
      referring: { firstName: first, lastName: referring, credentials: 'MD', npi: some.referringNpi },
      releaseSigned: some.isSigned,
      benefitsAssigned: some.isSigned,
    };
  });
