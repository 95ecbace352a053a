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

/** The units of a code that stands alone; null where minutes do not tell them. */
export function unitsOfOne(code: string, minutes: number | null): number | null {
  const outcome = countUnits([{ code, minutes }], 'CMS');
  return outcome.ok ? outcome.visit.total : null;
}
