import type { Book } from '../../../desk/book/book';
import { prepareCall, type CallToLog } from '../../../src/actions/denials/log-call';
import { readMonthScreen, type MonthScreen } from '../../../src/actions/month-end/month-screen';
import { addDays } from '../../../src/billing/values/day';
import { contentsOf, onDesk } from '../../support/desk';
import { inventedPractice } from '../../support/invented-practice';
import { workbookOf } from '../../support/practice-workbook';
import { act, rowsOf, undo } from '../../support/remittance/payments-desk';
import { day, usd } from '../../support/values';

const asked = { now: new Date(2026, 10, 22, 9, 0) };
const ADA = { client: 'Ada Applegate', payer: 'Cascade Health Plan', kind: 'Claim' };
const made = { billed: 12000, balance: 12000, madeOn: day('2026-10-06'), run: '2026-10 claims' };
const line = { ...ADA, date: day('2026-10-05'), code: '97124', units: 4, charge: 12000 };

/** A claim that was denied, replaced by a corrected one, and that was denied again. */
function bookOf(): Book {
  const [payer, ...payers] = inventedPractice.Payers ?? [];
  const sessions = [
    ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Status'],
    [day('2026-10-05'), 'Ada Applegate', 60, '97124', 'M54.2', 'Cascade Health Plan', 120, 'kept'],
  ];
  return workbookOf(
    { Sessions: sessions },
    {
      ...inventedPractice,
      Payers: [{ ...payer, inNetwork: true, daysToAppeal: 180, daysToFollowUp: 30 }, ...payers],
      Claims: [
        { ...ADA, ...made, account: 'C26100001', status: 'Replaced' },
        { ...ADA, ...made, account: 'C26100002', status: 'Denied', madeOn: day('2026-10-20') },
      ],
      ClaimLines: [
        { ...line, account: 'C26100001', control: 'C26100001L1' },
        { ...line, account: 'C26100002', control: 'C26100002L1' },
      ],
      Payments: ['C26100001', 'C26100002'].map((account, index) => ({
        received: addDays(day('2026-10-15'), 20 * index),
        from: 'Cascade Health Plan',
        account,
        paid: 0,
        reasons: 'CO-50 120.00',
      })),
    },
  );
}

const call: CallToLog = {
  account: 'c26100002',
  kind: 'call',
  on: '2026-11-20',
  spokeWith: 'Pat, =1+1',
  reference: 'R-77',
  said: 'Notes are missing; fax them.',
  followUp: '2026-12-01',
};

async function screenOf(book: Book): Promise<MonthScreen> {
  const { answer } = await onDesk(book, (context) =>
    readMonthScreen(context, { ...asked, month: '2026-11' }),
  );
  return answer;
}

test('the queue says what is open, until when it can be appealed, and how often it was sent before', async () => {
  const { report, claims } = await screenOf(bookOf());
  expect(report?.asOf).toBe(day('2026-11-22'));
  expect(report?.denials).toMatchObject([
    {
      line: { account: 'C26100002' },
      amount: usd('120.00'),
      deniedOn: day('2026-11-04'),
      appealBy: day('2027-05-03'),
      daysLeft: 162,
      resubmissions: 1,
      next: 'appeal',
      followUp: day('2026-12-04'),
    },
  ]);
  expect(claims).toMatchObject([{ account: 'C26100002', calls: [] }]);
});

test('a call is a row of the Calls table, in the queue at once, and Undo takes it away', async () => {
  const book = bookOf();
  const before = contentsOf(book);
  const { report } = await act(book, (context) => prepareCall(context, call, asked));
  expect(report).toEqual({
    action: 'log-call',
    account: 'C26100002',
    client: 'Ada Applegate',
    payer: 'Cascade Health Plan',
    kind: 'Call',
    on: day('2026-11-20'),
    followUp: day('2026-12-01'),
  });
  expect(rowsOf(book, 'Calls')).toEqual([
    {
      Date: day('2026-11-20'),
      Account: 'C26100002',
      Kind: 'Call',
      'Spoke with': 'Pat, =1+1',
      Reference: 'R-77',
      'What was said': 'Notes are missing; fax them.',
      'Follow up': day('2026-12-01'),
      Run: '2026-11 calls',
    },
  ]);
  const { report: month, claims } = await screenOf(book);
  expect(month?.denials).toMatchObject([{ followUp: day('2026-12-01') }]);
  expect(claims).toMatchObject([{ calls: [{ said: call.said }] }]);
  await act(book, (context) => prepareCall(context, { ...call, on: null, said: 'Faxed.' }, asked));
  expect(rowsOf(book, 'Calls').map((row) => row['Run'])).toEqual(['2026-11 calls', '2026-11 calls 2']);
  await undo(book);
  await undo(book);
  expect(contentsOf(book)).toEqual(before);
});

test.each<[string, Partial<CallToLog>, RegExp]>([
  ['a claim that is not in the register', { account: 'C1' }, /no claim C1 in the register/],
  ['no claim', { account: ' ' }, /no claim without a number/],
  ['another kind', { kind: 'Fax' }, /"Fax" is none of: Call, Appeal, Letter, Portal/],
  ['a day that is none', { on: '2026-02-30' }, /The date is "2026-02-30", which is not a date/],
  ['a day to come', { on: '2026-11-23' }, /11\/23\/2026 is yet to come/],
  ['a follow-up before the call', { followUp: '2026-11-20' }, /is not after 11\/20\/2026/],
  ['nothing to note', { said: ' ', followUp: null }, /Write what was said/],
])('%s is refused in one sentence, and nothing is written', async (_name, some, words) => {
  const book = bookOf();
  const before = contentsOf(book);
  await expect(act(book, (context) => prepareCall(context, { ...call, ...some }, asked))).rejects.toThrow(
    words,
  );
  expect(contentsOf(book)).toEqual(before);
});
