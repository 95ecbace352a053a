import { expectationsOf } from '../../../src/billing/month/expectations';
import type { Benefit } from '../../../src/billing/records/practice';
import { cents, ZERO } from '../../../src/billing/values/cents';
import { day } from '../../support/values';
import { feeOf, payerOf } from '../claims/records';
import { billedLine } from '../../support/remittance/write-remittance';

const PAYER = payerOf({ name: 'Cascade Health Plan', aliases: ['CHP'], inNetwork: true });
const fees = [{ ...feeOf('97124', cents(2000)), payer: PAYER.name }];
const ana: Benefit = {
  client: 'Ruiz, Ana',
  payer: 'CHP',
  planYearStarts: day('2025-07-01'),
  visitsPerYear: null,
  visitsUsedElsewhere: null,
  copay: ZERO,
  coinsurancePercent: 0,
  deductibleLeft: cents(10000),
  verifiedOn: day('2026-09-01'),
  dollarsElsewhere: null,
  cells: {},
};

/** Four units, 80.00 allowed. */
const visit = (iso: string, some = {}) =>
  billedLine({ control: iso, date: day(iso), client: 'Ana Ruiz', payer: PAYER.name, ...some });

function payments(benefits: Benefit[], dates: string[], asOf = '2026-10-31') {
  const tables = { practice: null, payers: [PAYER], clients: [], fees, benefits };
  const expected = expectationsOf(
    dates.map((date) => visit(date)),
    tables,
    day(asOf),
  );
  return dates.map((date) => expected.get(date)?.payment ?? null);
}

test.each<[string, Benefit[], string[], (number | null)[]]>([
  [
    'uses up the deductible in order of visits, however they are written down',
    [ana],
    ['2026-10-12', '2026-10-05', '2026-10-19'],
    [6000, 0, 8000],
  ],
  ['is not known before the plan was asked', [ana], ['2026-08-31', '2026-09-01'], [null, 0]],
  ['is not known in another plan year', [ana], ['2027-06-30', '2027-07-01'], [0, null]],
  [
    'takes the plan year of the month where no day is written',
    [{ ...ana, verifiedOn: null }],
    ['2026-06-30', '2026-10-05'],
    [null, 0],
  ],
  [
    'takes the row verified last',
    [ana, { ...ana, deductibleLeft: ZERO, verifiedOn: day('2026-09-15') }],
    ['2026-10-05'],
    [8000],
  ],
  [
    'takes the row of the payer before one for all',
    [{ ...ana, payer: null, deductibleLeft: ZERO }, ana],
    ['2026-10-05'],
    [0],
  ],
  ['is not known where the plan was not asked', [], ['2026-10-05'], [null]],
])('the expected payment %s', (_name, benefits, dates, expected) => {
  expect(payments(benefits, dates)).toEqual(expected);
});

test('nothing is expected of a payer that is not in the table', () => {
  const tables = { practice: null, payers: [PAYER], clients: [], fees, benefits: [ana] };
  expect(expectationsOf([visit('2026-10-05', { payer: 'Other' })], tables, day('2026-10-31')).size).toBe(0);
});
