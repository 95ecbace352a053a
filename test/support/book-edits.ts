import type { Book, Sheet } from '../../desk/book/book';
import { bookOf } from './command-line';

/* What a user does to own tables by hand, by sheet and header. */

export function sheetOf(book: Book, name: string): Sheet {
  const sheet = book.sheet(name);
  if (!sheet) throw new Error(`there is no sheet ${name}`);
  return sheet;
}

export function columnOf(sheet: Sheet, header: string): number {
  for (let column = 0; column < 60; column++) if (sheet.cell(0, column)?.value === header) return column;
  throw new Error(`${sheet.name} has no column ${header}`);
}

export function setCell(
  book: Book,
  name: string,
  row: number,
  header: string,
  value: string | number | null,
): void {
  const sheet = sheetOf(book, name);
  sheet.setValue(row, columnOf(sheet, header), value);
}

export function column(file: string, name: string, header: string): unknown[] {
  const sheet = sheetOf(bookOf(file), name);
  const at = columnOf(sheet, header);
  const [table] = sheet.tables;
  return Array.from(
    { length: (table?.area.rows ?? 1) - 1 },
    (_, row) => sheet.cell(row + 1, at)?.value ?? null,
  );
}

export function rewriteMemory(book: Book, what: string, by: string): void {
  const [part] = book.customXmlParts;
  if (!part?.xml.includes(what)) throw new Error('there is no memory');
  part.setXml(part.xml.replace(what, by));
}

export function deleteSheets(book: Book, ...names: string[]): void {
  for (const name of names) book.sheets.splice(book.sheets.indexOf(sheetOf(book, name)), 1);
}

/** As Excel copies a sheet with a table: another name for both. */
export function copySheet(book: Book, name: string): void {
  const sheet = sheetOf(book, name);
  const copy = book.addSheet(`${name} (2)`);
  const [table] = sheet.tables;
  if (!table) throw new Error(`${name} has no table`);
  for (let row = 0; row < table.area.rows; row++)
    for (let at = 0; at < table.area.columns; at++) {
      const cell = sheet.cell(row, at);
      if (cell) copy.loadCell(row, at, { ...cell });
    }
  copy.tables.push({ ...table, name: `${name}3`, sheet: copy, area: { ...table.area }, source: null });
}
