import type { Finding } from '../findings';
import type { Denial } from '../denials/denial-queue';
import { lastDayOf } from '../deadlines/limits';
import type { LineAccount } from '../payments/line-account';
import type { LineVerdict, LineStatus } from '../payments/classify-line';
import type { Payer } from '../records/practice';
import { byAmount, ZERO, type Cents } from '../values/cents';
import { byDay, LAST_DAY, usDate, type Day } from '../values/day';
import type { VisitNotBilled } from './not-billed';

/** A line or visit that somebody has to look at. */
export interface MonthException {
  word: ExceptionWord;
  /** What it is about. */
  amount: Cents;
  /** One plain sentence each. */
  why: string;
  fix: string;
  /** Whether the next step is to call the payer. */
  needsCall: boolean;
  client: string;
  payer: string | null;
  date: Day;
  code: string | null;
  account: string | null;
  control: string | null;
  /** Last day to appeal or to file; null where it is not known or does not apply. */
  lastDay: Day | null;
  followUp: Day | null;
  /** What rows of one client share that are told as one, though each names its own day: the rule that stops them. */
  alike?: string;
}

/** Words of the month's sheet that ask for something. */
export type ExceptionWord = Exclude<LineStatus, 'good' | 'waiting'>;

export interface LineToClassify {
  account: LineAccount;
  verdict: LineVerdict;
  denial: Denial | null;
  /** What came after the last day that was judged. */
  answeredLater: Day | null;
  followUp: Day | null;
}

interface Advice {
  needsCall: boolean;
  fix: (line: LineToClassify) => string;
}

/**
 * In the order of the sheet: calls first, and among them what the payer has refused. What was never filed has a last
 * day to file, and comes right after the calls.
 */
const ADVICE: Readonly<Record<ExceptionWord, Advice>> = {
  'not billed': { needsCall: false, fix: () => '' },
  denied: {
    needsCall: true,
    fix: ({ denial }) => (denial ? adviceOf(denial) : 'Read what the payer says and decide.'),
  },
  'payment missing': {
    needsCall: true,
    fix: ({ denial, account }) =>
      denial
        ? adviceOf(denial)
        : `Call ${account.line.payer}: ask how it was priced, and to decide it again.`,
  },
  'write-off too high': {
    needsCall: true,
    fix: ({ account }) =>
      `Compare with your contract, then call ${account.line.payer} to have it paid as agreed.`,
  },
  overdue: {
    needsCall: true,
    fix: ({ account }) =>
      `Call ${account.line.payer}: ask whether ${account.line.account} was received, and when it will be decided.`,
  },
  duplicate: {
    needsCall: false,
    fix: ({ denial, account }) =>
      denial?.firstClaim
        ? `Look at the answer to ${denial.firstClaim}, sent before it; do not send it again.`
        : account.balance < ZERO
          ? 'Find out which payment stays; the payer may take the other one back.'
          : 'Find the answer to the claim that was sent first; do not send it again.',
  },
  unexpected: {
    needsCall: false,
    fix: ({ account: { payerOwes, clientOwes } }) =>
      payerOwes < ZERO
        ? 'Keep it apart: the payer may take it back. Ask before you return it.'
        : clientOwes < ZERO
          ? 'It is a credit of the client: use it for what the client owes, or give it back with a refund letter.'
          : 'Compare with the Fees and Benefits tables, and correct what is out of date.',
  },
};

const ORDER = Object.keys(ADVICE) as ExceptionWord[];

