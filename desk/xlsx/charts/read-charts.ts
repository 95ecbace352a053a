import { parseArea, splitSheetName } from '../../book/address';
import type { Area, Book, Sheet, Chart, ChartCells, ChartSeries, ChartType } from '../../book/book';
import { newChart } from '../../book/charts';
import type { Package } from '../package/package';
import { decodeExcelText } from '../xml/text';
import { attribute, child, childrenNamed, isTrue, numberOf, parseXml, type XmlElement } from '../xml/tree';

/** Where the file has a chart (`Chart.source`). */
export class ChartSource {
  constructor(
    readonly drawingPart: string,
    /** The id by which the drawing means the chart's part. */
    readonly relationship: string,
    readonly chartPart: string,
  ) {}
}

/** The charts of a sheet. Those of other kinds than the Desk's have no type, and stay in the file as they are. */
export function readCharts(parts: Package, sheetPart: string, sheet: Sheet): void {
  for (const { kind, target: drawing } of parts.relationships(sheetPart)) {
    if (kind !== 'drawing' || !parts.has(drawing)) continue;
    const charts = new Map(parts.relationships(drawing).map((each) => [each.id, each.target]));
    for (const anchor of childrenNamed(parseXml(parts.text(drawing)), 'twoCellAnchor')) {
      const frame = child(anchor, 'graphicFrame');
      const data = child(child(child(frame, 'graphic'), 'graphicData'), 'chart');
      const id = data && attribute(data, 'id');
      const part = id && charts.get(id);
      const area = anchorArea(anchor);
      if (!id || !part || !parts.has(part) || !area) continue;
      const name = child(child(frame, 'nvGraphicFramePr'), 'cNvPr')?.attributes['name'] ?? '';
      const chart = readChart(sheet.book, sheet, parts.text(part), decodeExcelText(name), area);
      sheet.charts.push({ ...chart, source: new ChartSource(drawing, id, part) });
    }
  }
}

function anchorArea(anchor: XmlElement): Area | null {
  const at = (corner: string, name: string) =>
    numberOf(child(child(anchor, corner), name)?.text.trim()) ?? null;
  const [row, column, endRow, endColumn] = [
    at('from', 'row'),
    at('from', 'col'),
    at('to', 'row'),
    at('to', 'col'),
  ];
  if (row === null || column === null || endRow === null || endColumn === null) return null;
  const rows = endRow - row + ((at('to', 'rowOff') ?? 0) > 0 ? 1 : 0);
  const columns = endColumn - column + ((at('to', 'colOff') ?? 0) > 0 ? 1 : 0);
  return { row, column, rows: Math.max(1, rows), columns: Math.max(1, columns) };
}

const AUTOMATIC = -60_000_000;
const LEGENDS: ReadonlyMap<string, NonNullable<Chart['legend']>> = new Map([
  ['t', 'Top'],
  ['b', 'Bottom'],
  ['l', 'Left'],
  ['r', 'Right'],
]);

function readChart(book: Book, sheet: Sheet, text: string, name: string, area: Area): Chart {
  const content = child(parseXml(text), 'chart');
  const plot = child(content, 'plotArea');
  const bars = child(plot, 'barChart');
  const series = childrenNamed(bars, 'ser').flatMap((each) => readSeries(book, sheet, each) ?? []);
  const chart = newChart(name, 'ColumnClustered', area, series);
  chart.type = typeOf(plot, bars);
  const legend = child(content, 'legend');
  chart.legend = legend ? (LEGENDS.get(valueOf(legend, 'legendPos') ?? 'r') ?? 'Right') : null;
  chart.reverseCategories = valueOf(child(child(plot, 'catAx'), 'scaling'), 'orientation') === 'maxMin';
  const turned = child(child(child(plot, 'catAx'), 'txPr'), 'bodyPr')?.attributes['rot'];
  const angle = -(numberOf(turned) ?? AUTOMATIC) / 60_000;
  chart.categoryAngle = Math.abs(angle) <= 90 ? angle + 0 : null;
  chart.gapWidth = numberOf(valueOf(bars, 'gapWidth') ?? undefined) ?? 150;
  readTitle(chart, child(content, 'title'));
  return chart;
}

function typeOf(plot: XmlElement | undefined, bars: XmlElement | undefined): ChartType | null {
  const drawn = plot?.children.filter(({ local }) => local.endsWith('Chart')).length;
  if (!bars || drawn !== 1) return null;
  const direction = valueOf(bars, 'barDir') === 'bar' ? 'Bar' : 'Column';
  const grouping = valueOf(bars, 'grouping') ?? 'clustered';
  if (grouping === 'clustered') return `${direction}Clustered`;
  return grouping === 'stacked' ? `${direction}Stacked` : null;
}

function readTitle({ title }: Chart, element: XmlElement | undefined): void {
  const paragraphs = childrenNamed(child(child(element, 'tx'), 'rich'), 'p');
  const runs = paragraphs.flatMap((paragraph) => childrenNamed(paragraph, 'r'));
  if (runs.length === 0) return;
  title.text = decodeExcelText(runs.map((run) => child(run, 't')?.text ?? '').join(''));
  const looks = runs[0] && child(runs[0], 'rPr');
  title.size = (numberOf(looks?.attributes['sz']) ?? 1400) / 100;
  title.bold = isTrue(looks?.attributes['b']);
  title.color = colorOf(looks) ?? title.color;
}

function readSeries(book: Book, sheet: Sheet, element: XmlElement): ChartSeries | null {
  const values = cellsIn(book, sheet, child(element, 'val'));
  if (!values) return null;
  const name = child(element, 'tx');
  const cached = child(child(child(child(name, 'strRef'), 'strCache'), 'pt'), 'v');
  return {
    name: decodeExcelText(child(name, 'v')?.text ?? cached?.text ?? ''),
    values,
    categories: cellsIn(book, sheet, child(element, 'cat')),
    color: colorOf(child(element, 'spPr')),
  };
}

function cellsIn(book: Book, own: Sheet, element: XmlElement | undefined): ChartCells | null {
  const reference = child(child(element, 'numRef') ?? child(element, 'strRef'), 'f')?.text.trim();
  if (reference === undefined) return null;
  const { sheet: name, rest } = splitSheetName(reference);
  const sheet = name === null ? own : book.sheet(name);
  const area = parseArea(rest);
  return sheet && area ? { sheet, area } : null;
}

function colorOf(element: XmlElement | undefined): string | null {
  const color = child(child(element, 'solidFill'), 'srgbClr')?.attributes['val'];
  return color === undefined ? null : `#${color.toUpperCase()}`;
}

function valueOf(element: XmlElement | undefined, local: string): string | null {
  return child(element, local)?.attributes['val'] ?? null;
}
