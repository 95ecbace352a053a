import type { Block, LaidChart } from '../../forms/report/laid-out';
import { chartColors, formStyle } from '../../forms/styles';

const TYPES = {
  'column-stacked': 'ColumnStacked',
  'bar-stacked': 'BarStacked',
  column: 'ColumnClustered',
} as const;

/** Guess at the request bytes of one series. */
const SERIES_BYTES = 6_000;

export function chartBytes({ series }: LaidChart): number {
  return (series.length + 2) * SERIES_BYTES;
}

/**
 * Draws a native chart. Its series are given one by one, so that Excel does not have to guess which cells are names.
 * Charts have no alternative text in Office.js; what one shows stands as a sentence below it.
 */
export function addChart(sheet: Excel.Worksheet, laid: LaidChart): void {
  const range = (block: Block) =>
    sheet.getRangeByIndexes(block.row - 1, block.column - 1, block.rows, block.columns);
  const chart = sheet.charts.add(TYPES[laid.type], range(laid.drawnFrom), 'Columns');
  laid.series.forEach(({ name, values }, index) => {
    const series = index === 0 ? chart.series.getItemAt(0) : chart.series.add(name);
    series.name = name;
    series.setValues(range(values));
    series.setXAxisValues(range(laid.categories));
    series.format.fill.setSolidColor(chartColors[index % chartColors.length] ?? '#2F5D62');
    series.gapWidth = 60;
  });
  chart.title.text = laid.title;
  const { color, bold, fontSize } = formStyle('heading');
  const { font } = chart.title.format;
  if (color !== undefined) font.color = color;
  if (bold !== undefined) font.bold = bold;
  if (fontSize !== undefined) font.size = fontSize;
  if (laid.series.length > 1) chart.legend.position = 'Bottom';
  else chart.legend.visible = false;
  // Long names are wrapped, not turned.
  chart.axes.categoryAxis.textOrientation = 0;
  // Else Excel puts the first bar at the bottom.
  if (laid.type === 'bar-stacked') chart.axes.categoryAxis.reversePlotOrder = true;
  chart.setPosition(range({ ...laid, rows: 1, columns: 1 }), range(cornerOf(laid)));
}

/** The last cell of a block. */
function cornerOf({ row, column, rows, columns }: Block): Block {
  return { row: row + rows - 1, column: column + columns - 1, rows: 1, columns: 1 };
}
