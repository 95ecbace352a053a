import type { CellPlace } from '../findings';
import type { Cents } from '../values/cents';
import type { Day } from '../values/day';

export type SessionField =
  | 'date'
  | 'client'
  | 'start'
  | 'end'
  | 'minutes'
  | 'cpt'
  | 'dx'
  | 'payer'
  | 'charge'
  | 'paid'
  | 'copay'
  | 'insurance_paid'
  | 'status'
  | 'notes'
  | 'units'
  | 'modifiers'
  | 'provider'
  | 'place'
  | 'service'
  | 'assistant'
  | 'billed';

/** `late-cancel` and `no-show` may carry a fee for the client; neither is a service. */
export type SessionStatus = 'kept' | 'scheduled' | 'no-show' | 'late-cancel' | 'cancelled';

/** One procedure written in a session row: "97140-GP 30min" gives code, modifier and minutes. */
export interface SessionProcedure {
  code: string;
  modifiers: string[];
  /** Minutes of this code alone, or null when the row only gives a total. */
  minutes: number | null;
  /** Units as the user wrote them, or null. */
  units: number | null;
}

/** The name of a service as written ("massage 90"), with what other columns say of it. */
export interface ServiceWords {
  text: string;
  place: CellPlace;
  modifiers: string[];
  units: number | null;
}

/** One readable row of the session sheet. A visit may be one row or several. */
export interface Session {
  /** The row itself; `column` is the date's column. */
  place: CellPlace;
  /** Where each field was read. */
  cells: Partial<Record<SessionField, CellPlace>>;
  date: Day;
  client: string;
  /** Minutes of the whole row, from the minutes column or from start and end; null when not written. */
  minutes: number | null;
  /** Start and end in minutes after midnight, where both are written. */
  span?: { start: number; end: number };
  procedures: SessionProcedure[];
  /** Diagnosis codes as billed, with the dot: `M54.50`. Order as written. */
  diagnoses: string[];
  payer: string | null;
  /** Charge of the whole row. */
  charge: Cents | null;
  /** What the client paid at the visit: the paid column, else the copay. */
  paid: Cents | null;
  copay: Cents | null;
  insurancePaid: Cents | null;
  status: SessionStatus;
  provider: string | null;
  notes: string | null;
  /** What was done, in words: in a column of its own, or where the code belongs. It makes the codes of a row that has none. */
  service?: ServiceWords;
  /** The assistant who gave the row's codes, as written, with the minutes of it where they are written too. */
  assistant?: { name: string; minutes: number | null };
  /** Where it took place, as written. */
  location?: string;
  /** What the sheet itself says of an earlier bill: a date, a number, a tick. */
  billedMark?: string;
  /** Every cell of it has a line through it. */
  isStruckOut?: true;
  /** Its row is not shown, by a filter or by hand. */
  isHidden?: true;
  /** Its column has real dates beside texts that are written day first. */
  isDateInDoubt?: true;
  /** The two digits of box 24B, where the session tells its place. */
  placeOfService?: string;
}
