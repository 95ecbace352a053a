import { Refusal } from '../refusal';
import type { OwnTable } from '../tables/own-table';
import { refuseUnwritable } from './writable-table';

/** Where rows are added to a table that is already there. */
export interface TableTarget {
  table: OwnTable;
  /** The first free row; the header is row 0. */
  first: number;
  /** How many columns the table has. */
  columns: number;
}

/** Where new rows go: below the last row that holds anything. */
export function targetOf(table: OwnTable): TableTarget {
  refuseUnwritable(table);
  let first = table.cells.length;
  while (first > 1 && (table.cells[first - 1] ?? []).every((value) => value === '')) first--;
  return { table, first, columns: table.cells[0]?.length ?? 1 };
}

/** New rows and columns must not run over something that the user keeps beside or below the table. */
export function refuseIfOccupied({ table, first, columns }: TableTarget, rows: number, added: number): void {
  const { sheet, left, top } = table;
  const rowsBefore = table.cells.length;
  const last = top + first + rows - 1;
  // A total row moves down with the table's end.
  const below = table.hasTotals ? 1 : 0;
  for (let row = top; row <= last + below; row++) {
    const isInTable = row < top + rowsBefore;
    if (!isInTable && row < top + rowsBefore + below) continue;
    const from = left - sheet.firstColumn + (isInTable ? columns - added : 0);
    const line = sheet.values[row - sheet.firstRow] ?? [];
    if (line.slice(from, left - sheet.firstColumn + columns).every((value) => value === '')) continue;
    const where = isInTable ? 'to the right of the table' : 'below the table';
    throw new Refusal(
      'table-damaged',
      `Row ${String(row)} of the sheet "${sheet.name}", ${where}, is not empty. Move what stands there away from the table and try again.`,
    );
  }
}
