import { denialQueue, type Denial } from '../denials/denial-queue';
import type { BilledLine } from '../records/billed-line';
import { clientCredits, isCreditControl, type ClientCredit } from '../payments/client-credit';
import type { ExpectedPayment } from '../payments/expected-payment';
import { classifyLine, type LineVerdict } from '../payments/classify-line';
import { lineAccounts, type LineAccount } from '../payments/line-account';
import type { Payment, Posting, ProviderPosting } from '../payments/posting';
import type { Authorization, Benefit, Client, Fee, Payer, Practice } from '../records/practice';
import type { Session } from '../records/session';
import type { Finding } from '../findings';
import { byAmount, formatDollars, minus, negated, plus, sum, ZERO, type Cents } from '../values/cents';
import { byDay, earliest, FIRST_DAY, lastOfMonth, parseIso, usDate, type Day } from '../values/day';
import { accidentCases, type AccidentCase } from './accident-cases';
import { ageingOf, type AgeingTables } from './ageing';
import { byClaim, type ClaimException } from './by-claim';
import { depositsOf, type UnappliedPayment, type MonthDeposit } from './deposits';
import { exceptionOf, inOrder, notBilledException, type MonthException } from './exceptions';
import { expectationsOf } from './expectations';
import { followUpsOf, lastCalls, type CallRow, type FollowUp } from './follow-ups';
import { keptLinesOf, withKeptMonths, type KeptLine, type KeptMonth, type LateChange } from './kept-months';
import {
  ledgerOf,
  monthBalances,
  tieOut,
  type Balance,
  type LedgerEntry,
  type MonthBalances,
} from './ledger';
import { verdictWithoutPayer } from './lines-without-payer';
import { monthEntries, type MonthEntries } from './month-lines';
import { rejectedException, standingRejections, verdictOfRejected, type Rejection } from './rejected';
import { monthsNotBilled, seenNotBilled, type MonthNotBilled } from './seen';

export interface MonthInput {
  /** `YYYY-MM`. */
  month: string;
  today: Day;
  lines: readonly BilledLine[];
  /** Lines of claims that were replaced or voided. */
  retired: readonly BilledLine[];
  postings: readonly Posting[];
  payments: readonly Payment[];
  providerPostings: readonly ProviderPosting[];
  unapplied: readonly UnappliedPayment[];
  calls: readonly CallRow[];
  payers: readonly Payer[];
  clients: readonly Client[];
  practice: Practice | null;
  fees: readonly Fee[];
  benefits: readonly Benefit[];
  authorizations: readonly Authorization[];
  /** Sessions of all months that no claim or superbill holds. */
  unbilled: readonly Session[];
  /** What holds visits back that were seen and not billed: for the sessions given, the finding of each that has one. */
  whyNotBilled?: (sessions: readonly Session[]) => (session: Session) => Finding | null;
  /** Claims that the register calls rejected. */
  rejected: readonly Rejection[];
  /** Where the register does not agree with itself, in sentences. */
  disagreements: readonly string[];
  /** Months that stay as they were when their sheet was made or they were closed. */
  kept: readonly KeptMonth[];
}

/** A line that was open at the end of the month, or moved in it. */
export interface MonthLine {
  line: BilledLine;
  /** Of the month. */
  balance: Balance;
  /** As of the last day of the month. */
  account: LineAccount;
  expected: ExpectedPayment | null;
  verdict: LineVerdict;
}

/** Whom to call about how much. */
export interface CallToMake {
  payer: string;
  claims: number;
  lines: number;
  amount: Cents;
}

