import { decideClaims } from '../../billing/claims/decide-claims';
import type { ClaimHold } from '../../billing/claims/decision';
import type { Finding } from '../../billing/findings';
import type { Session } from '../../billing/records/session';
import { decideSuperbills } from '../../billing/superbills/decide-superbills';
import type { PracticeBook } from '../../practice/practice-book';

/**
 * What holds sessions back that were seen and not billed, as Check says it: by the place of each row. What is in none
 * could be billed at once.
 */
export function whyNotBilled(book: PracticeBook, sessions: readonly Session[]): ReadonlyMap<string, Finding> {
  const asked = new Set(sessions.map(placeOf));
  const isAsked = (session: Session) => asked.has(placeOf(session));
  const { records, today } = book;
  const fresh = book.fresh.filter(isAsked);
  const input = {
    ...records,
    tableFindings: records.findings,
    sessions: fresh,
    today,
    nextAccount: () => '',
  };
  const claims = decideClaims({
    ...input,
    history: [...book.history, ...book.fresh.filter((session) => !isAsked(session))],
    earlierVisits: book.earlierVisits,
  });
  const held: ClaimHold[] = [...book.holds, ...claims.holds, ...decideSuperbills(input).holds];
  const why = new Map<string, Finding>();
  for (const { sessions: own, findings } of held) {
    const [first] = findings;
    for (const session of own) if (first && !why.has(placeOf(session))) why.set(placeOf(session), first);
  }
  return why;
}

export function placeOf({ place: { sheet, row } }: Session): string {
  return `${sheet}!${String(row)}`;
}
