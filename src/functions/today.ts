import { dayOf, type Day } from '../billing/values/day';

/** Today's date where the user is. */
export function today(now = new Date()): Day {
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0;
}
