import type { SheetAccount } from '../../../../src/workbook/sessions/account/account';
import { isBlank } from '../../../../src/workbook/sessions/cells/text';
import type { SheetGrid } from '../../../../src/workbook/sessions/grid';

/** Filled cells of the sheet, and as they are told by rows and by columns; all three are the same. */
export function cellsTold(grid: SheetGrid, account: SheetAccount) {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const outside = sum(account.outside.map(({ cells }) => cells));
  const tables = account.tables;
  return {
    onSheet: grid.values.flat().filter((value) => !isBlank(value)).length,
    byRows: outside + sum(tables.flatMap(({ rows }) => rows.map(({ cells }) => cells))),
    byColumns: outside + sum(tables.flatMap(({ columns }) => columns.map(({ cells }) => cells))),
    rowsMissing: tables.filter(
      ({ area, rows }) =>
        rows.length !== area.bottom - area.top + 1 || rows.some(({ row }, at) => row !== area.top + at),
    ).length,
    withoutReason: tables
      .flatMap(({ rows }) => rows)
      .filter(({ kind, why }) => (kind === 'left out' || kind === 'no session') && !why).length,
  };
}

/** What `cellsTold` says of a sheet of which nothing is lost. */
export function everyCell(grid: SheetGrid) {
  const onSheet = grid.values.flat().filter((value) => !isBlank(value)).length;
  return { onSheet, byRows: onSheet, byColumns: onSheet, rowsMissing: 0, withoutReason: 0 };
}
