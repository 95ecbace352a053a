import { addDays, dayOf, dayOfSerial, isLikely } from '../../../billing/values/day';
import type { Day } from '../../../billing/values/day';
import { isAnyNumber } from '../../../billing/values/plain-number';
import type { GridValue } from '../grid';
import { showsTime } from './formats';
import { isBlank, tidyText } from './text';
import type { CellRead } from './text';
import { readTimeText } from './times';

export type DateOrder = 'month-first' | 'day-first' | 'mixed';

export interface DateContext {
  date1904: boolean;
  /** How the column writes 10/3: from its own values, see dateOrder. */
  order: DateOrder;
  /** The year that the sheet's name or a title gives, for dates written without one; else null. */
  year: number | null;
  /** The month, for days written as a number alone. */
  month?: number | null;
}

export interface DateAndTime {
  day: Day;
  /** Minutes after midnight, where the cell also holds a time. */
  time: number | null;
}

/** English and Spanish, by their first three letters. */
const MONTHS: Record<string, number> = {
  jan: 1, ene: 1, feb: 2, mar: 3, apr: 4, abr: 4, may: 5, jun: 6, jul: 7, aug: 8, ago: 8, sep: 9, set: 9, oct: 10, nov: 11, dec: 12, dic: 12,
}; // prettier-ignore
const MONTH_WORD = '(jan|ene|feb|mar|apr|abr|may|jun|jul|aug|ago|sep|set|oct|nov|dec|dic)[a-z]*\\.?';
const WEEKDAY =
  /^\(?(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|lun|mar|mie|jue|vie|sab|dom)[a-z]*\)?\.?,?\s+(?=\S)|\s*\(?\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\)?\.?$/gi;
const TIME_TAIL =
  /(?:t|,|\bat\b|[-–@])?\s*((?:\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?\s?m?\.?)?|\d{1,2}\s*[ap]\.?m\.?)\s*(?:z|utc|gmt|[ecmp][sd]?t|[+-]\d{2}:?\d{2})?$/i;

/** The first day Claimsheet takes for a session: practices' own sheets do not reach further back. */
export const EARLIEST_YEAR = 1990;

interface Written {
  year: number | null;
  /** Two numbers whose order is open, or month and day known by the way they are written. */
  parts: { first: number; second: number } | { month: number; day: number };
}

/** Reads a date cell: Excel date, or any of the ways people type one. */
export function readDate(value: GridValue, format: string, context: DateContext): CellRead<DateAndTime> {
  if (typeof value === 'boolean') return { unreadable: 'is not a date' };
  return typeof value === 'number'
    ? readSerial(value, format, context)
    : readDateText(tidyText(value), context);
}

function readSerial(value: number, format: string, context: DateContext): CellRead<DateAndTime> {
  const text = String(value);
  if (/^\d{8}$/.test(text)) return readDateText(text, context);
  if (value < 1 || showsTime(format)) return { unreadable: 'is a time without a date' };
  const day = dayOfSerial(value, context.date1904);
  if (!isLikely(day)) return { unreadable: 'is a number, not a date' };
  const time = Math.round((value - Math.floor(value)) * 1440);
  if (time === 1440) return { value: { day: addDays(day, 1), time: 0 } };
  return { value: { day, time: Number.isInteger(value) ? null : time } };
}

function readDateText(text: string, context: DateContext): CellRead<DateAndTime> {
  const { dateText, time } = splitTime(text);
  const written = writtenDate(dateText);
  if (written === null) return { unreadable: 'is not a date' };
  const year = written.year ?? context.year;
  if (year === null) return { unreadable: 'has no year' };
  const day = settleOrder(written, year, context.order);
  return isAnyNumber(day) ? { value: { day, time } } : day;
}

function splitTime(text: string): { dateText: string; time: number | null } {
  const bare = stripAccents(text).replace(WEEKDAY, '').trim();
  const tail = TIME_TAIL.exec(bare);
  if (tail === null || tail.index === 0) return { dateText: bare, time: null };
  const time = readTimeText(tail[1] ?? '');
  if ('unreadable' in time) return { dateText: bare, time: null };
  return {
    dateText: bare
      .slice(0, tail.index)
      .replace(/[\s,]+$/, '')
      .replace(WEEKDAY, '')
      .trim(),
    time: time.value,
  };
}

