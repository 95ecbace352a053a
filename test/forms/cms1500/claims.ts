import type { Claim, ServiceLine } from '../../../src/billing/claims/claim';
import { cents, sum } from '../../../src/billing/values/cents';
import { day } from '../../support/values';

function line(number: number, iso: string, change: Partial<ServiceLine> = {}): ServiceLine {
  return {
    control: `2608-014-${String(number)}`,
    date: day(iso),
    code: '97124',
    modifiers: [],
    pointers: [1],
    charge: cents(12000),
    units: 4,
    minutes: 60,
    sessions: [],
    ...change,
  };
}

/** A commercial claim with every box filled that such a claim can fill; all people are invented. */
export function fullClaim(change: Partial<Claim> = {}): Claim {
  const claim: Claim = {
    account: '2608-014',
    payer: {
      name: 'Cedar Coast Health Plan, Inc.',
      kind: 'commercial',
      payerId: '99001',
      address: { street: 'P.O. Box 5500', city: 'Spokane', state: 'WA', zip: '99201-0550' },
      filingCode: 'CI',
    },
    billing: {
      entity: 'organization',
      name: 'Quiet Harbor Massage, LLC',
      firstName: null,
      lastName: null,
      npi: '1234567893',
      taxId: '12-3456789',
      taxIdType: 'EIN',
      taxonomy: '225700000X',
      address: { street: '418 N. Example Street, #2', city: 'Bellingham', state: 'WA', zip: '98225-4187' },
      phone: '(360) 555-0142',
    },
    rendering: {
      firstName: 'Marisol',
      lastName: 'Tenfold',
      credentials: 'L.M.T.',
      npi: '1999999992',
      taxonomy: null,
    },
    patient: {
      firstName: 'Zoë',
      lastName: 'O’Sample-Reed',
      middleInitial: 'Q.',
      birthDate: day('1985-03-07'),
      sex: 'F',
      address: { street: '77 Made-Up Lane, Apt. 3', city: 'Mount Vernon', state: 'WA', zip: '98273-0077' },
      phone: '360-555-0111',
    },
    subscriber: {
      firstName: 'Theodore',
      lastName: 'Sample',
      middleInitial: null,
      birthDate: day('1983-12-24'),
      sex: 'M',
      address: { street: '77 Made-Up Lane, Apt. 3', city: 'Mount Vernon', state: 'WA', zip: '98273' },
      memberId: 'ccx 100-200-300',
      groupNumber: 'GRP-4471',
      planName: 'Cedar Coast Preferred (Gold)',
    },
    relationship: 'spouse',
    accident: null,
    employer: null,
    propertyCasualtyClaimNumber: null,
    onsetDate: day('2026-07-01'),
    referring: { firstName: 'Anna', lastName: 'Prescriber', credentials: 'M.D.', npi: '1000000004' },
    priorAuthorization: 'PA-2026-0815',
    diagnoses: ['M54.50', 'M54.2', 'S13.4XXD', 'G44.219'],
    lines: [
      line(1, '2026-08-03', { modifiers: ['59', 'GP'], pointers: [1, 2] }),
      line(2, '2026-08-10', { code: '97110', units: 2, charge: cents(9550), pointers: [3, 1, 2, 4] }),
    ],
    placeOfService: '11',
    acceptsAssignment: true,
    releaseSigned: true,
    benefitsAssigned: true,
    total: cents(21550),
    amountPaid: cents(4000),
    frequency: '1',
    originalReference: null,
  };
  return { ...claim, ...change };
}

/** Seven visits: two pages. */
export function sevenLines(): Claim {
  const dates = ['08-03', '08-05', '08-10', '08-12', '08-17', '08-19', '08-24'];
  const lines = dates.map((date, index) => line(index + 1, `2026-${date}`, { charge: cents(10000 + index) }));
  return fullClaim({
    lines,
    total: sum(lines.map(({ charge }) => charge)),
    amountPaid: cents(65000),
  });
}
