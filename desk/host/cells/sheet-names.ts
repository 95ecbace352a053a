import type { Book, Sheet } from '../../book/book';
import { ExcelError, invalidArgument } from '../errors';

const LONGEST = 31;

/** What Excel asks of a sheet's name. `own` is the sheet that is renamed. */
export function checkSheetName(book: Book, name: string, own: Sheet | null): void {
  const isForbidden =
    name === '' ||
    name.length > LONGEST ||
    /[:\\/?*[\]]/.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'") ||
    // Excel keeps this name for its own list of changes.
    name.toLowerCase() === 'history';
  if (isForbidden) throw invalidArgument();
  const taken = book.sheet(name);
  if (taken && taken !== own) throw new ExcelError('ItemAlreadyExists');
}

export function freeSheetName(book: Book): string {
  let number = book.sheets.length + 1;
  while (book.sheet(`Sheet${String(number)}`)) number++;
  return `Sheet${String(number)}`;
}
