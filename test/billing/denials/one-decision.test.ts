import { KIND_ROWS } from '../../../src/billing/codes/adjustments/kind-table';
import { adjustmentCodes, adjustmentMeaning } from '../../../src/billing/codes/adjustments/kinds';
import { adjustmentReasons } from '../../../src/billing/codes/adjustments/reasons';
import { denialQueue } from '../../../src/billing/denials/denial-queue';
import { statementOf } from '../../../src/billing/documents/statement';
import { classifyLine } from '../../../src/billing/payments/classify-line';
import { isDenied, lineAccounts } from '../../../src/billing/payments/line-account';
import { cents, ZERO } from '../../../src/billing/values/cents';
import { addDays } from '../../../src/billing/values/day';
import { day } from '../../support/values';
import { CASCADE, contextOf, postWritten } from '../../support/remittance/post';
import { billedLine, type WrittenAdjustment } from '../../support/remittance/write-remittance';

const line = billedLine({ control: 'L1', date: day('2026-10-05') });
const today = day('2026-11-14');

type Answer = [status: string, paid: number, adjustments: WrittenAdjustment[]];

function decisions(...answers: Answer[]) {
  const service = { code: '97124', charge: cents(12000), date: line.date, control: 'L1' };
  const remittances = answers.map(([status, paid, adjustments], index) => ({
    number: String(index + 1),
    date: addDays(day('2026-11-09'), index),
    claims: [{ account: line.account, status, lines: [{ ...service, paid: cents(paid), adjustments }] }],
  }));
  const { postings } = postWritten(remittances, contextOf({ register: [line] }));
  const accounts = lineAccounts([line], postings);
  const [account] = accounts;
  if (!account) throw new Error('no account');
  const { owes } = statementOf({ accounts, asOf: today, from: null, credit: ZERO });
  return {
    denied: isDenied(account),
    queued: denialQueue(accounts, { payers: [CASCADE], today, followUps: new Map() }).length === 1,
    month: classifyLine(account, { expected: null, payer: CASCADE, today }).word,
    owes,
  };
}

const DENIED: [about: string, status: string, adjustments: WrittenAdjustment[]][] = [
  ['under OA', '4', [['OA', '18', cents(12000)]]],
  ['under PR, for no share of the plan', '4', [['PR', '96', cents(12000)]]],
  ['under PI', '4', [['PI', '50', cents(12000)]]],
  ['as processed, and not as denied (CLP02 1)', '1', [['CO', '197', cents(12000)]]],
  [
    'with a contract’s part beside it',
    '1',
    [
      ['CO', '45', cents(4000)],
      ['CO', '50', cents(8000)],
    ],
  ],
  ['with the budget cut alone (CO-253)', '1', [['CO', '253', cents(12000)]]],
];

test.each(DENIED)('denied %s: queue, month and statement say the same', (_, status, adjustments) => {
  const { month, ...others } = decisions([status, 0, adjustments]);
  expect(others).toEqual({ denied: true, queued: true, owes: ZERO });
  expect(month).toBe(adjustments.some(([, reason]) => reason === '18') ? 'duplicate' : 'denied');
});

test.each<[string, string, number, WrittenAdjustment[], number]>([
  [
    'all of it is the deductible, whatever CLP02 says',
    '4',
    0,
    [
      ['CO', '45', cents(4000)],
      ['PR', '1', cents(8000)],
    ],
    8000,
  ],
  ['something was paid', '1', 5000, [['CO', '45', cents(7000)]], 0],
  [
    'paid less the budget cut',
    '1',
    7840,
    [
      ['CO', '45', cents(4000)],
      ['CO', '253', cents(160)],
    ],
    0,
  ],
])('not denied where %s', (_, status, paid, adjustments, owes) => {
  const decided = decisions([status, paid, adjustments]);
  expect([decided.denied, decided.queued, decided.owes]).toEqual([false, false, owes]);
  expect(decided.month).not.toBe('denied');
});

test('a line that was paid is not denied by the answer to a claim that was sent once more', () => {
  const { denied, month } = decisions(
    [
      '1',
      6000,
      [
        ['CO', '45', cents(4000)],
        ['PI', '50', cents(2000)],
      ],
    ],
    ['1', 0, [['CO', '29', cents(12000)]]],
  );
  expect([denied, month]).toEqual([false, 'payment missing']);
});

test('every reason of which there are words has its meaning, and every meaning its source', () => {
  const known = new Set(adjustmentCodes());
  expect(adjustmentReasons().filter(({ code }) => !known.has(code))).toEqual([]);
  for (const code of known) {
    const { kind, of, source } = adjustmentMeaning(code);
    expect(source).toMatch(/^X12 list of claim adjustment reason codes .+: \S.{4,}/);
    expect([code, of !== null]).toEqual([code, kind === 'denial']);
  }
});

test('no reason has two rows, and a judgement of ours says why', () => {
  const codes = KIND_ROWS.map(([code]) => code);
  expect(codes).toHaveLength(new Set(codes).size);
  expect(adjustmentMeaning('P5').source).toMatch(/reasonable.*Our judgement: no contract or law waives it/);
});

test('a reason of no row is a denial of which nothing more is known', () => {
  expect(adjustmentMeaning('299')).toMatchObject({ kind: 'denial', of: null });
});
