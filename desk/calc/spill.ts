import { CellError, sameValue, type Area, type CellValue } from '../book/book';
import { cellsOf, intersection, isInGrid } from '../book/areas';
import type { FormulaCell } from './graph/formula-cells';
import type { SheetArea } from './place';

export interface Placed {
  /** Where the array is, or would be if there were room; null for a single value. */
  reach: Area | null;
  /** Cells beside the formula's own whose values changed, or null. */
  changed: SheetArea | null;
}

/** Writes what a formula came to into the book: a value, an array over its neighbours, or #SPILL!. */
export function placeResult(cell: FormulaCell, rows: CellValue[][]): Placed {
  const { sheet, row, column } = cell;
  const shown = rows.map((line) => line.map((value) => value ?? 0));
  const old = sheet.cell(row, column)?.spill;
  const before: Area | null = old ? { row, column, rows: old.rows, columns: old.columns } : null;
  const isArray = shown.length > 1 || (shown[0]?.length ?? 0) > 1;
  if (!isArray) {
    placeSingle(cell, shown[0]?.[0] ?? 0, before !== null);
    return { reach: null, changed: changedBeside(cell, before) };
  }
  const reach: Area = { row, column, rows: shown.length, columns: shown[0]?.length ?? 1 };
  if (!hasRoom(cell, reach)) {
    placeSingle(cell, new CellError('#SPILL!'), before !== null);
    return { reach, changed: changedBeside(cell, before) };
  }
  if (before && before.rows === reach.rows && before.columns === reach.columns && isShown(cell, shown))
    return { reach, changed: null };
  sheet.setSpill(row, column, shown);
  const both = before
    ? { ...reach, rows: Math.max(before.rows, reach.rows), columns: Math.max(before.columns, reach.columns) }
    : reach;
  return { reach, changed: { sheet, area: both } };
}

function placeSingle({ sheet, row, column }: FormulaCell, value: CellValue, hadArray: boolean): void {
  if (hadArray) sheet.clearSpill(row, column);
  sheet.setCalculated(row, column, value);
}

function changedBeside({ sheet }: FormulaCell, before: Area | null): SheetArea | null {
  return before && before.rows * before.columns > 1 ? { sheet, area: before } : null;
}

/** Excel spills only over empty cells of the grid, outside tables and merged cells. */
function hasRoom({ sheet, row, column }: FormulaCell, reach: Area): boolean {
  if (!isInGrid(reach)) return false;
  if (sheet.tables.some((table) => intersection(table.area, reach))) return false;
  if (sheet.merges.some((merge) => intersection(merge, reach))) return false;
  for (const place of cellsOf(reach)) {
    if (place.row === row && place.column === column) continue;
    const other = sheet.cell(place.row, place.column);
    if (!other) continue;
    const isOurs = other.spilledFrom?.row === row && other.spilledFrom.column === column;
    if (!isOurs && (other.formula !== null || other.value !== null || other.spilledFrom)) return false;
  }
  return true;
}

function isShown({ sheet, row, column }: FormulaCell, rows: CellValue[][]): boolean {
  return rows.every((line, r) =>
    line.every((value, c) => sameValue(sheet.cell(row + r, column + c)?.value ?? null, value)),
  );
}
