import { emptyPageLayout, LIMITS, type Sheet } from '../../book/book';
import { BadWorkbook } from '../bad-workbook';
import { parseArea } from '../../book/address';
import { sectionText, type SheetXml } from './source';
import { footerParts } from './footer-text';
import { inchesInPoints, widthInPoints } from './units';
import { paperWord } from './paper-sizes';
import type { Palette } from '../styles/colors';
import { decodeExcelText } from '../xml/text';
import { child, childrenNamed, isTrue, numberOf, parseXml, type XmlElement } from '../xml/tree';

/** Fills in what a worksheet part says beside its cells. `styles`: the Book's style for each cell format. */
export function readLayout(
  sheet: Sheet,
  source: SheetXml,
  styles: readonly number[],
  palette: Palette,
): void {
  const section = (local: string): XmlElement | undefined => {
    const text = sectionText(source, local);
    return text === null ? undefined : parseXml(text);
  };
  const properties = section('sheetPr');
  sheet.tabColor = palette.resolve(child(properties, 'tabColor'));
  sheet.isProtected = isTrue(section('sheetProtection')?.attributes['sheet']);
  readView(sheet, child(section('sheetViews'), 'sheetView'));
  readColumns(sheet, section('cols'), styles);
  for (const merge of childrenNamed(section('mergeCells'), 'mergeCell')) {
    const area = parseArea(merge.attributes['ref'] ?? '');
    if (area) sheet.merges.push(area);
  }
  const filter = section('autoFilter');
  if (child(filter, 'filterColumn')) sheet.filteredArea = parseArea(filter?.attributes['ref'] ?? '');
  for (const row of breaksIn(section('rowBreaks'))) sheet.pageBreakRows.add(row);
  for (const column of breaksIn(section('colBreaks'))) sheet.pageBreakColumns.add(column);
  const fits = isTrue(child(properties, 'pageSetUpPr')?.attributes['fitToPage']);
  readPage(sheet, section, fits);
}

function breaksIn(section: XmlElement | undefined): number[] {
  return childrenNamed(section, 'brk').flatMap(({ attributes }) => numberOf(attributes['id']) ?? []);
}

function readView(sheet: Sheet, view: XmlElement | undefined): void {
  if (!view) return;
  const lines = view.attributes['showGridLines'];
  sheet.showGridlines = lines === undefined || isTrue(lines);
  const pane = child(view, 'pane');
  if (!pane || !/^frozen/.test(pane.attributes['state'] ?? '')) return;
  const rows = numberOf(pane.attributes['ySplit']) ?? 0;
  const columns = numberOf(pane.attributes['xSplit']) ?? 0;
  if (rows > 0 || columns > 0) sheet.freeze = { rows, columns };
}

function readColumns(sheet: Sheet, columns: XmlElement | undefined, styles: readonly number[]): void {
  let count = 0;
  for (const { attributes } of childrenNamed(columns, 'col')) {
    const width = numberOf(attributes['width']);
    const style = styles[numberOf(attributes['style']) ?? 0] ?? 0;
    const last = Math.min(numberOf(attributes['max']) ?? 0, LIMITS.columns);
    const first = Math.max(1, numberOf(attributes['min']) ?? 1);
    count += Math.max(0, last - first + 1);
    if (count > LIMITS.columns)
      throw new BadWorkbook('The workbook is damaged: it says twice how wide a column is.');
    for (let column = first; column <= last; column++) {
      sheet.columnFormats.set(column - 1, {
        width: width === null ? null : widthInPoints(width),
        hidden: isTrue(attributes['hidden']),
        style,
      });
    }
  }
}

function readPage(sheet: Sheet, section: (local: string) => XmlElement | undefined, fits: boolean): void {
  const page = emptyPageLayout();
  const setup = section('pageSetup')?.attributes ?? {};
  if (setup['orientation'] === 'landscape') page.orientation = 'Landscape';
  if (setup['orientation'] === 'portrait') page.orientation = 'Portrait';
  page.paperSize = paperWord(numberOf(setup['paperSize']));
  if (fits) {
    // 0 pages means as many as it takes; absent means one.
    const across = numberOf(setup['fitToWidth']) ?? 1;
    const down = numberOf(setup['fitToHeight']) ?? 1;
    page.zoom = {
      ...(across > 0 && { horizontalFitToPages: across }),
      ...(down > 0 && { verticalFitToPages: down }),
    };
  } else if (setup['scale'] !== undefined) page.zoom = { scale: Number(setup['scale']) };
  const margins = section('pageMargins')?.attributes;
  if (margins) {
    const points = (name: string) => inchesInPoints(numberOf(margins[name]) ?? 0);
    page.margins = {
      left: points('left'),
      right: points('right'),
      top: points('top'),
      bottom: points('bottom'),
      header: points('header'),
      footer: points('footer'),
    };
  }
  const options = section('printOptions')?.attributes ?? {};
  page.centerHorizontally = isTrue(options['horizontalCentered']);
  page.printGridlines = isTrue(options['gridLines']);
  const footer = child(section('headerFooter'), 'oddFooter');
  const parts = footerParts(decodeExcelText(footer?.text ?? ''));
  page.leftFooter = parts.left;
  page.centerFooter = parts.center;
  page.rightFooter = parts.right;
  sheet.pageLayout = page;
}
