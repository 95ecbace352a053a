import { LIMITS, type ColumnFormat, type PageLayout, type Sheet } from '../../book/book';
import { areaAddress } from '../../book/address';
import { columnsText } from './write-columns';
import { footerText } from './footer-text';
import { layoutSnapshot, type LayoutSnapshot } from './layout-snapshot';
import { paperNumber } from './paper-sizes';
import { cellName } from '../addresses';
import type { SectionName } from './section-order';
import { pointsInInches } from './units';
import type { WriteContext } from '../workbook/write-context';
import { withChild } from '../xml/children';
import { openTag, withAttributes, withOpenTag } from '../xml/patch';
import { encodeExcelText, escapeText } from '../xml/text';
import { child, parseXml } from '../xml/tree';

/** The text of a section of the file, and a way to give it another (null: none). */
export interface Sections {
  prefix: string;
  get(name: SectionName): string | null;
  set(name: SectionName, text: string | null): void;
}

/** Writes what changed of a sheet's layout since it was read; sections without a change are not looked at. */
export function writeLayout(
  context: WriteContext,
  sheet: Sheet,
  before: LayoutSnapshot,
  sections: Sections,
): void {
  const now = layoutSnapshot(sheet);
  const changed = (part: keyof LayoutSnapshot) => now[part] !== before[part];
  const { prefix } = sections;
  const page = sheet.pageLayout;
  if (changed('tabColor')) editProperties(sections, 'tabColor', colorTag(prefix, sheet.tabColor));
  if (changed('fits')) {
    const old = childTag(sections.get('sheetPr'), 'pageSetUpPr') ?? `<${prefix}pageSetUpPr/>`;
    const fits = now.fits === 'true' ? '1' : null;
    editProperties(sections, 'pageSetUpPr', withAttributes(old, { fitToPage: fits }));
  }
  if (changed('showGridlines') || changed('freeze'))
    editView(sections, (view) => {
      const lines = withOpenTag(view, { showGridLines: sheet.showGridlines ? null : '0' });
      return changed('freeze') ? withPane(lines, sheet.freeze, prefix) : lines;
    });
  if (changed('columns')) {
    const formats = new Map(JSON.parse(before.columns) as [number, ColumnFormat][]);
    sections.set('cols', columnsText(context, sheet, sections.get('cols'), formats, prefix));
  }
  if (changed('isProtected'))
    sections.set(
      'sheetProtection',
      sheet.isProtected ? `<${prefix}sheetProtection sheet="1" objects="1" scenarios="1"/>` : null,
    );
  if (changed('merges')) sections.set('mergeCells', mergesText(sheet, prefix));
  if (changed('printOptions'))
    editAttributes(sections, 'printOptions', {
      horizontalCentered: page.centerHorizontally ? '1' : null,
      gridLines: page.printGridlines ? '1' : null,
    });
  if (changed('margins')) sections.set('pageMargins', marginsText(page, prefix));
  if (changed('pageSetup')) editAttributes(sections, 'pageSetup', setupAttributes(page));
  if (changed('footer')) editFooter(sections, page);
  if (changed('rowBreaks'))
    sections.set('rowBreaks', breaksText(`${prefix}rowBreaks`, sheet.pageBreakRows, LIMITS.columns, prefix));
  if (changed('columnBreaks'))
    sections.set('colBreaks', breaksText(`${prefix}colBreaks`, sheet.pageBreakColumns, LIMITS.rows, prefix));
}

