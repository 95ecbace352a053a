import type { BilledLine } from '../records/billed-line';
import type { Client, Payer } from '../records/practice';
import type { Session } from '../records/session';
import { ZERO } from '../values/cents';
import { monthOf, type Day } from '../values/day';
import { directoryOf } from '../visits/directory';
import { whoPays } from '../visits/who-pays';
import { visitsNotBilled, type VisitNotBilled } from './not-billed';

interface SeenInput {
  month: string;
  today: Day;
  lines: readonly BilledLine[];
  payers: readonly Payer[];
  clients: readonly Client[];
  unbilled: readonly Session[];
}

/** The month, and those before it in which something was billed: older sessions may be from before Claimsheet. */
function monthsToLookAt({ month, lines }: Pick<SeenInput, 'month' | 'lines'>): string[] {
  const months = new Set([month]);
  for (const { date } of lines) if (monthOf(date) < month) months.add(monthOf(date));
  return [...months].sort();
}

/**
 * Visits that somebody should have billed: for an insurer, or on a superbill that the client hands in; without a payer
 * where it is not clear who pays. Clients who just pay, and what the insurance has paid already, are none.
 */
export function seenNotBilled(input: SeenInput): { visit: VisitNotBilled; payer: Payer | null }[] {
  const directory = directoryOf(input.clients, input.payers);
  const payers = new Map<Session, Payer | null>();
  const seen = input.unbilled.flatMap((session): Session[] => {
    if (session.date > input.today || (session.insurancePaid ?? ZERO) > ZERO) return [];
    const answer = whoPays(session, directory);
    if (answer.kind === 'client' && answer.why === 'cash') return [];
    const payer = answer.kind === 'unclear' ? null : answer.payer;
    const [client, ...others] = directory.clients(session.client);
    const named = {
      ...session,
      payer: payer?.name ?? session.payer,
      client: client && others.length === 0 ? client.name : session.client,
    };
    payers.set(named, payer);
    return [named];
  });
  return monthsToLookAt(input).flatMap((month) =>
    visitsNotBilled(seen, () => false, month).map((visit) => {
      const [first] = visit.sessions;
      return { visit, payer: (first && payers.get(first)) ?? null };
    }),
  );
}
