import type { GridValue } from '../grid';

/** The outcome of reading one cell: a value, perhaps with a remark worth a NOTE, or why it cannot be read. */
export type CellRead<T> = { value: T; remark?: string } | { unreadable: string };

/** Characters of a cell that is read. Beyond them it is a text, whatever it begins with, and no pattern is tried on it. */
const LONGEST = 1000;

export function isTooLong(value: GridValue): boolean {
  return typeof value === 'string' && value.length > LONGEST;
}

const ERROR_VALUE =
  /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!)/;

/** Whether Excel shows an error in the cell. */
export function isErrorValue(value: GridValue): boolean {
  return typeof value === 'string' && ERROR_VALUE.test(value);
}

/** Words of plain letters, digits and signs with one blank between them: most cells. */
const TIDY = /^[!-~]+(?: [!-~]+)*$/;

/** Full width to half width, no-break and zero-width blanks to blanks or nothing, trimmed, one blank between words. */
export function tidyText(value: GridValue): string {
  const text = String(value);
  if (TIDY.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\u200b\u200e\u200f\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** An empty cell, or one with only blanks or a lone dash in it. */
export function isBlank(value: GridValue | undefined): boolean {
  if (value === undefined || value === '') return true;
  if (typeof value !== 'string' || (value.length > 1 && PLAIN_BEGINNING.test(value))) return false;
  return /^[-–—]?$/.test(tidyText(value));
}

/** Most texts are told by their first sign. */
const PLAIN_BEGINNING = /^[!-,.-~]/;

/** Lower case, accents off, letters and digits only: for looking words up. */
export function plainWords(text: string): string {
  return tidyText(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
