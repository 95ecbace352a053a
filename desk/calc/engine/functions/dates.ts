import { dateFromSerial, dateToSerial } from 'numfmt';
import { CellError, type CellValue } from '../../../book/book';
import type { Overriding } from './overriding';

export function overrideDates(overriding: Overriding): void {
  overriding.replaceByCell('EDATE', (start, months) => monthsLater(overriding, start, months ?? null));
  overriding.replaceByCell('TIMEVALUE', (text) => {
    const value = typeof text === 'string' ? overriding.number(text) : new CellError('#VALUE!');
    return value instanceof CellError ? value : value - Math.floor(value);
  });
  // A time is rounded to its second before it is taken apart.
  const parts: readonly (readonly [name: string, seconds: number, of: number])[] = [
    ['HOUR', 3600, 24],
    ['MINUTE', 60, 60],
    ['SECOND', 1, 60],
  ];
  for (const [name, seconds, of] of parts)
    overriding.replaceByCell(name, (time) => {
      const value = overriding.number(time);
      if (value instanceof CellError) return value;
      if (value < 0) return new CellError('#NUM!');
      return Math.floor(Math.round((value - Math.floor(value)) * 86_400) / seconds) % of;
    });
}

/** The same day of a later month, or its last one where it has no such day. */
function monthsLater(overriding: Overriding, start: CellValue, months: CellValue): CellValue {
  const [from, count] = [overriding.number(start), overriding.number(months)];
  if (from instanceof CellError) return from;
  if (count instanceof CellError) return count;
  if (from < 0) return new CellError('#NUM!');
  const [year = 0, month = 1, day = 1] = dateFromSerial(Math.floor(from));
  const target = year * 12 + month - 1 + Math.trunc(count);
  const [toYear, toMonth] = [Math.floor(target / 12), (target % 12) + 1];
  if (toYear < 1900 || toYear > 9999) return new CellError('#NUM!');
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  return dateToSerial([toYear, toMonth, Math.min(day, last)]) ?? new CellError('#NUM!');
}
