import { larger, minus, smaller, sum, ZERO, type Cents } from '../values/cents';
import { LAST_DAY, type Day } from '../values/day';
import type { BilledLine } from '../records/billed-line';
import type { Posting } from './posting';
import { LATER_PAYER } from './remittance/remittance';
import { countedPostings, type PayerAnswer } from './standing';

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
  const byControl = new Map<string, Posting[]>();
  for (const posting of postings) {
    if (posting.received > asOf) continue;
    const own = byControl.get(posting.control);
    if (own) own.push(posting);
    else byControl.set(posting.control, [posting]);
  }
  return lines.map((line) => lineAccount(line, byControl.get(line.control) ?? []));
}

function lineAccount(line: BilledLine, said: readonly Posting[]): LineAccount {
  const { postings, standing } = countedPostings(line.charge, said);
  const paidBy = (kind: Posting['from']['kind']) =>
    sum(postings.map(({ from, paid }) => (from.kind === kind ? paid : ZERO)));
  const [paidByPayers, paidByClient] = [paidBy('payer'), paidBy('client')];
  const adjusted = sum(postings.map((one) => one.adjusted));
  const balance = minus(line.charge, paidByPayers, paidByClient, adjusted);
  const last = lastAnswer(standing.answers);
  const forwardedTo = last?.forwardedTo ?? null;
  const share = last && forwardedTo === null ? (standing.shares.get(last.from.name) ?? ZERO) : ZERO;
  const clientOwes = line.isSuperbill ? balance : ofClient(balance, minus(share, paidByClient));
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
    forwardedTo,
  };
}

/** The client's part of a balance, or of what was paid too much; what a payer paid too much pays no copay. */
function ofClient(balance: Cents, shareLeft: Cents): Cents {
  if (balance > ZERO) return smaller(balance, larger(ZERO, shareLeft));
  return balance < ZERO ? larger(balance, shareLeft) : ZERO;
}

/** The answer that says what the client owes: the last of the latest payer in line. */
function lastAnswer(answers: readonly PayerAnswer[]): PayerAnswer | null {
  const later = answers.filter(({ status }) => LATER_PAYER.has(status));
  return (later.length > 0 ? later : answers).at(-1) ?? null;
}
