import type { Superbill, SuperbillRow } from '../../../src/billing/superbills/superbill';
import { cents, minus, sum } from '../../../src/billing/values/cents';
import { day } from '../../support/values';

export function row(iso: string, change: Partial<SuperbillRow> = {}): SuperbillRow {
  return {
    control: `2608-021-${iso}`,
    date: day(iso),
    placeOfService: '11',
    code: '97124',
    modifiers: [],
    units: 4,
    minutes: 60,
    diagnoses: ['M54.50', 'M54.2'],
    charge: cents(12000),
    paid: cents(12000),
    sessions: [],
    ...change,
  };
}

export function superbill(rows: SuperbillRow[], change: Partial<Superbill> = {}): Superbill {
  const charged = sum(rows.map(({ charge }) => charge));
  const paid = sum(rows.map((each) => each.paid));
  return {
    kind: 'superbill',
    account: '2608-021',
    month: '2026-08',
    client: {
      name: 'Ines Fictiva',
      firstName: 'Ines',
      lastName: 'Fictiva',
      middleInitial: 'B',
      birthDate: day('1979-11-30'),
      address: { street: '9 Storybook Court', city: 'Ferndale', state: 'WA', zip: '98248' },
      phone: '3605550177',
      payer: 'Larch Mutual',
      memberId: 'LM-889-001',
      groupNumber: '7700',
      relationship: 'spouse',
      subscriberFirstName: 'Otto',
      subscriberLastName: 'Fictiva',
    },
    practice: {
      name: 'Quiet Harbor Massage, LLC',
      therapist: 'Marisol Tenfold',
      credentials: 'LMT',
      license: 'MA60000001',
      licenseState: 'WA',
      npi: '1234567893',
      renderingNpi: '1999999992',
      taxId: '123456789',
      taxIdType: 'EIN',
      address: { street: '418 N Example Street', city: 'Bellingham', state: 'WA', zip: '98225-4187' },
      phone: '360-555-0142',
      email: 'marisol@quietharbor.example',
    },
    referring: { firstName: 'Anna', lastName: 'Prescriber', credentials: 'MD', npi: '1000000004' },
    diagnoses: ['M54.50', 'M54.2'],
    rows,
    charged,
    paid,
    balance: minus(charged, paid),
    ...change,
  };
}

/** Nineteen services: more than a page. */
export function longMonth(): Superbill {
  return superbill(
    Array.from({ length: 19 }, (_, index) =>
      row(`2026-08-${String(index + 1).padStart(2, '0')}`, {
        charge: cents(10000 + index),
        paid: cents(5000),
      }),
    ),
  );
}
