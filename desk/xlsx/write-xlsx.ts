import { Book, type Sheet } from '../book/book';
import { writeCustomXml } from './custom-xml/write-custom-xml';
import type { CustomFunctionForm } from './formulas/file-form';
import { hasRenames, type Renames } from './formulas/rename';
import { blankPackage, CONTENT_TYPES, emptySheet, EMPTY_STRINGS, STRINGS_PART } from './package/blank';
import { pack } from './package/zip';
import { readPackage } from './read-xlsx';
import { layoutSnapshot } from './sheet/layout-snapshot';
import { scanSheet } from './sheet/scan-sheet';
import { writeSheet } from './sheet/write-sheet';
import { SharedStringWriter } from './strings/shared-strings';
import { StyleWriter } from './styles/write-styles';
import { TableSource } from './tables/read-table';
import { ArrayMarks } from './workbook/array-marks';
import { renameInParts } from './workbook/rename-parts';
import { writeSettings } from './workbook/settings';
import { BookSource, SheetSource, sourceOf, type SheetSlot } from './workbook/source';
import type { WriteContext } from './workbook/write-context';
import { writeWorkbook } from './workbook/write-workbook';

/**
 * The Book as an .xlsx file. Whatever the Desk did not change is taken over from the file the Book was read from:
 * parts byte for byte, and in a changed sheet everything but the changed cells and settings. The same Book gives the
 * same bytes. Throws BadWorkbook when a cell holds more text than Excel can.
 */
export function writeXlsx(book: Book): Uint8Array {
  const source = book.source instanceof BookSource ? book.source : blankSource();
  const parts = source.parts.copy();
  const context: WriteContext = {
    book,
    source,
    parts,
    styles: new StyleWriter(source.styles),
    strings: new SharedStringWriter(source.strings),
    arrays: new ArrayMarks(parts, source.workbookPart),
    renames: renamesOf(book, source),
    customFunctions: customFunctionForm(source),
    formulasChanged: false,
  };
  removeSheets(context);
  const slots = arrangeSlots(context);
  const active = book.sheets[book.activeSheet] ?? null;
  const otherActive = active !== source.activeSheet;
  for (const slot of slots) {
    if (!slot.sheet) continue;
    const held = sourceOf(slot.sheet) ?? blankSheetSource(slot);
    writeSheet(context, slot.sheet, held, slot.part, otherActive ? slot.sheet === active : null);
  }
  if (hasRenames(context.renames)) renameInParts(parts, context.renames);
  const fullCalculation = hasChanges(context) && hasUnknownValues(book);
  writeWorkbook(context, { slots, active: otherActive ? active : null, fullCalculation });
  writeSettings(parts, source.workbookPart, book.settings);
  writeCustomXml(parts, source.workbookPart, book.customXmlParts, source.customXmlParts);
  writeStyles(context);
  writeStrings(context);
  if (context.formulasChanged) removeCalculationChain(context);
  return pack(parts);
}

function blankSource(): BookSource {
  const { source } = readPackage(blankPackage());
  if (source instanceof BookSource) return source;
  throw new Error('a blank package without a source');
}

function blankSheetSource(slot: SheetSlot): SheetSource {
  const xml = scanSheet(emptySheet(slot.sheet?.id ?? null), { row: () => undefined, cell: () => undefined });
  const empty = new Book().addSheet(slot.name);
  return new SheetSource(slot, xml, layoutSnapshot(empty), new Map(), [], [], []);
}

function renamesOf(book: Book, source: BookSource): Renames {
  const sheets = new Map<string, string | null>();
  const tables = new Map<string, string>();
  for (const slot of source.slots) {
    if (!slot.sheet) continue;
    const isKept = book.sheets.includes(slot.sheet);
    // A sheet made anew under the old name takes the references over.
    if (!isKept && !book.sheet(slot.name)) sheets.set(slot.name.toLowerCase(), null);
    if (isKept && slot.sheet.name !== slot.name) sheets.set(slot.name.toLowerCase(), slot.sheet.name);
    for (const before of sourceOf(slot.sheet)?.tables ?? []) {
      const { source: table } = before;
      const name = table instanceof TableSource ? (JSON.parse(table.snapshot) as [string])[0] : before.name;
      if (name !== before.name) tables.set(name.toLowerCase(), before.name);
    }
  }
  return { sheets, tables };
}