export interface MonthView {
  month: string;
  from: Day;
  to: Day;
  /** Lines and exceptions are judged as of this day: today, or the last day of a month that is over. */
  asOf: Day;
  asOfWords: string;
  balances: MonthBalances;
  /** What does not add up; empty when the month balances. */
  outOfBalance: string[];
  isClosed: boolean;
  /** Counts in this month, and is for months before it that are kept as they were. */
  forKeptMonths: LateChange[];
  /** For a closed month: what came since, and counts in a later one. */
  cameLater: LateChange[];
  lines: MonthLine[];
  /** The same as a closed month keeps them. */
  toKeep: KeptLine[];
  /** A row for each line, calls first. */
  exceptions: MonthException[];
  /** The same in fewer rows, as the sheet shows them. */
  toLookAt: ClaimException[];
  calls: CallToMake[];
  ageing: AgeingTables;
  cases: AccidentCase[];
  deposits: MonthDeposit[];
  /** What clients have with the practice at the end of the month. */
  credits: ClientCredit[];
  /** What was seen and never billed, by month, from the first billed one on. */
  notBilled: MonthNotBilled[];
  /** Received up to the end of the month, and of no line yet. */
  unmatched: UnappliedPayment[];
  denials: Denial[];
  followUps: FollowUp[];
}

/** Everything a month's sheet says. Throws on a text that is no month. */
export function monthView(input: MonthInput): MonthView {
  const { month, today, payers } = input;
  const from = parseIso(`${month}-01`);
  if (from === null) throw new RangeError(`${month} is not a month`);
  const span = { from, to: lastOfMonth(from) };
  const asOf = earliest(today, span.to);
  const { lines, postings, without } = monthEntries(input, input.clients);
  const soFar = postings.filter(({ received }) => received <= span.to);
  const ledger = withKeptMonths(ledgerOf(lines, soFar), month, input.kept);
  const balances = monthBalances(ledger.entries, month);
  const accounts = lineAccounts(lines, postings, span.to);
  const counted = accounts.filter(({ line }) => line.date <= span.to);
  const calls = lastCalls(input.calls);
  const followUps = followUpsOf(calls);
  const denials = denialQueue(counted, { payers, today, followUps });
  const denialOf = new Map(denials.map((denial) => [denial.line.control, denial]));
  const charged = lines.filter(({ control }) => !without.has(control));
  const expected = expectationsOf(charged, input, span.to, accounts);
  const moved = new Map(balances.byLine.map((balance) => [balance.name, balance]));
  const later = answeredAfter(postings, span.to);
  const payerOf = new Map(payers.map((payer) => [payer.name, payer]));
  const rejections = standingRejections(input.rejected, postings);
  const firstDates = firstDatesOf(lines);

  const monthLines = accounts.flatMap((account): MonthLine[] => {
    const { line } = account;
    const balance = moved.get(line.control);
    if (!balance) return [];
    const own = expected.get(line.control) ?? null;
    const terms = { expected: own, payer: payerOf.get(line.payer) ?? null, today: asOf };
    const judged = verdictWithoutPayer(account, { to: span.to, without }) ?? classifyLine(account, terms);
    const rejection = line.isSuperbill ? undefined : rejections.get(line.account);
    const verdict = rejection ? verdictOfRejected(judged, rejection) : judged;
    return [{ line, balance, account, expected: own, verdict }];
  });
  const seen = seenNotBilled(input);
  const whyOf = input.whyNotBilled?.(seen.flatMap(({ visit }) => visit.sessions));
  const exceptions = inOrder([
    ...monthLines.flatMap(({ account, verdict }) => {
      const { control, account: number, payer } = account.line;
      if (verdict.word === 'not billed') {
        const first = firstDates.get(number) ?? account.line.date;
        const about = { payer: payerOf.get(payer) ?? null, first, today };
        return rejectedException(account.line, verdict, {
          ...about,
          followUp: followUps.get(number) ?? null,
        });
      }
      const judged = {
        account,
        verdict,
        denial: denialOf.get(control) ?? null,
        answeredLater: later.get(control) ?? null,
        followUp: followUps.get(number) ?? null,
      };
      return exceptionOf(judged, today) ?? [];
    }),
    ...seen.map(({ visit, payer }) => {
      const why = whyOf && { finding: visit.sessions.flatMap((session) => whyOf(session) ?? [])[0] ?? null };
      return notBilledException(visit, payer, { today, why });
    }),
  ]);
  const deposits = depositsOf({ ...input, postings }, span);
  const ageing = ageingTables(accounts, payers, span.to, asOf);
  return {
    month,
    ...span,
    asOf,
    asOfWords: asOfWords(asOf, span),
    balances,
    outOfBalance: [
      ...input.disagreements,
      ...tieOut(balances),
      ...otherTies(balances, ageing, deposits, keptGaps(ledger.added, span)),
    ],
    isClosed: input.kept.some((one) => one.isClosed && one.month === month),
    forKeptMonths: ledger.late,
    cameLater: ledger.cameLater,
    lines: monthLines.sort(byClientAndDate),
    toKeep: keptLinesOf(ledger.entries, month),
    exceptions,
    toLookAt: byClaim(exceptions),
    calls: callsOf(exceptions),
    ageing,
    cases: casesOfMonth(
      counted.filter(({ line, balance }) => !without.has(line.control) || balance !== ZERO),
      input,
      monthLines,
      asOf,
    ),
    deposits,
    credits: creditsOf({ lines, postings, without }, span.to),
    notBilled: monthsNotBilled(seen),
    unmatched: input.unapplied.filter(
      ({ state, received }) => state === 'open' && (received ?? FIRST_DAY) <= span.to,
    ),
    denials,
    followUps: followUpsDue(accounts, calls, today),
  };
}

