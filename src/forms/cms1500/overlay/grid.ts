import type { Offset } from './offset';

/**
 * The print grid of the red form: Letter paper, 10 characters and 6 rows an inch, Courier of 12 points. Source:
 * CMS-1500 (02/12) as print programs lay it out; measured layouts agree on 79 columns and 64 rows, with 24 points to
 * the left of column 1 and the line of row 0 at 20 points from the top. Printers differ, so an offset is added.
 */
export const GRID = {
  columns: 79,
  rows: 64,
  /** All in points. */
  columnWidth: 7.2,
  rowHeight: 12,
  left: 24,
  top: 20,
  fontSize: 12,
  /** What of a row's height lies below the line that its letters stand on. */
  belowLine: 3,
} as const;

/** Where a text begins: points from the left and upper edge of the paper, on the line its letters stand on. */
export function pointAt(row: number, column: number, offset: Offset): { x: number; y: number } {
  return {
    x: exact(GRID.left + (column - 1) * GRID.columnWidth + offset.right),
    y: exact(GRID.top + row * GRID.rowHeight + offset.down),
  };
}

/** The rectangle of cells, in points from the left and upper edge of the paper. */
export function cellsAt(
  rows: { first: number; last: number },
  columns: { first: number; last: number },
): { x: number; y: number; width: number; height: number } {
  return {
    x: exact(GRID.left + (columns.first - 1) * GRID.columnWidth),
    y: exact(GRID.top + (rows.first - 1) * GRID.rowHeight + GRID.belowLine),
    width: exact((columns.last - columns.first + 1) * GRID.columnWidth),
    height: exact((rows.last - rows.first + 1) * GRID.rowHeight),
  };
}

/** 7.2 has no exact binary form; a thousandth of a point is finer than any printer. */
function exact(points: number): number {
  return Math.round(points * 1000) / 1000;
}
