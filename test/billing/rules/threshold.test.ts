import type { Finding } from '../../../src/billing/findings';
import { expectedPayments } from '../../../src/billing/payments/expected-payment';
import { checkSessions } from '../../../src/billing/rules/check-sessions';
import type { Records } from '../../../src/billing/rules/rule-contexts';
import { laterUnitLoss } from '../../../src/billing/codes/practice-expense';
import { cents } from '../../../src/billing/values/cents';
import { directoryOf } from '../../../src/billing/visits/directory';
import { day } from '../../support/values';
import { clientOf, feeOf, payerOf, practiceOf, sessionOf } from '../claims/records';

const MEDICARE = payerOf({ name: 'Medicare', kind: 'medicare', unitRule: 'CMS' });

interface Line {
  date: string;
  codes: string;
  credentials?: string;
}

/** Findings on the last line; a unit of 97110 is allowed $100.00, of 92507 $700.00, of 97530 $80.00. */
function found(lines: Line[], elsewhere: number | null, asked = '2026-01-02', prices = true): string {
  const client = clientOf({ payer: 'Medicare', diagnoses: ['M25.511'] });
  const sessions = lines.map(({ date, codes }, index) =>
    sessionOf({ date: day(date), client: client.name, codes, charge: cents(1_000_000 + index) }),
  );
  const fee = (code: string, amount: number) => feeOf(code, cents(amount), 'Medicare');
  const records: Records = {
    practice: practiceOf({ credentials: lines[0]?.credentials ?? 'PT' }),
    authorizations: [],
    benefits: [
      {
        client: client.name,
        payer: 'Medicare',
        planYearStarts: null,
        visitsPerYear: null,
        visitsUsedElsewhere: null,
        copay: null,
        coinsurancePercent: null,
        deductibleLeft: null,
        verifiedOn: day(asked),
        dollarsElsewhere: elsewhere === null ? null : cents(elsewhere * 100),
        cells: {},
      },
    ],
    fees: prices ? [fee('97110', 10000), fee('92507', 70000), fee('97530', 8000)] : [],
    sessions,
    earlierVisits: [],
    today: day('2027-01-31'),
  };
  const last = sessions.at(-1);
  const findings: Finding[] = checkSessions(last ? [last] : [], records, directoryOf([client], [MEDICARE]));
  return findings
    .filter(({ rule }) => /kx|therapy-dollars/.test(rule))
    .map(({ severity, rule }) => `${severity} ${rule}`)
    .join('; ');
}

describe('the yearly threshold of Medicare therapy', () => {
  test('case 61: $2,470 used and $80 more in 2026 need KX', () => {
    expect(found([{ date: '2026-06-01', codes: '97530-GP:15x1' }], 2470)).toBe('STOP kx-missing');
    expect(found([{ date: '2026-06-01', codes: '97530-GP-KX:15x1' }], 2470)).toBe('');
    expect(found([{ date: '2026-06-01', codes: '97530-GP:15x1' }], 2400)).toBe('');
  });

  test('case 62: physical and speech therapy share one amount', () => {
    const speech = { date: '2025-06-01', codes: '92507-GN' };
    expect(found([speech], 1800, '2025-01-02')).toBe('STOP kx-missing');
    expect(found([{ date: '2025-05-01', codes: '97110-GP:15x1' }, speech], 1700, '2025-01-02')).toBe(
      'STOP kx-missing',
    );
    expect(
      found([{ date: '2025-06-01', codes: '97530-GO:15x1', credentials: 'OTR' }], 1800, '2025-01-02'),
    ).toBe('');
  });

  test('case 64: each calendar year begins anew', () => {
    expect(found([{ date: '2024-12-30', codes: '97110-GP:15x1' }], 2400, '2024-12-01')).toBe(
      'STOP kx-missing',
    );
    expect(found([{ date: '2025-01-02', codes: '97110-GP:15x1' }], 2400, '2024-12-01')).toBe('');
  });

  test('case 65: KX at $600 attests to what is not needed', () => {
    expect(found([{ date: '2026-06-01', codes: '97110-GP-KX:15x1' }], 500)).toBe('WARN kx-not-needed');
  });

  test('own earlier visits of the year count, line by line', () => {
    const earlier = { date: '2026-05-01', codes: '97110-GP:15x1' };
    expect(found([earlier, { date: '2026-06-01', codes: '97110-GP:15x1' }], 2280)).toBe('');
    expect(found([earlier, { date: '2026-06-01', codes: '97110-GP:15x1' }], 2281)).toBe('STOP kx-missing');
  });

  test('over $3,000 the records may be asked for', () => {
    expect(found([{ date: '2026-06-01', codes: '97110-GP-KX:15x1' }], 2950)).toBe(
      'NOTE therapy-dollars-for-review',
    );
  });

  test('without allowed amounts nothing is added up, and that is told', () => {
    expect(found([{ date: '2026-06-01', codes: '97110-GP:15x1' }], 2470, '2026-01-02', false)).toBe(
      'NOTE therapy-dollars-not-known',
    );
  });
});

describe('what Medicare takes off later units', () => {
  const line = (code: string, units: number) =>
    ({ code, units, charge: cents(100_000) }) as Parameters<typeof expectedPayments>[0][number];
  const price = (code: string) => ({ amount: cents(code === '97124' ? 3029 : 3362), row: null });
  const allowed = (...lines: ReturnType<typeof line>[]) =>
    expectedPayments(lines, MEDICARE, null, price).lines.map((each) => each.allowed);

  test('case 76: the highest practice expense is paid in full, not the dearest', () => {
    expect(allowed(line('97112', 1), line('97124', 1))).toEqual([cents(2530), cents(3029)]);
  });

  test('case 77: four units of massage', () => {
    expect(allowed(line('97124', 4))).toEqual([cents(9371)]);
  });

  test.each([
    ['97124', 30.2],
    ['97112', 24.8],
    ['97110', 23.9],
    ['97140', 22.8],
    ['97161', 23.8],
    ['92507', 21.0],
  ])('a later unit of %s loses %d percent', (code, percent) =>
    expect(laterUnitLoss(code)).toBeCloseTo(percent, 1),
  );
});
