import { adjustmentReason, type NextStep } from '../codes/adjustments/reasons';
import { remarkWords } from '../codes/adjustments/remarks';
import { pairVerdict } from '../codes/pairs';
import { daysLeft, lastDayOf } from '../deadlines/limits';
import { numberKey } from '../payments/billed-line';
import type { BilledLine } from '../records/billed-line';
import { isDenied, type LineAccount } from '../payments/line-account';
import type { Posting } from '../payments/posting';
import type { Payer } from '../records/practice';
import { byAmount, ZERO, type Cents } from '../values/cents';
import { byDay, FIRST_DAY, LAST_DAY, type Day } from '../values/day';
import { nameKey } from '../values/name-key';

/** One thing that a payer refused, with what to do about it. */
export interface Denial {
  line: BilledLine;
  deniedOn: Day;
  /** What is still open. */
  amount: Cents;
  reasons: DenialReason[];
  remarks: { code: string; words: string | null }[];
  next: NextStep | 'read-statement';
  /** What to do, in plain words; the first is the next step. */
  advice: string[];
  /** Why no appeal can help; null where one may. */
  noAppeal: string | null;
  /** Null: the payer's limit is not known, and `appealWords` says so. */
  appealBy: Day | null;
  appealWords: string;
  daysLeft: number | null;
  /** Other claims of the same session lines: how often it was sent again. */
  resubmissions: number;
  /** For an exact duplicate: the account whose answer counts. */
  firstClaim: string | null;
  /** From the calls, else the payer's follow-up days after the denial; null when neither is known. */
  followUp: Day | null;
}

export interface DenialReason {
  group: string;
  code: string;
  amount: Cents;
  /** Null where the table has no words for it. */
  meaning: string | null;
}

export interface DenialContext {
  payers: readonly Payer[];
  today: Day;
  /** Follow-up dates of the Calls table by account. */
  followUps: ReadonlyMap<string, Day>;
}

/** The claim could not be processed: a new one must be sent, an appeal is not possible. */
const UNPROCESSABLE = 'MA130';
/** Reasons about code pairs; never appealed where the pair's indicator is 0. */
const PAIR_REASONS: ReadonlySet<string> = new Set(['97', '236']);
const EXACT_DUPLICATE = '18';

/** Everything denied or left open by a payer's answer, the nearest last day to appeal first, unknown ones after. */
export function denialQueue(accounts: readonly LineAccount[], context: DenialContext): Denial[] {
  const denials = accounts.flatMap((account) => denialOf(account, accounts, context) ?? []);
  return denials.sort(
    (a, b) => byDay(a.appealBy ?? LAST_DAY, b.appealBy ?? LAST_DAY) || byAmount(b.amount, a.amount),
  );
}

function denialOf(account: LineAccount, all: readonly LineAccount[], context: DenialContext): Denial | null {
  const answer = account.answers.at(-1);
  if (!answer || account.balance <= ZERO || account.forwardedTo !== null) return null;
  if (!isDenied(account) && (answer.disputed <= ZERO || account.payerOwes <= ZERO)) return null;
  const payer = context.payers.find(({ name }) => name === answer.from.name) ?? null;
  const { line } = account;
  const same = all.filter((other) => other !== account && isSameService(other.line, line));
  const unprocessable = answer.remarks.includes(UNPROCESSABLE);
  const reasons = reasonsOf(answer);
  const partner = reasons.some(({ code }) => PAIR_REASONS.has(code)) ? neverTogether(line, all) : null;
  const steps = stepsOf(answer, line, partner);
  const next = unprocessable ? 'correct' : (steps[0]?.next ?? 'read-statement');
  const appealBy = unprocessable ? null : lastDayOf(answer.received, payer?.daysToAppeal ?? null);
  return {
    line,
    deniedOn: answer.received,
    amount: account.balance,
    reasons,
    remarks: answer.remarks.map((code) => ({ code, words: remarkWords(code) })),
    next,
    advice: [
      ...(unprocessable
        ? ['Send a new claim; this one was not processed, so that no appeal is possible.']
        : []),
      ...(steps.length === 0
        ? ["Read the payer's own words for these codes and decide."]
        : steps.map(({ advice }) => advice)),
    ],
    noAppeal: noAppeal(line, partner, unprocessable),
    appealBy,
    appealWords: appealWords(answer, appealBy, unprocessable),
    daysLeft: appealBy === null ? null : daysLeft(appealBy, context.today),
    resubmissions: new Set(same.map((other) => numberKey(other.line.account))).size,
    firstClaim: reasons.some(({ code }) => code === EXACT_DUPLICATE) ? firstOf(line, same) : null,
    followUp:
      context.followUps.get(line.account) ?? lastDayOf(answer.received, payer?.daysToFollowUp ?? null),
  };
}

