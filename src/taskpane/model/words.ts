import { isoOf, type Day } from '../../billing/values/day';

const MONTH = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const DAY = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });

/** `counted(2, 'claim')` is "2 claims"; a word with an irregular plural brings it along. */
export const counted = (number: number, thing: string, things = `${thing}s`): string =>
  `${number.toLocaleString('en-US')} ${number === 1 ? thing : things}`;

/** "October 2026" of `2026-10`. */
export const monthName = (month: string): string => MONTH.format(new Date(`${month}-01T00:00:00Z`));

/** "Oct 2". */
export const dayName = (day: Day): string => DAY.format(new Date(`${isoOf(day)}T00:00:00Z`));

/** "Oct 2 to Oct 30", or one day. */
export const daySpan = (from: Day, to: Day): string =>
  from === to ? dayName(from) : `${dayName(from)} to ${dayName(to)}`;

/** "A, B and C". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1] ?? ''}`;
}

/** "This is so." of `this is so`. */
export const sentence = (words: string): string =>
  `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`;
