import fc from 'fast-check';
import { outstandingOf, monthView, type MonthView } from '../../../src/billing/month/month-view';
import type { BilledLine } from '../../../src/billing/records/billed-line';
import { lineAccounts } from '../../../src/billing/payments/line-account';
import type { Posting } from '../../../src/billing/payments/posting';
import { cents, minus, sum, ZERO } from '../../../src/billing/values/cents';
import { addDays } from '../../../src/billing/values/day';
import { billedLine } from '../../support/remittance/write-remittance';
import { day } from '../../support/values';
import { clientOf, payerOf } from '../claims/records';

const MONTHS = ['2026-09', '2026-10', '2026-11', '2026-12'];
const START = day('2026-09-01');
const DAYS = 121;
const PAYERS = [
  payerOf({ name: 'Cascade Health Plan', inNetwork: true, daysToFollowUp: 30, daysToAppeal: 60 }),
  payerOf({ name: 'Pioneer Auto', kind: 'auto' }),
];
const COLUMNS = ['opening', 'charges', 'payments', 'adjustments', 'closing'] as const;

/** Anything a book can hold, whether or not it makes sense: money before the visit, on lines that are gone, below zero. */
const line = fc.record({
  payer: fc.constantFrom('Cascade Health Plan', 'Pioneer Auto', 'Not In The Table', ''),
  client: fc.constantFrom('Ana Ruiz', 'Ruiz, Ana', 'Ben Ode', '=1+1'),
  date: fc.integer({ min: 0, max: DAYS }).map((days) => addDays(START, days)),
  charge: fc.integer({ min: 0, max: 50_000 }).map(cents),
  isSuperbill: fc.boolean(),
  isRetired: fc.boolean(),
});
const posting = fc.record({
  of: fc.nat({ max: 14 }),
  received: fc.integer({ min: 0, max: DAYS }).map((days) => addDays(START, days)),
  paid: fc.integer({ min: -30_000, max: 30_000 }).map(cents),
  adjusted: fc.integer({ min: -5_000, max: 5_000 }).map(cents),
  clientShare: fc.integer({ min: 0, max: 20_000 }).map(cents),
  kind: fc.constantFrom<'payer' | 'client'>('payer', 'client'),
  status: fc.constantFrom('1', '2', '4', '22', ''),
  denied: fc.boolean(),
  reference: fc.constantFrom('', 'EFT1', 'EFT2'),
});

function postingOf(
  row: Omit<Posting, 'control' | 'from'> | object,
  line: BilledLine | null,
  kind: 'payer' | 'client',
  index: number,
) {
  const base: Posting = {
    key: String(index),
    payment: `typed|${String(index)}`,
    from: { kind, name: kind === 'client' ? (line?.client ?? 'Somebody') : 'Cascade Health Plan' },
    reference: '',
    received: START,
    account: line?.account ?? 'GONE',
    control: line?.control ?? 'GONE-1',
    client: line?.client ?? 'Somebody',
    charge: line?.charge ?? ZERO,
    allowed: null,
    paid: ZERO,
    adjusted: ZERO,
    clientShare: ZERO,
    disputed: ZERO,
    adjustments: [],
    remarks: [],
    status: '1',
    denied: false,
    forwardedTo: null,
    matchedBy: 'by hand',
    at: null,
  };
  return { ...base, ...row };
}

const book = fc
  .record({
    lines: fc.array(line, { maxLength: 12 }),
    postings: fc.array(posting, { maxLength: 20 }),
  })
  .map(({ lines, postings }) => {
    const all = lines.map((row, index) =>
      billedLine({
        ...row,
        control: `C${String(index)}-1`,
        account: `C${String(index)}`,
        billedOn: row.date,
      }),
    );
    return {
      lines: all.filter((_, index) => !lines[index]?.isRetired),
      retired: all.filter((_, index) => lines[index]?.isRetired),
      postings: postings.map(({ of, kind, ...row }, index) => postingOf(row, all[of] ?? null, kind, index)),
    };
  });

function viewsOf(some: { lines: BilledLine[]; retired: BilledLine[]; postings: Posting[] }): MonthView[] {
  return MONTHS.map((month) =>
    monthView({
      ...some,
      month,
      today: addDays(START, DAYS + 30),
      payments: [],
      providerPostings: [],
      unapplied: [],
      calls: [],
      payers: PAYERS,
      practice: null,
      clients: [clientOf({ name: 'Ana Ruiz' })],
      fees: [],
      benefits: [],
      authorizations: [],
      unbilled: [],
      rejected: [],
      disagreements: [],
      kept: [],
    }),
  );
}

test('whatever the book holds, each month opens with what the one before closed with, and everything ties out', () => {
  fc.assert(
    fc.property(book, (some) => {
      let closing = ZERO;
      for (const { balances, outOfBalance, ageing } of viewsOf(some)) {
        expect(outOfBalance).toEqual([]);
        expect(balances.total.opening).toBe(closing);
        for (const rows of [balances.byPayer, balances.byClient, balances.byLine]) {
          for (const column of COLUMNS) {
            expect(sum(rows.map((row) => row[column]))).toBe(balances.total[column]);
          }
        }
        expect(outstandingOf(ageing)).toBe(balances.total.closing);
        closing = balances.total.closing;
      }
      const charged = sum(some.lines.map(({ charge, date }) => (date < day('2027-01-01') ? charge : ZERO)));
      const settled = sum(
        some.postings.map(({ paid, received }) => (received < day('2027-01-01') ? paid : ZERO)),
      );
      const accounts = lineAccounts(some.lines, some.postings, day('2026-12-31'));
      const writtenOff = sum(accounts.map(({ adjusted }) => adjusted));
      expect(closing).toBe(minus(charged, settled, writtenOff));
    }),
    { numRuns: 100 },
  );
});

test('every line that is open or moved has exactly one row with one word, and exceptions are in order', () => {
  fc.assert(
    fc.property(book, (some) => {
      for (const { lines, balances, exceptions, calls } of viewsOf(some)) {
        const controls = lines.map((row) => row.line.control);
        expect([...controls].sort()).toEqual(balances.byLine.map(({ name }) => name).sort());
        const asked = lines.filter(
          ({ verdict }) => !['good', 'waiting'].includes(verdict.word) && verdict.amount !== ZERO,
        );
        expect(exceptions.map(({ control }) => control).sort()).toEqual(
          asked.map((row) => row.line.control).sort(),
        );
        expect(exceptions.every(({ amount, why, fix }) => amount > ZERO && why !== '' && fix !== '')).toBe(
          true,
        );
        const firstWithoutCall = exceptions.findIndex(({ needsCall }) => !needsCall);
        const after = firstWithoutCall < 0 ? [] : exceptions.slice(firstWithoutCall);
        expect(after.filter(({ needsCall }) => needsCall)).toEqual([]);
        expect(sum(calls.map(({ amount }) => amount))).toBe(
          sum(exceptions.map(({ needsCall, amount }) => (needsCall ? amount : ZERO))),
        );
      }
    }),
    { numRuns: 100 },
  );
});
