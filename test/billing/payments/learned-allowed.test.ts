import { expectationsOf } from '../../../src/billing/month/expectations';
import { classifyLine } from '../../../src/billing/payments/classify-line';
import { learnedAllowed } from '../../../src/billing/payments/learned-allowed';
import type { LineAccount } from '../../../src/billing/payments/line-account';
import { cents, formatDollars, minus, ZERO, type Cents } from '../../../src/billing/values/cents';
import { addDays, isoOf, usDate } from '../../../src/billing/values/day';
import { day } from '../../support/values';
import { billedLine } from '../../support/remittance/write-remittance';
import { feeOf, payerOf } from '../claims/records';

const PAYER = payerOf({ name: 'Cascade Health Plan', inNetwork: true });

/** A line of that date, allowed so many dollars and paid in full; null: not answered. */
function account(
  iso: string,
  dollars: number | null,
  different: Partial<LineAccount['line']> = {},
): LineAccount {
  const line = billedLine({ control: iso, date: day(iso), payer: PAYER.name, ...different });
  const allowed = dollars === null ? null : cents(dollars * 100);
  const paid = allowed ?? ZERO;
  return {
    line,
    postings: [],
    answers:
      allowed === null
        ? []
        : ([
            { denied: false, adjustments: [], paid, from: { kind: 'payer', name: PAYER.name } },
          ] as unknown as LineAccount['answers']),
    allowed,
    paidByPayers: paid,
    paidByClient: ZERO,
    adjusted: allowed === null ? ZERO : minus(line.charge, allowed),
    balance: allowed === null ? line.charge : ZERO,
    clientOwes: ZERO,
    payerOwes: allowed === null ? line.charge : ZERO,
    forwardedTo: null,
  };
}

function told(accounts: LineAccount[], iso: string): string {
  const line = accounts.find(({ line: one }) => isoOf(one.date) === iso)?.line;
  const learned = line ? learnedAllowed(accounts)(line) : null;
  if (!learned) return 'nothing';
  const { allowed, on, times, changed } = learned;
  const since = changed ? `, ${formatDollars(changed.to)} since ${isoOf(changed.since)}` : '';
  return `${formatDollars(allowed)} as on ${isoOf(on)}, ${String(times)} times${since}`;
}

const DATES = ['2026-07-06', '2026-07-13', '2026-07-20', '2026-07-27', '2026-08-03', '2026-08-10'];
const inARow = (...dollars: (number | null)[]) =>
  dollars.map((amount, index) => account(DATES[index] ?? '', amount));

test.each<[string, (number | null)[], string, string]>([
  ['the first visit has nothing to learn from', [80], '2026-07-06', 'nothing'],
  ['one before is told as one', [80, 80], '2026-07-13', '80.00 as on 2026-07-06, 1 times'],
  ['four before', [80, 80, 80, 80, 70], '2026-08-03', '80.00 as on 2026-07-27, 4 times'],
  ['a line without an answer yet', [80, 80, null], '2026-07-20', '80.00 as on 2026-07-13, 2 times'],
  ['one short pay is no new rate', [80, 80, 70, 80], '2026-07-27', '80.00 as on 2026-07-13, 2 times'],
  [
    'the day of a new rate is told where it began',
    [80, 80, 76, 76, 76],
    '2026-07-20',
    '80.00 as on 2026-07-13, 2 times, 76.00 since 2026-07-20',
  ],
  [
    'two with the new rate are what is usual then',
    [80, 80, 76, 76, 76],
    '2026-08-03',
    '76.00 as on 2026-07-27, 2 times',
  ],
  ['what came later says nothing of an earlier date', [null, 80, 80], '2026-07-06', 'nothing'],
])('%s', (_, dollars, date, says) => {
  expect(told(inARow(...dollars), date)).toBe(says);
});

test.each<[string, Partial<LineAccount['line']>]>([
  ['other units', { units: 3 }],
  ['another payer', { payer: 'Other' }],
  ['another modifier', { modifiers: ['59'] }],
])('%s teach nothing', (_, different) => {
  expect(told([account('2026-07-06', 80, different), account('2026-07-13', 80)], '2026-07-13')).toBe(
    'nothing',
  );
});

test('beside another service of the day the reduction may differ, so that it teaches nothing', () => {
  const beside = account('2026-07-06', 40, { code: '97140', control: 'other' });
  expect(told([account('2026-07-06', 70), beside, account('2026-07-13', 80)], '2026-07-13')).toBe('nothing');
});

test('a denied line teaches nothing', () => {
  const denied = account('2026-07-06', 80);
  denied.answers = [{ denied: true }] as unknown as LineAccount['answers'];
  expect(told([denied, account('2026-07-13', 80)], '2026-07-13')).toBe('nothing');
});

function why(
  accounts: LineAccount[],
  index: number,
  fees: Parameters<typeof expectationsOf>[1]['fees'] = [],
) {
  const lines = accounts.map(({ line }) => line);
  const tables = { practice: null, payers: [PAYER], clients: [], fees, benefits: [] };
  const expected = expectationsOf(lines, tables, day('2026-12-31'), accounts);
  const one = accounts[index];
  if (!one) throw new Error('no such line');
  const own = expected.get(one.line.control) ?? null;
  return classifyLine(one, { expected: own, payer: PAYER, today: day('2026-12-31') });
}

test('a short pay stands out without a contract, with what it rests on', () => {
  expect(why(inARow(80, 80, 80, 80, 70), 4)).toEqual({
    word: 'payment missing',
    why: '$70.00 was allowed, and $80.00 as on 07/27/2026, 4 times.',
    amount: 1000,
  });
});

test('the first line of a new rate says since when', () => {
  expect(why(inARow(80, 80, 76, 76), 2).why).toBe(
    '$76.00 was allowed, and $80.00 as on 07/13/2026, 2 times; since 07/20/2026 this payer allows $76.00.',
  );
  expect(why(inARow(80, 80, 76, 76, 76), 4).word).toBe('good');
});

test('an agreed price goes before what was learned', () => {
  const fees = [feeOf('97124', cents(1750), PAYER.name)];
  expect(why(inARow(80, 80, 70), 2, fees).word).toBe('good');
});

test('5,000 lines of one kind are learned from in one pass', () => {
  const first = day('2000-01-03');
  const accounts = Array.from({ length: 5_000 }, (_, index): LineAccount => {
    const at = addDays(first, index % 900);
    return account(isoOf(at), 80, {
      client: `Client ${usDate(at)} ${String(index)}`,
      control: String(index),
    });
  });
  const learn = learnedAllowed(accounts);
  const amounts: (Cents | undefined)[] = accounts.map(({ line }) => learn(line)?.allowed);
  expect(amounts.filter((amount) => amount === undefined)).toHaveLength(6);
});
