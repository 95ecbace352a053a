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
  /** Rows of the session sheet. */
  sessions: Session[];
  /** Lines of the register without a session. */
  billed: BilledLine[];
  /** In capitals, each once. */
  codes: string[];
}

/** One visit a date, earliest first. Whether it was billed does not matter: it uses up a limit when it happens. */
export function keptVisits(sessions: readonly Session[], billed: readonly BilledLine[]): KeptVisit[] {
  const byDate = new Map<Day, KeptVisit>();
  const on = (date: Day): KeptVisit => {
    const visit = byDate.get(date) ?? { date, sessions: [], billed: [], codes: [] };
    byDate.set(date, visit);
    return visit;
  };
  for (const session of sessions) on(session.date).sessions.push(session);
  for (const line of billed) on(line.date).billed.push(line);
  for (const visit of byDate.values()) {
    const codes = [
      ...visit.sessions.flatMap(({ procedures }) => procedures.map(({ code }) => plainText(code))),
      ...visit.billed.map(({ code }) => plainText(code)),
    ];
    visit.codes = [...new Set(codes)];
  }
  return [...byDate.values()].sort((a, b) => a.date - b.date);
}
