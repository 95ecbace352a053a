import { countAlone } from './alone';
import { groupByCode, timedMinutesOf, unitsByItem } from './grouping';
import { unitsOfMinutes } from './unit-table';
import type { TimedItem, UnitsOutcome } from './visit';

/**
 * The AMA's midpoint rule: each code is judged alone, and a unit is earned past the middle of its fifteen
 * minutes. Leftover minutes of different codes are never added together.
 */
export function unitsByMidpoint(items: readonly TimedItem[]): UnitsOutcome {
  const grouping = groupByCode(items);
  if (!grouping.ok) return grouping;
  const { codes } = grouping;
  for (const code of codes) if (code.timed) code.units = unitsOfMinutes(code.minutes);
  const misplaced = countAlone(codes, items);
  const units = unitsByItem(items, codes);
  const total = codes.reduce((sum, code) => sum + code.units, 0);
  return {
    ok: true,
    visit: { rule: 'AMA', units, total, timedMinutes: timedMinutesOf(codes), codes, tie: null, misplaced },
  };
}
