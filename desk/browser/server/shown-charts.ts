import type { CellValue, Chart, ChartCells } from '../../book/book';
import { displayText } from '../../host/cells/display';
import type { ChartView } from '../view/view';
import { ACCENTS } from './table-looks';

/** Points of a series that are shown: a file may name a whole column, and a picture has no room for more. */
const MAX_POINTS = 500;

/** A chart with what its cells hold now. */
export function chartView(chart: Chart): ChartView {
  const { area, type: kind, title, legend, reverseCategories, categoryAngle, gapWidth } = chart;
  const { text } = title;
  const series = chart.series.map(({ name, values, color }, index) => ({
    name,
    color: colorOr(color, ACCENTS[1 + (index % (ACCENTS.length - 1))] ?? '#000000'),
    values: pointsOf(values, (value) => (typeof value === 'number' ? value : null)),
  }));
  return {
    area: { ...area },
    kind,
    title: text === null ? null : { ...title, text, color: colorOr(title.color, '#595959') },
    legend,
    categories: categoriesOf(chart, Math.max(0, ...series.map(({ values }) => values.length))),
    series,
    numberFormat: formatOf(chart.series[0]?.values),
    reverseCategories,
    categoryAngle,
    gapWidth,
  };
}

/** As Excel: those of the first series that has some, and numbers where there are none. */
function categoriesOf({ series }: Chart, count: number): string[] {
  const cells = series.find(({ categories }) => categories)?.categories;
  const named = cells
    ? pointsOf(cells, (value, format) => displayText(value, format, cells.sheet.book.date1904).trim())
    : [];
  return Array.from({ length: count }, (_, index) => named[index] ?? String(index + 1));
}

function pointsOf<T>({ sheet, area }: ChartCells, read: (value: CellValue, numberFormat: string) => T): T[] {
  const count = Math.min(area.rows * area.columns, MAX_POINTS);
  return Array.from({ length: count }, (_, index) => {
    const row = area.row + Math.floor(index / area.columns);
    const column = area.column + (index % area.columns);
    return read(sheet.cell(row, column)?.value ?? null, sheet.styleOf(row, column).numberFormat);
  });
}

function formatOf(cells: ChartCells | undefined): string {
  return cells ? cells.sheet.styleOf(cells.area.row, cells.area.column).numberFormat : 'General';
}

/** What a file has in place of a colour is not passed on. */
function colorOr(color: string | null, other: string): string {
  return color !== null && /^#[0-9A-F]{6}$/i.test(color) ? color : other;
}
