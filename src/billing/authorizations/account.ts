import type { Authorization } from '../records/practice';
import type { Day } from '../values/day';
import type { VisitAmounts, Why } from './amounts';
import type { KeptVisit } from './kept-visits';
import { MEASURE_NAMES, MEASURES, type MeasureName } from './measures';
import { coverOf, type Covers } from './row';

/** A limit of a row that does not suffice for a visit. */
export interface Shortage {
  row: Authorization;
  measure: MeasureName;
  allowed: number;
  /** With the visit. */
  used: number;
  visit: KeptVisit;
}

/** What a visit would take of a row, and what stands in the way. */
export interface Need {
  amounts: ReadonlyMap<MeasureName, number>;
  shortage: Shortage | null;
  /** Null where every amount that the row limits is known. */
  why: Why | null;
}

/** A row of the Authorizations table with what visits have taken of it. */
export class RowAccount {
  readonly covers: Covers;
  /** Visits that found room. */
  readonly taken: KeptVisit[] = [];
  /** Visits that found none, neither here nor in another row. */
  readonly over: KeptVisit[] = [];
  /** What the first visit lacked that found no room in any row of which this is one: since then it is used up. */
  usedUp: Shortage | null = null;
  /** From the first visit on of which nobody can tell what it takes. */
  notTold: { why: Why; visit: KeptVisit } | null = null;
  private readonly dates = new Set<Day>();
  private readonly amounts = new Map<MeasureName, number>();

  constructor(readonly row: Authorization) {
    this.covers = coverOf(row);
  }

  used(measure: MeasureName): number {
    return this.amounts.get(measure) ?? 0;
  }

  /** By which measure it is used up: the first by which more is used than it allows. */
  usedUpBy(): MeasureName | null {
    const isExceeded = (measure: MeasureName): boolean =>
      this.used(measure) > (MEASURES[measure].allowed(this.row) ?? Infinity);
    return this.usedUp && (MEASURE_NAMES.find(isExceeded) ?? this.usedUp.measure);
  }

  need(visit: KeptVisit, amounts: VisitAmounts): Need {
    const { row, covers } = this;
    const needed = new Map<MeasureName, number>();
    let shortage: Shortage | null = null;
    let why: Why | null = null;
    const taken = { visit, covers, isNewDate: !this.dates.has(visit.date) };
    for (const measure of MEASURE_NAMES) {
      const allowed = MEASURES[measure].allowed(row);
      if (allowed === null && measure !== 'visits') continue;
      const takes = MEASURES[measure].takes(taken, amounts);
      if (takes.known) needed.set(measure, takes.amount);
      else why ??= takes.why;
      const used = this.used(measure) + (takes.known ? takes.amount : 0);
      if (allowed !== null && used > allowed) shortage ??= { row, measure, allowed, used, visit };
    }
    return { amounts: needed, shortage, why };
  }

  take(visit: KeptVisit, { amounts }: Need, hasRoom: boolean): void {
    (hasRoom ? this.taken : this.over).push(visit);
    this.dates.add(visit.date);
    for (const [measure, amount] of amounts) this.amounts.set(measure, this.used(measure) + amount);
  }
}