function creditsOf({ lines, postings, without }: MonthEntries, to: Day): ClientCredit[] {
  const own = lines.filter(({ control }) => !isCreditControl(control));
  return clientCredits(
    {
      lines: own.filter(({ control }) => !without.has(control)),
      retired: own.filter(({ control }) => without.has(control)),
      postings,
    },
    to,
  );
}

/** Of each claim, by account: its days to file count from there. */
function firstDatesOf(lines: readonly BilledLine[]): ReadonlyMap<string, Day> {
  const dates = new Map<string, Day>();
  for (const { account, date } of lines) dates.set(account, earliest(date, dates.get(account) ?? date));
  return dates;
}

/** The first day after the month on which a line was answered or paid. */
function answeredAfter(postings: readonly Posting[], to: Day): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  for (const { control, received } of postings) {
    if (received > to) days.set(control, earliest(received, days.get(control) ?? received));
  }
  return days;
}

/** Ages count to the day that is judged; what was paid before its date of service is a credit. */
function ageingTables(
  accounts: readonly LineAccount[],
  payers: readonly Payer[],
  to: Day,
  asOf: Day,
): AgeingTables {
  const own = accounts
    .filter(({ line }) => line.date <= to)
    .map((account) => ({
      ...account,
      line: { ...account.line, date: earliest(account.line.date, asOf) },
    }));
  const ageing = ageingOf(own, payers, asOf);
  const paidAhead = sum(
    accounts.map(({ line, balance }) => (line.date > to ? minus(line.charge, balance) : ZERO)),
  );
  return { ...ageing, credits: minus(ageing.credits, paidAhead) };
}

export function outstandingOf({ byPayer, waitingForSettlement, clients, credits }: AgeingTables): Cents {
  return plus(credits, sum([...byPayer, ...waitingForSettlement, clients].map(({ total }) => total)));
}

/** By how much kept months change what is owed at the end of the month, and what was paid in it. */
function keptGaps(
  added: readonly LedgerEntry[],
  { from, to }: { from: Day; to: Day },
): { owed: Cents; paid: Cents } {
  const until = added.filter(({ on }) => on <= to);
  return {
    owed: sum(until.map(({ kind, amount }) => (kind === 'charge' ? amount : negated(amount)))),
    paid: sum(until.map(({ kind, on, amount }) => (kind === 'payment' && on >= from ? amount : ZERO))),
  };
}

