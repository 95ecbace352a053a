import { dateFromSerial, dateToSerial, isDateFormat, parseValue } from 'numfmt';
import { CellError, ERROR_TEXTS, LIMITS, type CellValue } from '../../book/book';
import { invalidArgument, unsupported } from '../errors';
import { requireFormula } from './formula-text';

/** What Excel makes of something typed or written into a cell. */
export interface Entry {
  value: CellValue;
  /** With its '=', or null. */
  formula: string | null;
  /** The number format that Excel gives a cell that had none (`General`), or null. */
  format: string | null;
  /** It is a calendar date, as a day number of the 1900 system. */
  isDate?: boolean;
}

/**
 * Reads a value as Excel does on entry: '=…' is a formula, a leading apostrophe makes text, and what looks like a
 * number, an amount, a percentage, a date, TRUE, FALSE or an error becomes one, unless the cell's format is text.
 */
export function readEntry(input: unknown, numberFormat: string, today: number): Entry {
  if (typeof input === 'number' || typeof input === 'boolean') return plain(input);
  if (typeof input !== 'string') throw unsupported('cell values that are objects (Range.valuesAsJson)');
  if (input === '') return plain(null);
  if (input.length > LIMITS.cellCharacters) throw invalidArgument();
  if (numberFormat === '@') return plain(input);
  if (input.startsWith("'")) return plain(input.slice(1));
  if (input.startsWith('=') && input.length > 1) {
    return { value: null, formula: requireFormula(input), format: null };
  }
  const typed = readTyped(input, today);
  // A formula may begin with a sign; Excel puts the = before it. "-5" is a number and "-" is text.
  const isFormula = typed.value === input && /^[+-]./.test(input);
  return isFormula ? { value: null, formula: `=${input}`, format: null } : typed;
}

function readTyped(input: string, today: number): Entry {
  const text = input.trim();
  const error = ERROR_TEXTS.find((candidate) => candidate === text.toUpperCase());
  if (error) return plain(new CellError(error));
  // Excel groups by three only: "1,2" and "97124,97140" are text.
  if (/\d,(?!\d{3}(?!\d))/.test(text) && !/[a-z]/i.test(text)) return plain(input);
  if (!mayBeNumber(text)) return plain(input);
  const parsed = parseValue(text);
  if (!parsed) return plain(input);
  const value = parsed.v;
  if (typeof value !== 'number') return plain(value);
  const format = parsed.z ?? null;
  if (format !== null && isDateFormat(format)) {
    const isDate = /[dy]/i.test(format);
    return { value: withYear(value, format, today), formula: null, format: dateFormat(format), isDate };
  }
  return { value, formula: null, format: format === null ? null : amountFormat(format) };
}

/** Words that a number, a date, a time or a truth value may be written with. */
const WORDS = new Set(
  (
    'jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september ' +
    'october november december mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday ' +
    'am pm a p e true false'
  ).split(' '),
);

/** Tells most text apart at once, before it is read as everything that it could be. */
function mayBeNumber(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  if (!words.every((word) => WORDS.has(word.toLowerCase()))) return false;
  return /\d/.test(text) || /^(true|false)$/i.test(text);
}

function plain(value: CellValue): Entry {
  return { value, formula: null, format: null };
}

/** Dates typed without a year are of this year. */
function withYear(serial: number, format: string, today: number): number {
  if (/y/i.test(format) || !/d/i.test(format)) return serial;
  const [year = 0] = dateFromSerial(today);
  const [, month = 1, day = 1] = dateFromSerial(serial);
  return dateToSerial([year, month, day]) ?? serial;
}

/** Excel shows typed dates in its own formats, whatever way they were typed. */
function dateFormat(typed: string): string {
  const hasTime = /h/i.test(typed);
  const hasYear = /y/i.test(typed);
  const hasDay = /d/i.test(typed);
  if (hasTime && !hasDay) return typed;
  if (hasTime) return 'm/d/yyyy h:mm';
  if (hasDay && hasYear) return /mmm/i.test(typed) ? 'd-mmm-yy' : 'm/d/yyyy';
  return hasDay ? 'd-mmm' : 'mmm-yy';
}

function amountFormat(typed: string): string {
  if (typed === '$#,##0.00') return '$#,##0.00_);[Red]($#,##0.00)';
  if (typed === '$#,##0') return '$#,##0_);[Red]($#,##0)';
  return typed;
}
