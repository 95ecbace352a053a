import type { Payer } from '../records/practice';
import { formatDollars, minus, negated, smaller, ZERO, type Cents } from '../values/cents';
import { addDays, usDate, type Day } from '../values/day';
import type { Agreed } from './agreed-allowed';
import type { ExpectedPayment } from './expected-payment';
import type { Learned } from './learned-allowed';
import { isDenied, type LineAccount } from './line-account';
import type { Posting } from './posting';

/** How a line stands, in the words of the month's sheet. `waiting`: billed, not answered, not due yet. */
export type LineStatus =
  | 'good'
  | 'write-off too high'
  | 'payment missing'
  | 'duplicate'
  | 'denied'
  | 'not billed'
  | 'overdue'
  | 'unexpected'
  | 'waiting';

export interface LineVerdict {
  word: LineStatus;
  /** One plain sentence. */
  why: string;
  /** What it is about; 0 where nothing is open. */
  amount: Cents;
}

interface LineFacts {
  account: LineAccount;
  /** Answers that stand: without reversals and what they took back. */
  standing: readonly Posting[];
  expected: ExpectedPayment | null;
  payer: Payer | null;
  today: Day;
}

type Rule = (judged: LineFacts) => LineVerdict | null;

/** The exact duplicate of a claim (CARC). */
const EXACT_DUPLICATE = '18';

/** The first that speaks decides. */
const RULES: readonly Rule[] = [
  function notAnswered({ account, standing, payer, today }) {
    if (standing.length > 0) return null;
    const { line, balance } = account;
    if (balance <= ZERO)
      return { word: 'good', why: 'Settled without an answer of the payer.', amount: ZERO };
    const since = line.billedOn ?? line.date;
    const days = payer?.daysToFollowUp ?? null;
    if (days === null) {
      return {
        word: 'waiting',
        why: 'No answer yet; when to follow up is not known for this payer.',
        amount: balance,
      };
    }
    const due = addDays(since, days);
    return today > due
      ? {
          word: 'overdue',
          why: `No answer since ${usDate(since)}; to be followed up on ${usDate(due)}.`,
          amount: balance,
        }
      : { word: 'waiting', why: `No answer yet; follow up on ${usDate(due)}.`, amount: balance };
  },
  function duplicate({ account, standing }) {
    if (standing.at(-1)?.adjustments.some(({ reason }) => reason === EXACT_DUPLICATE)) {
      const why = 'The payer calls it a duplicate; look for its first answer and do not write it off.';
      return { word: 'duplicate', why, amount: account.balance };
    }
    const paid = standing.filter((one) => one.paid > ZERO);
    const twice = paid.find(
      (one, index) => paid.findIndex(({ from }) => from.name === one.from.name) < index,
    );
    if (!twice || account.payerOwes >= ZERO) return null;
    const why = `${twice.from.name} paid it more than once.`;
    return { word: 'duplicate', why, amount: smaller(twice.paid, negated(account.payerOwes)) };
  },
  function denied({ account, standing }) {
    const last = standing.at(-1);
    if (!last || !isDenied(account) || account.balance <= ZERO) return null;
    const reasons = last.adjustments.map(({ group, reason }) => `${group}-${reason}`).join(', ');
    return {
      word: 'denied',
      why: `Denied${reasons === '' ? '' : ` with ${reasons}`}.`,
      amount: account.balance,
    };
  },
  function allowedLess({ account, expected }) {
    const { allowed } = account;
    const learned = expected?.learned ?? null;
    if (learned === null || allowed === null || allowed >= learned.allowed) return null;
    const why = `$${formatDollars(allowed)} was allowed, and $${formatDollars(learned.allowed)} ${asBefore(learned)}.`;
    return { word: 'payment missing', why, amount: minus(learned.allowed, allowed) };
  },
  function writeOffTooHigh({ account, expected }) {
    const most = expected?.writeOff ?? null;
    if (most === null || account.adjusted <= most) return null;
    const why = `$${formatDollars(account.adjusted)} was written off, and $${formatDollars(most)} ${expected?.learned ? asBefore(expected.learned) : 'was agreed'}.`;
    return { word: 'write-off too high', why, amount: minus(account.adjusted, most) };
  },
  function paymentMissing({ account, expected }) {
    const { payerOwes, paidByPayers, forwardedTo } = account;
    if (payerOwes > ZERO && forwardedTo !== null) {
      return { word: 'waiting', why: `Sent on to ${forwardedTo}.`, amount: payerOwes };
    }
    if (payerOwes > ZERO) {
      const why = `$${formatDollars(payerOwes)} was neither paid, nor written off, nor left to the client.`;
      return { word: 'payment missing', why, amount: payerOwes };
    }
    const due = expected?.payment ?? null;
    if (due === null || paidByPayers >= due) return null;
    const why = `$${formatDollars(paidByPayers)} was paid, and $${formatDollars(due)} was expected${basisOf(expected)}.`;
    return { word: 'payment missing', why, amount: minus(due, paidByPayers) };
  },
  function allowedLessThanAgreed({ account, expected }) {
    const [{ allowed }, agreed, due] = [account, expected?.agreed ?? null, expected?.allowed ?? null];
    if (agreed === null || allowed === null || due === null || allowed >= due) return null;
    const why = `$${formatDollars(allowed)} was allowed, and $${formatDollars(due)} ${agreedWords(agreed)}.`;
    return { word: 'payment missing', why, amount: minus(due, allowed) };
  },
  function unexpected({ account, expected }) {
    const { paidByPayers, payerOwes, clientOwes } = account;
    if (payerOwes < ZERO) return tooMuch('payer', negated(payerOwes));
    if (clientOwes < ZERO) return tooMuch('client', negated(clientOwes));
    if (paidByPayers > account.line.charge) return aboveCharge(account);
    const due = expected?.payment ?? null;
    if (due === null || paidByPayers <= due) return null;
    const why = `$${formatDollars(paidByPayers)} was paid, and only $${formatDollars(due)} was expected${basisOf(expected)}.`;
    return { word: 'unexpected', why, amount: minus(paidByPayers, due) };
  },
];

