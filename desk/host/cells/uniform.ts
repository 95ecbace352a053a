import type { Area } from '../../book/book';

/** The value that all cells share, or null where they differ: so Excel answers for formats of a range. */
export function uniform<T>(area: Area, read: (row: number, column: number) => T): T | null {
  const first = read(area.row, area.column);
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (read(row, column) !== first) return null;
    }
  }
  return first;
}
