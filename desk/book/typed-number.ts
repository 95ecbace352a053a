import { dateFromSerial, dateToSerial, isDateFormat, parseValue } from 'numfmt';

/** What Excel makes of a text that reads as a number, an amount, a percentage, a date or a time. */
export interface TypedNumber {
  value: number;
  /** The format that says how it was written, or null for a plain number. */
  format: string | null;
  /** It is a calendar date, as a day number of the 1900 system. */
  isDate: boolean;
}

/** Reads a text as Excel for the United States does; null: it is no number. `today`: the day number of today. */
export function typedNumber(input: string, today: number): TypedNumber | null {
  const text = input.trim();
  // Excel groups by three only: "1,2" and "97124,97140" are text.
  if (/\d,(?!\d{3}(?!\d))/.test(text) && !/[a-z]/i.test(text)) return null;
  if (!mayBeNumber(text)) return null;
  const named = monthAndDay(text, today) ?? manyHours(text);
  if (named) return named;
  const parsed = parseValue(text);
  if (typeof parsed?.v !== 'number') return null;
  const format = parsed.z ?? null;
  if (format === null || !isDateFormat(format)) return { value: parsed.v, format, isDate: false };
  return { value: withYear(parsed.v, format, today), format, isDate: /[dy]/i.test(format) };
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Words that a number, a date or a time may be written with. */
const WORDS = new Set(
  (
    'jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september ' +
    'october november december mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday ' +
    'am pm a p e'
  ).split(' '),
);

/** Tells most text apart at once, before it is read as everything that it could be. */
function mayBeNumber(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.every((word) => WORDS.has(word.toLowerCase())) && /\d/.test(text);
}

/** "Nov 21" is the 21st of this year; "Nov 32" and "Nov 2021" are months. */
function monthAndDay(text: string, today: number): TypedNumber | null {
  const [, word = '', digits = ''] = /^([a-z]{3,9})\.?[ /-]{1,2}(\d{1,2})$/i.exec(text) ?? [];
  const month = MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  const [year = 0] = dateFromSerial(today);
  const day = Number(digits);
  if (month === 0 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  const value = dateToSerial([year, month, day]);
  return value === null ? null : { value, format: 'd-mmm', isDate: true };
}

/** A clock that goes on after 24 hours: "25:00" is a day and an hour. */
function manyHours(text: string): TypedNumber | null {
  const [whole, hours, minutes, seconds = '0'] = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/.exec(text) ?? [];
  if (whole === undefined || Number(hours) < 24 || Number(hours) > 9999) return null;
  const value = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  return { value, format: '[h]:mm:ss', isDate: false };
}

/** Dates written without a year are of this year. */
function withYear(serial: number, format: string, today: number): number {
  if (/y/i.test(format) || !/d/i.test(format)) return serial;
  const [year = 0] = dateFromSerial(today);
  const [, month = 1, day = 1] = dateFromSerial(serial);
  return dateToSerial([year, month, day]) ?? serial;
}
