import type { Session } from '../../billing/records/session';
import { labelKey, nameKey } from '../../billing/values/name-key';
import { directoryOf } from '../../billing/visits/directory';
import { whoPays } from '../../billing/visits/who-pays';
import type { Records } from '../records';

/** Which of a month's sessions are asked for; all others are left for later. */
export interface SessionFilter {
  /** A client's name as the sessions or the Clients table spell it. */
  client?: string | undefined;
  /** A payer's name as the Payers table or the session spells it. */
  payer?: string | undefined;
}

/** Says of a session whether it is asked for, by who is treated and by who pays for it. */
export function sessionMatches(
  { client, payer }: SessionFilter,
  records: Records,
): (session: Session) => boolean {
  const directory = directoryOf(records.clients, records.payers);
  const clientKey = (name: string) => nameKey(directory.clients(name)[0]?.name ?? name);
  const payerName = (session: Session) => {
    const paying = whoPays(session, directory);
    return (paying.kind === 'unclear' ? null : paying.payer?.name) ?? session.payer ?? '';
  };
  return (session) =>
    (client === undefined || clientKey(session.client) === clientKey(client)) &&
    (payer === undefined || labelKey(payerName(session)) === labelKey(payer));
}
