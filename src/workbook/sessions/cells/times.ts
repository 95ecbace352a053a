import type { GridValue } from '../grid';
import { isTooLong, tidyText } from './text';
import type { CellRead } from './text';

const NOT_A_TIME = { unreadable: 'is not a time of day' };

/** A time of day in minutes after midnight, 0 to 1439. */
export function readTime(value: GridValue): CellRead<number> {
  if (typeof value === 'boolean') return NOT_A_TIME;
  if (typeof value === 'string') return readTimeText(tidyText(value));
  if (value < 0) return NOT_A_TIME;
  const part = value - Math.floor(value);
  if (value < 1 || part > 0) return { value: Math.round(part * 1440) % 1440 };
  return readTimeText(String(value));
}

/** "2:30 PM", "2:30p", "14:30", "1430", "2pm"; a bare hour such as "2" is not taken for a time. */
export function readTimeText(text: string): CellRead<number> {
  const lower = text.toLowerCase().replace(/\.(?=\s|m|$)/g, '');
  if (lower === 'noon') return { value: 720 };
  if (lower === 'midnight') return { value: 0 };
  const match =
    /^(\d{1,2})(?:[:.h](\d{2}))(?::\d{2}(?:\.\d+)?)?\s*([ap])?\s?m?$/.exec(lower) ??
    /^(\d{1,2})()\s*([ap])\s?m?$/.exec(lower) ??
    /^(\d{1,2})(\d{2})\s*([ap])?\s?m?$/.exec(lower);
  if (match === null) return NOT_A_TIME;
  const hour = Number(match[1]);
  const minute = Number(match[2] === '' ? 0 : match[2]);
  const half = match[3];
  if (minute > 59 || hour > 23 || (half !== undefined && (hour < 1 || hour > 12))) return NOT_A_TIME;
  if (half === undefined) return { value: hour * 60 + minute };
  return { value: ((hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute };
}

/** "2:00 - 3:15 PM" as two times: the half of the day written once holds for both where that makes sense. */
export function readTimeRange(value: GridValue): { start: number; end: number } | null {
  const match =
    typeof value === 'string' && !isTooLong(value)
      ? /^(.+?)(?:\s*[-–—]\s*|\s+(?:to|a)\s+)(.+)$/i.exec(tidyText(value))
      : null;
  const [from, to] = [match?.[1] ?? '', match?.[2] ?? ''];
  const half = (/([ap])\.?\s?m?\.?$/i.exec(to)?.[1] ?? '').toLowerCase();
  const end = readTimeText(to);
  const starts =
    /[ap]\.?\s?m?\.?$/i.test(from) || half === '' ? [from] : [from + half, from + (half === 'p' ? 'a' : 'p')];
  if ('unreadable' in end) return null;
  for (const candidate of starts) {
    const start = readTimeText(/^\d{1,2}$/.test(candidate) ? `${candidate}:00` : candidate);
    if ('value' in start && start.value < end.value) return { start: start.value, end: end.value };
  }
  return overNoon(readTimeText(/^\d{1,2}$/.test(from) ? `${from}:00` : from), end, half);
}

/** "12:30-1:20" without AM and PM goes on after noon. */
function overNoon(
  start: CellRead<number>,
  end: { value: number },
  half: string,
): { start: number; end: number } | null {
  if ('unreadable' in start || half !== '' || start.value < end.value) return null;
  const minutes = minutesBetween(start.value, end.value);
  const isAfterNoon = 'value' in minutes && start.value + minutes.value < 1440;
  return isAfterNoon ? { start: start.value, end: start.value + minutes.value } : null;
}

/** The longest session taken from a start and an end: beyond it one of the two is mistyped. */
const LONGEST = 12 * 60;
/** The longest taken where the end stands before the start. */
const LONGEST_TURNED = 4 * 60;

/**
 * Minutes from start to end. An end before the start is read as after noon where neither was marked
 * ("11:30" to "12:45" needs nothing, "12:30" to "1:30" does), else as past midnight.
 */
export function minutesBetween(start: number, end: number): CellRead<number> {
  const straight = end - start;
  if (straight > 0 && straight <= LONGEST) return { value: straight };
  const overNoon = start <= 780 && end < 720 ? end + 720 - start : 0;
  const overMidnight = end + 1440 - start;
  for (const minutes of [overNoon, overMidnight]) {
    if (minutes > 0 && minutes <= LONGEST_TURNED) return { value: minutes };
  }
  return { unreadable: 'is not after the start' };
}
