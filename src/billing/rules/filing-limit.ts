import type { Payer } from '../records/practice';
import { addDays, addYears, type Day } from '../values/day';

/**
 * The last day on which the payer takes a claim for that date of service; null where the limit is not known. A year
 * written as 365 days is the same date a year later, since that is how laws and contracts count it: Medicare's limit
 * is one calendar year whatever the table says.
 */
export function lastDayToFile({ kind, daysToFile }: Payer, date: Day): Day | null {
  if (daysToFile === 365 || (kind === 'medicare' && daysToFile === null)) return addYears(date, 1);
  return daysToFile === null ? null : addDays(date, daysToFile);
}
