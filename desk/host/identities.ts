import type { Book, Sheet, Table } from '../book/book';
import { guidOf } from '../book/guid';
import { Turns } from './turns';

/** What all windows on a book share. */
export class Identities {
  /** Sheets and the workbook structure that were protected in a window and without a password. */
  readonly protectedHere = new WeakSet<object>();
  readonly turns = new Turns();
  readonly calculation = { isDue: false, isOfAll: false };
  /** Keeps ids that are given in copies of one book apart. */
  salt = '';
  private readonly tableIds = new WeakMap<Table, string>();
  private readonly given: Set<string>;
  private nextTable = 1;

  constructor(book: Book) {
    const ids = [...book.sheets, ...book.customXmlParts].map(({ id }) => id);
    this.given = new Set(ids.filter((id) => id !== null));
  }

  /** An id that nothing in the book has or had since it was opened. */
  newId(seed: string): string {
    let number = 0;
    let id = guidOf(this.salt + seed);
    while (this.given.has(id)) id = guidOf(`${this.salt}${String(++number)} ${seed}`);
    this.given.add(id);
    return id;
  }

  /** The sheet's own, which it keeps in the file. */
  sheetId(sheet: Sheet): string {
    sheet.id ??= this.newId(sheet.name);
    return sheet.id;
  }

  tableId(table: Table): string {
    const known = this.tableIds.get(table) ?? String(this.nextTable++);
    this.tableIds.set(table, known);
    return known;
  }
}

const known = new WeakMap<Book, Identities>();

export function identitiesOf(book: Book): Identities {
  const found = known.get(book) ?? new Identities(book);
  known.set(book, found);
  return found;
}
