import { addDays, dayOf, dayOfSerial, isLikely, partsOf } from '../../../billing/values/day';
import type { Day } from '../../../billing/values/day';
import { isAnyNumber } from '../../../billing/values/plain-number';
import type { GridValue } from '../grid';
import { showsTime } from './formats';
import { isBlank, tidyText } from './text';
import type { CellRead } from './text';
import { writtenMoment, type Written } from './written-dates';

export type DateOrder = 'month-first' | 'day-first' | 'mixed';

export interface DateContext {
  date1904: boolean;
  /** How the column writes 10/3: from its own values, see dateOrder. */
  order: DateOrder;
  /** How the column writes 10.3.: day first unless its values show otherwise. */
  dots?: DateOrder;
  /** The year that the sheet's name or a title gives, for dates written without one; else null. */
  year: number | null;
  /** The month, for days written as a number alone. */
  month?: number | null;
  /** Day and time where the practice is, of a day and minutes in UTC; null where nobody knows where that is. */
  atPractice?: ((day: Day, minutes: number) => DateAndTime) | null;
  /** Whether Excel took day and month of the column's real dates for each other. */
  isExchanged?: boolean;
}

export interface DateAndTime {
  day: Day;
  /** Minutes after midnight, where the cell also holds a time. */
  time: number | null;
}

/** The first day Claimsheet takes for a session: practices' own sheets do not reach further back. */
export const EARLIEST_YEAR = 1990;

/** Why the day of such a time is not known. */
export const OF_ANOTHER_ZONE = 'is the time of another time zone, and that of the practice is not known';

/** Reads a date cell: Excel date, or any of the ways people type one. */
export function readDate(value: GridValue, format: string, context: DateContext): CellRead<DateAndTime> {
  if (typeof value === 'boolean') return { unreadable: 'is not a date' };
  if (typeof value === 'number') return readSerial(value, format, context);
  const text = tidyText(value);
  return readDayNumber(text, context) ?? readSerialText(text, context) ?? readDateText(text, context);
}

function readSerial(value: number, format: string, context: DateContext): CellRead<DateAndTime> {
  const text = String(value);
  if (/^\d{8}$/.test(text)) return readDateText(text, context);
  const numbered = showsTime(format) ? null : readDayNumber(text, context);
  if (numbered !== null) return numbered;
  if (value < 1 || showsTime(format)) return { unreadable: 'is a time without a date' };
  const day = dayOfSerial(value, context.date1904);
  if (!isLikely(day)) return { unreadable: 'is a number, not a date' };
  const time = Math.round((value - Math.floor(value)) * 1440);
  if (time === 1440) return { value: { day: shownDay(addDays(day, 1), context), time: 0 } };
  return { value: { day: shownDay(day, context), time: Number.isInteger(value) ? null : time } };
}

/** Excel read 03/10 as March 10 where October 3 was meant: that shows in days up to the 12th alone. */
function shownDay(day: Day, { isExchanged }: DateContext): Day {
  if (isExchanged !== true) return day;
  return exchangedDay(day) ?? day;
}

/** The day with day and month exchanged, where both are months. */
export function exchangedDay(day: Day): Day | null {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return dayOf(year, dayOfMonth, month);
}

/** 3 below "October 2026". */
function readDayNumber(text: string, { year, month }: DateContext): CellRead<DateAndTime> | null {
  if (!/^\d{1,2}\.?$/.test(text) || Number.parseInt(text, 10) > 31) return null;
  if (month === undefined || month === null) return { unreadable: 'is a day without its month' };
  if (year === null) return { unreadable: 'has no year' };
  const day = dayOf(year, month, Number.parseInt(text, 10));
  return day === null ? { unreadable: 'is a date that does not exist' } : { value: { day, time: null } };
}

/** Excel's number of a day, stored as text. */
function readSerialText(text: string, context: DateContext): CellRead<DateAndTime> | null {
  if (!/^[345]\d{4}(?:\.\d+)?$/.test(text)) return null;
  return readSerial(Number(text), '', context);
}

function readDateText(text: string, context: DateContext): CellRead<DateAndTime> {
  const written = writtenMoment(text);
  if (written === null) return { unreadable: 'is not a date' };
  const year = written.date.year ?? context.year;
  if (year === null) return { unreadable: 'has no year' };
  const day = settleOrder(written.date, year, context);
  if (!isAnyNumber(day)) return day;
  const { time, offset } = written;
  if (time === null || offset === null || context.atPractice === undefined) return { value: { day, time } };
  if (context.atPractice === null) return { unreadable: OF_ANOTHER_ZONE };
  return { value: context.atPractice(day, time - offset) };
}

function settleOrder(
  { parts }: Written,
  year: number,
  { order: slashes, dots }: DateContext,
): Day | { unreadable: string } {
  const noSuchDay = { unreadable: 'is a date that does not exist' };
  if ('month' in parts) return dayOf(year, parts.month, parts.day) ?? noSuchDay;
  const { first, second, isDotted } = parts;
  const order = isDotted ? (dots ?? (slashes === 'mixed' ? 'mixed' : 'day-first')) : slashes;
  const monthFirst = dayOf(year, first, second);
  const dayFirst = dayOf(year, second, first);
  if (monthFirst === null || dayFirst === null) return monthFirst ?? dayFirst ?? noSuchDay;
  if (order === 'mixed' && monthFirst !== dayFirst) {
    return { unreadable: 'could be day or month first: the column has both' };
  }
  return order === 'day-first' ? dayFirst : monthFirst;
}

/** What the texts of a date column show of the order of day and month. */
export interface OrderShown {
  /** Texts that can only be read day first, month first, or either way. */
  dayFirst: number;
  monthFirst: number;
  open: number;
}

/** What the texts with dots, or those without, show. */
export function orderShown(values: readonly GridValue[], isDotted = false): OrderShown {
  const shown: OrderShown = { dayFirst: 0, monthFirst: 0, open: 0 };
  for (const value of values) {
    if (typeof value !== 'string' || isBlank(value)) continue;
    const parts = writtenMoment(tidyText(value))?.date.parts;
    if (parts === undefined || 'month' in parts || parts.isDotted !== isDotted) continue;
    if (parts.first > 12 && parts.second <= 12) shown.dayFirst++;
    else if (parts.second > 12 && parts.first <= 12) shown.monthFirst++;
    else if (parts.first !== parts.second) shown.open++;
  }
  return shown;
}

/**
 * How a column writes 10/3, from its own values: a first number over 12 shows day first, a second number
 * over 12 shows month first, both show a mixture. Without evidence: month first, as in the United States, and day first
 * with dots, as wherever people write them.
 */
export function dateOrder(values: readonly GridValue[], isDotted = false): DateOrder {
  const { dayFirst, monthFirst } = orderShown(values, isDotted);
  if (dayFirst > 0 && monthFirst > 0) return 'mixed';
  if (dayFirst > 0 || monthFirst > 0) return dayFirst > 0 ? 'day-first' : 'month-first';
  return isDotted ? 'day-first' : 'month-first';
}
