import { isDateFormat } from 'numfmt';
import { CellError, ERROR_TEXTS, LIMITS, type CellValue } from '../../book/book';
import { typedNumber } from '../../book/typed-number';
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
  if (/^(true|false)$/i.test(text)) return plain(/^true$/i.test(text));
  const typed = typedNumber(text, today);
  if (!typed) return plain(input);
  const { value, format, isDate } = typed;
  if (format === null) return plain(value);
  return isDateFormat(format)
    ? { value, formula: null, format: dateFormat(format), isDate }
    : { value, formula: null, format: amountFormat(format) };
}

function plain(value: CellValue): Entry {
  return { value, formula: null, format: null };
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
