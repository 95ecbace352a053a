import type { Client } from '../../billing/records/practice';
import type { Session } from '../../billing/records/session';
import { nameKey } from '../../billing/values/name-key';
import { readOutcomes, type OutcomesRead } from '../../workbook/sessions/outcomes/read-outcomes';
import { readSessionSheets } from '../../workbook/sessions/session-sheets';
import { namesOf, type DocumentBook } from './document-book';

/** What a user may have to say about the session sheet. */
export interface SessionsAsked {
  sheet?: string | undefined;
  columns?: Readonly<Record<string, string>> | undefined;
}

/** A client's visits up to today, and what was measured at them. Refuses where no sheet lists sessions. */
export function outcomesOfClient(
  { reading, today }: DocumentBook,
  client: Client,
  asked: SessionsAsked,
): { visits: Session[]; outcomes: OutcomesRead } {
  const read = readSessionSheets(reading, { ...asked, today });
  const names = new Set(namesOf(client).map(nameKey));
  const visits = read.sessions.filter(
    (session) => session.status === 'kept' && session.date <= today && names.has(nameKey(session.client)),
  );
  return { visits, outcomes: readOutcomes(reading.sheets, read.mappings, visits) };
}
