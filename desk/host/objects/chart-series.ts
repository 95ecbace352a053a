import type { ChartCells, ChartSeries } from '../../book/book';
import { integerArgument, isMissing, numberArgument, optionalRange, textArgument } from '../arguments';
import { readColor } from '../cells/colors';
import type { ClassSpec } from '../class-spec';
import { ExcelError, invalidArgument, unsupported } from '../errors';
import { object, type ChartSeriesTarget, type PlacedChart } from '../targets';
import { changeable } from './charts';

export const chartSeriesCollection: ClassSpec<PlacedChart> = {
  items: (target) => target.chart.series.map((series) => object('ChartSeries', { ...target, series })),
  item: at,
  properties: { Count: { get: ({ chart }) => chart.series.length } },
  methods: {
    Add(target, [name, index]) {
      const { series: all } = changeable(target);
      const place = integerArgument(index, all.length);
      if (place < 0 || place > all.length) throw invalidArgument();
      const nowhere = { sheet: target.sheet, area: { row: 0, column: 0, rows: 1, columns: 1 } };
      const title = isMissing(name) ? `Series${String(all.length + 1)}` : textArgument(name);
      const series: ChartSeries = { name: title, values: nowhere, categories: null, color: null };
      all.splice(place, 0, series);
      return object('ChartSeries', { ...target, series });
    },
    GetCount: ({ chart }) => chart.series.length,
    GetItemAt: (target, [index]) => at(target, index),
  },
};

export const chartSeries: ClassSpec<ChartSeriesTarget> = {
  isGone: ({ chart, series }) => !chart.series.includes(series),
  identity: ({ chart, series }) => ({ _Id: chart.series.indexOf(series) }),
  properties: {
    Name: {
      get: ({ series }) => series.name,
      set(target, value) {
        own(target).name = textArgument(value);
      },
    },
    GapWidth: {
      get: ({ chart }) => chart.gapWidth,
      set(target, value) {
        const percent = numberArgument(value);
        if (percent < 0 || percent > 500) throw invalidArgument();
        changeable(target).gapWidth = percent;
      },
    },
  },
  links: { Format: (target) => object('ChartSeriesFormat', own(target)) },
  methods: {
    Delete(target) {
      const { series: all } = changeable(target);
      all.splice(all.indexOf(target.series), 1);
    },
    SetValues(target, [range]) {
      own(target).values = cellsOf(range);
    },
    SetXAxisValues(target, [range]) {
      own(target).categories = cellsOf(range);
    },
  },
};

export const chartSeriesFormat: ClassSpec<ChartSeries> = {
  links: { Fill: (series) => object('ChartFill', series) },
};

export const chartFill: ClassSpec<ChartSeries> = {
  methods: {
    Clear(series) {
      series.color = null;
    },
    SetSolidColor(series, [color]) {
      series.color = readColor(textArgument(color));
    },
  },
};

function own(target: ChartSeriesTarget): ChartSeries {
  changeable(target);
  return target.series;
}

function at(target: PlacedChart, index: unknown) {
  const series = target.chart.series[integerArgument(index)];
  if (!series) throw new ExcelError('ItemNotFound');
  return object('ChartSeries', { ...target, series });
}

function cellsOf(range: unknown): ChartCells {
  const found = optionalRange(range);
  if (!found) throw invalidArgument();
  const { sheet, area } = found;
  if (area.rows > 1 && area.columns > 1) throw unsupported('a series of several columns');
  return { sheet, area: { ...area } };
}
