import type { Claim, ServiceLine } from '../../../src/billing/claims/claim';
import { cents, multiply, sum, ZERO } from '../../../src/billing/values/cents';
import { addDays } from '../../../src/billing/values/day';
import { fullClaim } from '../../forms/cms1500/claims';
import { day } from '../../support/values';

/** A claim that no clearinghouse would send back. */
export function cleanClaim(change: Partial<Claim> = {}): Claim {
  return fullClaim({ account: 'C26080001', ...change });
}

const base = cleanClaim();
const [first] = base.lines;
if (!first) throw new Error('The clean claim has no line.');
const line = (change: Partial<ServiceLine>): Partial<Claim> => {
  const lines = [{ ...first, ...change }];
  return { lines, total: sum(lines.map(({ charge }) => charge)), amountPaid: ZERO };
};
const many = (count: number): ServiceLine[] =>
  Array.from({ length: count }, (_, index) => ({
    ...first,
    control: `L${String(index)}`,
    date: addDays(first.date, -index),
  }));
const payer = (change: Partial<Claim['payer']>): Partial<Claim> => ({ payer: { ...base.payer, ...change } });
const billing = (change: Partial<Claim['billing']>): Partial<Claim> => ({
  billing: { ...base.billing, ...change },
});
const street = (text: string): Partial<Claim> =>
  billing({ address: { ...base.billing.address, street: text } });
const zip = (text: string): Partial<Claim> => billing({ address: { ...base.billing.address, zip: text } });
const member = (memberId: string): Partial<Claim> => ({ subscriber: { ...base.subscriber, memberId } });
const THIRTEEN = ['M54.50', 'M54.2', 'M54.6', 'M79.18', 'G44.209', 'S13.4XXA', 'M25.511'].concat([
  'M62.830',
  'M99.01',
  'M54.16',
  'M79.7',
  'R51.9',
  'M25.512',
]);