function stripAccents(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

function settleOrder({ parts }: Written, year: number, order: DateOrder): Day | { unreadable: string } {
  const noSuchDay = { unreadable: 'is a date that does not exist' };
  if ('month' in parts) return dayOf(year, parts.month, parts.day) ?? noSuchDay;
  const { first, second } = parts;
  const monthFirst = dayOf(year, first, second);
  const dayFirst = dayOf(year, second, first);
  if (monthFirst === null || dayFirst === null) return monthFirst ?? dayFirst ?? noSuchDay;
  if (order === 'mixed' && monthFirst !== dayFirst) {
    return { unreadable: 'could be day or month first: the column has both' };
  }
  return order === 'day-first' ? dayFirst : monthFirst;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

const SHAPES: [RegExp, (...groups: string[]) => Written | null][] = [
  [/^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/, (y, m, d) => known(y, m, d)],
  [/^(\d{4})(\d{2})(\d{2})$/, (y, m, d) => compact(y, m, d)],
  [/^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|'?\d{2})$/, (a, b, y) => open(a, b, (y ?? '').replace("'", ''))],
  [/^(\d{1,2})[-/.](\d{1,2})$/, (a, b) => open(a, b, null)],
  [new RegExp(`^${MONTH_WORD}[ -/]*(\\d{1,2})(?:st|nd|rd|th)?[ ,-/]+'?(\\d{4}|\\d{2})$`, 'i'), (m, d, y) => known(y, monthOf(m), d)],
  [new RegExp(`^${MONTH_WORD} *(\\d{1,2})(?:st|nd|rd|th)?$`, 'i'), (m, d) => known(undefined, monthOf(m), d)],
  [new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?(?: de| of)?[ -/]*${MONTH_WORD}(?: de)?[ ,-/]+'?(\\d{4}|\\d{2})$`, 'i'), (d, m, y) => known(y, monthOf(m), d)],
  [new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?(?: de| of)?[ -/]*${MONTH_WORD}$`, 'i'), (d, m) => known(undefined, monthOf(m), d)],
]; // prettier-ignore

function writtenDate(text: string): Written | null {
  for (const [shape, write] of SHAPES) {
    const match = shape.exec(text);
    if (match !== null) return write(...match.slice(1));
  }
  return null;
}

function monthOf(word: string | undefined): string {
  return String(MONTHS[(word ?? '').slice(0, 3).toLowerCase()] ?? 0);
}

function known(year: string | undefined, month: string | undefined, day: string | undefined): Written {
  return {
    year: year === undefined ? null : fullYear(year),
    parts: { month: Number(month), day: Number(day) },
  };
}

function open(first: string | undefined, second: string | undefined, year: string | null): Written {
  return {
    year: year === null ? null : fullYear(year),
    parts: { first: Number(first), second: Number(second) },
  };
}

/** 20261003 as year, month, day; 10032026 as the two numbers and the year. */
function compact(y = '', m = '', d = ''): Written | null {
  if (/^(19|20)/.test(y)) return known(y, m, d);
  return open(y.slice(0, 2), y.slice(2), m + d);
}

/**
 * How a column writes 10/3, from its own values: a first number over 12 shows day first, a second number
 * over 12 shows month first, both show a mixture. Without evidence: month first, as in the United States.
 */
export function dateOrder(values: GridValue[]): DateOrder {
  let dayFirst = false;
  let monthFirst = false;
  for (const value of values) {
    if (typeof value !== 'string' || isBlank(value)) continue;
    const parts = writtenDate(splitTime(tidyText(value)).dateText)?.parts;
    if (parts === undefined || 'month' in parts) continue;
    if (parts.first > 12 && parts.second <= 12) dayFirst = true;
    if (parts.second > 12 && parts.first <= 12) monthFirst = true;
  }
  if (dayFirst && monthFirst) return 'mixed';
  return dayFirst ? 'day-first' : 'month-first';
}
