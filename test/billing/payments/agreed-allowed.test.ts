import { expectationsOf } from '../../../src/billing/month/expectations';
import { agreedPrices, allowedFindings } from '../../../src/billing/payments/agreed-allowed';
import type { Fee } from '../../../src/billing/records/practice';
import { cents } from '../../../src/billing/values/cents';
import { day } from '../../support/values';
import { clientOf, feeOf, payerOf } from '../claims/records';
import { billedLine } from '../../support/remittance/write-remittance';

const PAYER = payerOf({ name: 'Cascade Health Plan', aliases: ['CHP'], inNetwork: true });

/** `2150 2026-07-01 2026-12-31`: allowed cents, from, to; `-` for an open end. */
function row(written: string, payer: string | null = 'CHP', fee: number | null = null): Fee {
  const [amount = '0', from = '-', to = '-'] = written.split(' ');
  const at = (iso: string) => (iso === '-' ? null : day(iso));
  const base = feeOf('97124', cents(fee ?? 0), payer);
  return {
    ...base,
    fee: fee === null ? null : cents(fee),
    allowed: cents(Number(amount)),
    allowedFrom: at(from),
    allowedTo: at(to),
  };
}

const cases: [string, Fee[], [iso: string, allowed: number | null][]][] = [
  [
    'the amount of the date of service holds, its first and last day included',
    [row('2000 - 2026-06-30'), row('2150 2026-07-01 2026-12-31')],
    [
      ['2025-01-01', 2000],
      ['2026-06-30', 2000],
      ['2026-07-01', 2150],
      ['2026-12-31', 2150],
      ['2027-01-01', null],
    ],
  ],
  [
    'it goes before the fee of a row that names the payer',
    [row('2150 2026-07-01', 'Cascade Health Plan', 3000)],
    [
      ['2026-07-01', 2150],
      ['2026-06-30', null],
    ],
  ],
  [
    'without an allowed amount the fee of the payer is what was agreed',
    [feeOf('97124', cents(1900), 'CHP')],
    [['2026-07-01', 1900]],
  ],
  ['the fee for everyone is no agreement', [feeOf('97124', cents(3000))], [['2026-07-01', null]]],
  ['an amount without a payer is used for nobody', [row('2150', null)], [['2026-07-01', null]]],
  [
    'of two amounts for one date neither is used',
    [row('2150'), row('2000 2026-07-01')],
    [
      ['2026-06-30', 2150],
      ['2026-07-01', null],
    ],
  ],
];

test.each(cases)('%s', (_name, fees, expected) => {
  const priceOf = agreedPrices(fees);
  expect(expected.map(([iso]) => [iso, priceOf('97124', PAYER, day(iso))])).toEqual(expected);
});

test('what cannot be used as it stands is told', () => {
  const fees = [row('2150', null), row('2000 2026-07-01 2026-06-30'), row('2150'), row('2200 2026-10-01')];
  expect(allowedFindings(fees).map(({ rule, message }) => [rule, message])).toEqual([
    [
      'allowed-without-payer',
      'The Fees table has an allowed amount of $21.50 for 97124 and no payer, so it is used for nobody.',
    ],
    [
      'allowed-dates-backwards',
      'The allowed amount of $20.00 for 97124 ends on 06/30/2026, before it begins on 07/01/2026, so it is never used.',
    ],
    [
      'allowed-two-amounts',
      'The Fees table says that CHP allows $21.50 and $22.00 for 97124 from 10/01/2026 on, so neither is used there.',
    ],
  ]);
});

const LNI = payerOf({ name: 'Washington L&I', kind: 'workers-comp', preset: 'wa-lni', inNetwork: true });

test.each<[string, string, typeof LNI, (number | null)[]]>([
  ['nothing is expected beyond what L&I pays for a day', '2026-05-05', LNI, [8000, 3209]],
  ['where the maximum of a date was not found, none is taken off', '2026-08-05', LNI, [8000, 6000]],
  [
    'a maximum of the Payers table holds for any payer',
    '2026-08-05',
    { ...PAYER, name: LNI.name, dailyMaximum: cents(9000) },
    [8000, 1000],
  ],
])('%s', (_name, iso, payer, allowed) => {
  const fees = [feeOf('97124', cents(2000), LNI.name), feeOf('97140', cents(3000), LNI.name)];
  const lines = [
    billedLine({
      control: 'L1',
      payer: LNI.name,
      date: day(iso),
      code: '97124',
      units: 4,
      charge: cents(12000),
    }),
    billedLine({
      control: 'L2',
      payer: LNI.name,
      date: day(iso),
      code: '97140',
      units: 2,
      charge: cents(9000),
    }),
  ];
  const tables = { practice: null, payers: [payer], clients: [clientOf({})], fees, benefits: [] };
  const expected = expectationsOf(lines, tables, day('2026-12-31'));
  expect([...expected.values()].map((each) => each.allowed)).toEqual(allowed);
});
