import { isCreditControl } from '../payments/client-credit';
import type { LineAccount } from '../payments/line-account';
import { minus, plus, sum, ZERO, type Cents } from '../values/cents';
import { addMonths, byDay, earliestOf, firstOfMonth, latestOf, type Day } from '../values/day';
import {
  OTHER_SHARE,
  OWN_PAYER,
  SHARE_KINDS,
  type AmountWords,
  type StatementAmount,
} from './statement-words';

/** One service line as the client sees it. charge = insurance paid + written off + you paid + with insurance + you owe. */
export interface StatementRow extends Record<StatementAmount, Cents> {
  date: Day;
  code: string;
  /** Paid ahead, for no visit yet. */
  isCredit: boolean;
  account: string;
}

export interface Statement {
  asOf: Day;
  rows: StatementRow[];
  /** Lines that are settled and not listed. */
  settled: { lines: number; from: Day; to: Day } | null;
  /** What the client owes for all lines, listed or not; below zero when too much was paid. */
  owes: Cents;
  /** Of this what lies on other visits or was paid ahead: it is not used for what is open before the client agrees. */
  credit: Cents;
  waiting: Cents;
  /** What the client's part is made of, and what was paid of it. Adds up to `owes`. */
  share: { of: AmountWords; amount: Cents }[];
  paidOfShare: Cents;
}

export interface StatementInput {
  /** Accounts of one client as of the day, those of credit among them. */
  accounts: readonly LineAccount[];
  /** What the client has with the practice. */
  credit: Cents;
  asOf: Day;
  /** Lists settled lines from this date of service on; null: those that were settled since last month began. */
  from: Day | null;
}

/** What was billed, who paid it and what the client owes now, by date of service. */
export function statementOf({ accounts, credit, asOf, from }: StatementInput): Statement {
  const ofDays = [...accounts].sort(
    (a, b) => byDay(a.line.date, b.line.date) || a.line.control.localeCompare(b.line.control, 'en'),
  );
  const isListed = (account: LineAccount) => account.balance !== ZERO || isRecent(account, asOf, from);
  const listed = ofDays.filter(isListed);
  const settled = ofDays.filter((account) => !isListed(account));
  const owing = ofDays.filter(({ clientOwes }) => clientOwes !== ZERO);
  const share = shareOf(owing);
  return {
    asOf,
    rows: listed.map(rowOf),
    settled: settledSpan(settled),
    owes: sum(ofDays.map(({ clientOwes }) => clientOwes)),
    credit,
    waiting: sum(ofDays.map(({ payerOwes }) => payerOwes)),
    share,
    paidOfShare: minus(
      sum(share.map(({ amount }) => amount)),
      sum(owing.map(({ clientOwes }) => clientOwes)),
    ),
  };
}

function isRecent({ line, postings }: LineAccount, asOf: Day, from: Day | null): boolean {
  if (from !== null) return line.date >= from;
  const since = addMonths(firstOfMonth(asOf), -1);
  return postings.some(({ received }) => received >= since);
}

function rowOf({
  line,
  paidByPayers,
  paidByClient,
  adjusted,
  clientOwes,
  payerOwes,
}: LineAccount): StatementRow {
  return {
    date: line.date,
    code: line.code,
    isCredit: isCreditControl(line.control),
    account: line.account,
    charge: line.charge,
    insurancePaid: paidByPayers,
    adjusted,
    clientPaid: paidByClient,
    waiting: payerOwes,
    owes: clientOwes,
  };
}

function settledSpan(settled: readonly LineAccount[]): Statement['settled'] {
  const dates = settled.map(({ line }) => line.date);
  return dates.length === 0 ? null : { lines: dates.length, from: earliestOf(dates), to: latestOf(dates) };
}

/** The parts under group PR of the payers' answers. A part no reason tells is named by who was billed. */
function shareOf(owing: readonly LineAccount[]): Statement['share'] {
  const amounts = new Map<AmountWords, Cents>();
  const add = (words: AmountWords, amount: Cents) =>
    amounts.set(words, plus(amounts.get(words) ?? ZERO, amount));
  for (const { answers, clientOwes, paidByClient } of owing) {
    const last = answers.at(-1);
    const told = (last?.adjustments ?? []).filter(({ group }) => group === 'PR');
    const share = plus(clientOwes, paidByClient);
    if (share === ZERO) continue;
    if (told.length > 0 && sum(told.map(({ amount }) => amount)) === share) {
      for (const { reason, amount } of told) {
        add(Object.hasOwn(SHARE_KINDS, reason) ? (SHARE_KINDS[reason] ?? OTHER_SHARE) : OTHER_SHARE, amount);
      }
    } else add(last === undefined ? OWN_PAYER : YOUR_PART, share);
  }
  return [...amounts].map(([of, amount]) => ({ of, amount })).filter(({ amount }) => amount !== ZERO);
}

const YOUR_PART: AmountWords = {
  label: 'Your part',
  sentence: 'What your insurance left to you after all its answers.',
  source: 'Patient responsibility, several answers of a payer taken together',
};
