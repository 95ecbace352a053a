import type { Book, Cell, CellValue, Sheet } from '../../book/book';
import type { Treatment } from './own-columns';
import type { Redactor } from './redactor';
import type { SheetTreatments } from './treatments';

interface Place {
  sheet: Sheet;
  row: number;
  column: number;
  cell: Readonly<Cell>;
  treatment: Treatment;
}

/** Every cell that holds something, with its treatment. */
export function placesOf(book: Book, treatments: ReadonlyMap<string, SheetTreatments>): Place[] {
  return book.sheets.flatMap((sheet) => {
    const treatmentOf = treatments.get(sheet.name) ?? (() => 'text' as const);
    return [...sheet.entries()]
      .filter(({ cell }) => cell.value !== null || cell.formula !== null)
      .map(({ row, column, cell }) => ({
        ...{ sheet, row, column, cell },
        treatment: treatmentOf(row + 1, column + 1),
      }));
  });
}

/** Replaces what the cells hold; formulas stay, with the texts inside them replaced. */
export function redactCells(places: readonly Place[], redactor: Redactor): void {
  for (const { sheet, row, column, cell, treatment } of places) {
    const value = redacted(cell.value, treatment, redactor);
    if (cell.formula === null) {
      if (value === cell.value) continue;
      if (cell.spilledFrom) sheet.setCalculated(row, column, value);
      else sheet.setValue(row, column, value);
      renameColumn(sheet, row, column, value);
      continue;
    }
    const { formula, formulaKind, spill } = cell;
    const without = withoutTexts(formula, redactor);
    if (without !== formula) {
      const area = spill && spilledValues(sheet, row, column, spill);
      sheet.setFormula(row, column, without, formulaKind);
      if (area) sheet.setSpill(row, column, area);
    }
    if (value !== cell.value || without !== formula) sheet.setCalculated(row, column, value);
  }
  for (const { sheet } of places.slice(0, 1)) redactColumnFormulas(sheet.book, redactor);
}

function redactColumnFormulas(book: Book, redactor: Redactor): void {
  for (const table of book.tables())
    for (const column of table.columns)
      if (column.formula !== null) column.formula = withoutTexts(column.formula, redactor);
}

function redacted(value: CellValue, treatment: Treatment, redactor: Redactor): CellValue {
  if (typeof value === 'string') return redactor.text(value, treatment);
  if (typeof value === 'number') return redactor.number(value, treatment);
  return value;
}

function withoutTexts(formula: string, redactor: Redactor): string {
  return formula.replace(/"((?:[^"]|"")*)"/g, (_, text: string) => `"${redactor.text(text, 'page')}"`);
}

function spilledValues(sheet: Sheet, row: number, column: number, size: { rows: number; columns: number }) {
  return Array.from({ length: size.rows }, (_, r) =>
    Array.from({ length: size.columns }, (__, c) => sheet.cell(row + r, column + c)?.value ?? null),
  );
}

/** A header of a table is the name of its column, too. */
function renameColumn(sheet: Sheet, row: number, column: number, value: CellValue): void {
  for (const { area, columns, showHeaders } of sheet.tables) {
    const named = columns[column - area.column];
    if (showHeaders !== false && row === area.row && named && typeof value === 'string') named.name = value;
  }
}
