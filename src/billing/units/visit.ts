import type { UnitRule } from '../records/practice';

/** One line of a visit: a procedure and the minutes spent on it alone. Minutes may be null where units do not need them. */
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
  /** Minutes of the timed codes together; those of other codes never count. */
  timedMinutes: number;
  /** One entry a code, in the order in which the codes first appear. */
  codes: CodeUnits[];
  /** Codes with equal leftover minutes among which the clinician may choose; the earlier got the units here. */
  tie: Tie | null;
  /** Codes whose minutes, or a part of them, are those of another code, or of none. */
  misplaced: Misplaced[];
}

export interface CodeUnits {
  code: string;
  /** Whether its minutes are pooled with those of other timed codes. */
  timed: boolean;
  /** All minutes of the code in the visit. */
  minutes: number;
  units: number;
  /** Whole fifteens in its minutes; 0 for a code that is not timed. */
  full: number;
  /** Minutes beyond the whole fifteens; 0 for a code that is not timed. */
  leftover: number;
  /** Positions of its items. More than one means that the lines must be billed as one. */
  items: number[];
}

export interface Tie {
  codes: string[];
  /** How many of these codes get one more unit. */
  units: number;
}

/**
 * `less`: the minutes make a higher code than was written; `more`: a lower one; `none`: no code at all; `rest`: the
 * minutes beyond those of the code belong to its add-on.
 */
export interface Misplaced {
  code: string;
  kind: 'less' | 'more' | 'none' | 'rest';
  minutes: number;
  /** The code that the minutes belong to; null for `none`. */
  belongsTo: string | null;
  /** One sentence. */
  words: string;
}

/** Either the units, or one sentence that says why there are none, and which item is at fault. */
export type UnitsOutcome =
  { ok: true; visit: CountedVisit } | { ok: false; reason: string; item: number | null };
