import { plainText } from '../identifiers/reading';
import type { Session } from '../records/session';
import type { Cents } from '../values/cents';
import type { Day } from '../values/day';

/** A service line that was billed before and whose session is no longer in the workbook. */
export interface BilledLine {
  client: string;
  payer: string;
  date: Day;
  code: string;
  units: number;
  /** Null where the register does not tell. */
  charge: Cents | null;
  /** The number it was billed under; null when there was none. */
  authorization: string | null;
}

/** A visit that took place: a client's date of service under one payer, however many lines it has. */
export interface KeptVisit {
  date: Day;
  /** Whether it is of the payer in question; else it is of another payer of the same client. */
  isOfPayer: boolean;
  /** Rows of the session sheet. */
  sessions: Session[];
  /** Lines of the register without a session. */
  billed: BilledLine[];
  /** In capitals, each once. */
  codes: string[];
}

/** One visit a date. Whether it was billed does not matter: it uses up a limit when it happens. */
export class KeptVisits {
  private readonly byDate = new Map<Day, KeptVisit>();

  addSession(session: Session, isOfPayer: boolean): void {
    const visit = this.on(session.date, isOfPayer);
    visit.sessions.push(session);
    visit.codes.push(...newCodes(visit, session.procedures));
  }

  addBilled(line: BilledLine, isOfPayer: boolean): void {
    const visit = this.on(line.date, isOfPayer);
    visit.billed.push(line);
    visit.codes.push(...newCodes(visit, [line]));
  }

  /** Earliest first. */
  all(): KeptVisit[] {
    return [...this.byDate.values()].sort((a, b) => a.date - b.date);
  }

  private on(date: Day, isOfPayer: boolean): KeptVisit {
    const visit = this.byDate.get(date) ?? { date, isOfPayer, sessions: [], billed: [], codes: [] };
    visit.isOfPayer ||= isOfPayer;
    this.byDate.set(date, visit);
    return visit;
  }
}

function newCodes({ codes }: KeptVisit, lines: readonly { code: string }[]): string[] {
  const written = new Set(lines.map(({ code }) => plainText(code)));
  return [...written].filter((code) => !codes.includes(code));
}
