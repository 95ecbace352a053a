import { addDays, addMonths, dayOf, weekday, yearOf, type Day } from './day';

/** A public holiday of the United States: a date of each year, or the nth (-1: last) of a weekday in a month. */
type Holiday = { month: number; since?: number } & ({ date: number } | { nth: number; weekday: number });

const SUNDAY = 0;
const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;

/** 5 U.S.C. 6103(a); Juneteenth by Public Law 117-17, since 2021. */
const HOLIDAYS: readonly Holiday[] = [
  { month: 1, date: 1 },
  { month: 1, nth: 3, weekday: MONDAY },
  { month: 2, nth: 3, weekday: MONDAY },
  { month: 5, nth: -1, weekday: MONDAY },
  { month: 6, date: 19, since: 2021 },
  { month: 7, date: 4 },
  { month: 9, nth: 1, weekday: MONDAY },
  { month: 10, nth: 2, weekday: MONDAY },
  { month: 11, date: 11 },
  { month: 11, nth: 4, weekday: THURSDAY },
  { month: 12, date: 25 },
];

const observed = new Map<number, ReadonlySet<Day>>();

/** Whether federal offices are closed: on the holiday, on Friday for a Saturday, on Monday for a Sunday. */
export function isFederalHoliday(day: Day): boolean {
  const year = yearOf(day);
  // 1 January on a Saturday is kept on 31 December of the year before.
  return observedOf(year).has(day) || observedOf(year + 1).has(day);
}

function observedOf(year: number): ReadonlySet<Day> {
  const known = observed.get(year);
  if (known) return known;
  const kept = HOLIDAYS.filter(({ since }) => year >= (since ?? 0)).flatMap((holiday) => {
    const first = dayOf(year, holiday.month, 1);
    if (first === null) return [];
    const on = 'nth' in holiday ? nthWeekday(first, holiday) : addDays(first, holiday.date - 1);
    return [addDays(on, weekday(on) === SATURDAY ? -1 : weekday(on) === SUNDAY ? 1 : 0)];
  });
  const days = new Set(kept);
  observed.set(year, days);
  return days;
}

function nthWeekday(firstOfMonth: Day, wanted: { nth: number; weekday: number }): Day {
  const from = wanted.nth > 0 ? firstOfMonth : addMonths(firstOfMonth, 1);
  const ahead = (wanted.weekday - weekday(from) + 7) % 7;
  return addDays(from, ahead + 7 * (wanted.nth > 0 ? wanted.nth - 1 : wanted.nth));
}
