import type { Area } from '../../book/book';

/** The cell of a range that is in the row or column of a formula, which is what `@` picks; null: there is none. */
export function cellBeside(area: Area, { row, column }: { row: number; column: number }): Area | null {
  if (area.rows === 1 && area.columns === 1) return area;
  const inRow = row >= area.row && row < area.row + area.rows;
  const inColumn = column >= area.column && column < area.column + area.columns;
  if (area.columns === 1 && inRow) return { ...area, row, rows: 1 };
  if (area.rows === 1 && inColumn) return { ...area, column, columns: 1 };
  return inRow && inColumn ? { row, column, rows: 1, columns: 1 } : null;
}
