import fc from 'fast-check';
import { ageingOf } from '../../../src/billing/month/ageing';
import { ledgerOf, monthBalances, tieOut } from '../../../src/billing/month/ledger';
import { moneyReceived } from '../../../src/billing/month/money-received';
import { lineAccounts } from '../../../src/billing/payments/line-account';
import type { BilledLine } from '../../../src/billing/records/billed-line';
import {
  cents,
  minus,
  negated,
  plus,
  portion,
  sum,
  ZERO,
  type Cents,
} from '../../../src/billing/values/cents';
import { addDays, lastOfMonth } from '../../../src/billing/values/day';
import { after, CASCADE, contextOf, postWritten } from '../../support/remittance/post';
import {
  billedLine,
  type WrittenAdjustment,
  type WrittenLine,
  type WrittenRemittance,
} from '../../support/remittance/write-remittance';
import { day } from '../../support/values';

/** What a payer does with a line, month after month. */
const OUTCOMES = [
  'paid',
  'reduced',
  'denied',
  'reversed',
  'taken back',
  'split over two cheques',
  'not answered',
] as const;
type Outcome = (typeof OUTCOMES)[number];

const MONTHS = ['2026-09', '2026-10', '2026-11', '2026-12'];
const START = day('2026-09-01');

const outcome = fc.record({
  outcome: fc.constantFrom<Outcome>(...OUTCOMES),
  day: fc.integer({ min: 0, max: 60 }),
  charge: fc.integer({ min: 2, max: 50_000 }).map(cents),
  allowedPart: fc.integer({ min: 0, max: 100 }),
  sharePart: fc.integer({ min: 0, max: 100 }),
  client: fc.constantFrom('Ana Ruiz', 'Ben Ode'),
});

interface Told {
  line: BilledLine;
  outcome: Outcome;
  allowed: Cents;
  share: Cents;
}

const month = fc.array(outcome, { minLength: 1, maxLength: 12 }).map((rows) =>
  rows.map(({ outcome: what, day, charge, allowedPart, sharePart, client }, index): Told => {
    const allowed = portion(charge, allowedPart, 100);
    const number = String(index + 1).padStart(4, '0');
    const line = billedLine({
      control: `C2609${number}-1`,
      account: `C2609${number}`,
      client,
      charge,
      date: addDays(START, day),
      billedOn: addDays(START, day),
    });
    return { line, outcome: what, allowed, share: portion(allowed, sharePart, 100) };
  }),
);

const half = (amount: Cents) => portion(amount, 1, 2);

function answer({ line, allowed, share }: Told, sign: 1 | -1 = 1): WrittenLine {
  const signed = (amount: Cents) => (sign < 0 ? negated(amount) : amount);
  const amounts: WrittenAdjustment[] = [
    ['CO', '45', minus(line.charge, allowed)],
    ['PR', '2', share],
  ];
  return {
    code: line.code,
    date: line.date,
    control: line.control,
    charge: signed(line.charge),
    paid: signed(minus(allowed, share)),
    adjustments: amounts
      .filter(([, , amount]) => amount !== ZERO)
      .map(([group, reason, amount]) => [group, reason, signed(amount)]),
  };
}

