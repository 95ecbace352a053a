import type { Book, Sheet } from '../../book/book';
import type { BookChange, BookView, SheetChange } from '../view/view';
import { ShownSheet } from './shown-sheet';
import { ShownStyles } from './shown-styles';

/**
 * What the windows have been shown of a book. Nobody has to say what was changed: it is found by comparing, so that
 * whatever part of the host, the calculation or the user changed a cell, the grids cannot fall behind.
 */
export class ShownBook {
  private readonly styles: ShownStyles;
  private sheets: ShownSheet[] = [];

  constructor(
    private readonly book: Book,
    private readonly idOf: (sheet: Sheet) => string,
  ) {
    this.styles = new ShownStyles(book);
    this.update();
  }

  /** What is different from what was shown last; null when nothing is. */
  update(): BookChange | null {
    const before = this.sheets;
    let isChanged = before.length !== this.book.sheets.length;
    const changes: (string | SheetChange)[] = [];
    this.sheets = this.book.sheets.map((sheet, position) => {
      const known = before.find((shown) => shown.sheet === sheet);
      const shown = known ?? new ShownSheet(sheet, this.idOf(sheet), this.styles);
      const change = shown.update(!known);
      isChanged ||= change !== null || before[position] !== known;
      changes.push(change ?? shown.id);
      return shown;
    });
    return isChanged ? { styles: this.styles.takeNew(), sheets: changes } : null;
  }

  /** How one sheet is, with some of its cells, for a window that may show something else. */
  stateOf(sheetId: string, cells: readonly (readonly [number, number, ...unknown[]])[]): BookChange {
    return {
      styles: {},
      sheets: this.sheets.map((shown) => (shown.id === sheetId ? shown.state(cells) : shown.id)),
    };
  }

  view(fileName: string): BookView {
    return {
      fileName,
      date1904: this.book.date1904,
      defaultFont: this.book.defaultFont,
      sheets: this.sheets.map((shown) => {
        const { frame, cells } = shown.view();
        return { ...frame, cells };
      }),
      styles: this.styles.all(),
    };
  }
}
