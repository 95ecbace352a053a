import { LIMITS, type Area } from './book';

/** `0` is `A`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `A` is `0`. Any case; the caller has made sure that there are only letters. */
export function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** A sheet's name as Excel writes it before the `!`: quoted when it could be read as something else. */
export function quoteSheetName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name);
  const likeAReference = /^([a-z]{1,3}\d+|r\d*c?\d*|c\d*)$/i.test(name);
  return plain && !likeAReference ? name : `'${name.replaceAll("'", "''")}'`;
}

/** `A1`, `A1:B2`, `A:C` for whole columns, `1:3` for whole rows. */
export function areaAddress(area: Area): string {
  const { row, column, rows, columns } = area;
  const last = { row: row + rows - 1, column: column + columns - 1 };
  if (rows === LIMITS.rows) return `${columnName(column)}:${columnName(last.column)}`;
  if (columns === LIMITS.columns) return `${String(row + 1)}:${String(last.row + 1)}`;
  const first = columnName(column) + String(row + 1);
  return rows === 1 && columns === 1 ? first : `${first}:${columnName(last.column)}${String(last.row + 1)}`;
}

/** `Sheet1!A1:B2`, `'My sheet'!A1`. */
export function fullAddress(sheetName: string, area: Area): string {
  return `${quoteSheetName(sheetName)}!${areaAddress(area)}`;
}

/** Reads what `areaAddress` writes, with or without `$`. Null: not an address, or outside the grid. */
export function parseArea(text: string): Area | null {
  const match = /^\$?([A-Z]{0,3})\$?(\d{0,7})(?::\$?([A-Z]{0,3})\$?(\d{0,7}))?$/i.exec(text.trim());
  if (!match) return null;
  const [, column1 = '', row1 = '', column2 = column1, row2 = row1] = match;
  const isRange = text.includes(':');
  if (Boolean(column1) !== Boolean(column2) || Boolean(row1) !== Boolean(row2)) return null;
  if ((!column1 || !row1) && (!isRange || (!column1 && !row1))) return null;
  const columns = column1 ? order(columnNumber(column1), columnNumber(column2)) : [0, LIMITS.columns - 1];
  const rows = row1 ? order(Number(row1) - 1, Number(row2) - 1) : [0, LIMITS.rows - 1];
  const [left = 0, right = 0] = columns;
  const [top = 0, bottom = 0] = rows;
  if (top < 0 || bottom >= LIMITS.rows || right >= LIMITS.columns) return null;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** Splits `'My sheet'!A1` into the sheet's name and the rest; the name is null where none is written. */
export function splitSheetName(text: string): { sheet: string | null; rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/.exec(text);
  if (quoted) return { sheet: (quoted[1] ?? '').replaceAll("''", "'"), rest: quoted[2] ?? '' };
  const bang = text.indexOf('!');
  return bang > 0 ? { sheet: text.slice(0, bang), rest: text.slice(bang + 1) } : { sheet: null, rest: text };
}

function order(a: number, b: number): [number, number] {
  return a <= b ? [a, b] : [b, a];
}
