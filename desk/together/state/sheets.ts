import type { Book, Sheet, Visibility } from '../../book/book';
import { loseSheetIn, renameSheetIn } from '../../book/references';
import { mapFormulas } from '../../book/structure';
import { sheetById, type Aspect } from './aspect';
import { refill } from '../../book/lists';

/** The sheets that there are, by name. Two of one name are both kept, the second under another. */
export const sheets: Aspect = {
  *read(book) {
    for (const { id, name } of book.sheets) yield { at: [id ?? ''], value: name };
  },
  write(book, { at: [id = ''], value }) {
    const sheet = sheetById(book, id);
    if (value === undefined) {
      if (sheet) remove(book, sheet);
    } else if (!sheet) book.addSheet(freeName(book, String(value), null)).id = String(id);
    else rename(book, sheet, freeName(book, String(value), sheet));
  },
};

/** Their order; a sheet that an author did not know comes last. */
export const order: Aspect = {
  *read(book) {
    yield { at: [], value: book.sheets.map(({ id }) => id) };
  },
  write(book, { value }) {
    const wanted = value as (string | null)[];
    const place = (sheet: Sheet) => (wanted.includes(sheet.id) ? wanted.indexOf(sheet.id) : wanted.length);
    const active = book.sheets[book.activeSheet];
    book.sheets.sort((a, b) => place(a) - place(b));
    if (active) book.activeSheet = book.sheets.indexOf(active);
  },
};

const LOOKS = ['visibility', 'tabColor', 'isProtected', 'showGridlines', 'freeze'] as const;

export const looks: Aspect = {
  *read(book) {
    for (const sheet of book.sheets)
      for (const name of LOOKS) yield { at: [sheet.id ?? '', name], value: sheet[name] };
    yield { at: ['', 'structureProtected'], value: book.structureProtected };
  },
  write(book, { at: [id, name], value }) {
    if (value === undefined) return;
    if (id === '') book.structureProtected = value === true;
    const sheet = sheetById(book, id);
    if (!sheet) return;
    if (name === 'visibility') sheet.visibility = value as Visibility;
    else if (name === 'tabColor') sheet.tabColor = value as Sheet['tabColor'];
    else if (name === 'isProtected') sheet.isProtected = value === true;
    else if (name === 'showGridlines') sheet.showGridlines = value === true;
    else sheet.freeze = value as Sheet['freeze'];
  },
};

function rename(book: Book, sheet: Sheet, name: string): void {
  const before = sheet.name;
  sheet.name = name;
  if (before !== name) mapFormulas(book, (formula) => renameSheetIn(formula, before, name));
}

function remove(book: Book, sheet: Sheet): void {
  if (book.sheets.length === 1) return;
  mapFormulas(book, (formula, own) => (own === sheet ? formula : loseSheetIn(formula, sheet.name)));
  const kept = book.names.filter(({ scope }) => scope !== sheet);
  refill(book.names, kept);
  const active = book.sheets[book.activeSheet];
  book.deleteSheet(sheet);
  if (active && active !== sheet) book.activeSheet = book.sheets.indexOf(active);
}

const LONGEST = 31;

function freeName(book: Book, wanted: string, own: Sheet | null): string {
  let name = wanted;
  for (let number = 2; ; number++) {
    const taken = book.sheet(name);
    if (!taken || taken === own) return name;
    const end = ` (${String(number)})`;
    name = wanted.slice(0, LONGEST - end.length) + end;
  }
}
