import type { Sheet, Chart } from '../../book/book';
import { RELATIONSHIPS_NAMESPACE } from '../package/blank';
import type { Package } from '../package/package';
import { relationshipAttribute } from '../sheet/relationship-attribute';
import type { SheetXml } from '../sheet/source';
import type { Sections } from '../sheet/write-layout';
import { TextPatch } from '../xml/patch';
import { encodeExcelName, escapeAttribute } from '../xml/text';
import { attribute, child, parseXml, type XmlElement } from '../xml/tree';
import { CHART_NAMESPACE, chartText, DRAWING_NAMESPACE } from './chart-text';
import { ChartSource } from './read-charts';

const CONTENT_TYPES = {
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
};
const PLACES_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const EMPTY_DRAWING =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  `<xdr:wsDr xmlns:xdr="${PLACES_NAMESPACE}" xmlns:a="${DRAWING_NAMESPACE}"></xdr:wsDr>`;

/** Adds a sheet's new charts and takes out those that were deleted; the file's own stay byte for byte. */
export function writeCharts(
  parts: Package,
  sheet: Sheet,
  before: readonly ChartSource[],
  sheetPart: string,
  xml: SheetXml,
  sections: Sections,
): void {
  const kept = new Set(sheet.charts.map(({ source }) => source));
  const gone = before.filter((source) => !kept.has(source));
  if (gone.length > 0) removeCharts(parts, gone);
  const added = sheet.charts.filter(
    ({ source }) => !(source instanceof ChartSource && before.includes(source)),
  );
  if (added.length === 0) return;
  const drawing = drawingOf(parts, sheetPart) ?? addDrawing(parts, sheetPart, xml, sections);
  for (const chart of added) addChart(parts, drawing, chart);
}

function drawingOf(parts: Package, sheetPart: string): string | null {
  const found = parts
    .relationships(sheetPart)
    .find(({ kind, target }) => kind === 'drawing' && parts.has(target));
  return found?.target ?? null;
}

function addDrawing(parts: Package, sheetPart: string, xml: SheetXml, sections: Sections): string {
  const part = parts.freeName('xl/drawings/drawing', '.xml');
  parts.add(part, EMPTY_DRAWING, CONTENT_TYPES.drawing);
  const id = parts.relate(sheetPart, part, 'drawing');
  sections.set('drawing', `<${sections.prefix}drawing${relationshipAttribute(xml.rootTag, id)}/>`);
  return part;
}

function addChart(parts: Package, drawing: string, chart: Chart): void {
  const part = parts.freeName('xl/charts/chart', '.xml');
  parts.add(part, chartText(chart), CONTENT_TYPES.chart);
  const id = parts.relate(drawing, part, 'chart');
  const text = parts.text(drawing);
  const root = parseXml(text);
  const patch = new TextPatch(text);
  patch.append(root, anchorText(chart, id, freeId(text)));
  parts.setText(drawing, patch.apply());
}

/** Shapes of a drawing are numbered; 1 is the drawing itself. */
function freeId(drawing: string): number {
  const taken = [...drawing.matchAll(/<(?:\w+:)?cNvPr\s[^>]*?\bid\s*=\s*["'](\d+)/g)].map((found) =>
    Number(found[1]),
  );
  return taken.reduce((most, id) => Math.max(most, id), 1) + 1;
}

function anchorText(chart: Chart, relationship: string, id: number): string {
  const { row, column, rows, columns } = chart.area;
  const corner = (name: string, atRow: number, atColumn: number) =>
    `<xdr:${name}><xdr:col>${String(atColumn)}</xdr:col><xdr:colOff>0</xdr:colOff>` +
    `<xdr:row>${String(atRow)}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  const name = escapeAttribute(encodeExcelName(chart.name));
  return (
    `<xdr:twoCellAnchor xmlns:xdr="${PLACES_NAMESPACE}" xmlns:a="${DRAWING_NAMESPACE}">` +
    `${corner('from', row, column)}${corner('to', row + rows, column + columns)}<xdr:graphicFrame macro="">` +
    `<xdr:nvGraphicFramePr><xdr:cNvPr id="${String(id)}" name="${name}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART_NAMESPACE}"><c:chart xmlns:c="${CHART_NAMESPACE}"` +
    ` xmlns:r="${RELATIONSHIPS_NAMESPACE}" r:id="${relationship}"/></a:graphicData></a:graphic>` +
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  );
}

function removeCharts(parts: Package, gone: readonly ChartSource[]): void {
  parts.removing(() => {
    for (const { drawingPart, relationship } of gone) {
      const text = parts.text(drawingPart);
      const patch = new TextPatch(text);
      for (const anchor of parseXml(text).children)
        if (meansChart(anchor, relationship)) patch.remove(anchor);
      parts.setText(drawingPart, patch.apply());
      parts.unrelate(drawingPart, relationship);
    }
  });
}

function meansChart(anchor: XmlElement, relationship: string): boolean {
  const data = child(child(child(anchor, 'graphicFrame'), 'graphic'), 'graphicData');
  const chart = child(data, 'chart');
  return chart !== undefined && attribute(chart, 'id') === relationship;
}
