import { larger, minus, smaller, sum, ZERO, type Cents } from '../values/cents';
import { LAST_DAY, type Day } from '../values/day';
import type { BilledLine } from '../records/billed-line';
import type { Posting } from './posting';
import { countedLines } from './counted';
import { NOTHING_ANSWERED, type CountedLine, type PayerAnswer } from './standing';

/** Where a billed line stands: who paid what, and who owes the rest. */
export interface LineAccount {
  line: BilledLine;
  /** In the order of their days, as they count. */
  postings: Posting[];
  /** Answers of payers that no reversal took back. */
  answers: PayerAnswer[];
  allowed: Cents | null;
  paidByPayers: Cents;
  paidByClient: Cents;
  adjusted: Cents;
  /** Charge less payments and write-offs; negative when too much was paid. */
  balance: Cents;
  /** Of the balance. The two add up to it. */
  clientOwes: Cents;
  payerOwes: Cents;
  /** The payer that should decide next, where the claim was sent on. */
  forwardedTo: string | null;
}

/** Accounts of all lines as of a day; later postings do not count. */
export function lineAccounts(
  lines: readonly BilledLine[],
  postings: readonly Posting[],
  asOf: Day = LAST_DAY,
): LineAccount[] {
  const counted = countedLines(
    lines,
    postings.filter(({ received }) => received <= asOf),
  );
  return lines.map((line) =>
    lineAccount(line, counted.get(line.control) ?? { postings: [], standing: NOTHING_ANSWERED }),
  );
}

/**
 * Whether a line is denied: nothing was paid, and the last answer that stands gives other reasons than the client's share
 * by the plan. The one decision for the queue, the register, the month and the statement.
 */
export function isDenied({ answers, paidByPayers }: Pick<LineAccount, 'answers' | 'paidByPayers'>): boolean {
  return paidByPayers <= ZERO && answers.at(-1)?.denied === true;
}

function lineAccount(line: BilledLine, { postings, standing }: CountedLine): LineAccount {
  const paidBy = (kind: Posting['from']['kind']) =>
    sum(postings.map(({ from, paid }) => (from.kind === kind ? paid : ZERO)));
  const [paidByPayers, paidByClient] = [paidBy('payer'), paidBy('client')];
  const adjusted = sum(postings.map((one) => one.adjusted));
  const balance = minus(line.charge, paidByPayers, paidByClient, adjusted);
  const clientOwes = line.isSuperbill ? balance : ofClient(balance, minus(standing.toClient, paidByClient));
  return {
    line,
    postings,
    answers: standing.answers,
    allowed: standing.allowed,
    paidByPayers,
    paidByClient,
    adjusted,
    balance,
    clientOwes,
    payerOwes: minus(balance, clientOwes),
    forwardedTo: standing.last?.forwardedTo ?? null,
  };
}

/** The client's part of a balance, or of what was paid too much; what a payer paid too much pays no copay. */
function ofClient(balance: Cents, shareLeft: Cents): Cents {
  if (balance > ZERO) return smaller(balance, larger(ZERO, shareLeft));
  return balance < ZERO ? larger(balance, shareLeft) : ZERO;
}
