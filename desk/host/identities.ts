import type { Book, Sheet, Table } from '../book/book';

/** What all windows on a book share. */
export class Identities {
  /** Sheets and the workbook structure that were protected in a window and without a password. */
  readonly protectedHere = new WeakSet<object>();
  private readonly ids = new WeakMap<object, string>();
  private nextSheet = 1;
  private nextTable = 1;

  /** Such as `{00000000-0001-0000-0300-000000000000}`, in Excel's form. */
  sheetId(sheet: Sheet): string {
    return this.id(sheet, () => {
      const number = (this.nextSheet++).toString(16).padStart(2, '0').toUpperCase();
      return `{00000000-0001-0000-${number}00-000000000000}`;
    });
  }

  tableId(table: Table): string {
    return this.id(table, () => String(this.nextTable++));
  }

  private id(of: object, make: () => string): string {
    const known = this.ids.get(of);
    if (known !== undefined) return known;
    const id = make();
    this.ids.set(of, id);
    return id;
  }
}

const known = new WeakMap<Book, Identities>();

export function identitiesOf(book: Book): Identities {
  const found = known.get(book) ?? new Identities();
  known.set(book, found);
  return found;
}
