import type { UnappliedPayment } from '../../../src/billing/month/deposits';
import { monthView } from '../../../src/billing/month/month-view';
import { cents, type Cents } from '../../../src/billing/values/cents';
import { day, usd } from '../../support/values';
import { sessionOf } from '../claims/records';
import { lineRows, october, PAYERS } from './october';

const view = monthView(october('2026-11-15'));
const lineOf = (control: string, from = view) => from.lines.find(({ line }) => line.control === control);
const exceptionOf = (control: string, from = view) =>
  from.exceptions.find((exception) => exception.control === control);

test.each(lineRows)('$line is $word: $what it shows', (row) => {
  const line = lineOf(row.line);
  expect([line?.verdict.word, line?.verdict.amount]).toEqual([row.word, usd(row.amount)]);
  const expected = row['expected payment'];
  expect(line?.expected?.payment ?? null).toBe(expected === '' ? null : usd(expected));
});

test('the month balances: 340 + 1,610 - 659 - 260 = 1,031', () => {
  expect(view.balances.total).toEqual({
    name: 'Total',
    opening: 34000,
    charges: 161000,
    paidByPayers: 50400,
    paidByClients: 15500,
    payments: 65900,
    adjustments: 26000,
    closing: 103100,
  });
  expect(view.outOfBalance).toEqual([]);
});

test('what is open is aged from the day the claim was made; accidents, clients and credits stand apart', () => {
  const { byPayer, waitingForSettlement, clients, credits } = view.ageing;
  expect(byPayer.map(({ payer, bands }) => [payer, ...Object.values(bands)])).toEqual([
    ['Cascade Health Plan', 36000, 12000, 12000, 0, 0],
    ['Evergreen Mutual', 4000, 0, 0, 0, 10000],
  ]);
  expect(waitingForSettlement.map(({ payer, total }) => [payer, total])).toEqual([['Pioneer Auto', 12000]]);
  expect([clients.total, credits]).toEqual([24100, -7000]);
});

test('first whom to call, the refused ones before the others; then the rest', () => {
  expect(
    view.exceptions.map(({ needsCall, word, control, amount }) => [
      needsCall ? 'call' : '',
      word,
      control,
      amount,
    ]),
  ).toEqual([
    ['call', 'denied', 'A4-1', 12000],
    ['call', 'payment missing', 'E1-1', 4000],
    ['call', 'payment missing', 'A2-1', 1500],
    ['call', 'payment missing', 'B3-1', 1500],
    ['call', 'write-off too high', 'A3-1', 1500],
    ['call', 'overdue', 'B4-1', 12000],
    ['', 'overdue', 'A7-1', 12000],
    ['', 'duplicate', 'A5-1', 12000],
    ['', 'duplicate', 'A9-1', 7000],
    ['', 'unexpected', 'A8-1', 1500],
  ]);
  expect(view.calls).toEqual([
    { payer: 'Cascade Health Plan', claims: 5, lines: 5, amount: 28500 },
    { payer: 'Evergreen Mutual', claims: 1, lines: 1, amount: 4000 },
  ]);
});

test.each([
  ['A4-1', 'Denied: filed too late (CO-29).', /277CA.* Appeal by 04\/25\/2027\.$/],
  ['A2-1', '$55.00 was paid, and $70.00 was expected.', /^Call Cascade Health Plan: ask how it was priced/],
  [
    'B4-1',
    'No answer since 08/21/2026; to be followed up on 09/20/2026.',
    /^Call Cascade Health Plan: ask whether B4/,
  ],
  [
    'A7-1',
    'No answer since 09/10/2026; to be followed up on 10/10/2026.',
    /^Nothing yet: something came in on 11\/09\/2026/,
  ],
  ['A8-1', '$85.00 was paid, and only $70.00 was expected.', /Fees and Benefits tables/],
])('%s says why in one sentence, and what to do', (control, why, fix) => {
  expect(exceptionOf(control)?.why).toBe(why);
  expect(exceptionOf(control)?.fix).toMatch(fix);
});

test('a month that is over is judged as of its last day, the present one as of today', () => {
  expect(view.asOf).toBe(day('2026-10-31'));
  const within = monthView(october('2026-10-09'));
  expect(within.asOf).toBe(day('2026-10-09'));
  expect(within.asOfWords).toMatch(/^The month is not over: .* 10\/09\/2026\.$/);
  expect(lineOf('A7-1', within)?.verdict.word).toBe('waiting');
});

test('a month that has not begun says so', () => {
  expect(monthView(october('2026-09-20')).asOfWords).toBe(
    'The month has not begun: everything is as of 09/20/2026.',
  );
});

test('once a payer was called, the line waits for the follow-up; when that day comes it is due', () => {
  const call = {
    on: day('2026-11-10'),
    account: 'B4',
    kind: 'Call',
    spokeWith: 'Pat',
    reference: 'R1',
    said: 'In process.',
    followUp: day('2026-11-20'),
  };
  const called = monthView(october('2026-11-15', { calls: [call] }));
  expect(exceptionOf('B4-1', called)).toMatchObject({
    needsCall: false,
    fix: 'You called; follow up on 11/20/2026.',
  });
  expect(called.followUps).toEqual([]);
  const due = monthView(october('2026-11-20', { calls: [{ ...call, on: null, followUp: null }, call] }));
  expect(exceptionOf('B4-1', due)?.needsCall).toBe(true);
  expect(due.followUps).toEqual([
    {
      account: 'B4',
      client: 'Ben Ode',
      payer: 'Cascade Health Plan',
      due: day('2026-11-20'),
      amount: 12000,
      lastCall: day('2026-11-10'),
      said: 'In process.',
    },
  ]);
});

