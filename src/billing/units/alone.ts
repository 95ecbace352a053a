import { addAll } from '../values/lists';
import { unitsOfTime, type Counting } from '../codes/counting';
import { addOnsOf, procedure, rungsOf } from '../codes/procedures';
import { UNIT_MINUTES } from './unit-table';
import type { CodeUnits, Misplaced, TimedItem } from './visit';

const HALF_HOUR = 30;
const PAST_HALF_OF_15 = 8;
const PAST_HALF_OF_30 = 16;

/** Minutes of a unit of a code that has several a day; null for a code that has one. */
export function sizeOf(code: string): number | null {
  const counting = procedure(code)?.counting;
  switch (counting?.kind) {
    case 'timed':
    case 'quarter':
      return UNIT_MINUTES;
    case 'half':
      return HALF_HOUR;
    case 'add-on':
      return counting.each;
    default:
      return null;
  }
}

/** Sets the units of every code that is not timed, each by its own kind, and tells whose minutes belong elsewhere. */
export function countAlone(codes: readonly CodeUnits[], items: readonly TimedItem[]): Misplaced[] {
  const misplaced: Misplaced[] = [];
  const shared = new Map<string, number>();
  for (const code of codes) {
    const counting = procedure(code.code)?.counting;
    if (counting?.kind === 'first') addAll(misplaced, firstOf(code, counting, codes, items, shared));
  }
  for (const code of codes) {
    const counting = procedure(code.code)?.counting;
    if (!counting || code.timed || counting.kind === 'first') continue;
    const told = isTold(code, items);
    const minutes = shared.get(code.code) ?? code.minutes;
    code.units = unitsOf(counting, minutes, told);
    if (counting.kind === 'ladder' && told) addAll(misplaced, otherRung(code, counting));
  }
  return misplaced;
}

/** A code without minutes is believed where a day has one of it: the code itself says how long it took. */
function unitsOf(counting: Counting, minutes: number, told: boolean): number {
  switch (counting.kind) {
    case 'quarter':
      return unitsOfTime(minutes, UNIT_MINUTES, PAST_HALF_OF_15);
    case 'half':
      return unitsOfTime(minutes, HALF_HOUR, PAST_HALF_OF_30);
    case 'add-on':
      return unitsOfTime(minutes, counting.each, counting.from);
    case 'threshold':
      return !told || minutes >= counting.from ? 1 : 0;
    case 'ladder':
      return !told || rungAt(counting.ladder, minutes) !== null ? 1 : 0;
    default:
      return 1;
  }
}

/**
 * A first code and its add-ons share their minutes: what goes beyond the first is of the add-ons, what it lacks they
 * give. Without an add-on beside it, the minutes beyond are told.
 */
function firstOf(
  code: CodeUnits,
  { from, covers }: Extract<Counting, { kind: 'first' }>,
  codes: readonly CodeUnits[],
  items: readonly TimedItem[],
  shared: Map<string, number>,
): Misplaced[] {
  const addOns = codes.filter(
    (other) =>
      procedure(other.code)?.counting.kind === 'add-on' &&
      procedure(other.code)?.addOnOf?.includes(code.code) &&
      !shared.has(other.code),
  );
  if (!isTold(code, items)) {
    code.units = 1;
    return [];
  }
  const total = addOns.reduce((sum, { minutes }) => sum + minutes, code.minutes);
  code.units = total >= from ? 1 : 0;
  let moved = code.minutes - covers;
  for (const addOn of addOns) {
    const minutes = Math.max(0, addOn.minutes + moved);
    moved = Math.min(0, addOn.minutes + moved);
    shared.set(addOn.code, minutes);
  }
  const [next] = addOnsOf(code.code).filter(({ counting }) => counting.kind === 'add-on');
  const rest = code.minutes - covers;
  if (addOns.length > 0 || next?.counting.kind !== 'add-on') return [];
  const units = unitsOfTime(Math.max(0, rest), next.counting.each, next.counting.from);
  if (units === 0) return [];
  const words = `${code.code} is the first ${covers} of these ${code.minutes} minutes; the other ${rest} make ${next.code} x${units}, its add-on code, on a line of its own.`;
  return [{ code: code.code, kind: 'rest', minutes: code.minutes, belongsTo: next.code, words }];
}

/**
 * Whether these codes share one time, so that nobody need say whose minutes are whose: a first code and its add-ons are
 * counted together.
 */
export function shareOneTime(codes: readonly string[]): boolean {
  const [first, second] = codes.filter((code) => procedure(code)?.counting.kind === 'first');
  if (first === undefined || second !== undefined) return false;
  return codes.every((code) => code === first || procedure(code)?.addOnOf?.includes(first) === true);
}

function otherRung(
  { code, minutes }: CodeUnits,
  { ladder, from }: Extract<Counting, { kind: 'ladder' }>,
): Misplaced[] {
  const rung = rungAt(ladder, minutes);
  if (rung?.code === code) return [];
  if (!rung) {
    const lowest = rungsOf(ladder)[0];
    const least = lowest?.counting.kind === 'ladder' ? lowest.counting.from : from;
    const words = `${minutes} minutes make no code: ${lowest?.code ?? code}, the shortest of its kind, begins at ${least}.`;
    return [{ code, kind: 'none', minutes, belongsTo: null, words }];
  }
  const words = `${minutes} minutes make ${rung.code} (${spanOf(rung.counting)}), not ${code}.`;
  return [{ code, kind: minutes < from ? 'more' : 'less', minutes, belongsTo: rung.code, words }];
}

/** The code of a ladder that so many minutes make. */
export function rungAt(
  ladder: string,
  minutes: number,
): { code: string; counting: Extract<Counting, { kind: 'ladder' }> } | null {
  for (const { code, counting } of rungsOf(ladder)) {
    if (counting.kind !== 'ladder' || minutes < counting.from) continue;
    if (counting.to === null || minutes <= counting.to) return { code, counting };
  }
  return null;
}

function spanOf({ from, to }: Extract<Counting, { kind: 'ladder' }>): string {
  return to === null ? `${from} minutes or more` : `${from} to ${to} minutes`;
}

function isTold({ items: own }: CodeUnits, items: readonly TimedItem[]): boolean {
  return own.some((item) => items[item]?.minutes !== null);
}
