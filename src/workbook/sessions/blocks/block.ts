import type { GridValue, SheetGrid } from '../grid';

/** A table on a sheet: a header with the rows below it. Positions in `grid.values`, counted from 0, all of them within. */
export interface Block {
  header: number;
  last: number;
  left: number;
  right: number;
}

/** The same in Excel's numbers. */
export interface BlockArea {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export function areaOf({ header, last, left, right }: Block, grid: SheetGrid): BlockArea {
  return {
    top: grid.firstRow + header,
    bottom: grid.firstRow + last,
    left: grid.firstColumn + left,
    right: grid.firstColumn + right,
  };
}

export function blockOf({ top, bottom, left, right }: BlockArea, grid: SheetGrid): Block {
  return {
    header: top - grid.firstRow,
    last: bottom - grid.firstRow,
    left: left - grid.firstColumn,
    right: right - grid.firstColumn,
  };
}

/** The whole sheet below a header row. */
export function wholeBlock(grid: SheetGrid, header: number): Block {
  return { header, last: Math.max(header, grid.values.length - 1), left: 0, right: widthOf(grid) - 1 };
}

export function widthOf(grid: SheetGrid): number {
  return grid.values.reduce((width, row) => Math.max(width, row.length), 0);
}

/** The cells of a row that belong to the block. */
export function cellsWithin(grid: SheetGrid, row: number, { left, right }: Block): readonly GridValue[] {
  const cells = grid.values[row] ?? [];
  return left === 0 && right >= cells.length - 1 ? cells : cells.slice(left, right + 1);
}

export function holds({ top, bottom, left, right }: BlockArea, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}
