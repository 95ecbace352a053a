import { procedure } from '../codes/procedures';
import { plainText } from '../identifiers/reading';
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
    if (known.timing === 'other') return refusal(item, `${code}: ${known.counting ?? ''}`.trim());
    const timed = known.timing === 'timed';
    if (minutes === null && timed)
      return refusal(item, `${code} is billed by time, and its minutes are missing.`);
    const spent = minutes ?? 0;
    if (!Number.isFinite(spent)) return refusal(item, `The minutes of ${code} are not a number.`);
    if (spent < 0) return refusal(item, `The minutes of ${code} are negative.`);
    if (spent > MINUTES_A_DAY) return refusal(item, `${spent} minutes of ${code} are more than a day has.`);
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

export function timedMinutesOf(codes: readonly CodeUnits[]): number {
  return codes.reduce((minutes, code) => minutes + (code.timed ? code.minutes : 0), 0);
}

/**
 * The units of each code handed back to its items: whole fifteens first, then one each to the largest leftovers,
 * the earlier item before the later. An untimed code is one unit a day, on its first item.
 */
export function unitsByItem(items: readonly TimedItem[], codes: readonly CodeUnits[]): number[] {
  const units = items.map(() => 0);
  for (const code of codes) {
    const shares = code.items.map((item) => {
      const minutes = code.timed ? (items[item]?.minutes ?? 0) : 0;
      return { item, units: Math.floor(minutes / UNIT_MINUTES), leftover: minutes % UNIT_MINUTES };
    });
    let left = code.units - shares.reduce((sum, share) => sum + share.units, 0);
    for (const share of [...shares].sort((a, b) => b.leftover - a.leftover || a.item - b.item)) {
      if (left <= 0) break;
      share.units += 1;
      left -= 1;
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
