import Papa from 'papaparse';
import { Book, LIMITS } from '../book/book';
import { BadWorkbook } from './bad-workbook';
import { ReadingCounts } from './limits';

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
  const parsed = Papa.parse<string[]>(body, { delimiter: separator ?? likelySeparator(body) });
  const book = new Book();
  const sheet = book.addSheet(sheetName(name));
  const counts = new ReadingCounts();
  let isEmpty = true;
  parsed.data.forEach((fields, row) => {
    fields.forEach((field, column) => {
      if (field === '') return;
      if (row >= LIMITS.rows || column >= LIMITS.columns)
        throw new BadWorkbook('The file has more rows or columns than a sheet can hold.');
      isEmpty = false;
      counts.countCell();
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

/** The separator that cuts most of the first rows into the same number of fields. */
function likelySeparator(body: string): string {
  let best = { separator: ',', rows: 0, fields: 0 };
  for (const separator of SEPARATORS) {
    const { data } = Papa.parse<string[]>(body, {
      delimiter: separator,
      preview: 50,
      skipEmptyLines: 'greedy',
    });
    const rowsByLength = new Map<number, number>();
    for (const { length } of data)
      if (length > 1) rowsByLength.set(length, (rowsByLength.get(length) ?? 0) + 1);
    for (const [fields, rows] of rowsByLength)
      if (rows > best.rows || (rows === best.rows && fields > best.fields))
        best = { separator, rows, fields };
  }
  return best.separator;
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** What Windows-1252 has at 0x80 to 0x9F; elsewhere it is Latin-1. Node 20's own decoder leaves these out. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += WINDOWS[byte - 0x80] ?? String.fromCharCode(byte);
  return text;
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
