import { sameValue, type Book, type Cell, type CellValue, type FormulaKind } from '../../book/book';
import type { Style } from '../../book/styles';
import { afterMoves } from '../moves';
import { sheetById, type Aspect, type Entry } from './aspect';

interface HeldCell {
  value: CellValue;
  formula: string | null;
  kind: FormulaKind | undefined;
  style: Style;
}

/** Cells, merged one by one. What a formula comes to is no edit, and neither is what an array filled. */
export const cells: Aspect = {
  *read(book) {
    for (const sheet of book.sheets) {
      for (const { row, column, cell } of sheet.entries())
        if (!cell.spilledFrom)
          yield { at: [sheet.id ?? '', row, column], value: held(book, cell) } satisfies Entry;
    }
  },
  write(book, { at, value }) {
    const sheet = sheetById(book, at[0]);
    const [, row, column] = at as [string, number, number];
    if (!sheet) return;
    const cell = value as HeldCell | undefined;
    if (!cell) return sheet.clearCell(row, column, { contents: true, formats: true });
    if (cell.formula !== null) {
      sheet.setFormula(row, column, cell.formula, cell.kind);
      sheet.setCalculated(row, column, cell.value);
    } else if (cell.value !== null) sheet.setValue(row, column, cell.value);
    else sheet.clearCell(row, column, { contents: true, formats: false });
    sheet.setStyle(row, column, book.styles.intern(cell.style));
  },
  translate(change, moves, formula) {
    const [sheet, row, column] = change.at as [string, number, number];
    const area = afterMoves(sheet, { row, column, rows: 1, columns: 1 }, moves);
    if (!area) return null;
    const cell = change.value as HeldCell | undefined;
    const value = cell && cell.formula !== null ? { ...cell, formula: formula(cell.formula, sheet) } : cell;
    return { ...change, at: [sheet, area.row, area.column], value };
  },
  isSame(a, b) {
    const [first, second] = [a as HeldCell | undefined, b as HeldCell | undefined];
    if (!first || !second) return first === second;
    const isSameContent =
      first.formula === second.formula && (first.formula !== null || sameValue(first.value, second.value));
    return isSameContent && styleText(first.style) === styleText(second.style);
  },
};

function held(book: Book, { value, formula, formulaKind: kind, style }: Cell): HeldCell {
  return { value, formula, kind, style: book.styles.get(style) };
}

const texts = new WeakMap<Style, string>();

function styleText(style: Style): string {
  const known = texts.get(style) ?? JSON.stringify(style);
  texts.set(style, known);
  return known;
}
