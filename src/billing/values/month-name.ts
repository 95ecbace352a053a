import { partsOf, type Day } from './day';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `October 2026`. */
export function monthName(day: Day): string {
  const { year, month } = partsOf(day);
  return `${MONTHS[month - 1] ?? ''} ${String(year)}`;
}
