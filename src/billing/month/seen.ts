import type { BilledLine } from '../records/billed-line';
import type { Client, Payer } from '../records/practice';
import type { Session } from '../records/session';
import { lastDayOf } from '../deadlines/limits';
import { formatDollars, sum, ZERO, type Cents } from '../values/cents';
import {
  addMonths,
  earliest,
  FIRST_DAY,
  firstOfMonth,
  monthOf,
  parseIso,
  usDate,
  type Day,
} from '../values/day';
import { monthName } from '../values/month-name';
import { nameKey } from '../values/name-key';
import { directoryOf } from '../visits/directory';
import { whoPays } from '../visits/who-pays';
import { visitsNotBilled, type VisitNotBilled } from './not-billed';

export interface SeenVisit {
  visit: VisitNotBilled;
  /** Null where it is not clear who pays. */
  payer: Payer | null;
}

/** What was seen in a month and never billed. */
export interface MonthNotBilled {
  /** `YYYY-MM`. */
  month: string;
  clients: number;
  visits: number;
  /** Of the visits whose price is written in the sessions. */
  amount: Cents;
  /** The nearest last day to file a claim; null where no payer's is known. */
  lastDay: Day | null;
}

interface SeenInput {
  month: string;
  today: Day;
  lines: readonly BilledLine[];
  payers: readonly Payer[];
  clients: readonly Client[];
  unbilled: readonly Session[];
}

/** The month, and all before it from the first billed one on: older sessions may be from before Claimsheet. */
function monthsToLookAt({ month, lines }: Pick<SeenInput, 'month' | 'lines'>): string[] {
  const billed = lines.map(({ date }) => date).filter((date) => monthOf(date) < month);
  const first = billed.reduce<Day | null>((known, date) => earliest(date, known ?? date), null);
  if (first === null) return [month];
  const months: string[] = [];
  for (let day = firstOfMonth(first); monthOf(day) <= month; day = addMonths(day, 1))
    months.push(monthOf(day));
  return months;
}

/**
 * Visits that somebody should have billed: for an insurer, or on a superbill that the client hands in; without a payer
 * where it is not clear who pays. Clients who just pay, and what the insurance has paid already, are none.
 */
export function seenNotBilled(input: SeenInput): SeenVisit[] {
  const directory = directoryOf(input.clients, input.payers);
  const payers = new Map<Session, Payer | null>();
  const byMonth = new Map<string, Session[]>(monthsToLookAt(input).map((month) => [month, []]));
  const seen = input.unbilled.filter(({ date }) => byMonth.has(monthOf(date)));
  for (const session of seen) {
    if (session.date > input.today || (session.insurancePaid ?? ZERO) > ZERO) continue;
    const answer = whoPays(session, directory);
    if (answer.kind === 'client' && answer.why === 'cash') continue;
    const payer = answer.kind === 'unclear' ? null : answer.payer;
    const [client, ...others] = directory.clients(session.client);
    const named = {
      ...session,
      payer: payer?.name ?? session.payer,
      client: client && others.length === 0 ? client.name : session.client,
    };
    payers.set(named, payer);
    byMonth.get(monthOf(session.date))?.push(named);
  }
  return [...byMonth].flatMap(([month, sessions]) =>
    visitsNotBilled(sessions, () => false, month).map((visit) => {
      const [first] = visit.sessions;
      return { visit, payer: (first && payers.get(first)) ?? null };
    }),
  );
}

/** The same in a row for each month. */
export function monthsNotBilled(seen: readonly SeenVisit[]): MonthNotBilled[] {
  const months = new Map<string, SeenVisit[]>();
  for (const one of seen) {
    const own = months.get(monthOf(one.visit.date));
    if (own) own.push(one);
    else months.set(monthOf(one.visit.date), [one]);
  }
  return [...months].map(([month, own]) => ({
    month,
    clients: new Set(own.map(({ visit }) => nameKey(visit.client))).size,
    visits: own.length,
    amount: sum(own.map(({ visit }) => visit.charge ?? ZERO)),
    lastDay: own.reduce<Day | null>((known, { visit, payer }) => {
      const day = payer && payer.billing !== 'superbill' ? lastDayOf(visit.date, payer.daysToFile) : null;
      return day === null ? known : earliest(day, known ?? day);
    }, null),
  }));
}

/** `September 2026: 11 clients, $5,410.00 seen and not billed; the last day to file is 01/31/2027.` */
export function monthNotBilledWords({ month, clients, amount, lastDay }: MonthNotBilled, today: Day): string {
  const name = monthName(parseIso(`${month}-01`) ?? FIRST_DAY);
  const who = `${String(clients)} client${clients === 1 ? '' : 's'}`;
  const until =
    lastDay === null
      ? 'the last day to file is not known'
      : `the last day to file ${lastDay < today ? 'was' : 'is'} ${usDate(lastDay)}`;
  return `${name}: ${who}, $${formatDollars(amount)} seen and not billed; ${until}.`;
}