function reasonsOf({ adjustments }: Posting): DenialReason[] {
  return adjustments.map(({ group, reason, amount }) => ({
    group,
    code: reason,
    amount,
    meaning: adjustmentReason(group, reason)?.meaning ?? null,
  }));
}

/** Next steps by reason, the largest amount first; what is only written off or billed to the client comes last. */
function stepsOf(
  { adjustments }: Posting,
  line: BilledLine,
  partner: string | null,
): { next: NextStep; advice: string }[] {
  const isLast = (next: NextStep) => next === 'write-off' || next === 'bill-client';
  return [...adjustments]
    .sort((a, b) => byAmount(b.amount, a.amount))
    .flatMap(({ group, reason }): { next: NextStep; advice: string }[] => {
      const known = adjustmentReason(group, reason);
      if (!known) return [];
      return PAIR_REASONS.has(reason) && partner !== null
        ? [{ next: 'correct', advice: neverTogetherWords(line, partner) }]
        : [{ next: known.next, advice: known.advice }];
    })
    .sort((a, b) => Number(isLast(a.next)) - Number(isLast(b.next)));
}

function noAppeal(line: BilledLine, partner: string | null, unprocessable: boolean): string | null {
  if (unprocessable) return 'The claim was not processed, so no appeal is possible: send a new claim.';
  return partner === null ? null : neverTogetherWords(line, partner);
}

function neverTogetherWords({ code }: BilledLine, partner: string): string {
  return `${code} and ${partner} are never paid together (indicator 0): no modifier helps, do not appeal.`;
}

/** Another code of the same client and day that an edit with indicator 0 forbids together with this one. */
function neverTogether(line: BilledLine, all: readonly LineAccount[]): string | null {
  const ofDay = all.filter(
    ({ line: other }) =>
      other.date === line.date && other.code !== line.code && nameKey(other.client) === nameKey(line.client),
  );
  const partner = ofDay.find(({ line: other }) => {
    const verdict = pairVerdict(line.code, other.code, line.date);
    return verdict.kind === 'edit' && verdict.indicator === 0;
  });
  return partner?.line.code ?? null;
}

function isSameService(a: BilledLine, b: BilledLine): boolean {
  return (
    a.date === b.date &&
    a.code === b.code &&
    nameKey(a.client) === nameKey(b.client) &&
    numberKey(a.account) !== numberKey(b.account)
  );
}

/** The earliest made of the other claims, whose answer counts; null when there is none in the register. */
function firstOf(line: BilledLine, same: readonly LineAccount[]): string | null {
  const [first] = [...same].sort((a, b) => byDay(a.line.billedOn ?? FIRST_DAY, b.line.billedOn ?? FIRST_DAY));
  return first && (first.line.billedOn ?? FIRST_DAY) <= (line.billedOn ?? LAST_DAY)
    ? first.line.account
    : null;
}

function appealWords({ from }: Posting, appealBy: Day | null, unprocessable: boolean): string {
  if (unprocessable) return 'No appeal is possible: send a new claim before the last day to file.';
  if (appealBy !== null)
    return 'From the days to appeal in the Payers table, counted from the day of the answer.';
  return `Not known: the Payers table has no days to appeal for ${from.name}. Look in the contract or on the statement.`;
}
