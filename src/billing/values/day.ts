declare const brand: unique symbol;

/**
 * A calendar date without a time zone: at run time a whole number, Excel's serial in the 1900 system, so that 46327 is
 * 2026-11-01; to the compiler none, so that a day is never taken for a count or an amount. Days compare with each other
 * (`<`, `===`); whatever else is done with them has a function here.
 */
export interface Day {
  readonly [brand]: 'day';
}

export interface DayParts {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

const MILLISECONDS_A_DAY = 86_400_000;
/** Serial 61 is 1900-03-01; from there on serials follow the calendar. */
const EPOCH = Date.UTC(1899, 11, 30);
/** Excel believes that 1900 was a leap year: serial 60 is 1900-02-29, and earlier serials are one too low. */
const PHANTOM_LEAP_DAY = 60;
/** 1904-01-01, day 0 of workbooks that count from 1904. */
const START_OF_1904 = 1462;

/** 1900-01-01 and 9999-12-31, the ends of Excel's calendar: for a span that does not say where it begins or ends. */
export const FIRST_DAY = branded(1);
export const LAST_DAY = branded(2_958_465);

/** A whole number that is known to be a serial; anything else is a mistake of the program. */
export function day(serial: number): Day {
  if (!Number.isInteger(serial)) throw new RangeError(`${String(serial)} is not a day`);
  return branded(serial);
}

export function serialOf(day: Day): number {
  return day as unknown as number;
}

/** The serial number of a day in a workbook that may count from 1904. */
export function serialIn(of: Day, date1904: boolean): number {
  return serialOf(of) - (date1904 ? START_OF_1904 : 0);
}

/** The day of a cell, whose serial number may hold a time of day and may count from 1904. */
export function dayOfSerial(serial: number, date1904: boolean): Day {
  return day(Math.floor(serial) + (date1904 ? START_OF_1904 : 0));
}

/** The day of a moment where the user is. */
export function localDay(moment: Date): Day {
  return dayAt(Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()));
}

/** The day, or null for a date that does not exist or that Excel cannot hold (before 1900, after 9999). */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(dayOfMonth)) return null;
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || dayOfMonth < 1) return null;
  if (dayOfMonth > daysInMonth(year, month)) return null;
  return dayAt(Date.UTC(year, month - 1, dayOfMonth));
}

/** Year, month and day. Serial 60, which no calendar has, reads 1900-02-29 as Excel shows it. */
export function partsOf(day: Day): DayParts {
  if (serialOf(day) === PHANTOM_LEAP_DAY) return { year: 1900, month: 2, day: 29 };
  const date = new Date(momentOf(day));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `YYYY-MM-DD`. */
export function isoOf(day: Day): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
}

/** The day of a `YYYY-MM-DD` text, or null for any other text or an impossible date. */
export function parseIso(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** `MM/DD/YYYY`. */
export function usDate(day: Day): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${padded(month, 2)}/${padded(dayOfMonth, 2)}/${padded(year, 4)}`;
}

/** A part of a day, as a table may say, falls away. */
export function addDays(from: Day, days: number): Day {
  return branded(serialOf(from) + Math.floor(days));
}

/** Negative when the second day is the earlier one. */
export function daysBetween(from: Day, to: Day): number {
  return serialOf(to) - serialOf(from);
}

/** For sorting, the earliest first. */
export function byDay(a: Day, b: Day): number {
  return serialOf(a) - serialOf(b);
}

/** Of one day or more. */
export function earliestOf(days: readonly Day[]): Day {
  return days.reduce((first, day) => (day < first ? day : first));
}

/** Of one day or more. */
export function latestOf(days: readonly Day[]): Day {
  return days.reduce((last, day) => (day > last ? day : last));
}

export function earliest(one: Day, other: Day): Day {
  return other < one ? other : one;
}

export function latest(one: Day, other: Day): Day {
  return other > one ? other : one;
}

/** Days from 1970 that a date of JavaScript reaches: beyond them, as with a serial of 1e300, nothing can be written. */
const MAX_DAYS = 100_000_000;

export function canBeWritten(day: Day): boolean {
  return Math.abs(momentOf(day)) <= MAX_DAYS * MILLISECONDS_A_DAY;
}

/** Whether a person may mean it: 1954 to 2119. */
export function isLikely(day: Day): boolean {
  return serialOf(day) >= 20_000 && serialOf(day) <= 80_000;
}

/** The same day of the month that many months later; 31 January plus one month is the last of February. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const monthsFromZero = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(monthsFromZero / 12);
  const targetMonth = (monthsFromZero % 12) + 1;
  const clamped = Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth));
  return dayAt(Date.UTC(targetYear, targetMonth - 1, clamped));
}

/** The same date that many years later; 29 February becomes 28 February where there is none. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

/** 0 Sunday to 6 Saturday. */
export function weekday(day: Day): number {
  return new Date(momentOf(day)).getUTCDay();
}

export function yearOf(day: Day): number {
  return partsOf(day).year;
}

/** `YYYY-MM`. */
export function monthOf(day: Day): string {
  return isoOf(day).slice(0, 7);
}

export function firstOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return dayAt(Date.UTC(year, month - 1, 1));
}

export function lastOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return dayAt(Date.UTC(year, month - 1, daysInMonth(year, month)));
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function dayAt(moment: number): Day {
  const serial = Math.round((moment - EPOCH) / MILLISECONDS_A_DAY);
  return branded(serial > PHANTOM_LEAP_DAY ? serial : serial - 1);
}

function momentOf(day: Day): number {
  const serial = serialOf(day);
  return EPOCH + (serial >= PHANTOM_LEAP_DAY ? serial : serial + 1) * MILLISECONDS_A_DAY;
}

function branded(serial: number): Day {
  return serial as unknown as Day;
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
