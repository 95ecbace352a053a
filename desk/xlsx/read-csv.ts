import Papa from 'papaparse';
import { Book, LIMITS } from '../book/book';
import { BadWorkbook } from './bad-workbook';

const SEPARATORS = [',', ';', '\t', '|'];
/** What is certainly a number and loses nothing by becoming one; not `0123`, `1,5`, `3/4` or `97124-GP`. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
/** Numbers hold fifteen digits; longer ones are identifiers. */
const DIGITS = 15;

/**
 * Reads a text file of rows as a workbook with one sheet, named after the file. Comma, semicolon, tab or bar between
 * fields, found by itself; UTF-8, UTF-16 with its mark, or Windows-1252. Dates and codes with leading zeros stay text.
 * Throws BadWorkbook when it holds no rows.
 */
export function readCsv(bytes: Uint8Array, name: string): Book {
  const text = decode(bytes);
  if (text.includes('\u0000')) throw new BadWorkbook('This is not a text file: it holds binary data.');
  const { separator, body } = declaredSeparator(text);
  const parsed = Papa.parse<string[]>(body, {
    ...(separator === null ? { delimitersToGuess: SEPARATORS } : { delimiter: separator }),
    skipEmptyLines: false,
  });
  const book = new Book();
  const sheet = book.addSheet(sheetName(name));
  let isEmpty = true;
  parsed.data.forEach((fields, row) => {
    fields.forEach((field, column) => {
      if (field === '') return;
      if (row >= LIMITS.rows || column >= LIMITS.columns)
        throw new BadWorkbook('The file has more rows or columns than a sheet can hold.');
      isEmpty = false;
      sheet.setValue(row, column, valueOf(field));
    });
  });
  if (isEmpty) throw new BadWorkbook('The file is empty.');
  return book;
}

function valueOf(field: string): string | number {
  const trimmed = field.trim();
  const isNumber = PLAIN_NUMBER.test(trimmed) && trimmed.replace(/\D/g, '').length <= DIGITS;
  return isNumber ? Number(trimmed) : field;
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Excel's own first line `sep=;` names the separator. */
function declaredSeparator(text: string): { separator: string | null; body: string } {
  const found = /^sep=(.)\r?\n/i.exec(text);
  return { separator: found?.[1] ?? null, body: found ? text.slice(found[0].length) : text };
}

/** A sheet's name has at most 31 characters, none of `\ / ? * [ ] :`, and no apostrophe at its ends. */
function sheetName(name: string): string {
  const allowed = name
    .replace(/[\\/?*[\]:]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  return allowed.slice(0, 31).trim() || 'Sheet1';
}