/** New formulas are written the way the file writes those it has. */
function customFunctionForm(source: BookSource): CustomFunctionForm {
  const prefixed = source.slots.some(
    (slot) => slot.sheet && source.parts.text(slot.part).includes('_xldudf_'),
  );
  return prefixed ? 'prefixed' : 'plain';
}

/** Deleted sheets go with everything that only they had: drawings, comments, tables. */
function removeSheets(context: WriteContext): void {
  const { book, source, parts } = context;
  const gone = source.slots.filter((slot) => slot.sheet && !book.sheets.includes(slot.sheet));
  if (gone.length === 0) return;
  context.formulasChanged = true;
  parts.removing(() => {
    for (const slot of gone) parts.unrelate(source.workbookPart, slot.relationship);
  });
}

/** The sheets in the Book's order; what the Desk does not show stays behind the sheet it followed. */
function arrangeSlots(context: WriteContext): SheetSlot[] {
  const { book, source } = context;
  const slots = book.sheets.map((sheet) => sourceOf(sheet)?.slot ?? null);
  let nextId = source.slots.reduce((most, { sheetId }) => Math.max(most, sheetId), 0);
  const arranged = slots.map((slot, index) => slot ?? addSheetPart(context, book.sheets[index], ++nextId));
  source.slots.forEach((slot, index) => {
    if (slot.sheet) return;
    const previous = source.slots
      .slice(0, index)
      .filter((each) => arranged.includes(each))
      .at(-1);
    arranged.splice(previous ? arranged.indexOf(previous) + 1 : 0, 0, slot);
  });
  return arranged;
}

function addSheetPart({ source, parts }: WriteContext, sheet: Sheet | undefined, sheetId: number): SheetSlot {
  if (!sheet) throw new Error('a sheet is missing from the book');
  const part = parts.freeName('xl/worksheets/sheet', '.xml');
  parts.add(part, emptySheet(sheet.id), CONTENT_TYPES.worksheet);
  const relationship = parts.relate(source.workbookPart, part, 'worksheet');
  return { name: sheet.name, sheetId, relationship, visibility: sheet.visibility, tag: '', part, sheet };
}

function hasChanges({ book, source }: WriteContext): boolean {
  return book.sheets.some((sheet) => sheet.touched.size > 0) || book.sheets.length !== source.slots.length;
}

function hasUnknownValues(book: Book): boolean {
  for (const sheet of book.sheets)
    for (const { cell } of sheet.entries()) if (cell.formula !== null && cell.value === null) return true;
  return false;
}

function writeStyles({ parts, source, styles }: WriteContext): void {
  const text = styles.finish();
  if (parts.has(source.stylesPart)) {
    if (text !== null) parts.setText(source.stylesPart, text);
    return;
  }
  if (text === null) return;
  parts.add(source.stylesPart, text, CONTENT_TYPES.styles);
  parts.relate(source.workbookPart, source.stylesPart, 'styles');
}

function writeStrings({ parts, source, strings }: WriteContext): void {
  const before = source.stringsPart === null ? EMPTY_STRINGS : parts.text(source.stringsPart);
  const text = strings.finish(before, stringsShownBefore(source));
  if (text === null) return;
  if (source.stringsPart !== null) {
    parts.setText(source.stringsPart, text);
    return;
  }
  parts.add(STRINGS_PART, text, CONTENT_TYPES.sharedStrings);
  parts.relate(source.workbookPart, STRINGS_PART, 'sharedStrings');
}

function* stringsShownBefore(source: BookSource): Iterable<number> {
  for (const slot of source.slots) {
    const held = slot.sheet ? sourceOf(slot.sheet) : null;
    for (const number of held?.xml.cells.shared ?? []) if (number >= 0) yield number;
  }
}

/** The order of calculation names every formula cell; Excel makes a new one, and refuses a wrong one. */
function removeCalculationChain({ parts, source }: WriteContext): void {
  for (const each of parts.relationships(source.workbookPart)) {
    if (each.kind !== 'calcChain') continue;
    parts.unrelate(source.workbookPart, each.id);
    if (parts.has(each.target)) parts.remove(each.target);
  }
}
