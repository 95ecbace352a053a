import type { Area, Book, Chart, ChartCells, ChartSeries } from '../../book/book';
import { afterMoves, type Move } from '../moves';
import { mapValue, sheetById, type Aspect } from './aspect';

type HeldCells = { sheet: string; area: Area };
type HeldSeries = Omit<ChartSeries, 'values' | 'categories'> & {
  values: HeldCells;
  categories: HeldCells | null;
};
type HeldChart = Omit<Chart, 'series'> & { series: HeldSeries[] };

/** Charts that an add-in made, each as a whole. Those of the file stay as they are. */
export const charts: Aspect = {
  *read(book) {
    for (const sheet of book.sheets)
      for (const chart of sheet.charts)
        if (chart.source === null) yield { at: [sheet.id ?? '', chart.name], value: held(chart) };
  },
  write(book, { at: [sheetId, name], value }) {
    const sheet = sheetById(book, sheetId);
    if (!sheet) return;
    const index = sheet.charts.findIndex((chart) => chart.name === name && chart.source === null);
    const chart = value === undefined ? null : placed(book, value as HeldChart);
    const known = sheet.charts[index];
    if (!chart) {
      if (known) sheet.charts.splice(index, 1);
    } else if (known) Object.assign(known, chart);
    else sheet.charts.push(chart);
  },
  translate: (change, moves) =>
    mapValue(change, (value) => {
      const chart = value as HeldChart;
      const area = afterMoves(String(change.at[0]), chart.area, moves);
      if (!area) return null;
      const series = chart.series.flatMap((one) => {
        const values = moved(one.values, moves);
        return values ? [{ ...one, values, categories: one.categories && moved(one.categories, moves) }] : [];
      });
      return { ...chart, area, series };
    }),
};

function moved(cells: HeldCells, moves: readonly Move[]): HeldCells | null {
  const area = afterMoves(cells.sheet, cells.area, moves);
  return area && { ...cells, area };
}

function held(chart: Chart): HeldChart {
  const cellsOf = ({ sheet, area }: ChartCells): HeldCells => ({ sheet: sheet.id ?? '', area });
  const series = chart.series.map((one) => ({
    ...one,
    values: cellsOf(one.values),
    categories: one.categories && cellsOf(one.categories),
  }));
  return structuredClone({ ...chart, series });
}

function placed(book: Book, { series, ...chart }: HeldChart): Chart {
  const cellsOf = ({ sheet, area }: HeldCells): ChartCells | null => {
    const on = sheetById(book, sheet);
    return on ? { sheet: on, area } : null;
  };
  const drawn = series.flatMap((one) => {
    const values = cellsOf(one.values);
    return values ? [{ ...one, values, categories: one.categories && cellsOf(one.categories) }] : [];
  });
  return { ...structuredClone(chart), series: drawn };
}
