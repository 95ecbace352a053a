import { prepareClaims } from '../../src/actions/claims/make-claims';
import { prepareSuperbills } from '../../src/actions/superbills/make-superbills';
import { onDesk } from '../support/desk';
import { CLIENT_NAMES, inventedPractice } from '../support/invented-practice';
import { workbookOf } from '../support/practice-workbook';
import { day } from '../support/values';

const HEADERS = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Status'];
const row = (date: string, minutes: string | number, status: string, charge: number) => [
  day(date),
  CLIENT_NAMES[0] ?? '',
  minutes,
  '97124',
  'M54.2',
  'Cascade Health Plan',
  charge,
  status,
];

test('What is left out of claims and superbills is named with its money, also rows that cannot be read', async () => {
  const rows = [
    row('2026-10-01', 60, 'kept', 120),
    row('2026-10-02', 60, 'no show', 110),
    row('2026-10-05', 60, 'no show', 120),
    row('2026-10-06', '60/90', 'kept', 100),
    row('2026-09-06', '60/90', 'kept', 70),
  ];
  const book = workbookOf({ Log: [HEADERS, ...rows] }, inventedPractice);
  const asked = { month: '2026-10', now: new Date(2026, 10, 2) };
  const { answer } = await onDesk(book, async (context) => ({
    claims: (await prepareClaims(context, asked)).report,
    superbills: (await prepareSuperbills(context, asked)).report,
  }));
  expect(answer.claims.leftOut).toBe('3 rows left out: 2 no-shows $230.00, 1 that cannot be read $100.00.');
  expect(answer.claims.notBilled.map(({ words }) => words)).toContain(
    'A cell cannot be read, as its finding says: Log!5.',
  );
  expect(answer.superbills.leftOut).toBe(
    '4 rows left out: 1 for a claim $120.00, 2 no-shows $230.00, 1 that cannot be read $100.00.',
  );
});
