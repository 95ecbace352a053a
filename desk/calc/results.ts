import { CellError, ERROR_TEXTS, LIMITS, type CellValue, type ErrorText } from '../book/book';
import type { InvocationResult } from './custom-functions';

/**
 * The number that the runtime sends for a failed call, as Excel shows it. The numbers are those of the function
 * _getCustomFunctionResultErrorCodeFromErrorCode and its callers in the office-js client; the texts are those of
 * CustomFunctions.ErrorCode. The runtime sends 2 both for a function that threw and for an id that nobody has
 * associated, so the two look alike; Excel shows #VALUE! for what a function throws.
 */
const ERRORS: Readonly<Record<number, ErrorText>> = {
  0: '#VALUE!', // answered with a plain Error
  1: '#N/A', // notAvailable
  2: '#VALUE!', // threw
  3: '#VALUE!', // promise rejected
  4: '#VALUE!', // a batch of another length
  5: '#DIV/0!', // divisionByZero
  6: '#NUM!', // invalidNumber
  7: '#VALUE!', // invalidValue
  8: '#NULL!', // nullReference
  9: '#NAME?', // no metadata for the id
  10: '#NAME?', // nothing associated with the id
};

const KNOWN_ERRORS: ReadonlySet<string> = new Set(ERROR_TEXTS);

/** What a cell gets from a call, as rows of values; a single value is one row of one. */
export function rowsOfResult(result: InvocationResult): CellValue[][] {
  if (result.failed) {
    const message = result.message === '' ? null : result.message;
    return [[new CellError(ERRORS[result.errorCode] ?? '#VALUE!', message)]];
  }
  const { value } = result;
  if (!Array.isArray(value)) return [[cellValue(value)]];
  const lines: unknown[] = value;
  if (lines.length === 0 || !lines.every((line) => Array.isArray(line) && line.length > 0))
    return [[new CellError('#VALUE!', 'The function answered with a list that is not rows of cells.')]];
  const rows = lines as unknown[][];
  const width = rows.reduce((widest, line) => Math.max(widest, line.length), 0);
  return rows.map((line) =>
    Array.from({ length: width }, (_, at) =>
      at < line.length ? cellValue(line[at]) : new CellError('#N/A'),
    ),
  );
}

/** Nothing shows as 0: github.com/OfficeDev/office-js/issues/1503 (by design). */
function cellValue(value: unknown): CellValue {
  if (value == null) return 0;
  if (value instanceof CellError) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : new CellError('#NUM!');
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string')
    return value.length > LIMITS.cellCharacters ? new CellError('#VALUE!') : value;
  return richValue(value);
}

/** `CustomFunctions.Error` and formatted numbers inside an answer, as the runtime writes them. */
function richValue(value: unknown): CellValue {
  const { type, basicValue, message } = value as { type?: unknown; basicValue?: unknown; message?: unknown };
  if (type === 'FormattedNumber' && typeof basicValue === 'number') return basicValue;
  if (type === 'Error' && typeof basicValue === 'string' && KNOWN_ERRORS.has(basicValue))
    return new CellError(basicValue as ErrorText, typeof message === 'string' ? message : null);
  return new CellError('#VALUE!', 'The Desk cannot show this kind of value.');
}
