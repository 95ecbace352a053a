import type { SessionField } from '../../../billing/records/session';
import type { RowKind } from '../account/account';
import { cellsWithin } from '../blocks/block';
import { readProcedures } from '../cells/procedures';
import { isBlank, isErrorValue, plainWords, tidyText } from '../cells/text';
import { periodOfHeading } from '../cells/titles';
import { headerText } from '../mapping/columns';
import { cellsOf } from './sheet-rows';
import type { SheetRows } from './sheet-rows';

/** What a row is that is no session, and why where that needs telling. */
export interface NoSession {
  kind: Exclude<RowKind, 'session' | 'left out' | 'header'>;
  why: string | null;
}

const TOTAL =
  /^(?:(?:sub|grand|monthly|weekly|month|week|year|ytd)\s?)*totals?\b|\btotals?$|^(?:sum|average|avg|summary|suma)\b/;
/** Columns people fill down in advance; alone they make no session. */
const FILLED_AHEAD: SessionField[] = ['date', 'start', 'end', 'status', 'provider'];

/** What a row is that is no session, or null where it must be read (and reported if it cannot be). */
export function noSession(rows: SheetRows, row: number): NoSession | null {
  const filled = cellsWithin(rows.grid, row, rows.block).filter((value) => !isBlank(value));
  if (filled.length === 0) return { kind: 'blank', why: null };
  if (isHeaderAgain(rows, row)) return { kind: 'header again', why: null };
  const said = rows.contexts.saidBy(row);
  if (said !== null && !isVisit(rows, row))
    return { kind: said === 'client' ? 'client' : 'month', why: null };
  const texts = filled
    .filter((value) => typeof value === 'string')
    .map((value) => plainWords(tidyText(value)));
  if (isTotal(rows, row, texts)) return { kind: 'total', why: null };
  if (filled.length === 1 && texts.length === 1 && isHeading(rows, row))
    return { kind: 'heading', why: null };
  if (isMappedBlank(rows, row)) return other('nothing in the columns of the sessions');
  if (!has(rows, row, 'date') && !has(rows, row, 'client')) return withoutDateAndClient(rows, row);
  return onlyFilledAhead(rows, row) ? other('only a date: no session on it') : null;
}

function other(why: string): NoSession {
  return { kind: 'no session', why };
}

function has(rows: SheetRows, row: number, field: SessionField): boolean {
  return cellsOf(rows, row, field).some((cell) => !cell.blank);
}

/** A date that only shows its month is a band, unless somebody was treated. */
function isVisit(rows: SheetRows, row: number): boolean {
  return has(rows, row, 'cpt') || has(rows, row, 'minutes');
}

function isHeaderAgain({ grid, mapping, block }: SheetRows, row: number): boolean {
  const header = grid.values[mapping.headerRow - grid.firstRow] ?? [];
  let same = 0;
  let filled = 0;
  const cells = grid.values[row] ?? [];
  for (let at = block.left; at <= Math.min(block.right, cells.length - 1); at++) {
    const value = cells[at];
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
    : MONTH_OR_WEEK.test(plainWords(inClient.shown)) || periodOfHeading(inClient.shown) !== null;
}

const MONTH_OR_WEEK = /^(?:week|month|page|sessions|notes?)\b/;

function isMappedBlank(rows: SheetRows, row: number): boolean {
  const fields = Object.keys(rows.mapping.fields) as SessionField[];
  return fields.every((field) => cellsOf(rows, row, field).every((cell) => cell.blank));
}

/** Numbers alone are a subtotal; with a code it may be a further line of the visit above, which must be asked. */
function withoutDateAndClient(rows: SheetRows, row: number): NoSession | null {
  const fields = Object.keys(rows.mapping.fields) as SessionField[];
  const cells = fields.flatMap((field) => cellsOf(rows, row, field)).filter((cell) => !cell.blank);
  const code = cellsOf(rows, row, 'cpt').some((cell) => !cell.blank && 'value' in readProcedures(cell.value));
  if (code || cells.some((cell) => isErrorValue(cell.value))) return null;
  const subtotal: NoSession = { kind: 'total', why: 'a subtotal' };
  if (rows.mapping.fields.client === undefined)
    return cells.every((cell) => typeof cell.value === 'number') ? subtotal : null;
  if (cells.every((cell) => typeof cell.value === 'number' || /^[\s$\d.,()-]+$/.test(cell.shown)))
    return subtotal;
  const words = cells.every((cell) => typeof cell.value === 'string' && !/\d/.test(cell.shown));
  return words ? other('a remark without date and client') : null;
}

function onlyFilledAhead(rows: SheetRows, row: number): boolean {
  const fields = Object.keys(rows.mapping.fields) as SessionField[];
  return fields.every((field) =>
    cellsOf(rows, row, field).every(
      (cell) => cell.blank || (FILLED_AHEAD.includes(field) && !isErrorValue(cell.value)) || cell.value === 0,
    ),
  );
}
