/** Cells of a table where it is when Excel comes to them; row and column count from 0, the header's. */
export function cellsOf(
  { workbook }: Excel.RequestContext,
  tableName: string,
  row: number,
  column: number,
  rows: number,
  columns: number,
): Excel.Range {
  const range = workbook.tables.getItem(tableName).getRange();
  return range.getCell(row, column).getResizedRange(rows - 1, columns - 1);
}
