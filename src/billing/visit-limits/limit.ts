import type { MeasureName } from '../authorizations/measures';
import type { Day } from '../values/day';

/**
 * - order, referral, authorization: rows of the Authorizations table
 * - plan-year: the Benefits table, anew each plan year
 * - whole-claim: the Benefits table for an accident, which never starts anew
 * - gate: what a payer pays without asking, by its own published rule
 */
export type LimitKind = 'order' | 'referral' | 'authorization' | 'plan-year' | 'whole-claim' | 'gate';

/** One limit on a given day. */
export interface Limit {
  kind: LimitKind;
  /** Whole visits; negative when over. */
  left: number;
  /** What makes it up: one row of a table, or several that are in force at once. */
  parts: LimitPart[];
}

export interface LimitPart {
  /** As a person would call it: `authorization A-17`, `plan year from 01/01/2026`. */
  name: string;
  /** What is counted; `window`: only its days. */
  measure: MeasureName | 'window';
  /** Visits, units or cents. */
  allowed: number;
  used: number;
  /** Of the visits used, those with other providers. */
  elsewhere: number;
  from: Day | null;
  to: Day | null;
  /** What comes after the limit, where a rule says so; else empty. */
  next: string;
}

/** What keeps a limit from being told. `fault`: something in a cell is wrong; `unknown`: a cell is empty. */
export interface Obstacle {
  kind: 'fault' | 'unknown';
  /** A full sentence that names the cell. */
  words: string;
}

export interface Limits {
  known: Limit[];
  obstacles: Obstacle[];
}

/** The answer for a client on a day. */
export type VisitsLeft =
  | {
      outcome: 'known';
      left: number;
      /** The one that leaves the fewest. */
      binding: Limit;
      /** Limits that cannot be told, a sentence each. */
      unknown: string[];
    }
  /** Nobody is called so, or no limit is known at all. */
  | { outcome: 'not-available'; words: string }
  /** Something that has to be mended before anything can be counted. */
  | { outcome: 'fault'; words: string };
