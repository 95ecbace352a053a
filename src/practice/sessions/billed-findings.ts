import { sessionKey } from '../../billing/visits/session-key';
import type { Answer, Finding } from '../../billing/findings';
import type { BilledLine } from '../../billing/records/billed-line';
import type { Session } from '../../billing/records/session';
import { usDate } from '../../billing/values/day';
import { nameKey } from '../../billing/values/name-key';

const CHANGED = 'session-changed-since-billed';
const OTHERWISE = 'session-billed-otherwise';
const PERHAPS = 'session-perhaps-billed';

/** The rules that hold a row back because it may have been billed before. */
export const BILLED_RULES: ReadonlySet<string> = new Set([CHANGED, OTHERWISE, PERHAPS]);

/** The answer that a row is a visit of its own. */
export const ANOTHER_VISIT = 'another';

/** The answer that a row is the visit that was billed, written otherwise. */
const SAME_VISIT = 'same';

export const VISIT_ANSWERS: readonly Omit<Answer, 'key'>[] = [
  { value: ANOTHER_VISIT, words: 'It is another visit' },
  { value: SAME_VISIT, words: 'It is the visit that was billed, and the claim is right' },
];

const SOURCE = 'CARC 18: a second original claim for the same service is denied as a duplicate';

const VISIT = 'visit:';

/** Key of the question whether a row is the visit of a billed line: what the row says, and the line's number. */
export function visitKey(session: Session, { control }: Pick<BilledLine, 'control'>): string {
  return `${VISIT}${sessionKey(session)}@${control}`;
}

/** What the user said to be billed already: what the row says (`sessionKey`), and the number of the line. */
export function visitsSaidToBeBilled(
  answers: ReadonlyMap<string, string>,
): { key: string; control: string }[] {
  return [...answers].flatMap(([question, value]) => {
    if (value !== SAME_VISIT || !question.startsWith(VISIT)) return [];
    const [key = '', control = ''] = question.slice(VISIT.length).split('@');
    return [{ key, control }];
  });
}

/** The row is where a billed one was, and says something else. */
export function changedSinceBilled(session: Session, line: BilledLine): Finding {
  const { account, isSuperbill } = line;
  return {
    ...about(session),
    rule: CHANGED,
    message: `This session of ${usDate(session.date)} was changed after it was billed on ${account}.`,
    fix: isSuperbill
      ? `Undo the run that made ${account} and make it again, or put back what the row said.`
      : `If ${account} was never sent, undo that run and make it again. If it was sent, the payer needs a corrected claim (Month end > Correct a claim; on the command line: --correct ${account}).`,
    answers: answersOf(session, line),
  };
}

/** The client has a billed line of the same day and code. */
export function billedOtherwise(session: Session, line: BilledLine): Finding {
  const [{ row = '' } = {}] = line.sources;
  const from = row === '' ? '' : `, from ${row}`;
  return {
    ...about(session),
    rule: OTHERWISE,
    message: `${line.code} of ${usDate(line.date)} was billed for this client on ${line.account}${from}, and this row is not the one that was billed.`,
    fix: twoWays(line),
    answers: answersOf(session, line),
  };
}

/** A billed row is gone, and this one is like it but for its day or its client. */
export function perhapsBilled(session: Session, line: BilledLine): Finding {
  const isOtherDay = line.date !== session.date;
  const change =
    nameKey(line.client) === nameKey(session.client) ? 'with another code or fee' : 'under another name';
  return {
    ...about(session),
    rule: PERHAPS,
    message: isOtherDay
      ? `The row of ${line.code} of ${usDate(line.date)}, billed for this client on ${line.account}, is gone; this one may be it with another date.`
      : `The row of ${line.code} of ${usDate(line.date)} that was billed for ${line.client} on ${line.account} is gone; this one may be it ${change}.`,
    fix: twoWays(line),
    answers: answersOf(session, line),
  };
}

/** The client's claims and their lines do not agree, though no single finding says so. */
export function registerMistrusted(client: string): Finding {
  return {
    rule: 'claim-does-not-agree',
    severity: 'STOP',
    place: null,
    message: `Claims of ${client} do not agree with their lines.`,
    fix: 'Mend the register first.',
    source: SOURCE,
    client,
  };
}

function twoWays({ account, isSuperbill }: BilledLine): string {
  const correct = isSuperbill
    ? `undo the run that made ${account} and make it again`
    : `correct ${account} (Month end > Correct a claim; on the command line: --correct ${account})`;
  return `If it is the same visit, ${correct}. If it is another visit, say so.`;
}

function answersOf(session: Session, line: BilledLine): Answer[] {
  const key = visitKey(session, line);
  return VISIT_ANSWERS.map((answer) => ({ key, ...answer }));
}

function about({ place, client, date }: Session) {
  return { severity: 'STOP' as const, place, source: SOURCE, client, date };
}
