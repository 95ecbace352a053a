import { currentTables } from '../codes/editions/current';
import { authorizationsOfPractice, type PracticeRows } from '../authorizations/of-practice';
import { plainText } from '../identifiers/reading';
import { professionOfSheet } from '../professions/profession-of';
import type { Benefit, Client, Fee, Payer, Practice } from '../records/practice';
import type { Session } from '../records/session';
import { unitsOfOne } from '../units/count-units';
import { unitsOfMinutes } from '../units/unit-table';
import { portion, smaller, ZERO, type Cents } from '../values/cents';
import { byDay, monthOf, type Day } from '../values/day';
import type { Directory } from '../visits/directory';
import { whoseLine } from '../visits/earlier-visit';
import type { Visit } from '../visits/visit';
import { saysNoInsurance, whoPays } from '../visits/who-pays';
import { TherapyYears } from '../therapy-threshold/therapy-years';
import type { RuleContext } from './context';

/** Everything about clients and practice from which rules judge a visit among its others. */
export interface Records extends PracticeRows {
  practice: Practice | null;
  benefits: readonly Benefit[];
  today: Day;
}

/** Looks up what rules may ask about a visit; everything is sorted out once. */
export function ruleContexts(records: Records, directory: Directory): (visit: Visit) => RuleContext {
  const { practice, today } = records;
  const tables = currentTables();
  const visits = new VisitIndex();
  const cashPrices = new Map<string, Map<string, Cents>>();
  for (const session of records.sessions) {
    if (session.status !== 'kept') continue;
    const answer = whoPays(session, directory);
    if (answer.kind === 'unclear' || answer.client === null) continue;
    visits.add(answer.client, answer.payer, session.date);
    visits.addSession(answer.client, session);
  }
  for (const session of records.sessions) {
    if (session.status !== 'kept' || !saysNoInsurance(session.payer ?? '')) continue;
    const price = unitPrice(session);
    if (price) keepLeast(cashPrices, monthOf(session.date), price.code, price.cents);
  }
  for (const line of records.earlierVisits) {
    const whose = whoseLine(line, directory);
    if (whose) visits.add(whose.client, whose.payer, line.date);
  }
  const ofSheet = professionOfSheet(
    records.sessions.map(({ procedures }) => procedures.map(({ code }) => plainText(code))),
  );
  const therapy = new TherapyYears(records, directory);
  const cashFees = feesOfCash(records.fees, directory);
  const authorizationOf = authorizationsOfPractice(records, directory);
  return (visit) => {
    const { client, payer, date } = visit;
    return {
      tables,
      practice,
      ofSheet,
      today,
      history: client ? visits.datesOf(client, payer) : [],
      sameDay: client ? visits.sessionsOn(client, date) : [],
      ...authorizationOf(visit),
      benefits: client ? ofCase(records.benefits, client, payer, directory) : [],
      therapy,
      cashPrices: new Map([...cashFees, ...(cashPrices.get(monthOf(date)) ?? [])]),
    };
  };
}

/** Dates of service by client and payer, and sessions by client and date. */
class VisitIndex {
  private readonly dates = new Map<Client, Map<Payer | null, Set<Day>>>();
  private readonly sorted = new Map<Set<Day>, Day[]>();
  private readonly sessions = new Map<Client, Map<Day, Session[]>>();

  add(client: Client, payer: Payer | null, date: Day): void {
    const byPayer = this.dates.get(client) ?? new Map<Payer | null, Set<Day>>();
    this.dates.set(client, byPayer);
    byPayer.set(payer, (byPayer.get(payer) ?? new Set()).add(date));
  }

  addSession(client: Client, session: Session): void {
    const byDate = this.sessions.get(client) ?? new Map<Day, Session[]>();
    this.sessions.set(client, byDate);
    byDate.set(session.date, [...(byDate.get(session.date) ?? []), session]);
  }

  datesOf(client: Client, payer: Payer | null): Day[] {
    const dates = this.dates.get(client)?.get(payer);
    if (!dates) return [];
    const sorted = this.sorted.get(dates) ?? [...dates].sort(byDay);
    this.sorted.set(dates, sorted);
    return sorted;
  }

  sessionsOn(client: Client, date: Day): Session[] {
    return this.sessions.get(client)?.get(date) ?? [];
  }
}

/** Rows of the client that name the payer, or no payer. */
function ofCase(
  rows: readonly Benefit[],
  client: Client,
  payer: Payer | null,
  directory: Directory,
): Benefit[] {
  return rows.filter(
    (row) =>
      directory.clients(row.client).includes(client) &&
      (row.payer === null || (payer !== null && directory.payers(row.payer).includes(payer))),
  );
}

/** Prices of the Fees table that stand for clients who pay themselves. */
function feesOfCash(fees: readonly Fee[], directory: Directory): [string, Cents][] {
  return fees.flatMap(({ code, fee, payer }): [string, Cents][] => {
    if (fee === null || payer === null) return [];
    const [named] = directory.payers(payer);
    return saysNoInsurance(payer) || named?.kind === 'cash' ? [[code, fee]] : [];
  });
}

/** What a unit of the only code of a row cost, where the row tells. */
function unitPrice({ procedures, charge, minutes }: Session): { code: string; cents: Cents } | null {
  const [only, second] = procedures;
  if (!only || second || charge === null || charge <= ZERO) return null;
  const spent = only.minutes ?? minutes;
  const units = only.units ?? unitsOfOne(only.code, spent) ?? (spent === null ? 0 : unitsOfMinutes(spent));
  return units > 0 ? { code: only.code, cents: portion(charge, 1, units) } : null;
}

function keepLeast(prices: Map<string, Map<string, Cents>>, month: string, code: string, cents: Cents): void {
  const ofMonth = prices.get(month) ?? new Map<string, Cents>();
  prices.set(month, ofMonth);
  ofMonth.set(code, smaller(cents, ofMonth.get(code) ?? cents));
}
