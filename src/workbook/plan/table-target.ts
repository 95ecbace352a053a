import { Refusal } from '../refusal';
import type { OwnTable } from '../tables/own-table';
import { refuseUnwritable } from './writable-table';

/** Where and how rows are added to a table that is already there. */
export interface TableTarget {
  table: OwnTable;
  /** Counted from 0: the first free row, the table's first column, and how many columns it has. */
  row: number;
  column: number;
  columns: number;
  /** The row of the header. */
  headerRow: number;
}

/** Where new rows go: below the last row that holds anything. */
export function targetOf(table: OwnTable): TableTarget {
  refuseUnwritable(table);
  let filled = table.cells.length;
  while (filled > 1 && (table.cells[filled - 1] ?? []).every((value) => value === '')) filled--;
  return {
    table,
    headerRow: table.top - 1,
    row: table.top - 1 + filled,
    column: table.left - 1,
    columns: table.cells[0]?.length ?? 1,
  };
}

/** New rows and columns must not run over something that the user keeps beside or below the table. */
export function refuseIfOccupied(
  { table, columns }: TableTarget,
  lastRow: number,
  widthBefore: number,
): void {
  const { sheet, left, top } = table;
  const rowsBefore = table.cells.length;
  for (let row = top; row <= lastRow; row++) {
    const from = left - sheet.firstColumn + (row < top + rowsBefore ? widthBefore : 0);
    const line = sheet.values[row - sheet.firstRow] ?? [];
    if (line.slice(from, left - sheet.firstColumn + columns).every((value) => value === '')) continue;
    const where = row < top + rowsBefore ? 'to the right of the table' : 'below the table';
    throw new Refusal(
      'table-damaged',
      `Row ${String(row)} of the sheet "${sheet.name}", ${where}, is not empty. Move what stands there away from the table and try again.`,
    );
  }
}
