import { isCountedByHand, needsMinutes, unitsOfTime, type Counting } from '../codes/counting';
import { procedure } from '../codes/procedures';
import { plainText } from '../identifiers/reading';
import { sizeOf } from './alone';
import type { CodeUnits, TimedItem } from './visit';
import { UNIT_MINUTES } from './unit-table';

const MINUTES_A_DAY = 1440;

type Grouping = { ok: true; codes: CodeUnits[] } | { ok: false; reason: string; item: number | null };

/**
 * The items of a visit by code, nothing allotted yet. Medicare rejects a timed code that is split over lines of
 * one date (First Coast, since 2021-04-19), so lines of the same code are counted together.
 */
export function groupByCode(items: readonly TimedItem[]): Grouping {
  const byCode = new Map<string, CodeUnits>();
  for (const [item, { code: written, minutes }] of items.entries()) {
    const code = plainText(written);
    const known = procedure(code);
    if (code === '') return refusal(item, 'The procedure code is missing.');
    if (!known) return refusal(item, unknownCode(written));
    const { counting } = known;
    if (isCountedByHand(counting.kind)) return refusal(item, `${code}: ${becauseOf(counting)}`);
    if (minutes === null && needsMinutes(counting.kind))
      return refusal(item, `${code} is billed by time, and its minutes are missing.`);
    const spent = minutes ?? 0;
    if (!Number.isFinite(spent)) return refusal(item, `The minutes of ${code} are not a number.`);
    if (spent < 0) return refusal(item, `The minutes of ${code} are negative.`);
    if (spent > MINUTES_A_DAY) return refusal(item, `${spent} minutes of ${code} are more than a day has.`);
    const timed = counting.kind === 'timed';
    const group = byCode.get(code) ?? { code, timed, minutes: 0, units: 0, full: 0, leftover: 0, items: [] };
    group.minutes += spent;
    group.items.push(item);
    byCode.set(code, group);
  }
  const codes = [...byCode.values()];
  for (const group of codes) {
    if (!group.timed) continue;
    group.full = Math.floor(group.minutes / UNIT_MINUTES);
    group.leftover = group.minutes % UNIT_MINUTES;
  }
  if (timedMinutesOf(codes) > MINUTES_A_DAY) {
    return { ok: false, reason: `${timedMinutesOf(codes)} minutes are more than a day has.`, item: null };
  }
  return { ok: true, codes };
}

/** Why minutes do not tell the units of a code that is counted by hand. */
export function becauseOf(counting: Counting): string {
  if (counting.kind === 'asked') return counting.because;
  if (counting.kind === 'instruments') return `It is counted by the ${counting.thing}, not by minutes.`;
  return 'It is not counted by minutes alone.';
}

export function timedMinutesOf(codes: readonly CodeUnits[]): number {
  return codes.reduce((minutes, code) => minutes + (code.timed ? code.minutes : 0), 0);
}

/**
 * The units of each code handed back to its items: whole ones first, then one each to the largest leftovers, the
 * earlier item before the later. A code that a day has once stands on its first item.
 */
export function unitsByItem(items: readonly TimedItem[], codes: readonly CodeUnits[]): number[] {
  const units = items.map(() => 0);
  for (const code of codes) {
    const size = sizeOf(code.code);
    const shares = code.items.map((item) => {
      const minutes = items[item]?.minutes ?? 0;
      return {
        item,
        units: size === null ? 0 : unitsOfTime(minutes, size, size),
        leftover: size === null ? 0 : minutes % size,
      };
    });
    let left = code.units - shares.reduce((sum, share) => sum + share.units, 0);
    for (const share of [...shares].sort((a, b) => b.leftover - a.leftover || a.item - b.item)) {
      if (left <= 0) break;
      share.units += 1;
      left -= 1;
    }
    const [first] = shares;
    if (first && left > 0) first.units += left;
    for (const share of [...shares].reverse()) {
      const taken = Math.min(share.units, Math.max(0, -left));
      share.units -= taken;
      left += taken;
    }
    for (const share of shares) units[share.item] = share.units;
  }
  return units;
}

function unknownCode(written: string): string {
  return `"${written.trim()}" is not a procedure code known here, so whether it is billed by time is not known.`;
}

function refusal(item: number, reason: string): Grouping {
  return { ok: false, reason, item };
}
