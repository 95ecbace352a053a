import { Book, type Sheet, type Table, type Visibility } from '../book/book';
import { BadWorkbook } from './bad-workbook';
import { ChartSource, readCharts } from './charts/read-charts';
import { readCustomProperties } from './custom-properties/read-custom-properties';
import { readCustomXml } from './custom-xml/read-custom-xml';
import type { Package } from './package/package';
import { unpack } from './package/zip';
import { layoutSnapshot } from './sheet/layout-snapshot';
import { readSheet, rowFormatTexts, type SheetReading } from './sheet/read-sheet';
import { sheetId } from './sheet/sheet-id';
import { sectionText } from './sheet/source';
import { NO_SHARED_STRINGS, readSharedStrings } from './strings/shared-strings';
import { EMPTY_STYLES, STYLES_PART } from './package/blank';
import { readStyles, type StyleSheet } from './styles/read-styles';
import { MOST, ReadingCounts, tooMany } from './limits';
import { readTable } from './tables/read-table';
import { BookSource, SheetSource, type SheetSlot } from './workbook/source';
import { findWorkbookPart } from './workbook/find-workbook';
import { readNames } from './workbook/read-names';
import { readSettings } from './workbook/settings';
import { decodeExcelText } from './xml/text';
import { attribute, child, childrenNamed, isTrue, numberOf, parseXml, type XmlElement } from './xml/tree';

/**
 * Reads an .xlsx or .xlsm file. The Book keeps the file's own parts in `source`, so that saving changes only what was
 * changed. Throws BadWorkbook, with one sentence for the user, when the file is no such workbook or is damaged.
 */
export function readXlsx(bytes: Uint8Array): Book {
  const parts = unpack(bytes);
  try {
    const book = parts.reading(2 * MOST.unpackedBytes, () => readPackage(parts));
    if (book.sheets.length === 0) throw new BadWorkbook('The workbook has no worksheets.');
    return book;
  } catch (cause) {
    if (cause instanceof BadWorkbook) throw cause;
    throw new BadWorkbook('The workbook is damaged: its contents could not be read.', { cause });
  }
}

/** Reads a package, also one without sheets. */
export function readPackage(parts: Package): Book {
  const workbookPart = findWorkbookPart(parts);
  const xml = parts.text(workbookPart);
  const workbook = parseXml(xml);
  const related = (kind: string): string | null =>
    parts.relationships(workbookPart).find((each) => each.kind === kind && parts.has(each.target))?.target ??
    null;

  const book = new Book();
  book.date1904 = isTrue(child(workbook, 'workbookPr')?.attributes['date1904']);
  book.structureProtected = isTrue(child(workbook, 'workbookProtection')?.attributes['lockStructure']);
  for (const [key, value] of readSettings(parts, workbookPart)) book.settings.set(key, value);
  for (const part of readCustomXml(parts, workbookPart)) book.customXmlParts.push(part);
  const stylesPart = related('styles');
  const themePart = related('theme');
  const styles = readStyles(
    stylesPart === null ? EMPTY_STYLES : parts.text(stylesPart),
    themePart === null ? null : parts.text(themePart),
  );
  const stringsPart = related('sharedStrings');
  const strings = stringsPart === null ? NO_SHARED_STRINGS : readSharedStrings(parts.text(stringsPart));
  const reading: SheetReading = {
    strings,
    palette: styles.palette,
    styles: adoptStyles(book, styles),
    date1904: book.date1904,
    counts: new ReadingCounts(),
  };
  const slots = readSlots(parts, workbookPart, workbook, xml);
  const worksheets = new Set(
    parts
      .relationships(workbookPart)
      .filter((each) => each.kind === 'worksheet')
      .map((each) => each.id),
  );
  const notes = slots
    .filter((slot) => worksheets.has(slot.relationship))
    .map((slot) => readSlot(book, parts, slot, reading));
  const names = readNames(book, workbook, xml, slots);
  // A chart may be drawn from any sheet.
  for (const { part, sheet } of slots) if (sheet) readCharts(parts, part, sheet);
  // Names add the print area and titles, so the layout is complete only now.
  for (const note of notes) note();

  const view = child(child(workbook, 'bookViews'), 'workbookView');
  const activeTab = numberOf(view?.attributes['activeTab']) ?? 0;
  const active = slots[activeTab]?.sheet ?? null;
  book.activeSheet = active ? book.sheets.indexOf(active) : 0;
  book.source = new BookSource(
    parts,
    workbookPart,
    slots,
    names,
    styles,
    stylesPart ?? STYLES_PART,
    strings,
    stringsPart,
    book.date1904,
    book.structureProtected,
    activeTab,
    book.sheets[book.activeSheet] ?? null,
    [...book.customXmlParts],
  );
  return book;
}

