import { addDays, addYears, daysBetween, type Day } from '../values/day';

/** First and last day of the plan year that holds the date, from any day on which a plan year begins. */
export function planYearOf(date: Day, begins: Day): { from: Day; to: Day } {
  let years = Math.floor(daysBetween(begins, date) / 366);
  while (addYears(begins, years + 1) <= date) years += 1;
  while (addYears(begins, years) > date) years -= 1;
  return { from: addYears(begins, years), to: addDays(addYears(begins, years + 1), -1) };
}