/** What to change of the clean claim, the rule that must find it, and how bad it is. */
export const CASES: readonly [
  what: string,
  change: Partial<Claim>,
  rule: string,
  severity: 'STOP' | 'WARN' | 'NOTE',
][] = [
  ['a payer without an id', payer({ payerId: null }), 'payer-id-absent', 'STOP'],
  ['a payer id of one character', payer({ payerId: '9' }), 'payer-id-odd', 'WARN'],
  ['a filing code of nobody', payer({ filingCode: 'XY' }), 'filing-code-unknown', 'STOP'],
  ['a commercial payer without a filing code', payer({ filingCode: null }), 'filing-code-by-kind', 'NOTE'],
  ['a payer whose name is all signs', payer({ name: '***' }), 'name-not-writable', 'STOP'],
  [
    'a client named in another script',
    { patient: { ...base.patient, lastName: 'Ли' } },
    'name-not-writable',
    'STOP',
  ],
  ['a member id of blanks', member('  '), 'member-id-absent', 'STOP'],
  ['a member id of nines', member('999999999'), 'member-id-not-sane', 'STOP'],
  ['a member id that says TBD', member('TBD'), 'member-id-not-sane', 'STOP'],
  ['a billing NPI that fails its check digit', billing({ npi: '1234567890' }), 'billing-npi-wrong', 'STOP'],
  [
    'a rendering NPI that fails its check digit',
    { rendering: { ...base.rendering, npi: '1234567983' } },
    'rendering-npi-wrong',
    'STOP',
  ],
  ['a tax id of eight digits', billing({ taxId: '1234567' }), 'tax-id-wrong', 'STOP'],
  ['no taxonomy', billing({ taxonomy: null }), 'taxonomy-absent', 'WARN'],
  ['a taxonomy that is none', billing({ taxonomy: '225700000' }), 'taxonomy-wrong', 'STOP'],
  ['a P.O. box', street('P.O. Box 12'), 'billing-post-office-box', 'STOP'],
  ['a PO Box written otherwise', street('PO box 12'), 'billing-post-office-box', 'STOP'],
  ['a post office box written out', street('Post Office Box 12'), 'billing-post-office-box', 'STOP'],
  ['a practice without a street', street(''), 'billing-address-incomplete', 'STOP'],
  ['a practice with a ZIP of five digits', zip('98225'), 'billing-zip-short', 'STOP'],
  ['a practice with four zeros for ZIP+4', zip('98225-0000'), 'billing-zip-zeros', 'WARN'],
  [
    'a client without a city',
    { patient: { ...base.patient, address: { ...base.patient.address, city: null } } },
    'patient-address-incomplete',
    'STOP',
  ],
  [
    'a birth date after today',
    { patient: { ...base.patient, birthDate: day('2026-12-24') } },
    'birth-date-in-future',
    'STOP',
  ],
  [
    'a birth date after the service',
    { patient: { ...base.patient, birthDate: day('2026-08-04') } },
    'service-before-birth',
    'STOP',
  ],
  ['a place of service that is none', { placeOfService: '77' }, 'place-of-service-wrong', 'STOP'],
  [
    'a referring provider without an NPI',
    { referring: { firstName: 'Anna', lastName: 'Prescriber', credentials: 'MD', npi: null } },
    'referring-npi-absent',
    'WARN',
  ],
  [
    'a referring NPI of nine digits',
    { referring: { firstName: 'Anna', lastName: 'Prescriber', credentials: 'MD', npi: '123456789' } },
    'referring-npi-wrong',
    'STOP',
  ],
  [
    'an auto claim without a claim number',
    {
      ...payer({ kind: 'auto', filingCode: 'AM' }),
      accident: { kind: 'auto', date: day('2026-06-15'), state: 'WA' },
    },
    'case-number-absent',
    'STOP',
  ],
  [
    'an auto accident without a state',
    { accident: { kind: 'auto', date: day('2026-06-15'), state: null } },
    'auto-accident-without-state',
    'STOP',
  ],
  [
    'an accident after the visit',
    { accident: { kind: 'other', date: day('2026-08-04'), state: null } },
    'accident-after-services',
    'STOP',
  ],
  ['an onset after every visit', { onsetDate: day('2026-09-01') }, 'onset-after-service', 'STOP'],
  ['no diagnosis', { diagnoses: [], ...line({ pointers: [] }) }, 'diagnosis-missing', 'STOP'],
  ['13 diagnoses', { diagnoses: THIRTEEN }, 'too-many-diagnoses', 'STOP'],
  ['a diagnosis twice', { diagnoses: ['M54.50', 'M54.2', 'm5450', 'G44.219'] }, 'diagnosis-twice', 'STOP'],
  [
    'a diagnosis that is none',
    { diagnoses: ['back pain', 'M54.2', 'M54.6', 'M79.7'] },
    'diagnosis-unreadable',
    'STOP',
  ],
  ['a line that points at nothing', line({ pointers: [] }), 'pointer-missing', 'STOP'],
  ['a fifth pointer', line({ pointers: [1, 2, 3, 4, 1] }), 'too-many-pointers', 'STOP'],
  ['a pointer to an absent diagnosis', line({ pointers: [1, 5] }), 'pointer-to-absent-diagnosis', 'STOP'],
  ['a pointer to diagnosis zero', line({ pointers: [0] }), 'pointer-to-absent-diagnosis', 'STOP'],
  ['a code of four characters', line({ code: '9712' }), 'procedure-unreadable', 'STOP'],
  ['a fifth modifier', line({ modifiers: ['59', 'GP', 'KX', '76', 'XS'] }), 'too-many-modifiers', 'STOP'],
  ['a modifier of one character', line({ modifiers: ['5'] }), 'modifier-unreadable', 'STOP'],
  ['a date of service in the future', line({ date: day('2026-09-03') }), 'service-in-future', 'STOP'],
  ['no line', { lines: [], total: ZERO, amountPaid: ZERO }, 'claim-without-lines', 'STOP'],
  ['51 lines', { lines: many(51), total: multiply(first.charge, 51) }, 'too-many-lines', 'STOP'],
  ['a charge of zero', line({ charge: ZERO }), 'charge-zero', 'STOP'],
  ['a negative charge', line({ charge: cents(-12000) }), 'charge-negative', 'STOP'],
  [
    'a charge beyond exact cents',
    line({ charge: multiply(cents(2 ** 53 - 1), 2) }),
    'charge-no-amount',
    'STOP',
  ],
  ['a total that is not the sum', { total: cents(21551) }, 'total-differs', 'STOP'],
  ['a negative payment', { amountPaid: cents(-1) }, 'paid-negative', 'STOP'],
  ['a payment above the total', { amountPaid: cents(21551) }, 'paid-more-than-charged', 'WARN'],
  ['half a unit', line({ units: 0.5 }), 'units-not-possible', 'STOP'],
  ['no line number', line({ control: '' }), 'line-number-missing', 'STOP'],
  ['a line number of 31 characters', line({ control: 'L'.repeat(31) }), 'line-number-too-long', 'STOP'],
  [
    'one line number on two lines',
    { lines: [first, { ...first, date: addDays(first.date, 1) }], total: multiply(first.charge, 2) },
    'line-number-twice',
    'STOP',
  ],
  [
    'one service on two lines',
    { lines: [first, { ...first, control: 'other' }], total: multiply(first.charge, 2) },
    'service-twice',
    'WARN',
  ],
  ['a correction without the original', { frequency: '7' }, 'correction-without-original', 'STOP'],
  ['an original that names another claim', { originalReference: '77' }, 'original-with-reference', 'WARN'],
  ['a frequency of 2', { frequency: '2' as '1' }, 'frequency-unknown', 'STOP'],
  ['no account number', { account: ' ' }, 'account-absent', 'STOP'],
  ['an account number of 39 characters', { account: 'A'.repeat(39) }, 'account-too-long', 'STOP'],
  ['an account number with a delimiter', { account: 'A*1' }, 'number-not-writable', 'STOP'],
];