/** The Book's style number for each cell format of the file. */
function adoptStyles(book: Book, styles: StyleSheet): number[] {
  const plain = styles.styles[0];
  if (plain) book.styles.setPlain(plain);
  book.defaultFont = styles.plainFont;
  return styles.styles.map((style) => book.styles.intern(style));
}

const VISIBILITY: ReadonlyMap<string, Visibility> = new Map([
  ['hidden', 'Hidden'],
  ['veryHidden', 'VeryHidden'],
]);

function readSlots(parts: Package, workbookPart: string, workbook: XmlElement, xml: string): SheetSlot[] {
  const targets = new Map(parts.relationships(workbookPart).map((each) => [each.id, each.target]));
  const sheets = childrenNamed(child(workbook, 'sheets'), 'sheet');
  if (sheets.length > MOST.sheets) throw tooMany('sheets', MOST.sheets);
  const names = new Map<string, string>();
  return sheets.map((element) => {
    const relationship = attribute(element, 'id') ?? '';
    const name = decodeExcelText(element.attributes['name'] ?? '');
    refuseSameName(names.get(name.toLowerCase()), name);
    names.set(name.toLowerCase(), name);
    return {
      name,
      sheetId: numberOf(element.attributes['sheetId']) ?? 0,
      relationship,
      visibility: VISIBILITY.get(element.attributes['state'] ?? '') ?? 'Visible',
      tag: xml.slice(element.start, element.end),
      part: targets.get(relationship) ?? '',
      sheet: null,
    };
  });
}

/** Excel tells sheets apart by their names, whatever the case. */
function refuseSameName(before: string | undefined, name: string): void {
  if (before === undefined) return;
  const both = before === name ? `two sheets named “${name}”` : `the sheets “${before}” and “${name}”`;
  throw new BadWorkbook(`The workbook is damaged: it has ${both}, which Excel cannot tell apart.`);
}

/** Reads one sheet; the answer, called when the names are known, notes how it was. */
function readSlot(book: Book, parts: Package, slot: SheetSlot, reading: SheetReading): () => void {
  if (!parts.has(slot.part))
    throw new BadWorkbook(`The workbook is damaged: its sheet “${slot.name}” is missing.`);
  const sheet = book.addSheet(slot.name);
  slot.sheet = sheet;
  sheet.visibility = slot.visibility;
  for (const table of readTables(parts, slot.part, sheet)) {
    reading.counts.countTable();
    sheet.tables.push(table);
  }
  const xml = readSheet(sheet, parts.text(slot.part), reading);
  sheet.id = sheetId(xml.rootTag, slot, book);
  const properties = readCustomProperties(parts, slot.part, sectionText(xml, 'customProperties'));
  for (const { key, value } of properties) sheet.customProperties.set(key, value);
  return () => {
    sheet.source = new SheetSource(
      slot,
      xml,
      layoutSnapshot(sheet),
      rowFormatTexts(sheet),
      [...sheet.tables],
      sheet.charts.flatMap(({ source }) => (source instanceof ChartSource ? [source] : [])),
      properties,
    );
  };
}

function readTables(parts: Package, sheetPart: string, sheet: Sheet): Table[] {
  return parts
    .relationships(sheetPart)
    .filter((each) => each.kind === 'table' && parts.has(each.target))
    .flatMap((each) => readTable(sheet, each.target, each.id, parts.text(each.target)) ?? []);
}
