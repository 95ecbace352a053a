import type { Area } from '../../book/book';
import { isUnbounded } from '../../book/areas';
import { invalidArgument, WRONG_SHAPE } from '../errors';

/**
 * A property of cells as Excel takes it: one value for all cells, or rows of values of exactly the range's shape.
 * Null leaves a cell as it is. Calls `write` for every other cell.
 */
export function forEachInput(
  input: unknown,
  area: Area,
  write: (row: number, column: number, value: unknown) => void,
): void {
  // Microsoft: cell-level properties cannot be set on unbounded ranges, the input would be too large.
  if (isUnbounded(area)) throw invalidArgument();
  // Microsoft ("Blank and null values"): null is for single cells of an array, not for the whole property.
  if (input === null || input === undefined) throw invalidArgument();
  if (Array.isArray(input)) checkShape(input, area);
  for (let r = 0; r < area.rows; r++) {
    const line: unknown = Array.isArray(input) ? input[r] : null;
    for (let c = 0; c < area.columns; c++) {
      const value: unknown = Array.isArray(line) ? line[c] : input;
      if (value !== null && value !== undefined) write(area.row + r, area.column + c, value);
    }
  }
}

function checkShape(input: unknown[], area: Area): void {
  const fits =
    input.length === area.rows && input.every((line) => Array.isArray(line) && line.length === area.columns);
  if (!fits) throw invalidArgument(WRONG_SHAPE);
}

/** Rows of values read from every cell; null for unbounded ranges, as Excel answers. */
export function readCells<T>(area: Area, read: (row: number, column: number) => T): T[][] | null {
  if (isUnbounded(area)) return null;
  const lines: T[][] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    const line: T[] = [];
    for (let column = area.column; column < area.column + area.columns; column++)
      line.push(read(row, column));
    lines.push(line);
  }
  return lines;
}
