import type { Finding } from '../findings';
import type { Session } from '../records/session';
import { byDay } from '../values/day';
import { nameKey } from '../values/name-key';
import type { Directory } from '../visits/directory';
import { entriesOf } from '../visits/entries';
import { FindingLog } from '../visits/finding-log';
import type { Visit } from '../visits/visit';
import { whoPays } from '../visits/who-pays';
import { ruleContexts, type Records } from './rule-contexts';
import { checkVisit } from './check-visit';
import type { CheckedVisit } from './checked-visit';
import { visitToCheck } from './visit-to-check';

/**
 * The rules alone over kept sessions, without what claims and superbills need besides: also over sessions of which the
 * tables do not yet tell who pays.
 */
export function checkSessions(wanted: readonly Session[], records: Records, directory: Directory): Finding[] {
  const log = new FindingLog();
  const contextOf = ruleContexts(records, directory);
  for (const { visit, paidBy } of visitsOf(wanted, directory)) {
    const { entries, findings } = entriesOf(visit);
    log.addAll(findings.filter(({ rule }) => rule === 'procedure-code-unreadable'));
    log.addAll(checkVisit(visitToCheck(visit, entries, paidBy), contextOf(visit)));
  }
  return log.all();
}

function visitsOf(
  sessions: readonly Session[],
  directory: Directory,
): { visit: Visit; paidBy: CheckedVisit['paidBy'] }[] {
  const visits = new Map<string, { visit: Visit; paidBy: CheckedVisit['paidBy'] }>();
  for (const session of sessions) {
    if (session.status !== 'kept') continue;
    const answer = whoPays(session, directory);
    const [client, second] = directory.clients(session.client);
    const payer = answer.kind === 'unclear' ? directory.payers(session.payer ?? '')[0] : answer.payer;
    const paidBy = answer.kind === 'unclear' ? 'not-said' : answer.kind;
    const key = `${nameKey(session.client)} ${String(session.date)} ${payer?.name ?? ''} ${paidBy}`;
    const known = visits.get(key);
    if (known) {
      known.visit.sessions.push(session);
      continue;
    }
    const visit: Visit = {
      clientName: client && !second ? client.name : session.client,
      client: client && !second ? client : null,
      payer: payer ?? null,
      date: session.date,
      sessions: [session],
    };
    visits.set(key, { visit, paidBy });
  }
  return [...visits.values()].sort((a, b) => byDay(a.visit.date, b.visit.date));
}
