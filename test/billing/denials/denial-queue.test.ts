import { denialQueue } from '../../../src/billing/denials/denial-queue';
import { lineAccounts } from '../../../src/billing/payments/line-account';
import type { BilledLine } from '../../../src/billing/records/billed-line';
import { cents, ZERO } from '../../../src/billing/values/cents';
import { addDays, type Day } from '../../../src/billing/values/day';
import { day } from '../../support/values';
import { payerOf } from '../claims/records';
import { contextOf, postWritten } from '../../support/remittance/post';
import {
  billedLine,
  type WrittenAdjustment,
  type WrittenLine,
  type WrittenRemittance,
} from '../../support/remittance/write-remittance';

const DATE = day('2026-10-05');
const ANSWERED = day('2026-11-09');
const line = billedLine({ control: 'L1', date: DATE });

function queue(
  service: Partial<WrittenLine>,
  {
    register = [line],
    daysToAppeal = 180 as number | null,
    status = '4',
    followUps = new Map<string, Day>(),
  } = {},
) {
  const written: WrittenLine = {
    code: '97124',
    charge: cents(12000),
    paid: ZERO,
    date: DATE,
    control: 'L1',
    ...service,
  };
  const remittance: WrittenRemittance = {
    number: '1',
    date: ANSWERED,
    claims: [{ account: line.account, status, lines: [written] }],
  };
  const payers = [
    payerOf({ name: line.payer, payerId: '91062', inNetwork: true, daysToAppeal, daysToFollowUp: 30 }),
  ];
  const { postings } = postWritten([remittance], contextOf({ register, payers }));
  return denialQueue(lineAccounts(register, postings), { payers, today: addDays(ANSWERED, 10), followUps });
}

test.each<[string, WrittenAdjustment[], string, RegExp]>([
  ['filed too late', [['CO', '29', cents(12000)]], 'appeal', /277CA/],
  ['duplicate', [['OA', '18', cents(12000)]], 'find-first-claim', /first claim/],
  [
    'authorization missing, besides the contract',
    [
      ['CO', '45', cents(4000)],
      ['CO', '197', cents(8000)],
    ],
    'get-authorization',
    /retroactive/,
  ],
  ['a reason without words', [['CO', '270', cents(12000)]], 'read-statement', /payer's own words/],
])('%s: the next step', (_name, adjustments, next, advice) => {
  const [denial, ...more] = queue({ adjustments });
  expect(more).toEqual([]);
  expect(denial).toMatchObject({ next, amount: 12000, deniedOn: ANSWERED });
  expect(denial?.advice[0]).toMatch(advice);
});

test("the last day to appeal is the payer's own limit", () => {
  const [denial] = queue({ adjustments: [['CO', '50', cents(12000)]] });
  expect(denial).toMatchObject({
    appealBy: addDays(ANSWERED, 180),
    daysLeft: 170,
    followUp: addDays(ANSWERED, 30),
  });
});

test('a limit that is not known is said to be unknown', () => {
  const [denial] = queue({ adjustments: [['CO', '50', cents(12000)]] }, { daysToAppeal: null });
  expect(denial).toMatchObject({ appealBy: null, daysLeft: null });
  expect(denial?.appealWords).toMatch(
    /^Not known: the Payers table has no days to appeal for Cascade Health Plan/,
  );
});

test('a follow-up from the calls goes before the usual one', () => {
  const [denial] = queue(
    { adjustments: [['CO', '50', cents(12000)]] },
    { followUps: new Map([[line.account, day('2026-11-24')]]) },
  );
  expect(denial?.followUp).toBe(day('2026-11-24'));
});

test('an unprocessable claim is sent anew and not appealed', () => {
  const [denial] = queue({ adjustments: [['CO', '16', cents(12000)]], remarks: ['MA130', 'N286'] });
  expect(denial).toMatchObject({ next: 'correct', appealBy: null });
  expect(denial?.advice[0]).toMatch(/^Send a new claim/);
  expect(denial?.remarks.map(({ code, words }) => [code, words === null])).toEqual([
    ['MA130', false],
    ['N286', false],
  ]);
});

test('a pair that no modifier allows is not appealed', () => {
  const partner: BilledLine = billedLine({ control: 'L2', code: '97140', date: DATE });
  const [denial] = queue({ adjustments: [['CO', '236', cents(12000)]] }, { register: [line, partner] });
  expect(denial?.advice[0]).toMatch(/97124 and 97140 are never paid together \(indicator 0\)/);
});

test('a pair that a modifier may allow gets the usual advice', () => {
  const partner: BilledLine = billedLine({ control: 'L2', code: '98940', date: DATE });
  const [denial] = queue({ adjustments: [['CO', '236', cents(12000)]] }, { register: [line, partner] });
  expect(denial?.advice[0]).toBe('Take the code off or change the modifier.');
});

test('counts how often it was sent again, and links a duplicate to the first claim', () => {
  const first = billedLine({ control: 'L0', account: 'C26100000', date: DATE, billedOn: day('2026-10-15') });
  const [denial] = queue({ adjustments: [['OA', '18', cents(12000)]] }, { register: [first, line] });
  expect(denial).toMatchObject({ resubmissions: 1, firstClaim: 'C26100000' });
});

test('an amount refused in a paid line is in the queue, a contract reduction is not', () => {
  const refused: Partial<WrittenLine> = {
    paid: cents(6000),
    adjustments: [
      ['CO', '45', cents(4000)],
      ['CO', '151', cents(2000)],
    ],
  };
  expect(queue(refused, { status: '1' }).map(({ amount, next }) => [amount, next])).toEqual([
    [2000, 'appeal'],
  ]);
  expect(queue({ paid: cents(8000), adjustments: [['CO', '45', cents(4000)]] }, { status: '1' })).toEqual([]);
});

test('a denial of which nothing is left to pay is not in the queue', () => {
  const { postings } = postWritten(
    [
      {
        number: '1',
        date: ANSWERED,
        claims: [
          {
            account: line.account,
            status: '4',
            lines: [
              {
                ...{ code: '97124', charge: cents(12000), paid: ZERO, date: DATE, control: 'L1' },
                adjustments: [['CO', '50', cents(12000)]],
              },
            ],
          },
        ],
      },
    ],
    contextOf({ register: [line] }),
  );
  const [denial] = postings;
  const byClient = denial && {
    ...denial,
    ...{ key: 'c', payment: 'c', from: { kind: 'client' as const, name: line.client }, adjustments: [] },
    ...{ paid: line.charge, disputed: ZERO, denied: false, status: '' },
  };
  const context = { payers: [], today: addDays(ANSWERED, 10), followUps: new Map<string, Day>() };
  expect(denialQueue(lineAccounts([line], postings), context)).toHaveLength(1);
  expect(denialQueue(lineAccounts([line], [...postings, ...(byClient ? [byClient] : [])]), context)).toEqual(
    [],
  );
});
