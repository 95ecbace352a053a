import type { Book, Sheet } from '../../book/book';
import { parseArea, splitSheetName } from '../../book/address';
import { shownFormula } from '../formulas/file-form';
import { textAt, tokenize } from '../formulas/tokens';
import type { SheetSlot, SourceName } from './source';
import { decodeExcelText } from '../xml/text';
import { child, childrenNamed, isTrue, numberOf, type XmlElement } from '../xml/tree';

export const PRINT_AREA = '_xlnm.Print_Area';
export const PRINT_TITLES = '_xlnm.Print_Titles';

/** Reads the defined names; print areas and titles go to the page layout of their sheet. */
export function readNames(
  book: Book,
  workbook: XmlElement,
  xml: string,
  slots: readonly SheetSlot[],
): SourceName[] {
  return childrenNamed(child(workbook, 'definedNames'), 'definedName').map((element): SourceName => {
    const local = numberOf(element.attributes['localSheetId']);
    const name: SourceName = {
      text: xml.slice(element.start, element.end),
      name: element.attributes['name'] ?? '',
      slot: local === null ? null : (slots[local] ?? null),
      formula: decodeExcelText(element.text),
      shown: null,
    };
    if (isOwnOfExcel(name.name)) {
      if (name.slot?.sheet) readPrintName(name.slot.sheet, name);
      return name;
    }
    if (local !== null && !name.slot?.sheet) return name;
    const { comment } = element.attributes;
    name.shown = {
      name: decodeExcelText(name.name),
      formula: shownFormula(name.formula, null),
      scope: name.slot?.sheet ?? null,
      hidden: isTrue(element.attributes['hidden']),
      ...(comment !== undefined && { comment: decodeExcelText(comment) }),
    };
    book.names.push({ ...name.shown });
    return name;
  });
}

/** `_xlnm.Print_Area`, `_xlnm._FilterDatabase`, `_xlfn.XLOOKUP`, `_xldudf_…`: no names of the user's. */
function isOwnOfExcel(name: string): boolean {
  return name.startsWith('_xl');
}

function readPrintName(sheet: Sheet, { name, formula }: SourceName): void {
  const areas = splitUnion(formula).map((part) => splitSheetName(part).rest);
  if (name === PRINT_AREA && areas.length === 1) sheet.pageLayout.printArea = parseArea(areas[0] ?? '');
  if (name !== PRINT_TITLES) return;
  for (const area of areas) {
    const rows = /^\$?(\d+):\$?(\d+)$/.exec(area);
    if (rows) sheet.pageLayout.titleRows = { first: Number(rows[1]) - 1, last: Number(rows[2]) - 1 };
  }
}

/** The parts between commas; a comma in a sheet's name is none. */
export function splitUnion(formula: string): string[] {
  const parts = [''];
  const tokens = tokenize(formula);
  tokens.forEach((token, at) => {
    if (textAt(tokens, at) === ',') parts.push('');
    else parts[parts.length - 1] += token.text;
  });
  return parts.map((part) => part.trim());
}
