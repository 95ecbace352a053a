import type { UnitRule } from '../records/practice';

/** One line of a visit: a procedure and the minutes spent on it alone. Minutes may be null for an untimed code. */
export interface TimedItem {
  code: string;
  minutes: number | null;
}

/** The units of a visit and how they came about. */
export interface CountedVisit {
  rule: UnitRule;
  /** Units of each item, in the order of the items. */
  units: number[];
  /** Sum of `units`. */
  total: number;
  /** Minutes of the timed codes together; untimed codes never count. */
  timedMinutes: number;
  /** One entry a code, in the order in which the codes first appear. */
  codes: CodeUnits[];
  /** Codes with equal leftover minutes among which the clinician may choose; the earlier got the units here. */
  tie: Tie | null;
}

export interface CodeUnits {
  code: string;
  timed: boolean;
  /** All minutes of the code in the visit. */
  minutes: number;
  units: number;
  /** Whole fifteens in its minutes; 0 for an untimed code. */
  full: number;
  /** Minutes beyond the whole fifteens; 0 for an untimed code. */
  leftover: number;
  /** Positions of its items. More than one means that the lines must be billed as one. */
  items: number[];
}

export interface Tie {
  codes: string[];
  /** How many of these codes get one more unit. */
  units: number;
}

/** Either the units, or one sentence that says why there are none, and which item is at fault. */
export type UnitsOutcome =
  { ok: true; visit: CountedVisit } | { ok: false; reason: string; item: number | null };
