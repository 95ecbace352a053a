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
  const rows: CellValue[][] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    const line: CellValue[] = [];
    for (let column = area.column; column < area.column + area.columns; column++)
      line.push(sheet.cell(row, column)?.value ?? null);
    rows.push(line);
  }
  return rows;
}

/** `Sessions!M5` */
export function placeAddress({ sheet, row, column }: CellPlace): string {
  return `${quoteSheetName(sheet)}!${columnName(column)}${String(row + 1)}`;
}
