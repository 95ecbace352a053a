import { type Sheet, CHART_TYPES, type Chart, type ChartType } from '../../book/book';
import { boundingArea } from '../../book/areas';
import { newChart } from '../../book/charts';
import { integerArgument, isMissing, optionalRange, textArgument, wordArgument } from '../arguments';
import { seriesByColumns } from '../cells/chart-data';
import { OTHER_CHART_TYPES } from '../cells/other-chart-types';
import { findRange } from '../cells/find-range';
import { requireUnprotected } from '../cells/protection';
import type { ClassSpec } from '../class-spec';
import { ExcelError, invalidArgument, unsupported } from '../errors';
import { object, type HostObject, type PlacedChart } from '../targets';

export const chartCollection: ClassSpec<Sheet> = {
  items: (sheet) => sheet.charts.map((each) => object('Chart', { sheet, chart: each })),
  item: (sheet, key) => required(sheet, byName(sheet, key)),
  properties: { Count: { get: (sheet) => sheet.charts.length } },
  methods: {
    Add(sheet, [type, source, seriesBy]) {
      requireUnprotected(sheet);
      const range = optionalRange(source);
      if (!range) throw invalidArgument();
      const by = isMissing(seriesBy) ? 'Auto' : wordArgument(seriesBy, ['Auto', 'Columns', 'Rows']);
      if (by === 'Rows') throw unsupported('charts with a series in each row');
      const series = seriesByColumns(range.sheet, range.area);
      const place = { row: 1, column: 1, rows: 15, columns: 8 };
      const chart = newChart(freeName(sheet), chartType(type), place, series);
      sheet.charts.push(chart);
      return object('Chart', { sheet, chart });
    },
    GetCount: (sheet) => sheet.charts.length,
    GetItem: (sheet, [name]) => required(sheet, byName(sheet, name)),
    GetItemAt: (sheet, [index]) => required(sheet, sheet.charts[integerArgument(index)]),
    GetItemOrNullObject(sheet, [name]) {
      const found = byName(sheet, name);
      return found ? object('Chart', { sheet, chart: found }) : null;
    },
  },
};

export const chart: ClassSpec<PlacedChart> = {
  isGone: ({ sheet, chart: own }) => !sheet.charts.includes(own) || !sheet.book.sheets.includes(sheet),
  // Excel asks for a chart again by its name; the client only wants an id it can hold.
  identity: ({ chart: own }) => ({ Id: own.name, Name: own.name }),
  properties: {
    Id: { get: ({ chart: own }) => own.name },
    Name: {
      get: ({ chart: own }) => own.name,
      set(target, value) {
        changeable(target).name = textArgument(value);
      },
    },
    ChartType: {
      get: ({ chart: own }) => own.type ?? 'Invalid',
      set(target, value) {
        changeable(target).type = chartType(value);
      },
    },
  },
  links: {
    Axes: (target) => object('ChartAxes', target),
    Legend: (target) => object('ChartLegend', target),
    Series: (target) => object('ChartSeriesCollection', target),
    Title: (target) => object('ChartTitle', target),
    Worksheet: ({ sheet }) => object('Worksheet', sheet),
  },
  methods: {
    Delete({ sheet, chart: own }) {
      requireUnprotected(sheet);
      sheet.charts.splice(sheet.charts.indexOf(own), 1);
    },
    SetPosition(target, [start, end], { book }) {
      const first = optionalRange(start) ?? findRange(book, target.sheet, start);
      const last = isMissing(end) ? first : (optionalRange(end) ?? findRange(book, target.sheet, end));
      changeable(target).area = boundingArea(first.area, last.area);
    },
  },
};

/** A chart of the user's file has looks the Desk does not know, so it is kept just as it is. */
export function changeable({ sheet, chart: own }: PlacedChart): Chart {
  requireUnprotected(sheet);
  if (own.source !== null) throw unsupported('changing a chart that was in the file');
  return own;
}

function byName(sheet: Sheet, name: unknown): Chart | undefined {
  const wanted = textArgument(name).toLowerCase();
  return sheet.charts.find((each) => each.name.toLowerCase() === wanted);
}

function required(sheet: Sheet, found: Chart | undefined): HostObject {
  if (!found) throw new ExcelError('ItemNotFound');
  return object('Chart', { sheet, chart: found });
}

function freeName(sheet: Sheet): string {
  let number = sheet.charts.length + 1;
  while (byName(sheet, `Chart ${String(number)}`)) number++;
  return `Chart ${String(number)}`;
}

function chartType(word: unknown): ChartType {
  if (typeof word === 'string' && OTHER_CHART_TYPES.has(word))
    throw unsupported(`charts of the type ${word}`);
  return wordArgument(word, CHART_TYPES);
}
