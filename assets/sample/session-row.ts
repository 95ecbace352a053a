import type { Day } from '../../src/billing/values/day';

/** A row of the session sheet, as the therapist typed it. */
export interface SessionRow {
  day: Day;
  /** What stands in the date cell when it is not a real date. */
  dateText: string | null;
  /** Hour of the day; null where the cell stays empty. */
  start: number | null;
  client: string;
  minutes: number | string | null;
  cpt: string | number | null;
  dx: string;
  /** A typed number, `formula` for the add-in's function, or nothing. */
  units: number | 'formula' | null;
  insurance: string;
  charge: number | null;
  paid: number | null;
  how: string;
  status: string;
  notes: string;
}