/** `tabSelected` says which sheet is shown first; two of them make Excel edit both sheets at once. */
export function writeSelected(sections: Sections, selected: boolean): void {
  const before = sections.get('sheetViews');
  const was = before !== null && /\stabSelected\s*=\s*["'](?:1|true)/.test(before);
  if (was !== selected)
    editView(sections, (view) => withOpenTag(view, { tabSelected: selected ? '1' : null }));
}

function editAttributes(sections: Sections, name: SectionName, values: Record<string, string | null>): void {
  sections.set(name, withOpenTag(sections.get(name) ?? `<${sections.prefix}${name}/>`, values));
}

const PROPERTIES_ORDER = ['tabColor', 'outlinePr', 'pageSetUpPr'];

function editProperties(sections: Sections, name: string, text: string | null): void {
  const before = sections.get('sheetPr') ?? `<${sections.prefix}sheetPr></${sections.prefix}sheetPr>`;
  sections.set('sheetPr', withChild(before, name, text, PROPERTIES_ORDER));
}

function colorTag(prefix: string, color: string | null): string | null {
  return color === null ? null : `<${prefix}tabColor rgb="FF${color.replace('#', '').toUpperCase()}"/>`;
}

/** Changes the first view of the sheet, which is the one Excel opens with. */
function editView(sections: Sections, edit: (view: string) => string): void {
  const { prefix } = sections;
  const before =
    sections.get('sheetViews') ??
    `<${prefix}sheetViews><${prefix}sheetView workbookViewId="0"/></${prefix}sheetViews>`;
  const view = child(parseXml(before), 'sheetView');
  if (!view) return;
  sections.set(
    'sheetViews',
    before.slice(0, view.start) + edit(before.slice(view.start, view.end)) + before.slice(view.end),
  );
}

const VIEW_ORDER = ['pane', 'selection', 'pivotSelection', 'extLst'];

function withPane(view: string, freeze: Sheet['freeze'], prefix: string): string {
  const kept = parseXml(view).children.filter((element) => !['pane', 'selection'].includes(element.local));
  const rest = kept.map((element) => view.slice(element.start, element.end)).join('');
  const element = parseXml(view);
  const open = openTag(view.slice(0, element.openEnd));
  const plain = `${open}${rest}</${element.name}>`;
  if (!freeze || (freeze.rows === 0 && freeze.columns === 0)) return plain;
  const { rows, columns } = freeze;
  const active = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const splits =
    (columns > 0 ? ` xSplit="${String(columns)}"` : '') + (rows > 0 ? ` ySplit="${String(rows)}"` : '');
  const corner = cellName(rows, columns);
  const pane = `<${prefix}pane${splits} topLeftCell="${corner}" activePane="${active}" state="frozen"/>`;
  return withChild(plain, 'pane', `${pane}<${prefix}selection pane="${active}"/>`, VIEW_ORDER);
}

function mergesText(sheet: Sheet, prefix: string): string | null {
  if (sheet.merges.length === 0) return null;
  const items = sheet.merges.map((area) => `<${prefix}mergeCell ref="${areaAddress(area)}"/>`);
  return `<${prefix}mergeCells count="${String(items.length)}">${items.join('')}</${prefix}mergeCells>`;
}

/** `size`: how far a break reaches, in rows or columns. */
function breaksText(name: string, places: ReadonlySet<number>, size: number, prefix: string): string | null {
  const sorted = [...places].filter((place) => place > 0).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const count = String(sorted.length);
  const max = String(size - 1);
  const items = sorted.map((place) => `<${prefix}brk id="${String(place)}" max="${max}" man="1"/>`).join('');
  return `<${name} count="${count}" manualBreakCount="${count}">${items}</${name}>`;
}

function marginsText({ margins }: PageLayout, prefix: string): string | null {
  if (!margins) return null;
  const names = ['left', 'right', 'top', 'bottom', 'header', 'footer'] as const;
  const written = names.map((name) => ` ${name}="${String(pointsInInches(margins[name]))}"`).join('');
  return `<${prefix}pageMargins${written}/>`;
}

function setupAttributes(page: PageLayout): Record<string, string | null> {
  const paper = page.paperSize === null ? null : paperNumber(page.paperSize);
  const zoom = page.zoom;
  const fits = zoom !== null && zoom.scale === undefined;
  return {
    orientation: page.orientation?.toLowerCase() ?? null,
    paperSize: paper === null ? null : String(paper),
    scale: zoom?.scale === undefined ? null : String(zoom.scale),
    fitToWidth: fits ? String(zoom.horizontalFitToPages ?? 0) : null,
    fitToHeight: fits ? String(zoom.verticalFitToPages ?? 0) : null,
  };
}

const FOOTER_ORDER = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'];

function editFooter(sections: Sections, page: PageLayout): void {
  const { prefix } = sections;
  const text = footerText({ left: page.leftFooter, center: page.centerFooter, right: page.rightFooter });
  const before = sections.get('headerFooter') ?? `<${prefix}headerFooter></${prefix}headerFooter>`;
  const footer =
    text === '' ? null : `<${prefix}oddFooter>${escapeText(encodeExcelText(text))}</${prefix}oddFooter>`;
  sections.set('headerFooter', withChild(before, 'oddFooter', footer, FOOTER_ORDER));
}

function childTag(text: string | null, local: string): string | null {
  const found = text === null ? undefined : child(parseXml(text), local);
  return text === null || !found ? null : text.slice(found.start, found.end);
}
