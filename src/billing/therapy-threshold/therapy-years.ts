import { professionOfVisit } from '../professions/profession-of';
import type { PlanOfCare } from '../codes/modifiers';
import type { Benefit, Client, Fee, Payer, Practice } from '../records/practice';
import type { Session } from '../records/session';
import { agreedPrices, type PriceOf } from '../payments/agreed-allowed';
import { plus, ZERO, type Cents } from '../values/cents';
import { byDay, yearOf, type Day } from '../values/day';
import type { Directory } from '../visits/directory';
import { whoseLine, type EarlierVisit } from '../visits/earlier-visit';
import { whoPays } from '../visits/who-pays';
import { linesOfDay } from './therapy-day';
import { therapyAmounts, type TherapyAmount, type TherapyLine } from './therapy-use';
import type { TherapyPool } from './thresholds';

interface TherapyRows {
  practice: Practice | null;
  sessions: readonly Session[];
  earlierVisits: readonly EarlierVisit[];
  benefits: readonly Benefit[];
  fees: readonly Fee[];
  today: Day;
}

/** Dollars of a pool in a calendar year; null where a line's allowed amount is not known. */
export interface PoolUse {
  used: Cents | null;
  /** Of these, at other clinics. */
  elsewhere: Cents;
}

/** One date of a client under Medicare. */
interface DayOfTherapy {
  date: Day;
  lines: TherapyLine[];
  amounts: (TherapyAmount | null)[];
}

/** What clients have used of Medicare's therapy thresholds, date by date. */
export class TherapyYears {
  private readonly sessions = new Map<Client, Map<Payer, Map<Day, Session[]>>>();
  private readonly lines = new Map<Client, Map<Payer, Map<Day, EarlierVisit[]>>>();
  private readonly days = new Map<Client, Map<Payer, DayOfTherapy[]>>();
  private sorted = false;
  private readonly priceOf: PriceOf;

  constructor(
    private readonly rows: TherapyRows,
    private readonly directory: Directory,
  ) {
    this.priceOf = agreedPrices(rows.fees);
  }

  /** Sorted out with the first question: most practices never ask one. */
  private sort(): void {
    if (this.sorted) return;
    this.sorted = true;
    const { rows, directory } = this;
    for (const session of rows.sessions) {
      if (session.status !== 'kept') continue;
      const answer = whoPays(session, directory);
      if (answer.kind === 'insurance') put(this.sessions, answer.client, answer.payer, session.date, session);
    }
    for (const line of rows.earlierVisits) {
      const whose = whoseLine(line, directory);
      if (whose?.payer) put(this.lines, whose.client, whose.payer, line.date, line);
    }
  }

  /** Used in the calendar year of a date, before it. */
  before(client: Client, payer: Payer, date: Day, pool: TherapyPool): PoolUse {
    const year = yearOf(date);
    const elsewhere = this.elsewhere(client, payer, year);
    let used: Cents | null = elsewhere;
    for (const day of this.daysOf(client, payer)) {
      if (yearOf(day.date) !== year || day.date >= date) continue;
      for (const amount of day.amounts) {
        if (amount?.pool !== pool) continue;
        used = used === null || amount.allowed === null ? null : plus(used, amount.allowed);
      }
    }
    return { used, elsewhere };
  }

  /** Lines of the client before a date, with their dates, earliest first. */
  linesBefore(client: Client, payer: Payer, date: Day): (TherapyLine & { date: Day })[] {
    return this.daysOf(client, payer)
      .filter((day) => day.date < date)
      .flatMap((day) => day.lines.map((line) => ({ ...line, date: day.date })));
  }

  /** What lines of a date add, in their order. */
  amounts(lines: readonly TherapyLine[], payer: Payer, date: Day): (TherapyAmount | null)[] {
    return therapyAmounts(lines, payer, date, this.priceOf, this.planOf(lines.map(({ code }) => code)));
  }

  private planOf(codes: readonly string[]): PlanOfCare | null {
    return professionOfVisit(codes, this.rows.practice)?.plan ?? null;
  }

  private daysOf(client: Client, payer: Payer): DayOfTherapy[] {
    const ofClient = this.days.get(client) ?? new Map<Payer, DayOfTherapy[]>();
    this.days.set(client, ofClient);
    const known = ofClient.get(payer);
    if (known) return known;
    this.sort();
    const sessions = this.sessions.get(client)?.get(payer) ?? new Map<Day, Session[]>();
    const lines = this.lines.get(client)?.get(payer) ?? new Map<Day, EarlierVisit[]>();
    const dates = [...new Set([...sessions.keys(), ...lines.keys()])].sort(byDay);
    const days = dates.map((date): DayOfTherapy => {
      const own = sessions.get(date) ?? [];
      const visit = { clientName: client.name, client, payer, date, sessions: own };
      const plan = this.planOf(own.flatMap(({ procedures }) => procedures.map(({ code }) => code)));
      const all = linesOfDay(visit, lines.get(date) ?? []);
      return { date, lines: all, amounts: therapyAmounts(all, payer, date, this.priceOf, plan) };
    });
    ofClient.set(payer, days);
    return days;
  }

  /** What the user typed of other clinics: it belongs to the year in which it was asked. */
  private elsewhere(client: Client, payer: Payer, year: number): Cents {
    return this.rows.benefits
      .filter((row) => this.directory.clients(row.client).includes(client))
      .filter((row) => row.payer === null || this.directory.payers(row.payer).includes(payer))
      .filter((row) => yearOf(row.verifiedOn ?? this.rows.today) === year)
      .reduce((sum, row) => plus(sum, row.dollarsElsewhere ?? ZERO), ZERO);
  }
}

function put<Value>(
  index: Map<Client, Map<Payer, Map<Day, Value[]>>>,
  client: Client,
  payer: Payer,
  date: Day,
  value: Value,
): void {
  if (payer.kind !== 'medicare') return;
  const ofClient = index.get(client) ?? new Map<Payer, Map<Day, Value[]>>();
  index.set(client, ofClient);
  const ofPayer = ofClient.get(payer) ?? new Map<Day, Value[]>();
  ofClient.set(payer, ofPayer);
  const ofDay = ofPayer.get(date) ?? [];
  ofPayer.set(date, ofDay);
  ofDay.push(value);
}
