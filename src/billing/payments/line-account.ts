import { larger, minus, smaller, sum, ZERO, type Cents } from '../values/cents';
import { byDay, LAST_DAY, type Day } from '../values/day';
import type { BilledLine } from '../records/billed-line';
import type { Posting } from './posting';
import { LATER_PAYER, REVERSAL } from './remittance/remittance';

/** Where a billed line stands: who paid what, and who owes the rest. */
export interface LineAccount {
  line: BilledLine;
  /** In the order of their days. */
  postings: Posting[];
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
  return lines.map((line) => {
    const own = (byControl.get(line.control) ?? []).sort((a, b) => byDay(a.received, b.received));
    return lineAccount(line, own);
  });
}

function lineAccount(line: BilledLine, postings: Posting[]): LineAccount {
  const ofPayers = postings.filter(({ from }) => from.kind === 'payer');
  const paidByPayers = sum(ofPayers.map(({ paid }) => paid));
  const paidByClient = sum(postings.map(({ from, paid }) => (from.kind === 'client' ? paid : ZERO)));
  const adjusted = sum(postings.map((one) => one.adjusted));
  const balance = minus(line.charge, paidByPayers, paidByClient, adjusted);
  const last = lastAnswer(ofPayers);
  const forwardedTo = last?.forwardedTo ?? null;
  const share = last && forwardedTo === null ? shareBy(ofPayers, last.from.name) : ZERO;
  const clientOwes = line.isSuperbill ? balance : ofClient(balance, minus(share, paidByClient));
  const allowed = last
    ? (ofPayers.filter((one) => one.from.name === last.from.name && one.status !== REVERSAL).at(-1)
        ?.allowed ?? null)
    : null;
  return {
    line,
    postings,
    allowed,
    paidByPayers,
    paidByClient,
    adjusted,
    balance,
    clientOwes,
    payerOwes: minus(balance, clientOwes),
    forwardedTo,
  };
}

/** The client's part of a balance, or of what was paid too much. */
function ofClient(balance: Cents, shareLeft: Cents): Cents {
  return balance > ZERO
    ? smaller(balance, larger(ZERO, shareLeft))
    : larger(balance, smaller(ZERO, shareLeft));
}

/** The answer that says what the client owes: the last of the latest payer in line. A reversal alone is no answer. */
function lastAnswer(postings: readonly Posting[]): Posting | null {
  const answers = postings.filter(({ status }) => status !== REVERSAL);
  const later = answers.filter(({ status }) => LATER_PAYER.has(status));
  return (later.length > 0 ? later : answers).at(-1) ?? null;
}

/** Reversals of the same payer included. */
function shareBy(postings: readonly Posting[], payer: string): Cents {
  return sum(postings.map(({ from, clientShare }) => (from.name === payer ? clientShare : ZERO)));
}
