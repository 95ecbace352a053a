import { interestOf, type Payment, type Posting, type ProviderPosting } from '../payments/posting';
import { minus, plus, ZERO, type Cents } from '../values/cents';
import { byDay, latest, type Day } from '../values/day';

/** A check or transfer that came in the month, and where its money went. */
export interface MonthDeposit {
  received: Day;
  from: string;
  reference: string;
  amount: Cents;
  /** To lines of the register. */
  posted: Cents;
  /** Waits for somebody to say which line it belongs to. */
  unmatched: Cents;
  /** Said to belong to no claim of this practice. */
  notOurs: Cents;
  /** Taken back or forwarded by the payer (positive), or added again (negative). */
  takenBack: Cents;
  /** What the payer added for paying late. */
  interest: Cents;
  /** In none of these: held back because it did not balance, or a row that was changed by hand. */
  unexplained: Cents;
}

/** A payment without a line, as the Unmatched table has it. */
export interface UnappliedPayment {
  payment: string;
  paid: Cents;
  state: 'open' | 'not ours' | 'posted';
  received: Day | null;
  from: string;
  reference: string;
  client: string;
  account: string;
  service: Day | null;
  code: string;
  charge: Cents;
  why: string;
}

export interface DepositsInput {
  payments: readonly Payment[];
  postings: readonly Posting[];
  providerPostings: readonly ProviderPosting[];
  unapplied: readonly UnappliedPayment[];
}

/**
 * Money of the days from `from` to `to`, by day. What was typed has no row of its own: it is one deposit for each sender
 * and check number, and what clients paid at their visits is one for the whole time.
 */
export function depositsOf(input: DepositsInput, { from, to }: { from: Day; to: Day }): MonthDeposit[] {
  const isIn = ({ received }: { received: Day }) => received >= from && received <= to;
  const sums = sumsOf(input);
  const checks = input.payments.filter(isIn).map((payment) => checkOf(payment, sums));
  const known = new Set(input.payments.map(({ key }) => key));
  const typed = new Map<string, MonthDeposit>();
  for (const posting of input.postings) {
    if (posting.paid === ZERO || known.has(posting.payment) || !isIn(posting)) continue;
    const { received, from: sender, reference, paid } = posting;
    const atVisits = sender.kind === 'client' && reference === '';
    const key = atVisits ? '' : `${String(received)}|${sender.name}|${reference}`;
    const deposit = typed.get(key) ?? {
      received,
      from: atVisits ? 'Clients, without a check number' : sender.name,
      reference,
      ...NOTHING,
    };
    typed.set(key, deposit);
    deposit.amount = plus(deposit.amount, paid);
    deposit.posted = plus(deposit.posted, paid);
    deposit.received = latest(deposit.received, received);
  }
  // What moved from a credit to what it was used for is no money that came.
  const received = [...typed.values()].filter(({ posted }) => posted !== ZERO);
  return [...checks, ...received].sort(
    (a, b) =>
      byDay(a.received, b.received) ||
      a.from.localeCompare(b.from, 'en') ||
      a.reference.localeCompare(b.reference, 'en'),
  );
}

const NOTHING = {
  amount: ZERO,
  posted: ZERO,
  unmatched: ZERO,
  notOurs: ZERO,
  takenBack: ZERO,
  interest: ZERO,
  unexplained: ZERO,
};

interface SumsByPayment {
  posted: ReadonlyMap<string, Cents>;
  unmatched: ReadonlyMap<string, Cents>;
  notOurs: ReadonlyMap<string, Cents>;
  takenBack: ReadonlyMap<string, Cents>;
  interest: ReadonlyMap<string, Cents>;
}

function sumsOf({ postings, unapplied, providerPostings }: DepositsInput): SumsByPayment {
  return {
    posted: sumBy(postings.map(({ payment, paid }) => [payment, paid])),
    unmatched: sumBy(
      unapplied.flatMap(({ state, payment, paid }) => (state === 'open' ? [[payment, paid]] : [])),
    ),
    notOurs: sumBy(
      unapplied.flatMap(({ state, payment, paid }) => (state === 'not ours' ? [[payment, paid]] : [])),
    ),
    takenBack: sumBy(providerPostings.map((one) => [one.payment, plus(one.amount, interestOf([one]))])),
    interest: sumBy(providerPostings.map((one) => [one.payment, interestOf([one])])),
  };
}

function sumBy(rows: readonly (readonly [string, Cents])[]): ReadonlyMap<string, Cents> {
  const sums = new Map<string, Cents>();
  for (const [key, amount] of rows) sums.set(key, plus(sums.get(key) ?? ZERO, amount));
  return sums;
}

function checkOf({ key, received, from, reference, amount }: Payment, sums: SumsByPayment): MonthDeposit {
  const posted = sums.posted.get(key) ?? ZERO;
  const unmatched = sums.unmatched.get(key) ?? ZERO;
  const notOurs = sums.notOurs.get(key) ?? ZERO;
  const takenBack = sums.takenBack.get(key) ?? ZERO;
  const interest = sums.interest.get(key) ?? ZERO;
  const unexplained = minus(plus(amount, takenBack), interest, posted, unmatched, notOurs);
  return { received, from, reference, amount, posted, unmatched, notOurs, takenBack, interest, unexplained };
}
