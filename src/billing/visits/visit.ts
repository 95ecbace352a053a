import type { CellPlace, Finding, Severity } from '../findings';
import type { CountingKind } from '../codes/counting';
import type { Client, Payer } from '../records/practice';
import type { Session, SessionProcedure } from '../records/session';
import type { Cents } from '../values/cents';
import { usDate, type Day } from '../values/day';

/** A client's date of service under one payer: one row of the session sheet or several. */
export interface Visit {
  /** As the Clients table spells it. */
  clientName: string;
  client: Client | null;
  /** Null for a client who pays and names no insurance. */
  payer: Payer | null;
  date: Day;
  /** In the order of the sheet. */
  sessions: Session[];
}

/** One procedure of one session row, with what is known about its time. */
export interface Entry {
  session: Session;
  procedure: SessionProcedure;
  /** Capitals. */
  code: string;
  /** `unknown`: the table of procedures does not have the code. */
  timing: CountingKind | 'unknown';
  /** Minutes of this entry alone: as written, or what is left of the row for its only timed code. */
  minutes: number | null;
}

/** An entry whose units are settled. */
export interface CountedEntry extends Entry {
  units: number;
}

/** What a visit bills for one code: a service line before it stands on a claim. */
export interface VisitLine {
  code: string;
  modifiers: string[];
  units: number;
  minutes: number | null;
  charge: Cents;
  /** All diagnoses of the sessions behind it, in the order written. */
  diagnoses: string[];
  sessions: Session[];
}

/** A finding about a visit; its client and date are filled in. */
export function visitFinding(
  visit: Visit,
  finding: {
    rule: string;
    severity: Severity;
    place: CellPlace | null;
    message: string;
    fix: string;
    source: string;
  },
): Finding {
  return { ...finding, client: visit.clientName, date: visit.date };
}

/** `Ana Ruiz on 11/03/2026`. */
export function visitName(visit: Visit): string {
  return `${visit.clientName} on ${usDate(visit.date)}`;
}
