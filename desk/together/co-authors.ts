import type { Book } from '../book/book';
import { followMove, loseSheetIn, renameSheetIn } from '../book/references';
import { movedArea, shiftCells } from '../book/structure';
import { renameTableIn } from '../host/cells/table-references';
import { identitiesOf } from '../host/identities';
import { readXlsx } from '../xlsx/read-xlsx';
import { writeXlsx } from '../xlsx/write-xlsx';
import { openAuthor, type Author, type AuthorOptions } from './author';
import { Copy, type Effect } from './copy';
import { cross, type Move } from './moves';
import { sheetById, type MapFormula } from './state/aspect';
import { setTableKey, tableKey } from './state/tables';

/**
 * Authors with a copy of a workbook each, who see what the others did only when `merge` is called: co-authoring over a
 * slow line. All is merged in the order in which it was done; docs/fidelity.md says how, and what of it is not known.
 */
export class CoAuthors {
  readonly authors: Author[] = [];
  private readonly copies: Copy[] = [];
  private readonly done: { copy: Copy; effect: Effect }[] = [];

  private constructor(private readonly common: Book) {}

  /** The book itself is left as it is: the authors get copies, as of a file. `options`: for each author's copy. */
  static async open(
    book: Book,
    count = 2,
    options: (copy: Book, author: number) => AuthorOptions = () => ({}),
  ): Promise<CoAuthors> {
    const opened = new CoAuthors(copyOf(book));
    for (let author = 0; author < count; author++) {
      const own = copyOf(book);
      const copy = new Copy(own, copyOf(book), `author ${String(author + 1)}`);
      identitiesOf(own).salt = String(author + 1);
      opened.copies.push(copy);
      const onDone = () => opened.note(copy);
      opened.authors.push(await openAuthor(own, { ...options(own, author), onDone }));
    }
    return opened;
  }

  /** What was done in the books without a request, such as by a user, is done now; `merge` does this as well. */
  noteEdits(): void {
    for (const copy of this.copies) this.note(copy);
  }

  /** Everybody gets what everybody did since the last time; then all copies are the same. */
  merge(): void {
    this.noteEdits();
    const unknown = new Map(this.copies.map((copy): [Copy, Move[]] => [copy, []]));
    for (const { copy, effect } of this.done.splice(0)) {
      const [moves, rest] = cross(effect.moves, unknown.get(copy) ?? []);
      unknown.set(copy, rest);
      for (const other of this.copies) if (other !== copy) unknown.get(other)?.push(...moves);
      this.take(effect, moves, rest);
    }
    this.copies.forEach((copy, at) => {
      const workspace = this.authors[at]?.host.workspace;
      if (workspace) copy.receive(this.common, unknown.get(copy) ?? [], workspace);
    });
  }

  async close(): Promise<void> {
    for (const { client } of this.authors) await client.close();
  }

  private note(copy: Copy): void {
    const effect = copy.note((sheet) => identitiesOf(copy.book).sheetId(sheet));
    if (effect) this.done.push({ copy, effect });
  }

  /** `moves`: those of the effect, where they are here; `unknown`: what was moved here, unknown to its author. */
  private take(effect: Effect, moves: readonly Move[], unknown: readonly Move[]): void {
    for (const { sheet, area, shift } of moves) {
      const on = sheetById(this.common, sheet);
      if (on) shiftCells(on, area, shift);
    }
    for (const [aspect, change] of effect.changes) {
      const formula = this.formulaMapper(effect, unknown);
      const translated = aspect.translate ? aspect.translate(change, unknown, formula) : change;
      if (translated) aspect.write(this.common, translated);
    }
  }

  private formulaMapper({ sheetNames, tableNames }: Effect, unknown: readonly Move[]): MapFormula {
    const tables = [...this.common.tables()];
    return (formula, ownSheet) => {
      let text = formula;
      for (const [id, name] of sheetNames) {
        const here = sheetById(this.common, id);
        if (!here) text = loseSheetIn(text, name);
        else if (here.name !== name) text = renameSheetIn(text, name, here.name);
      }
      for (const [key, name] of tableNames) {
        const here = tables.find((table) => tableKey(table) === key);
        if (here && here.name !== name) text = renameTableIn(text, name, here.name);
      }
      const own = sheetById(this.common, ownSheet)?.name ?? '';
      for (const { sheet, area, shift } of unknown) {
        const moved = sheetById(this.common, sheet);
        if (moved) text = followMove(text, own, moved.name, (each) => movedArea(each, area, shift));
      }
      return text;
    };
  }
}

/** As a file that two people open; sheets and tables are known by the same ids in all copies. */
function copyOf(book: Book): Book {
  for (const sheet of book.sheets) identitiesOf(book).sheetId(sheet);
  const copy = readXlsx(writeXlsx(book));
  book.sheets.forEach(({ id }, at) => {
    const sheet = copy.sheets[at];
    if (sheet) sheet.id = id;
  });
  [...copy.tables()].forEach((table, at) => setTableKey(table, String(at)));
  return copy;
}
