import type { Area, Sheet, ChartSeries } from '../../book/book';

/** Excel's guess at a range: each column a series, named by a text above its numbers; texts first are the categories. */
export function seriesByColumns(sheet: Sheet, area: Area): ChartSeries[] {
  const isText = (row: number, column: number) => typeof sheet.cell(row, column)?.value === 'string';
  const lastColumn = area.column + area.columns - 1;
  const header = area.rows > 1 && isText(area.row, lastColumn) ? 1 : 0;
  const rows = { row: area.row + header, rows: area.rows - header };
  const hasCategories = area.columns > 1 && isText(rows.row, area.column);
  const of = (column: number) => ({ sheet, area: { ...rows, column, columns: 1 } });
  const series: ChartSeries[] = [];
  for (let column = area.column + (hasCategories ? 1 : 0); column <= lastColumn; column++) {
    const name = header
      ? String(sheet.cell(area.row, column)?.value ?? '')
      : `Series${String(series.length + 1)}`;
    const categories = hasCategories ? of(area.column) : null;
    series.push({ name, values: of(column), categories, color: null });
  }
  return series;
}
