import { columnName, columnNumber } from '../book/address';
import { LIMITS, type Area } from '../book/book';

export function cellName(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

/** `B7`, dollars allowed; null when it is no address on a sheet. */
export function parseCellName(text: string): { row: number; column: number } | null {
  const found = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (!found) return null;
  const column = columnNumber(found[1] ?? '');
  const row = Number(found[2]) - 1;
  return row >= 0 && row < LIMITS.rows && column < LIMITS.columns ? { row, column } : null;
}

export function containsCell(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}
