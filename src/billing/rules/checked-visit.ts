import type { CountingKind } from '../codes/counting';
import type { CellPlace } from '../findings';
import type { Client, Payer } from '../records/practice';
import type { Session } from '../records/session';
import type { CountedVisit } from '../units/visit';
import type { Cents } from '../values/cents';
import type { Day } from '../values/day';

/** A client's date of service as the rules see it, whether it comes from a session sheet or from a formula. */
export interface CheckedVisit {
  /** Null in a formula: the row around it says who. */
  clientName: string | null;
  client: Client | null;
  /** Who pays; `not-said` in a formula without a payer. */
  paidBy: 'insurance' | 'client' | 'not-said';
  /** The insurer that pays, or that gets the superbill. */
  payer: Payer | null;
  date: Day;
  /** The rows of the session sheet behind it; none in a formula. */
  sessions: Session[];
  /** In the order written; a code may stand on several lines. */
  lines: CheckedLine[];
  diagnoses: CheckedDiagnosis[];
  /** What the minutes make under the payer's unit rule; null where minutes are missing or cannot be counted. */
  counted: CountedVisit | null;
}

/** One procedure as written, with what is known about it. */
export interface CheckedLine {
  /** Capitals. */
  code: string;
  timing: CountingKind | 'unknown';
  /** As they would stand on the claim: those written and those that the payer wants. */
  modifiers: string[];
  /** Units that would be billed: those written, else those that the minutes make; null where neither tells. */
  units: number | null;
  /** Units as the user wrote them. */
  writtenUnits: number | null;
  minutes: number | null;
  /** What this line charges; null where only the whole row tells. */
  charge: Cents | null;
  session: Session | null;
}

export interface CheckedDiagnosis {
  /** As written. */
  text: string;
  place: CellPlace | null;
  /** Whether it stands in the Clients table and not in the session. */
  ofClient: boolean;
}

/** The codes of the visit, each once, in the order written. */
export function codesOf(visit: CheckedVisit): string[] {
  return [...new Set(visit.lines.map((line) => line.code))];
}

export function linesOf(visit: CheckedVisit, code: string): CheckedLine[] {
  return visit.lines.filter((line) => line.code === code);
}

/** Units of a code on the date, or null where a line of it does not tell. */
export function unitsOfCode(visit: CheckedVisit, code: string): number | null {
  return linesOf(visit, code).reduce<number | null>(
    (sum, { units }) => (sum === null || units === null ? null : sum + units),
    0,
  );
}

/** The modifiers of a code on the date, each once. */
export function modifiersOfCode(visit: CheckedVisit, code: string): string[] {
  return [...new Set(linesOf(visit, code).flatMap((line) => line.modifiers))];
}

export function codeCell({ session }: Pick<CheckedLine, 'session'>): CellPlace | null {
  return session ? (session.cells.cpt ?? session.place) : null;
}

export function modifierCell(line: CheckedLine): CellPlace | null {
  return line.session?.cells.modifiers ?? codeCell(line);
}

export function unitsCell(line: CheckedLine): CellPlace | null {
  return line.session?.cells.units ?? codeCell(line);
}

export function minutesCell(line: CheckedLine): CellPlace | null {
  return line.session?.cells.minutes ?? codeCell(line);
}

export function visitCell(visit: CheckedVisit): CellPlace | null {
  return visit.sessions[0]?.place ?? null;
}

export function dateCell(visit: CheckedVisit): CellPlace | null {
  return visit.sessions[0]?.cells.date ?? visitCell(visit);
}
