import type { Session } from '../records/session';
import { plus, ZERO, type Cents } from '../values/cents';
import { byDay, monthOf, type Day } from '../values/day';

/** A visit that was kept and is on no claim, superbill or held-back list that explains it. */
export interface VisitNotBilled {
  client: string;
  date: Day;
  payer: string | null;
  /** As written in the sessions; null where no price is written. */
  charge: Cents | null;
  sessions: Session[];
}

/**
 * Visits of a month that were seen and not billed: kept sessions that are not among the billed ones. Missed and
 * cancelled appointments and visits to come are none, since nothing was done that could be billed.
 */
export function visitsNotBilled(
  sessions: readonly Session[],
  isBilled: (session: Session) => boolean,
  month: string,
): VisitNotBilled[] {
  const visits = new Map<string, VisitNotBilled>();
  for (const session of sessions) {
    const { client, date, payer, charge, status } = session;
    if (status !== 'kept' || monthOf(date) !== month || isBilled(session)) continue;
    const key = `${String(date)}|${client}|${payer ?? ''}`;
    const visit = visits.get(key);
    if (!visit) visits.set(key, { client, date, payer, charge, sessions: [session] });
    else {
      visit.sessions.push(session);
      if (charge !== null) visit.charge = plus(visit.charge ?? ZERO, charge);
    }
  }
  return [...visits.values()].sort((a, b) => byDay(a.date, b.date));
}