/** The cheques of three months; a payer never pays less than nothing, so what it takes back beyond that is forwarded. */
function chequesOf(told: readonly Told[]): WrittenRemittance[] {
  const claims: { month: number; account: string; status: string; line: WrittenLine }[] = [];
  for (const one of told) {
    const put = (at: number, status: string, line: WrittenLine) =>
      claims.push({ month: at, account: one.line.account, status, line });
    const denied: WrittenLine = { ...answer(one), paid: ZERO, adjustments: [['CO', '29', one.line.charge]] };
    if (one.outcome === 'paid') put(0, '1', answer(one));
    if (one.outcome === 'reduced') put(0, '1', answer({ ...one, allowed: half(one.allowed), share: ZERO }));
    if (one.outcome === 'denied') put(0, '4', denied);
    if (one.outcome === 'split over two cheques') {
      put(0, '4', denied);
      put(1, '1', answer(one));
    }
    if (one.outcome === 'reversed' || one.outcome === 'taken back') {
      put(0, '1', answer(one));
      put(1, '22', answer(one, -1));
    }
    if (one.outcome === 'reversed') put(1, '1', answer({ ...one, share: ZERO }));
  }
  return [0, 1].map((at): WrittenRemittance => {
    const own = claims.filter((claim) => claim.month === at);
    const total = sum(own.map(({ line }) => line.paid));
    return {
      number: `CHK${String(at)}`,
      date: addDays(day(`${MONTHS[at + 2] ?? ''}-10`), -1),
      claims: own.map(({ account, status, line }) => ({
        account,
        status,
        lines: [line],
        patient: { last: '', first: '', id: '' },
      })),
      providerAdjustments: total < ZERO ? [['FB', 'forward', total]] : [],
    };
  });
}

test('whatever payers do, every month outOfBalance out and follows from the one before', () => {
  fc.assert(
    fc.property(month, (told) => {
      const register = told.map(({ line }) => line);
      let context = contextOf({ register });
      for (const cheque of chequesOf(told)) {
        const result = postWritten([cheque], context);
        expect(result.findings.filter(({ severity }) => severity === 'STOP')).toEqual([]);
        expect(result.unmatched).toEqual([]);
        expect(moneyReceived(result.payments).map(({ unexplained }) => unexplained)).toEqual([0]);
        context = after(context, result);
        expect(postWritten([cheque], context).postings).toEqual([]);
      }
      const entries = ledgerOf(register, context.postings);
      let before = ZERO;
      for (const each of MONTHS) {
        const balances = monthBalances(entries, each);
        expect(tieOut(balances)).toEqual([]);
        expect(balances.total.opening).toBe(before);
        before = balances.total.closing;
        const asOf = lastOfMonth(day(`${each}-01`));
        const accounts = lineAccounts(register, context.postings, asOf).filter(
          ({ line }) => line.date <= asOf,
        );
        expect(sum(accounts.map(({ balance }) => balance))).toBe(before);
        for (const { balance, clientOwes, payerOwes } of accounts)
          expect(plus(clientOwes, payerOwes)).toBe(balance);
        const { byPayer, waitingForSettlement, clients, credits } = ageingOf(accounts, [CASCADE], asOf);
        expect(
          plus(sum([...byPayer, ...waitingForSettlement, clients].map(({ total }) => total)), credits),
        ).toBe(before);
      }
      expect(before).toBe(sum(told.map(stillOpen)));
    }),
    { numRuns: 200 },
  );
});

/** What is left of a line when all cheques are in, worked out without the ledger. */
function stillOpen({ line, outcome: what, allowed, share }: Told): Cents {
  const nothingAllowed = (some: Cents) => some === ZERO;
  const left: Record<Outcome, Cents> = {
    paid: nothingAllowed(allowed) ? line.charge : share,
    reduced: nothingAllowed(half(allowed)) ? line.charge : ZERO,
    denied: line.charge,
    reversed: nothingAllowed(allowed) ? line.charge : ZERO,
    'taken back': line.charge,
    'split over two cheques': nothingAllowed(allowed) ? line.charge : share,
    'not answered': line.charge,
  };
  return left[what];
}

test('a mistake in one balance is found', () => {
  const line = billedLine({ control: 'L1', date: START });
  const balances = monthBalances(ledgerOf([line], []), '2026-09');
  const [first] = balances.byClient;
  if (first) first.closing = plus(first.closing, cents(1));
  expect(tieOut(balances)).toEqual([
    'Ana Ruiz: the closing balance does not follow from the opening one.',
    'The closing of byClient do not add up to the total.',
  ]);
});
