import type { Chart, ChartCells, ChartSeries, ChartTitle } from '../../book/book';
import { areaAddress, quoteSheetName } from '../../book/address';
import { cellsOf } from '../../book/areas';
import { columnName } from '../../book/address';
import { encodeExcelText, escapeText } from '../xml/text';

export const CHART_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
export const DRAWING_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006/main';

const CATEGORY_AXIS = 500_001;
const VALUE_AXIS = 500_002;
const LEGEND = { Top: 't', Bottom: 'b', Left: 'l', Right: 'r' } as const;

/** A chart's part (ECMA-376 part 1, 21.2): what it refers to, and the values as they are now for who only reads. */
export function chartText(chart: Chart): string {
  const isBar = chart.type?.startsWith('Bar') ?? false;
  const isStacked = chart.type?.endsWith('Stacked') ?? false;
  const orientation = chart.reverseCategories ? 'maxMin' : 'minMax';
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<c:chartSpace xmlns:c="${CHART_NAMESPACE}" xmlns:a="${DRAWING_NAMESPACE}"><c:roundedCorners val="0"/><c:chart>` +
    titleText(chart.title) +
    '<c:plotArea><c:layout/><c:barChart>' +
    `<c:barDir val="${isBar ? 'bar' : 'col'}"/><c:grouping val="${isStacked ? 'stacked' : 'clustered'}"/>` +
    '<c:varyColors val="0"/>' +
    chart.series.map(seriesText).join('') +
    `<c:gapWidth val="${String(chart.gapWidth)}"/>${isStacked ? '<c:overlap val="100"/>' : ''}` +
    `<c:axId val="${String(CATEGORY_AXIS)}"/><c:axId val="${String(VALUE_AXIS)}"/></c:barChart>` +
    `<c:catAx><c:axId val="${String(CATEGORY_AXIS)}"/><c:scaling><c:orientation val="${orientation}"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${isBar ? 'l' : 'b'}"/>` +
    `${axisLooks('General', LINE, chart.categoryAngle)}<c:crossAx val="${String(VALUE_AXIS)}"/><c:crosses val="autoZero"/></c:catAx>` +
    `<c:valAx><c:axId val="${String(VALUE_AXIS)}"/><c:scaling><c:orientation val="minMax"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${isBar ? 'b' : 'l'}"/><c:majorGridlines>${LINE}</c:majorGridlines>` +
    `${axisLooks(formatOf(chart), NO_LINE, null)}<c:crossAx val="${String(CATEGORY_AXIS)}"/>` +
    '<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx></c:plotArea>' +
    (chart.legend
      ? `<c:legend><c:legendPos val="${LEGEND[chart.legend]}"/><c:overlay val="0"/></c:legend>`
      : '') +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>${lineText('D9D9D9')}</c:spPr></c:chartSpace>`
  );
}

const LINE = `<c:spPr>${lineText('D9D9D9')}</c:spPr>`;
const NO_LINE = '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>';

function lineText(color: string): string {
  return `<a:ln w="9525"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></a:ln>`;
}

/** Angles are in 60,000ths of a degree; this one is Excel's way to say that it turns them as there is room. */
const AUTOMATIC_ANGLE = -60_000_000;

function axisLooks(format: string, line: string, angle: number | null): string {
  const turned = String(angle === null ? AUTOMATIC_ANGLE : -60_000 * angle);
  const labels = `<c:txPr><a:bodyPr rot="${turned}" vert="horz"/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr></a:p></c:txPr>`;
  return (
    `<c:numFmt formatCode="${escapeText(format).replaceAll('"', '&quot;')}" sourceLinked="1"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${line}${labels}`
  );
}

function titleText({ text, size, bold, color }: ChartTitle): string {
  if (text === null) return '<c:autoTitleDeleted val="1"/>';
  const fill = `<a:solidFill><a:srgbClr val="${color.slice(1)}"/></a:solidFill>`;
  const looks = `sz="${String(Math.round(size * 100))}" b="${bold ? '1' : '0'}"`;
  return (
    '<c:title><c:tx><c:rich><a:bodyPr/><a:p>' +
    `<a:pPr><a:defRPr ${looks}>${fill}</a:defRPr></a:pPr><a:r><a:rPr lang="en-US" ${looks}>${fill}</a:rPr>` +
    `<a:t>${written(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    '<c:autoTitleDeleted val="0"/>'
  );
}

function seriesText(series: ChartSeries, index: number): string {
  const { name, values, categories, color } = series;
  const fill = color === null ? '' : `<a:solidFill><a:srgbClr val="${color.slice(1)}"/></a:solidFill>`;
  return (
    `<c:ser><c:idx val="${String(index)}"/><c:order val="${String(index)}"/><c:tx><c:v>${written(name)}</c:v></c:tx>` +
    (fill === '' ? '' : `<c:spPr>${fill}</c:spPr>`) +
    '<c:invertIfNegative val="0"/>' +
    (categories ? `<c:cat>${hasNumbers(categories) ? numbers(categories) : texts(categories)}</c:cat>` : '') +
    `<c:val>${numbers(values)}</c:val></c:ser>`
  );
}

/** `'Month 2026-10'!$B$4:$B$9`. */
export function chartReference({ sheet, area }: ChartCells): string {
  const corner = (row: number, column: number) => `$${columnName(column)}$${String(row + 1)}`;
  const last = corner(area.row + area.rows - 1, area.column + area.columns - 1);
  const first = corner(area.row, area.column);
  const cells = areaAddress(area).includes(':') ? `${first}:${last}` : first;
  return `${quoteSheetName(sheet.name)}!${cells}`;
}

function hasNumbers({ sheet, area }: ChartCells): boolean {
  return [...cellsOf(area)].every(({ row, column }) => typeof sheet.cell(row, column)?.value === 'number');
}

function numbers(cells: ChartCells): string {
  const points = pointsOf(cells, (value) => (typeof value === 'number' ? String(value) : null));
  const code = `<c:formatCode>${escapeText(cellFormat(cells))}</c:formatCode>`;
  return `<c:numRef><c:f>${escapeText(chartReference(cells))}</c:f><c:numCache>${code}${points}</c:numCache></c:numRef>`;
}

function texts(cells: ChartCells): string {
  const points = pointsOf(cells, (value) =>
    typeof value === 'string' || typeof value === 'number' ? written(String(value)) : null,
  );
  return `<c:strRef><c:f>${escapeText(chartReference(cells))}</c:f><c:strCache>${points}</c:strCache></c:strRef>`;
}

function pointsOf({ sheet, area }: ChartCells, read: (value: unknown) => string | null): string {
  const points = [...cellsOf(area)].map(({ row, column }, index) => {
    const text = read(sheet.cell(row, column)?.value);
    return text === null ? '' : `<c:pt idx="${String(index)}"><c:v>${text}</c:v></c:pt>`;
  });
  return `<c:ptCount val="${String(points.length)}"/>${points.join('')}`;
}

function formatOf({ series }: Chart): string {
  const first = series[0]?.values;
  return first ? cellFormat(first) : 'General';
}

function cellFormat({ sheet, area }: ChartCells): string {
  return sheet.styleOf(area.row, area.column).numberFormat;
}

function written(text: string): string {
  return escapeText(encodeExcelText(text));
}