test('visits that were seen and never billed, with the last day to file; not those of clients who just pay', () => {
  const seen = (date: string, client: string, some = {}) => sessionOf({ date: day(date), client, ...some });
  const { exceptions } = monthView(
    october('2026-11-15', {
      unbilled: [
        seen('2026-10-28', 'Ruiz, Ana'),
        seen('2026-09-03', 'Ana Ruiz', { charge: null }),
        seen('2026-10-29', 'Dora Fern', { charge: 9500 }),
        seen('2026-10-29', 'Nobody Known'),
        seen('2026-10-29', 'Nobody Known', { payer: 'Cash' }),
        seen('2026-10-30', 'Ana Ruiz', { status: 'no-show' }),
        seen('2026-10-30', 'Ana Ruiz', { insurancePaid: 7000 }),
        seen('2026-03-30', 'Ana Ruiz'),
        seen('2026-11-03', 'Ana Ruiz'),
      ],
    }),
  );
  const rows = exceptions.filter(({ word }) => word === 'not billed');
  expect(rows.map(({ client, payer, amount, fix }) => [client, payer, amount, fix])).toEqual([
    [
      'Ana Ruiz',
      'Cascade Health Plan',
      0,
      'Run Check, and mend what it says. Make its claim. The last day to file is 09/03/2027.',
    ],
    [
      'Ana Ruiz',
      'Cascade Health Plan',
      12000,
      'Run Check, and mend what it says. Make its claim. The last day to file is 10/28/2027.',
    ],
    ['Nobody Known', null, 12000, 'Run Check, and mend what it says. Say who pays, then bill it.'],
    ['Dora Fern', 'Handed in', 9500, 'Run Check, and mend what it says. Make its superbill.'],
  ]);
});

test('an accident case says what is left of its dollars and visits', () => {
  expect(view.cases).toMatchObject([
    { client: 'Cora Lind', kind: 'auto', open: 12000, dollarsLeft: 988000, visitsLeft: 11 },
  ]);
});

test('money received: each check with what was posted, one row for what clients paid at their visits', () => {
  expect(
    view.deposits.map(({ from, reference, amount, posted }) => [from, reference, amount, posted]),
  ).toEqual([
    ['Cascade Health Plan', 'EFT1', 25100, 25100],
    ['Clients, without a check number', '', 15500, 15500],
    ['Cascade Health Plan', 'EFT2', 19300, 19300],
    ['Evergreen Mutual', 'CHK7', 6000, 6000],
  ]);
});

const unapplied = (paid: Cents, state: UnappliedPayment['state']): UnappliedPayment => ({
  payment: 'k',
  paid,
  state,
  received: day('2026-10-30'),
  from: 'Cascade Health Plan',
  reference: 'EFT9',
  client: 'Ruiz, Ana',
  account: '',
  service: null,
  code: '97124',
  charge: cents(12000),
  why: 'No line has this number.',
});

test('a check whose money is not all posted is told on top', () => {
  const payment = {
    key: 'k',
    reference: 'EFT9',
    from: 'Cascade Health Plan',
    amount: cents(10000),
    received: day('2026-10-30'),
    content: '',
    at: null,
  };
  const input = october('2026-11-15', {
    payments: [payment],
    unapplied: [
      unapplied(cents(3000), 'open'),
      unapplied(cents(2000), 'not ours'),
      unapplied(cents(9000), 'posted'),
    ],
    providerPostings: [
      {
        key: 'p',
        payment: 'k',
        payer: 'Cascade Health Plan',
        received: day('2026-10-30'),
        reason: 'WO',
        reference: '',
        amount: cents(1500),
      },
    ],
  });
  const { deposits, outOfBalance, unmatched } = monthView(input);
  expect(unmatched.map(({ paid }) => paid)).toEqual([3000]);
  expect(deposits.find(({ reference }) => reference === 'EFT9')).toMatchObject({
    posted: 0,
    unmatched: 3000,
    notOurs: 2000,
    takenBack: 1500,
    unexplained: 6500,
  });
  expect(outOfBalance).toEqual([
    '$65.00 of check EFT9 of Cascade Health Plan, received on 10/30/2026, is not posted: what it says did not balance, or its rows were changed.',
  ]);
});

test('the denial queue holds what was refused, with days left counted from today', () => {
  expect(view.denials.map(({ line, appealBy, daysLeft }) => [line.control, appealBy, daysLeft])).toEqual([
    ['A4-1', day('2027-04-25'), 161],
    ['A5-1', day('2027-04-25'), 161],
  ]);
});

test('money on a claim that was replaced stays in view; its write-off goes with its charge', () => {
  const input = october('2026-11-15');
  const [replaced, ...lines] = input.lines;
  const seen = monthView({ ...input, lines, retired: replaced ? [replaced] : [] });
  expect(seen.outOfBalance).toEqual([]);
  expect(exceptionOf('A1-1', seen)).toMatchObject({ word: 'unexpected', amount: 7000 });
});

test('a denial whose last day to appeal nobody wrote down says that it is not known', () => {
  const payers = PAYERS.map((payer) => ({ ...payer, daysToAppeal: null }));
  const unknown = monthView(october('2026-11-15', { payers }));
  expect(exceptionOf('A4-1', unknown)).toMatchObject({ lastDay: null });
  expect(exceptionOf('A4-1', unknown)?.fix).toMatch(/ The last day to appeal is not known\.$/);
});
