import { sessionKey } from '../../billing/visits/session-key';
import type { Session } from '../../billing/records/session';
import { nameKey } from '../../billing/values/name-key';
import type { Directory } from '../../billing/visits/directory';
import type { BilledLine } from '../../billing/records/billed-line';
import type { Register } from '../../practice/register/register';
import { sessionRow } from '../../practice/sessions/billed-once';

/**
 * The sessions that a claim came from, as they stand now: each row where it stood, or wherever it was moved to; where
 * its words are gone, the row of the same client that stands there instead, if nothing else billed it. `missing` are
 * the lines of the claim of which no session is left.
 */
export function sessionsOfAccount(
  account: string,
  sessions: readonly Session[],
  register: Pick<Register, 'lines'>,
  directory: Directory,
): { sessions: Session[]; missing: BilledLine[] } {
  const own = register.lines.filter((line) => line.account === account);
  const others = register.lines.filter((line) => line.account !== account).flatMap(({ sources }) => sources);
  const othersKeys = new Set(others.map(({ key }) => key));
  const othersPlaces = new Set(others.map(({ row, key }) => `${row} ${key}`));
  const byRow = new Map(sessions.map((session) => [sessionRow(session), session]));
  const taken = new Set<Session>();
  const found = new Map<string, Session>();
  const take = (source: { row: string; key: string }, session: Session | undefined) => {
    if (!session || taken.has(session)) return;
    taken.add(session);
    found.set(`${source.row} ${source.key}`, session);
  };
  const sources = own.flatMap((line) => line.sources.map((source) => ({ ...source, line })));
  const open = () => sources.filter(({ row, key }) => !found.has(`${row} ${key}`));

  for (const source of open()) {
    const session = byRow.get(source.row);
    if (session && sessionKey(session) === source.key) take(source, session);
  }
  for (const source of open()) {
    const moved = sessions.find((session) => {
      const key = sessionKey(session);
      return key === source.key && !taken.has(session) && !othersPlaces.has(`${sessionRow(session)} ${key}`);
    });
    take(source, moved);
  }
  for (const source of open()) {
    const session = byRow.get(source.row);
    if (!session || othersKeys.has(sessionKey(session))) continue;
    if (isOf(session, source.line, directory)) take(source, session);
  }
  const missing = own.filter(
    (line) => line.sources.length > 0 && line.sources.every(({ row, key }) => !found.has(`${row} ${key}`)),
  );
  return { sessions: sessions.filter((session) => taken.has(session)), missing };
}

/** Whether the session is of the client of that line, by any name the client goes by. */
function isOf(session: Session, line: BilledLine, directory: Directory): boolean {
  const client = nameKey(line.client);
  return (
    nameKey(session.client) === client ||
    directory
      .clients(session.client)
      .some(({ firstName, lastName }) => nameKey(`${firstName ?? ''} ${lastName ?? ''}`) === client)
  );
}
