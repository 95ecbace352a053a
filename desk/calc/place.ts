import { columnName, quoteSheetName } from '../book/address';
import type { Area, CellValue, Sheet } from '../book/book';

/** A cell by its sheet's name; rows and columns count from 0. */
export interface CellPlace {
  sheet: string;
  row: number;
  column: number;
}

export interface SheetArea {
  sheet: Sheet;
  area: Area;
}

/** What the cells of an area hold, as rows of values. */
export function valuesOf({ sheet, area }: SheetArea): CellValue[][] {
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from(
      { length: area.columns },
      (__, column) => sheet.cell(area.row + row, area.column + column)?.value ?? null,
    ),
  );
}

/** `Sessions!M5` */
export function placeAddress({ sheet, row, column }: CellPlace): string {
  return `${quoteSheetName(sheet)}!${columnName(column)}${String(row + 1)}`;
}
