import type { Finding } from '../../../billing/findings';
import type { Session } from '../../../billing/records/session';
import { usDate } from '../../../billing/values/day';
import { sessionKey } from '../../../billing/visits/session-key';
import { rowFinding } from './unreadable';

/** A WARN for each row that repeats an earlier one: same date, client, codes, minutes and charge. */
export function duplicateFindings(sessions: Session[]): Finding[] {
  const first = new Map<string, Session>();
  const findings: Finding[] = [];
  for (const session of sessions) {
    const key = `${sessionKey(session)} ${session.status}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, session);
      continue;
    }
    const where = earlier.place.sheet === session.place.sheet ? '' : ` of sheet "${earlier.place.sheet}"`;
    const repeated = rowFinding({
      rule: 'session-repeated',
      severity: 'WARN',
      place: session.place,
      message:
        `Row ${String(session.place.row)} repeats row ${String(earlier.place.row)}${where}: ` +
        `${session.client} on ${usDate(session.date)} with the same codes, minutes and charge.`,
      fix: 'Remove one of the rows, or tell them apart (codes or charge) if both services took place.',
    });
    findings.push({ ...repeated, client: session.client, date: session.date });
  }
  return findings;
}
