import { VisitLimits } from '../../../src/billing/visit-limits/visits-left';
import { visitsLeftWords } from '../../../src/billing/visit-limits/words';
import { cents } from '../../../src/billing/values/cents';
import { addDays, isoOf } from '../../../src/billing/values/day';
import { day } from '../../support/values';
import { clientOf, feeOf, payerOf, sessionOf } from '../claims/records';

const MEDICARE = payerOf({ name: 'Medicare', kind: 'medicare', unitRule: 'CMS', authorizationNeeded: false });

function left(codes: string, dates: string[], asOf: string, elsewhere: number | null = null): string {
  const client = clientOf({ payer: 'Medicare', diagnoses: ['M54.50'] });
  const limits = new VisitLimits({
    practice: null,
    authorizations: [],
    benefits:
      elsewhere === null
        ? []
        : [
            {
              client: client.name,
              payer: 'Medicare',
              planYearStarts: null,
              visitsPerYear: null,
              visitsUsedElsewhere: null,
              copay: null,
              coinsurancePercent: null,
              deductibleLeft: null,
              verifiedOn: day('2026-02-01'),
              dollarsElsewhere: cents(elsewhere * 100),
              cells: {},
            },
          ],
    sessions: dates.map((date) =>
      sessionOf({ date: day(date), client: client.name, codes, charge: cents(50_000), payer: 'Medicare' }),
    ),
    sessionFindings: [],
    billed: [],
    clients: [client],
    payers: [MEDICARE],
    fees: [feeOf('97530', cents(10_000), 'Medicare')],
    tableFindings: [],
    registerFaults: [],
    today: day('2026-11-02'),
  });
  const answer = limits.visitsLeft({ client: client.name, asOf: day(asOf), payer: null });
  return answer.outcome === 'known' ? visitsLeftWords({ ...answer, unknown: [] }, day(asOf)) : answer.words;
}

test('therapy dollars without KX are visits like the latest, with what other clinics used', () => {
  expect(left('97530-GP:15', ['2026-03-02', '2026-03-09'], '2026-03-31', 1000)).toBe(
    "12 left: Medicare's physical and speech therapy of 2026 without KX, $1,200.00 of $2,480.00 used ($1,000.00 elsewhere), to 12/31/2026, beyond it with KX",
  );
});

test('a new calendar year begins with nothing used', () => {
  expect(left('97530-GO:15', ['2025-12-29', '2026-01-05'], '2026-01-31')).toContain(
    "23 left: Medicare's occupational therapy of 2026 without KX, $100.00 of $2,480.00 used,",
  );
});

test('without a price that Medicare allows it says so', () => {
  expect(left('97110-GP:15', ['2026-03-02'], '2026-03-31')).toContain(
    'What Medicare allows for each code is not in the Fees table',
  );
});

test('acupuncture: 12 visits in 90 days, 20 in twelve months', () => {
  const weekly = (count: number, gap = 7) =>
    Array.from({ length: count }, (_, index) => isoOf(addDays(day('2026-01-05'), index * gap)));
  expect(left('97810:15', weekly(10), '2026-03-31')).toContain(
    '2 left: Medicare acupuncture in 90 days, 10 of 12 visits used, to 04/05/2026',
  );
  expect(left('97810:15', weekly(18), '2026-05-05')).toContain(
    '2 left: Medicare acupuncture in twelve months',
  );
});
