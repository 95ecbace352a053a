import { countAlone } from './alone';
import { groupByCode, timedMinutesOf, unitsByItem } from './grouping';
import { unitsOfMinutes } from './unit-table';
import type { CodeUnits, Tie, TimedItem, UnitsOutcome } from './visit';

/**
 * The CMS 8-minute rule (Medicare Claims Processing Manual, chapter 5, section 20.2): the minutes of all timed
 * codes together set the units of the visit; whole fifteens are given first, and the units still left go, one
 * each, to the codes with the most leftover minutes.
 */
export function unitsByTotalTime(items: readonly TimedItem[]): UnitsOutcome {
  const grouping = groupByCode(items);
  if (!grouping.ok) return grouping;
  const { codes } = grouping;
  const timedMinutes = timedMinutesOf(codes);
  const tie = allot(codes, unitsOfMinutes(timedMinutes));
  const misplaced = countAlone(codes, items);
  const units = unitsByItem(items, codes);
  const total = codes.reduce((sum, code) => sum + code.units, 0);
  return { ok: true, visit: { rule: 'CMS', units, total, timedMinutes, codes, tie, misplaced } };
}

/** Sets the units of every code and tells whether the last of them had a free choice. */
function allot(codes: CodeUnits[], timedUnits: number): Tie | null {
  for (const code of codes) if (code.timed) code.units = code.full;
  const left = timedUnits - codes.reduce((sum, code) => sum + (code.timed ? code.full : 0), 0);
  const byLeftover = codes.filter((code) => code.leftover > 0).sort((a, b) => b.leftover - a.leftover);
  for (const code of byLeftover.slice(0, left)) code.units += 1;

  const lastServed = byLeftover[left - 1];
  const firstRefused = byLeftover[left];
  if (!lastServed || !firstRefused || lastServed.leftover !== firstRefused.leftover) return null;
  const tied = codes.filter((code) => code.leftover === lastServed.leftover);
  return {
    codes: tied.map((code) => code.code),
    units: tied.filter((code) => code.units > code.full).length,
  };
}
