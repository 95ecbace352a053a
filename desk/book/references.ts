import { areaAddress, columnName, columnNumber, parseArea, quoteSheetName, splitSheetName } from './address';
import { LIMITS, type Area } from './book';

/** A reference in a formula's text, such as `'My sheet'!$A1:B$2`. */
export interface Reference {
  /** Null where the formula names no sheet: it is the formula's own. */
  sheet: string | null;
  /** `$A1:B$2`, as written. */
  text: string;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELL = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`;
const AREA = String.raw`${CELL}(?::${CELL})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}`;
/** Quoted text and structured references come first, so that nothing inside them is taken for a reference. */
const TOKEN = new RegExp(
  String.raw`"(?:[^"]|"")*"|\[(?:[^[\]]|\[[^[\]]*\])*\]|(?<![\p{L}\p{N}_.$'!])(${SHEET})?(${AREA})(?![\p{L}\p{N}_.(!])`,
  'giu',
);

/** Rewrites every reference of a formula; `change` answers the new text with its sheet, or null to leave it. */
export function mapReferences(formula: string, change: (reference: Reference) => string | null): string {
  return formula.replace(TOKEN, (whole: string, sheet: string | undefined, area: string | undefined) => {
    if (area === undefined) return whole;
    const name = sheet === undefined ? null : splitSheetName(`${sheet}A1`).sheet;
    return change({ sheet: name, text: area }) ?? whole;
  });
}

/**
 * A formula as it reads after being copied so many rows down and columns to the right. `round`: what leaves the sheet
 * comes in again on its other side, as in names; else it is `#REF!`.
 */
export function moveRelative(formula: string, rows: number, columns: number, beyond?: 'round'): string {
  return mapReferences(formula, ({ sheet, text }) => {
    const parts = text.split(':').map((part) => movePart(part, rows, columns, beyond === 'round'));
    return withSheet(sheet, parts.includes(null) ? '#REF!' : parts.join(':'));
  });
}

/** A formula after the cells of one sheet moved. `move` answers the area's new place, or null when it is gone. */
export function followMove(
  formula: string,
  ownSheet: string,
  movedSheet: string,
  move: (area: Area) => Area | null,
): string {
  return mapReferences(formula, ({ sheet, text }) => {
    if ((sheet ?? ownSheet).toLowerCase() !== movedSheet.toLowerCase()) return null;
    const area = parseArea(text);
    if (!area) return null;
    const moved = move(area);
    return withSheet(sheet, moved ? likeBefore(text, moved) : '#REF!');
  });
}

export function renameSheetIn(formula: string, from: string, to: string): string {
  return mapReferences(formula, ({ sheet, text }) =>
    sheet !== null && sheet.toLowerCase() === from.toLowerCase() ? withSheet(to, text) : null,
  );
}

/** References to a deleted sheet become `#REF!`. */
export function loseSheetIn(formula: string, name: string): string {
  return mapReferences(formula, ({ sheet }) =>
    sheet?.toLowerCase() === name.toLowerCase() ? '#REF!' : null,
  );
}

function withSheet(sheet: string | null, text: string): string {
  return sheet === null ? text : `${quoteSheetName(sheet)}!${text}`;
}

function movePart(part: string, rows: number, columns: number, isRound: boolean): string | null {
  const match = /^(\$?)([A-Z]*)(\$?)(\d*)$/i.exec(part);
  if (!match) return part;
  const [, dollar1 = '', letters = '', dollar2 = '', digits = ''] = match;
  // In `$1:$2` the first dollar belongs to the row.
  const rowFixed = letters ? dollar2 : dollar1;
  const toColumn =
    letters && !dollar1 ? columnNumber(letters) + columns : letters ? columnNumber(letters) : 0;
  const toRow = digits && !rowFixed ? Number(digits) - 1 + rows : Number(digits || 1) - 1;
  const column = isRound ? toColumn % LIMITS.columns : toColumn;
  const row = isRound ? toRow % LIMITS.rows : toRow;
  if (column < 0 || column >= LIMITS.columns || row < 0 || row >= LIMITS.rows) return null;
  const columnText = letters ? dollar1 + columnName(column) : '';
  return columnText + (digits ? rowFixed + String(row + 1) : '');
}

/** The new address with the dollars of the old one. */
function likeBefore(before: string, area: Area): string {
  const after = areaAddress(area);
  const [first = '', last = first] = before.split(':');
  const [from = '', to] = after.split(':');
  const end = to ?? (before.includes(':') ? from : undefined);
  return end === undefined ? dollars(first, from) : `${dollars(first, from)}:${dollars(last, end)}`;
}

function dollars(pattern: string, address: string): string {
  const [, columnDollar = '', letters = '', rowDollar = ''] = /^(\$?)([A-Z]*)(\$?)\d*$/i.exec(pattern) ?? [];
  const [, column = '', row = ''] = /^([A-Z]*)(\d*)$/.exec(address) ?? [];
  if (!column) return (letters ? rowDollar : columnDollar) + row;
  return columnDollar + column + (row ? rowDollar + row : '');
}
