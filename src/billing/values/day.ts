/**
 * A calendar date without a time zone: Excel's serial number in the 1900 system, so 46327 is 2026-11-01.
 * Always a whole number.
 */
export type Day = number;

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

/** The day, or null for a date that does not exist or that Excel cannot hold (before 1900, after 9999). */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(dayOfMonth)) return null;
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || dayOfMonth < 1) return null;
  if (dayOfMonth > daysInMonth(year, month)) return null;
  return serialOf(Date.UTC(year, month - 1, dayOfMonth));
}

/** Year, month and day. Serial 60, which no calendar has, reads 1900-02-29 as Excel shows it. */
export function partsOf(day: Day): DayParts {
  if (day === PHANTOM_LEAP_DAY) return { year: 1900, month: 2, day: 29 };
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

export function addDays(day: Day, days: number): Day {
  return day + days;
}

/** The same day of the month that many months later; 31 January plus one month is the last of February. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const monthsFromZero = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(monthsFromZero / 12);
  const targetMonth = (monthsFromZero % 12) + 1;
  const clamped = Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth));
  return serialOf(Date.UTC(targetYear, targetMonth - 1, clamped));
}

/** The same date that many years later; 29 February becomes 28 February where there is none. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

/** 0 Sunday to 6 Saturday. */
export function weekday(day: Day): number {
  return new Date(momentOf(day)).getUTCDay();
}

/** `YYYY-MM`. */
export function monthOf(day: Day): string {
  return isoOf(day).slice(0, 7);
}

export function firstOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return serialOf(Date.UTC(year, month - 1, 1));
}

export function lastOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return serialOf(Date.UTC(year, month - 1, daysInMonth(year, month)));
}

/** The day of a serial number from a workbook that counts from 1904. */
export function from1904(serial: number): Day {
  return serial + START_OF_1904;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function serialOf(moment: number): Day {
  const serial = Math.round((moment - EPOCH) / MILLISECONDS_A_DAY);
  return serial > PHANTOM_LEAP_DAY ? serial : serial - 1;
}

function momentOf(day: Day): number {
  return EPOCH + (day >= PHANTOM_LEAP_DAY ? day : day + 1) * MILLISECONDS_A_DAY;
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
