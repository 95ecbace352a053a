import type { Area, Chart, ChartCells, ChartSeries, ChartType, Sheet } from './book';

export function newChart(name: string, type: ChartType, area: Area, series: ChartSeries[]): Chart {
  const title = { text: null, size: 14, bold: false, color: '#595959' };
  return {
    name,
    type,
    area,
    title,
    legend: 'Bottom',
    series,
    reverseCategories: false,
    categoryAngle: null,
    gapWidth: 150,
    source: null,
  };
}

/** Charts follow the cells they lie over and those they are drawn from; a series without cells is gone. */
export function moveCharts(sheet: Sheet, move: (area: Area) => Area | null): void {
  for (const owner of sheet.book.sheets) {
    for (const chart of owner.charts) {
      if (owner === sheet) chart.area = move(chart.area) ?? { ...chart.area, rows: 1, columns: 1 };
      chart.series = chart.series.flatMap((series) => {
        const values = movedCells(series.values, sheet, move);
        const categories = series.categories && movedCells(series.categories, sheet, move);
        return values ? [{ ...series, values, categories }] : [];
      });
    }
  }
}

function movedCells(cells: ChartCells, changed: Sheet, move: (area: Area) => Area | null): ChartCells | null {
  if (cells.sheet !== changed) return cells;
  const area = move(cells.area);
  return area && { ...cells, area };
}
