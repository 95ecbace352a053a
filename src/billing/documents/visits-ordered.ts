import { VisitAmounts } from '../authorizations/amounts';
import { KeptVisits } from '../authorizations/kept-visits';
import { accountsAfter } from '../authorizations/ledger';
import { isOrder, kindOf } from '../authorizations/row';
import type { Authorization, Client } from '../records/practice';
import type { Session } from '../records/session';
import { nameKey } from '../values/name-key';
import { usDate, type Day } from '../values/day';
import { feeLookup } from '../visits/fees';

/** A row of the Authorizations table that says how many visits it is for, with the visits given under it. */
export interface VisitsOrdered {
  name: string;
  ordered: number;
  given: number;
  from: Day | null;
  to: Day | null;
}

/** Of a client's orders and referrals, or where there are none, of the authorizations. The sessions are the client's. */
export function visitsOrdered(
  authorizations: readonly Authorization[],
  client: Client,
  names: readonly string[],
  sessions: readonly Session[],
): VisitsOrdered[] {
  const keys = new Set(names.map(nameKey));
  const own = authorizations
    .filter((row) => row.visits !== null && keys.has(nameKey(row.client)))
    .map((row) => ({ ...row, units: null, dollars: null }));
  const orders = own.filter(isOrder);
  const rows = orders.length > 0 ? orders : own;
  const visits = new KeptVisits({ clientName: client.name, client, payer: null, rows });
  for (const session of sessions) visits.addSession(session);
  const accounts = accountsAfter(visits.all(), rows, new VisitAmounts(feeLookup([]))).flat();
  return accounts.map((account) => {
    const { number, visits: many, from, to } = account.row;
    const name = [kindOf(account.row), number].filter((part) => part !== null).join(' ');
    return { name, ordered: many ?? 0, given: account.used('visits'), from, to };
  });
}

/** `6 of 12 visits of the order, 10/01/2026 to 12/31/2026`. */
export function orderedWords({ name, ordered, given, from, to }: VisitsOrdered): string {
  const window = [from === null ? '' : ` from ${usDate(from)}`, to === null ? '' : ` to ${usDate(to)}`].join(
    '',
  );
  return `${String(given)} of ${String(ordered)} visits of the ${name}${window}`;
}
