import { sessionKey } from '../../billing/claims/session-key';
import type { Finding } from '../../billing/findings';
import type { Session } from '../../billing/records/session';
import { usDate } from '../../billing/values/day';
import type { Register } from '../register';

/** The rule that holds back what a corrected claim is to bill. */
export const CHANGED_SINCE_BILLED = 'session-changed-since-billed';

/** Where a session stands, as the register writes it: `Sessions!12`. */
export function sessionRow(session: Pick<Session, 'place'>): string {
  return `${session.place.sheet}!${String(session.place.row)}`;
}

/**
 * The sessions that no claim or superbill holds yet. A row that says what a billed row said is that row, wherever it
 * stands now; a second one that says the same is new. A row that stands where a billed row stood, whose words are
 * nowhere in the sheet any more, was corrected after billing: it is held back, because a second original claim for it
 * would be denied as a duplicate.
 */
export function notYetBilled(
  sessions: readonly Session[],
  register: Register,
): { fresh: Session[]; billedBefore: Session[]; corrected: Session[]; findings: Finding[] } {
  const open = new Map<string, number>();
  const accountAt = new Map<string, { key: string; account: string }>();
  const counted = new Map<string, Set<string>>();
  for (const line of register.lines) {
    for (const source of line.sources) {
      const rows = counted.get(source.key) ?? new Set();
      counted.set(source.key, rows.add(source.row));
      accountAt.set(source.row, { key: source.key, account: line.account });
    }
  }
  for (const [key, rows] of counted) open.set(key, rows.size);

  const unknown: Session[] = [];
  const billedBefore: Session[] = [];
  for (const session of sessions) {
    const key = sessionKey(session);
    const left = open.get(key) ?? 0;
    if (left > 0) {
      open.set(key, left - 1);
      billedBefore.push(session);
    } else unknown.push(session);
  }

  const fresh: Session[] = [];
  const corrected: Session[] = [];
  const findings: Finding[] = [];
  for (const session of unknown) {
    const before = accountAt.get(sessionRow(session));
    if (!before || (open.get(before.key) ?? 0) === 0) fresh.push(session);
    else {
      corrected.push(session);
      findings.push({
        rule: CHANGED_SINCE_BILLED,
        severity: 'STOP',
        place: session.place,
        words: `This session of ${usDate(session.date)} was changed after it was billed on ${before.account}.`,
        toDo: `If ${before.account} was never sent, undo that run and make it again. If it was sent, the payer needs a corrected claim.`,
        source: 'CARC 18: a second original claim for the same service is denied as a duplicate',
        client: session.client,
        date: session.date,
      });
    }
  }
  return { fresh, billedBefore, corrected, findings };
}