/** `as on 08/14/2026, 4 times; since 10/05/2026 this payer allows $76.00`. */
function asBefore({ on, times, changed }: Learned): string {
  const since = changed
    ? `; since ${usDate(changed.since)} this payer allows $${formatDollars(changed.to)}`
    : '';
  return `as on ${usDate(on)}, ${times === 1 ? 'once' : `${String(times)} times`}${since}`;
}

function basisOf(expected: ExpectedPayment | null): string {
  return expected?.learned ? ` ${asBefore(expected.learned)}` : '';
}

/** `is agreed since 07/01/2026 (Fees table)`. */
function agreedWords({ row }: Agreed): string {
  const since = row?.allowedFrom ? ` since ${usDate(row.allowedFrom)}` : '';
  return `is agreed${since} (Fees table)`;
}

/** The payer's adjustments can add to a charge, so that such a line balances; the practice asked for less all the same. */
function aboveCharge({ line, paidByPayers }: LineAccount): LineVerdict {
  const why = `$${formatDollars(paidByPayers)} was paid for a charge of $${formatDollars(line.charge)}.`;
  return { word: 'unexpected', why, amount: minus(paidByPayers, line.charge) };
}

function tooMuch(who: 'payer' | 'client', amount: Cents): LineVerdict {
  return { word: 'unexpected', why: `The ${who} paid $${formatDollars(amount)} too much.`, amount };
}

/** Compares what came with what was expected; where nothing was known beforehand, only with the line's own balance. */
export function classifyLine(
  account: LineAccount,
  { expected, payer, today }: { expected: ExpectedPayment | null; payer: Payer | null; today: Day },
): LineVerdict {
  const judged = { account, standing: account.answers, expected, payer, today };
  for (const rule of RULES) {
    const verdict = rule(judged);
    if (verdict) return verdict;
  }
  return { word: 'good', why: 'Paid as expected.', amount: ZERO };
}