/** Nothing is asked for where a line is good or waits, or where nothing is at stake. */
export function exceptionOf(judged: LineToClassify, today: Day): MonthException | null {
  const { account, verdict, denial, answeredLater } = judged;
  const { word, amount } = verdict;
  if (word === 'good' || word === 'waiting' || amount === ZERO) return null;
  const { client, payer, date, code, control, account: number } = account.line;
  const later = judged.followUp !== null && judged.followUp > today ? judged.followUp : null;
  const settled = answeredLater !== null;
  return {
    word,
    amount,
    why: word === 'denied' && denial ? `Denied: ${reasonWords(denial)}.` : verdict.why,
    fix: settled
      ? `Nothing yet: something came in on ${usDate(answeredLater)}, which is on the sheet of that month.`
      : later !== null && ADVICE[word].needsCall
        ? `You called; follow up on ${usDate(later)}.`
        : ADVICE[word].fix(judged),
    needsCall: ADVICE[word].needsCall && later === null && !settled,
    client,
    payer,
    date,
    code,
    account: number,
    control,
    lastDay: denial?.appealBy ?? null,
    followUp: judged.followUp,
  };
}

/** A visit that was seen and is on no claim or superbill; `payer` is null where it is not clear who pays. */
export function notBilledException(
  { client, date, charge, payer: written }: VisitNotBilled,
  payer: Payer | null,
  { today, why }: { today: Day; why?: { finding: Finding | null } | undefined },
): MonthException {
  const isClaim = payer !== null && payer.billing !== 'superbill';
  const lastDay = isClaim ? lastDayOf(date, payer.daysToFile) : null;
  return {
    word: 'not billed',
    amount: charge ?? ZERO,
    why: [
      charge === null
        ? 'Seen, and on no claim or superbill; its price is not written in the sessions.'
        : 'Seen, and on no claim or superbill.',
      ...(why?.finding ? [why.finding.message] : []),
    ].join(' '),
    fix: [
      stepWords(why),
      payer
        ? `${why?.finding ? 'Then make' : 'Make'} its ${isClaim ? 'claim' : 'superbill'}.${isClaim ? fileWords(payer, lastDay, today) : ''}`
        : 'Say who pays, then bill it.',
    ].join(' '),
    needsCall: false,
    client,
    payer: payer?.name ?? written,
    date,
    code: null,
    account: null,
    control: null,
    lastDay,
    followUp: null,
    ...(why?.finding ? { alike: why.finding.rule } : {}),
  };
}

/** What to do before it can be billed; Check says the rest, where it was not asked. */
function stepWords(why: { finding: Finding | null } | undefined): string {
  if (!why) return 'Run Check, and mend what it says.';
  return why.finding ? why.finding.fix : 'Nothing holds it back.';
}

function fileWords({ name }: Payer, lastDay: Day | null, today: Day): string {
  if (lastDay === null) return ` The Payers table has no days to file for ${name}.`;
  return ` The last day to file ${lastDay < today ? 'was' : 'is'} ${usDate(lastDay)}.`;
}

/** Calls first; then by word, by the nearest last day, by amount. */
export function inOrder(exceptions: readonly MonthException[]): MonthException[] {
  return [...exceptions].sort(
    (a, b) =>
      Number(b.needsCall) - Number(a.needsCall) ||
      ORDER.indexOf(a.word) - ORDER.indexOf(b.word) ||
      byDay(a.lastDay ?? LAST_DAY, b.lastDay ?? LAST_DAY) ||
      byAmount(b.amount, a.amount) ||
      byDay(a.date, b.date) ||
      a.client.localeCompare(b.client, 'en') ||
      (a.control ?? '').localeCompare(b.control ?? '', 'en', { numeric: true }),
  );
}

function adviceOf({ advice, appealBy, next }: Denial): string {
  const [first = ''] = advice;
  if (appealBy === null) {
    // What is sent anew in a corrected claim has no appeal to wait for.
    return next === 'correct' ? first : `${first} The last day to appeal is not known.`;
  }
  const words = next === 'appeal' ? 'Appeal' : 'If you appeal, do so';
  return `${first} ${words} by ${usDate(appealBy)}.`;
}

/** `filed too late (CO-29)`. */
function reasonWords({ reasons }: Denial): string {
  const told = reasons.map(({ group, code, meaning }) => {
    const name = code === '' ? group : `${group}-${code}`;
    return meaning === null ? name : `${meaning} (${name})`;
  });
  return told.length === 0 ? 'no reason given' : told.join('; ');
}