function otherTies(
  { total }: MonthBalances,
  ageing: AgeingTables,
  deposits: readonly MonthDeposit[],
  kept: { owed: Cents; paid: Cents },
): string[] {
  const outstanding = plus(outstandingOf(ageing), kept.owed);
  const posted = plus(sum(deposits.map((deposit) => deposit.posted)), kept.paid);
  return [
    ...(outstanding === total.closing
      ? []
      : [
          `The ageing comes to $${formatDollars(outstanding)}, and the closing balance is $${formatDollars(total.closing)}.`,
        ]),
    ...(posted === total.payments
      ? []
      : [
          `$${formatDollars(posted)} of the money received was posted, and the payments of the month are $${formatDollars(total.payments)}.`,
        ]),
    ...deposits
      .filter(({ unexplained }) => unexplained !== ZERO)
      .map(
        ({ from, reference, received, unexplained }) =>
          `$${formatDollars(unexplained)} of ${reference === '' ? 'a payment' : `check ${reference}`} of ${from}, received on ${usDate(received)}, is not posted: what it says did not balance, or its rows were changed.`,
      ),
  ];
}

function callsOf(exceptions: readonly MonthException[]): CallToMake[] {
  const calls = new Map<string, CallToMake>();
  const claims = new Set<string>();
  for (const { needsCall, payer, account, amount } of exceptions) {
    if (!needsCall || payer === null) continue;
    const call = calls.get(payer) ?? { payer, claims: 0, lines: 0, amount: ZERO };
    calls.set(payer, call);
    call.lines += 1;
    call.amount = plus(call.amount, amount);
    if (account !== null && !claims.has(account)) call.claims += 1;
    if (account !== null) claims.add(account);
  }
  return [...calls.values()].sort(
    (a, b) => byAmount(b.amount, a.amount) || a.payer.localeCompare(b.payer, 'en'),
  );
}

/** Cases that are open or moved in the month, with all their visits so far. */
function casesOfMonth(
  accounts: readonly LineAccount[],
  { payers, authorizations }: MonthInput,
  lines: readonly MonthLine[],
  asOf: Day,
): AccidentCase[] {
  const moved = new Set(lines.map(({ line }) => `${line.client}|${line.payer}`));
  return accidentCases(accounts, payers, authorizations, asOf)
    .filter(({ client, payer }) => moved.has(`${client}|${payer}`))
    .sort((a, b) => a.client.localeCompare(b.client, 'en') || a.payer.localeCompare(b.payer, 'en'));
}

/** Of accounts that are still open, the earliest first. */
function followUpsDue(
  accounts: readonly LineAccount[],
  calls: ReadonlyMap<string, CallRow>,
  today: Day,
): FollowUp[] {
  const open = new Map<string, FollowUp>();
  for (const { line, balance } of accounts) {
    const call = calls.get(line.account);
    if (!call || call.followUp === null || call.followUp > today || balance <= ZERO) continue;
    const { account, client, payer } = line;
    const known = open.get(account);
    if (known) known.amount = plus(known.amount, balance);
    else {
      open.set(account, {
        account,
        client,
        payer,
        due: call.followUp,
        amount: balance,
        lastCall: call.on,
        said: call.said,
      });
    }
  }
  return [...open.values()].sort((a, b) => byDay(a.due, b.due) || a.account.localeCompare(b.account, 'en'));
}

function byClientAndDate(a: MonthLine, b: MonthLine): number {
  return (
    a.line.client.localeCompare(b.line.client, 'en') ||
    byDay(a.line.date, b.line.date) ||
    a.line.control.localeCompare(b.line.control, 'en', { numeric: true })
  );
}

function asOfWords(asOf: Day, { from, to }: { from: Day; to: Day }): string {
  if (asOf < from) return `The month has not begun: everything is as of ${usDate(asOf)}.`;
  return asOf < to
    ? `The month is not over: everything is as of ${usDate(asOf)}.`
    : `Everything is as of ${usDate(to)}, the last day of the month. What came later is on the sheet of its own month.`;
}
