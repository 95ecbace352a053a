import type { Client, Payer } from '../records/practice';
import type { Session } from '../records/session';
import { byDay, monthOf } from '../values/day';
import { nameKey } from '../values/name-key';
import type { Directory } from '../visits/directory';
import type { FindingLog } from '../visits/finding-log';
import { statusReason, stillScheduled } from '../visits/status';
import type { Visit } from '../visits/visit';
import { whoPays } from '../visits/who-pays';
import type { NotIncluded, SuperbillsInput } from './superbill';

/** The kept sessions of a month that a client pays and hands in. */
export interface SelfPayMonth {
  name: string;
  /** Null when no row of the Clients table, or more than one, goes by the name. */
  client: Client | null;
  /** Who gets the superbill; null when the sessions and tables name nobody. */
  payer: Payer | null;
  /** `YYYY-MM`. */
  month: string;
  /** By date. */
  visits: Visit[];
}

/** Sorts out who hands in what: a payer marked for superbills, a diagnosis or a member ID says that somebody does. */
export function selfPayMonths(
  { sessions, today }: SuperbillsInput,
  directory: Directory,
  log: FindingLog,
): { months: SelfPayMonth[]; notIncluded: NotIncluded[] } {
  const notIncluded: NotIncluded[] = [];
  const months = new Map<string, SelfPayMonth>();
  for (const session of sessions) {
    const noService = statusReason(session);
    if (noService) {
      if (session.status === 'scheduled' && session.date < today) log.add(stillScheduled(session));
      notIncluded.push({ session, why: noService });
      continue;
    }
    const answer = whoPays(session, directory);
    if (answer.kind !== 'client') {
      notIncluded.push({ session, why: answer.kind === 'insurance' ? 'claim' : 'unclear-payer' });
    } else if (answer.why !== 'superbill' && !isHandedIn(session, answer.client)) {
      notIncluded.push({ session, why: 'nothing-to-hand-in' });
    } else {
      addTo(months, session, answer.client, answer.payer);
    }
  }
  const all = [...months.values()];
  for (const { visits } of all) visits.sort((a, b) => byDay(a.date, b.date));
  return { months: all.sort(byMonthThenClient), notIncluded };
}

function isHandedIn(session: Session, client: Client | null): boolean {
  return (
    session.diagnoses.length > 0 ||
    (client !== null && (client.diagnoses.length > 0 || client.memberId !== null))
  );
}

function addTo(
  months: Map<string, SelfPayMonth>,
  session: Session,
  client: Client | null,
  payer: Payer | null,
): void {
  const name = client?.name ?? session.client;
  const month = monthOf(session.date);
  const key = JSON.stringify([nameKey(name), client?.cells['name'] ?? null, payer?.name ?? null, month]);
  const group = months.get(key) ?? { name, client, payer, month, visits: [] };
  months.set(key, group);
  const visit = group.visits.find(({ date }) => date === session.date);
  if (visit) visit.sessions.push(session);
  else group.visits.push({ clientName: name, client, payer, date: session.date, sessions: [session] });
}

function byMonthThenClient(a: SelfPayMonth, b: SelfPayMonth): number {
  const [one, other] = [a, b].map(({ month, name }) => `${month} ${nameKey(name)}`);
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
