import { sessionKey } from '../../billing/claims/session-key';
import type { Session } from '../../billing/records/session';
import { nameKey } from '../../billing/values/name-key';
import type { Register, RegisterLine } from '../register';
import { sessionRow } from './not-yet-billed';

/**
 * Lines that were billed and whose sessions are no longer in the workbook. A row that was only corrected is still
 * there: where a line's session stood, the same client has a session that nothing was billed for.
 */
export function linesWithoutSessions(
  register: Pick<Register, 'lines'>,
  sessions: readonly Session[],
): RegisterLine[] {
  if (register.lines.length === 0) return [];
  const keys = new Set(sessions.map(sessionKey));
  const billed = new Set(register.lines.flatMap(({ sources }) => sources.map(({ key }) => key)));
  const corrected = new Map(
    sessions
      .filter((session) => !billed.has(sessionKey(session)))
      .map((session) => [sessionRow(session), nameKey(session.client)]),
  );
  return register.lines.filter(({ service, sources }) => {
    const client = nameKey(service?.client ?? '');
    return !sources.some(({ key, row }) => keys.has(key) || corrected.get(row) === client);
  });
}
