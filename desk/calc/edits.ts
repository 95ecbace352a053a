import { cellOfKey, cellKey, type Book, type CellValue, type Sheet } from '../book/book';
import type { CellPlace } from './place';

/** A formula with its kind before it. */
type Content = Exclude<CellValue, null> | { formula: string };

interface Held {
  revision: number;
  contents: ReadonlyMap<number, Content>;
}

/** What a book held after the last calculation, to find what was edited since. */
export class Edits {
  private frame = '';
  private cells = new Map<Sheet, Held>();

  remember(book: Book): void {
    this.frame = frameOf(book);
    this.cells = new Map(book.sheets.map((sheet) => [sheet, this.heldBy(sheet)]));
  }

  /** The cells that hold something else now; null when sheets, tables or names have changed. */
  since(book: Book): CellPlace[] | null {
    if (frameOf(book) !== this.frame) return null;
    const edited: CellPlace[] = [];
    for (const sheet of book.sheets) {
      const before = this.cells.get(sheet);
      if (!before) return null;
      const { contents: now } = this.heldBy(sheet);
      if (now === before.contents) continue;
      for (const [key, content] of now) {
        if (!isSame(content, before.contents.get(key))) edited.push({ sheet: sheet.name, ...cellOfKey(key) });
      }
      for (const key of before.contents.keys()) {
        if (!now.has(key)) edited.push({ sheet: sheet.name, ...cellOfKey(key) });
      }
    }
    return edited;
  }

  /** As remembered while no cell of the sheet was changed. */
  private heldBy(sheet: Sheet): Held {
    const known = this.cells.get(sheet);
    const { revision } = sheet;
    return known?.revision === revision ? known : { revision, contents: contentsOf(sheet) };
  }
}

function contentsOf(sheet: Sheet): Map<number, Content> {
  const found = new Map<number, Content>();
  for (const { row, column, cell } of sheet.entries()) {
    if (cell.formula !== null)
      found.set(cellKey(row, column), { formula: (cell.formulaKind ?? '') + cell.formula });
    // What an array filled is an answer, not an edit.
    else if (cell.value !== null && !cell.spilledFrom) found.set(cellKey(row, column), cell.value);
  }
  return found;
}

function isSame(a: Content, b: Content | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return 'formula' in a && 'formula' in b ? a.formula === b.formula : a === b;
}

/** What formulas refer to besides cells. */
function frameOf(book: Book): string {
  return JSON.stringify([
    book.sheets.map(({ name, merges }) => [name, merges]),
    [...book.tables()].map(({ name, sheet, area, hasTotals, columns }) => [
      name,
      sheet.name,
      area,
      hasTotals,
      columns.map((column) => column.name),
    ]),
    book.names.map(({ name, formula, scope }) => [name, formula, scope?.name ?? null]),
  ]);
}
