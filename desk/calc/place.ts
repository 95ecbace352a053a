import { columnName, quoteSheetName } from '../book/address';
import type { Area, Sheet } from '../book/book';

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

/** `Sessions!M5` */
export function placeAddress({ sheet, row, column }: CellPlace): string {
  return `${quoteSheetName(sheet)}!${columnName(column)}${String(row + 1)}`;
}
