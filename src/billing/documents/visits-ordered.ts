import type { Authorization } from '../records/practice';
import { nameKey } from '../values/name-key';
import { usDate, type Day } from '../values/day';

/** A row of the Authorizations table that says how many visits it is for, with the visits given in its window. */
export interface VisitsOrdered {
  name: string;
  ordered: number;
  given: number;
  from: Day | null;
  to: Day | null;
}

/** Of a client's orders and referrals, or where there are none, of the authorizations. `visits` are dates of service. */
export function visitsOrdered(
  authorizations: readonly Authorization[],
  names: readonly string[],
  visits: readonly Day[],
): VisitsOrdered[] {
  const keys = new Set(names.map(nameKey));
  const own = authorizations.filter(({ client, visits: many }) => many !== null && keys.has(nameKey(client)));
  const orders = own.filter(({ kind }) => kind === 'order' || kind === 'referral');
  const dates = [...new Set(visits)];
  return (orders.length > 0 ? orders : own).map(({ kind, number, visits: many, from, to }) => ({
    name: [kind ?? 'authorization', number].filter((part) => part !== null).join(' '),
    ordered: many ?? 0,
    given: dates.filter((date) => (from === null || from <= date) && (to === null || date <= to)).length,
    from,
    to,
  }));
}

/** `6 of 12 visits of the order, 10/01/2026 to 12/31/2026`. */
export function orderedWords({ name, ordered, given, from, to }: VisitsOrdered): string {
  const window = [from === null ? '' : ` from ${usDate(from)}`, to === null ? '' : ` to ${usDate(to)}`].join(
    '',
  );
  return `${String(given)} of ${String(ordered)} visits of the ${name}${window}`;
}
