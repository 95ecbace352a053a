import { addDays, addYears, daysBetween, type Day } from '../values/day';

/**
 * The last day of a limit, counted from a date of service, a denial or the day a claim was made. 365 days is written for
 * a year and means the same date a year later, 29 February becoming the 28th. Null where the limit is not known: no
 * limit is ever assumed.
 */
export function lastDayOf(from: Day, days: number | null): Day | null {
  if (days === null) return null;
  return days === 365 ? addYears(from, 1) : addDays(from, days);
}

/** Negative when it is over; 0 on the last day. */
export function daysLeft(lastDay: Day, today: Day): number {
  return daysBetween(today, lastDay);
}
