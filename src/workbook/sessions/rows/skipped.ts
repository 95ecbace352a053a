import type { SessionField } from '../../../billing/records/session';
import { readProcedures } from '../cells/procedures';
import { isBlank, isErrorValue, plainWords, tidyText } from '../cells/text';
import { headerText } from '../mapping/columns';
import { cellsOf } from './sheet-rows';
import type { SheetRows } from './sheet-rows';

/** A row that is no session, and why. */
export interface SkippedRow {
  /** Excel's number. */
  row: number;
  why: string;
}

const TOTAL =
  /^(?:(?:sub|grand|monthly|weekly|month|week|year|ytd)\s?)*totals?\b|\btotals?$|^(?:sum|average|avg|summary|suma)\b/;
/** Columns people fill down in advance; alone they make no session. */
const FILLED_AHEAD: SessionField[] = ['date', 'start', 'end', 'status', 'provider'];

/** Why a row is no session, or null where it must be read (and reported if it cannot be). */
export function whySkipped(rows: SheetRows, row: number): string | null {
  const cells = rows.grid.values[row] ?? [];
  const filled = cells.filter((value) => !isBlank(value));
  if (filled.length === 0) return 'empty row';
  if (isHeaderAgain(rows, row)) return 'the header again';
  const has = (field: SessionField) => cellsOf(rows, row, field).some((cell) => !cell.blank);
  const texts = filled
    .filter((value) => typeof value === 'string')
    .map((value) => plainWords(tidyText(value)));
  if (isTotal(rows, row, texts)) return 'a total';
  if (filled.length === 1 && texts.length === 1 && isHeading(rows, row)) return 'a heading';
  if (isMappedBlank(rows, row)) return 'nothing in the columns of the sessions';
  if (!has('date') && !hasClient(rows, row)) return withoutDateAndClient(rows, row);
  return onlyFilledAhead(rows, row) ? 'only a date: no session on it' : null;
}

function hasClient(rows: SheetRows, row: number): boolean {
  return cellsOf(rows, row, 'client').some((cell) => !cell.blank);
}

function isHeaderAgain({ grid, mapping }: SheetRows, row: number): boolean {
  const header = grid.values[mapping.headerRow - grid.firstRow] ?? [];
  let same = 0;
  let filled = 0;
  for (const [at, value] of (grid.values[row] ?? []).entries()) {
    if (isBlank(value)) continue;
    filled++;
    if (headerText(value).toLowerCase() === headerText(header[at]).toLowerCase()) same++;
  }
  return same >= 2 && same * 2 > filled;
}

function isTotal(rows: SheetRows, row: number, texts: string[]): boolean {
  if (!texts.some((text) => TOTAL.test(text) && text.length < 40)) return false;
  const dates = cellsOf(rows, row, 'date');
  const dated = dates.some(
    ({ value, blank }) => !blank && (typeof value === 'number' || /\d/.test(value.toString())),
  );
  return !dated || cellsOf(rows, row, 'client').some(({ shown }) => TOTAL.test(plainWords(shown)));
}

/** One text alone in a row: a month, a week, a name of a section. In the client column only words that are no name. */
function isHeading(rows: SheetRows, row: number): boolean {
  const inDate = cellsOf(rows, row, 'date').find((cell) => !cell.blank);
  if (inDate !== undefined) return !/\d{1,2}\D+\d/.test(inDate.shown) && !isErrorValue(inDate.value);
  const inClient = cellsOf(rows, row, 'client').find((cell) => !cell.blank);
  return inClient === undefined
    ? !['cpt', 'dx', 'charge', 'minutes', 'notes'].some((field) =>
        cellsOf(rows, row, field as SessionField).some((cell) => !cell.blank),
      )
    : MONTH_OR_WEEK.test(plainWords(inClient.shown));
}

const MONTH_OR_WEEK =
  /^(?:week|month|page|sessions|notes?|january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b/;

function isMappedBlank(rows: SheetRows, row: number): boolean {
  const fields = Object.keys(rows.mapping.fields) as SessionField[];
  return fields.every((field) => cellsOf(rows, row, field).every((cell) => cell.blank));
}

/** Numbers alone are a subtotal; with a code it may be a further line of the visit above, which must be asked. */
function withoutDateAndClient(rows: SheetRows, row: number): string | null {
  const fields = Object.keys(rows.mapping.fields) as SessionField[];
  const cells = fields.flatMap((field) => cellsOf(rows, row, field)).filter((cell) => !cell.blank);
  const code = cellsOf(rows, row, 'cpt').some((cell) => !cell.blank && 'value' in readProcedures(cell.value));
  if (code || cells.some((cell) => isErrorValue(cell.value))) return null;
  if (rows.mapping.client !== null)
    return cells.every((cell) => typeof cell.value === 'number') ? 'a subtotal' : null;
  if (cells.every((cell) => typeof cell.value === 'number' || /^[\s$\d.,()-]+$/.test(cell.shown)))
    return 'a subtotal';
  const words = cells.every((cell) => typeof cell.value === 'string' && !/\d/.test(cell.shown));
  return words ? 'a remark without date and client' : null;
}

function onlyFilledAhead(rows: SheetRows, row: number): boolean {
  const fields = Object.keys(rows.mapping.fields) as SessionField[];
  return fields.every((field) =>
    cellsOf(rows, row, field).every(
      (cell) => cell.blank || (FILLED_AHEAD.includes(field) && !isErrorValue(cell.value)) || cell.value === 0,
    ),
  );
}
