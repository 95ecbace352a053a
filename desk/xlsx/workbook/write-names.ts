import type { DefinedName, PageLayout, Sheet } from '../../book/book';
import { areaAddress, columnName, quoteSheetName } from '../../book/address';
import { LIMITS, type Area } from '../../book/book';
import { PRINT_AREA, PRINT_TITLES, splitUnion } from './read-names';
import { sourceOf, type SheetSlot, type SourceName } from './source';
import type { WriteContext } from './write-context';
import { fileFormula } from '../formulas/file-form';
import { renameInFormula } from '../formulas/rename';
import { openTag, withOpenTag } from '../xml/patch';
import { encodeExcelName, encodeExcelText, escapeText } from '../xml/text';
import { parseXml } from '../xml/tree';

/**
 * The inside of `<definedNames>`: the file's own names with what changed, then the new ones. `slots`: the sheets in
 * their new order, which is how local names say where they belong.
 */
export function namesText(context: WriteContext, slots: readonly SheetSlot[], prefix: string): string[] {
  const { book, source } = context;
  const texts: string[] = [];
  const written = new Set<DefinedName>();
  const printed = new Set<string>();
  for (const name of source.names) {
    const place = name.slot === null ? null : slots.indexOf(name.slot);
    if (place === -1) continue;
    const sheet = name.slot?.sheet ?? null;
    if (sheet && (name.name === PRINT_AREA || name.name === PRINT_TITLES)) {
      printed.add(printKey(sheet, name.name));
      const formula = printFormula(sheet, name);
      if (formula !== null) texts.push(nameText(context, name, place, formula));
      continue;
    }
    if (name.shown === null) {
      texts.push(nameText(context, name, place, null));
      continue;
    }
    const now = book.names.find((each) => sameName(each, name.shown));
    if (!now) continue;
    written.add(now);
    const same = now.formula === name.shown.formula;
    const text = nameText(context, name, place, same ? null : inFile(context, now.formula));
    texts.push(withOpenTag(text, changedAttributes(now, name.shown)));
  }
  for (const name of book.names) {
    const isGone = name.scope !== null && !slots.some((slot) => slot.sheet === name.scope);
    if (!isGone && !written.has(name)) texts.push(newName(context, name, slots, prefix));
  }
  slots.forEach((slot, place) => {
    if (!slot.sheet) return;
    for (const name of [PRINT_AREA, PRINT_TITLES]) {
      const formula = printed.has(printKey(slot.sheet, name)) ? null : newPrintFormula(slot.sheet, name);
      if (formula !== null) texts.push(element(prefix, { name, localSheetId: String(place) }, formula));
    }
  });
  return texts;
}

function changedAttributes(now: DefinedName, before: DefinedName): Record<string, string | null> {
  return {
    ...(now.hidden !== before.hidden && { hidden: now.hidden ? '1' : null }),
    ...(now.comment !== before.comment && { comment: commentText(now) }),
  };
}

function commentText({ comment }: DefinedName): string | null {
  return comment === undefined || comment === '' ? null : encodeExcelText(comment);
}

/** A name of the file with its place in the new order and, unless null, a new formula. */
function nameText(
  context: WriteContext,
  name: SourceName,
  place: number | null,
  formula: string | null,
): string {
  const text = formula ?? renameInFormula(name.formula, context.renames);
  const root = parseXml(name.text);
  const kept =
    text === name.formula
      ? name.text
      : `${openTag(name.text.slice(0, root.openEnd))}${escapeText(encodeExcelText(text))}</${root.name}>`;
  return withOpenTag(kept, { localSheetId: place === null ? null : String(place) });
}

function newName(
  context: WriteContext,
  name: DefinedName,
  slots: readonly SheetSlot[],
  prefix: string,
): string {
  const place = slots.findIndex((slot) => slot.sheet !== null && slot.sheet === name.scope);
  const attributes: Record<string, string | null> = { name: encodeExcelName(name.name) };
  if (place >= 0) attributes['localSheetId'] = String(place);
  if (name.hidden) attributes['hidden'] = '1';
  attributes['comment'] = commentText(name);
  return element(prefix, attributes, inFile(context, name.formula));
}

function inFile(context: WriteContext, formula: string): string {
  return fileFormula(formula, { ownTable: null, customFunctions: context.customFunctions, isArray: false });
}

function sameName(a: DefinedName, b: DefinedName | null): boolean {
  return b !== null && a.scope === b.scope && a.name.toLowerCase() === b.name.toLowerCase();
}

/** The file's own print area or titles while they are as they were read; else what the page layout says. */
function printFormula(sheet: Sheet, name: SourceName): string | null {
  const before = sourceOf(sheet)?.layout;
  const page = sheet.pageLayout;
  if (name.name === PRINT_AREA) {
    if (before?.printArea === JSON.stringify(page.printArea)) return name.formula;
    return newPrintFormula(sheet, PRINT_AREA);
  }
  if (before?.titleRows === JSON.stringify(page.titleRows)) return name.formula;
  // The columns repeated at the left are not in the Book, and stay.
  const columns = splitUnion(name.formula).filter((part) => /!\$?[A-Z]+:\$?[A-Z]+$/i.test(part));
  const rows = newPrintFormula(sheet, PRINT_TITLES);
  const parts = rows === null ? columns : [...columns, rows];
  return parts.length === 0 ? null : parts.join(',');
}

function newPrintFormula(sheet: Sheet, name: string): string | null {
  const address = name === PRINT_AREA ? printAreaAddress(sheet.pageLayout) : titleAddress(sheet.pageLayout);
  return address === null ? null : `${quoteSheetName(sheet.name)}!${address}`;
}

function printAreaAddress({ printArea }: PageLayout): string | null {
  return printArea === null ? null : absolute(printArea);
}

function titleAddress({ titleRows }: PageLayout): string | null {
  return titleRows === null ? null : `$${String(titleRows.first + 1)}:$${String(titleRows.last + 1)}`;
}

function absolute(area: Area): string {
  if (area.rows === LIMITS.rows || area.columns === LIMITS.columns)
    return areaAddress(area).replace(/[A-Z]+|\d+/g, '$$$&');
  const corner = (row: number, column: number) => `$${columnName(column)}$${String(row + 1)}`;
  const first = corner(area.row, area.column);
  const last = corner(area.row + area.rows - 1, area.column + area.columns - 1);
  return first === last ? first : `${first}:${last}`;
}

function printKey(sheet: Sheet, name: string): string {
  return `${sheet.name}\n${name}`;
}

function element(prefix: string, attributes: Record<string, string | null>, formula: string): string {
  return withOpenTag(
    `<${prefix}definedName>${escapeText(encodeExcelText(formula))}</${prefix}definedName>`,
    attributes,
  );
}
