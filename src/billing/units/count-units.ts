import type { UnitRule } from '../records/practice';
import { unitsByMidpoint } from './midpoint';
import { unitsByTotalTime } from './total-time';
import type { TimedItem, UnitsOutcome } from './visit';

const COUNTING: Record<UnitRule, (items: readonly TimedItem[]) => UnitsOutcome> = {
  CMS: unitsByTotalTime,
  AMA: unitsByMidpoint,
};

/** The units of one visit (a client's date of service) under a rule. */
export function countUnits(items: readonly TimedItem[], rule: UnitRule): UnitsOutcome {
  return COUNTING[rule](items);
}
