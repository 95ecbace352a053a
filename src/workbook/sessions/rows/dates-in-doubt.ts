import { dayOfSerial, isLikely, partsOf } from '../../../billing/values/day';
import { orderShown, type DateOrder } from '../cells/dates';
import type { GridValue } from '../grid';

/** What the user said of real dates beside texts that are written day first, or of texts that could be either. */
export type DatesAnswer = 'exchanged' | 'as-shown' | Exclude<DateOrder, 'mixed'>;

/**
 * Whether Excel may have exchanged day and month of the real dates of a column: typed 3/10/2026 becomes March 10 in the
 * United States, and 13/10/2026, which is no date there, stays a text beside it.
 */
export function areInDoubt(values: readonly GridValue[], date1904: boolean): boolean {
  const { dayFirst, monthFirst } = orderShown(values);
  return dayFirst > 0 && monthFirst === 0 && values.some((value) => mayBeExchanged(value, date1904));
}

function mayBeExchanged(value: GridValue, date1904: boolean): boolean {
  if (typeof value !== 'number' || value < 1) return false;
  const day = dayOfSerial(value, date1904);
  return isLikely(day) && partsOf(day).day <= 12;
}
