import type { Authorization } from '../records/practice';
import type { Session } from '../records/session';
import { byDay, type Day } from '../values/day';
import type { EarlierVisit } from '../visits/earlier-visit';
import type { Visit } from '../visits/visit';

/** A visit that took place, billed or not: a client's date of service under one payer, however many lines it has. */
export interface KeptVisit extends Visit {
  /** Lines of the register without a session. */
  billed: EarlierVisit[];
  /** Orders, referrals and authorizations of the client that hold for the payer. */
  rows: readonly Authorization[];
}

/** The visits of a client under one payer, one a date. */
export class KeptVisits {
  private readonly byDate = new Map<Day, KeptVisit>();

  constructor(private readonly of: Pick<KeptVisit, 'clientName' | 'client' | 'payer' | 'rows'>) {}

  addSession(session: Session): void {
    this.on(session.date).sessions.push(session);
  }

  addBilled(line: EarlierVisit): void {
    this.on(line.date).billed.push(line);
  }

  /** Earliest first. */
  all(): KeptVisit[] {
    return [...this.byDate.values()].sort((a, b) => byDay(a.date, b.date));
  }

  private on(date: Day): KeptVisit {
    const visit = this.byDate.get(date) ?? { ...this.of, date, sessions: [], billed: [] };
    this.byDate.set(date, visit);
    return visit;
  }
}
