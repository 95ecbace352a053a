import {
  CellError,
  LIMITS,
  sameValue,
  type Area,
  type Cell,
  type CellValue,
  type Sheet,
} from '../../book/book';
import { areaAddress } from '../../book/address';
import { BadWorkbook } from '../bad-workbook';
import { cellName } from '../addresses';
import { cellValue, errorInFile } from './cell-value';
import { tableAt } from './read-sheet';
import type { SourceFormula } from './source';
import { fileFormula } from '../formulas/file-form';
import { maySpill } from '../formulas/may-spill';
import { hasRenames, renameInFormula } from '../formulas/rename';
import type { WriteContext } from '../workbook/write-context';
import { encodeExcelText, escapeAttribute, escapeText } from '../xml/text';
import { child, parseXml, type XmlElement } from '../xml/tree';

/** What the file held in the place of a cell that is written now. */
export interface SourceCell {
  text: string;
  formula: SourceFormula | undefined;
}

/** A text the user would have to type with an apostrophe, since Excel would take it for a formula. */
const LIKE_A_FORMULA = /^[=+@-]/;

/** The `<c>` of a cell. What did not change of it is taken over from the file as it stands there. */
export function cellText(
  context: WriteContext,
  sheet: Sheet,
  place: { row: number; column: number },
  cell: Cell,
  prefix: string,
  before: SourceCell | null,
  keepFormula: boolean,
): string {
  const old = before ? parseXml(before.text) : undefined;
  const style = context.book.styles.get(cell.style);
  const isText = typeof cell.value === 'string' && cell.formula === null;
  const wasQuoted = context.source.styles.quoted[style.xf ?? 0] ?? false;
  const quoted = isText && (wasQuoted || LIKE_A_FORMULA.test(String(cell.value)));
  const format = context.styles.formatFor(style, quoted);
  let attributes = ` r="${cellName(place.row, place.column)}"`;
  if (format > 0) attributes += ` s="${String(format)}"`;

  const spill = spillArea(sheet, place, cell);
  const sameFormula =
    keepFormula &&
    before?.formula !== undefined &&
    before.formula.shown === cell.formula &&
    sameArea(before.formula.array, spill);
  const oldFormula = child(old, 'f');
  let formula = '';
  if (sameFormula && before && oldFormula) {
    formula = renamed(context, before.text.slice(oldFormula.start, oldFormula.end), oldFormula);
    attributes += oldAttributes(old, ['cm']);
  } else if (cell.formula !== null) {
    const isDynamic = cell.formulaKind === undefined && (isSeveral(spill) || maySpill(cell.formula.slice(1)));
    const isArray = isDynamic || cell.formulaKind === 'Array';
    const array = isArray ? (spill ?? { ...place, rows: 1, columns: 1 }) : null;
    formula = newFormula(context, sheet, place, cell.formula, prefix, array);
    if (isDynamic) attributes += ` cm="${context.arrays.mark()}"`;
  }
  if (!sameFormula && (cell.formula !== null || before?.formula?.shown)) context.formulasChanged = true;

  const value = valueOf(context, sheet, place, cell, prefix, before, old);
  attributes += value.attributes;
  const inside = formula + value.text;
  return inside === '' ? `<${prefix}c${attributes}/>` : `<${prefix}c${attributes}>${inside}</${prefix}c>`;
}

function isSeveral(area: Area | null): boolean {
  return area !== null && (area.rows > 1 || area.columns > 1);
}

interface WrittenValue {
  /** As in the tag, each with a space before it. */
  attributes: string;
  text: string;
}

function oldAttributes(old: XmlElement | undefined, names: readonly string[]): string {
  let text = '';
  for (const name of names) {
    const value = old?.attributes[name];
    if (value !== undefined) text += ` ${name}="${escapeAttribute(value)}"`;
  }
  return text;
}

function valueOf(
  context: WriteContext,
  sheet: Sheet,
  place: { row: number; column: number },
  cell: Cell,
  prefix: string,
  before: SourceCell | null,
  old: XmlElement | undefined,
): WrittenValue {
  const oldFormula = child(old, 'f');
  const wasFormula = oldFormula !== undefined;
  if (
    before &&
    old &&
    wasFormula === (cell.formula !== null) &&
    sameValue(oldValue(context, old), cell.value)
  ) {
    const type = old.attributes['t'];
    const shared = type === 's' ? Number(child(old, 'v')?.text) : -1;
    if (shared >= 0) context.strings.keep(shared);
    const attributes = oldAttributes(old, ['t', 'vm', 'ph']);
    // Everything after the formula: the value, inline text, extensions.
    return { attributes, text: before.text.slice(oldFormula?.end ?? old.openEnd, old.closeStart) };
  }
  return newValue(context, cell.value, cell.formula !== null, prefix, () => placeName(sheet, place));
}

function oldValue(context: WriteContext, old: XmlElement): CellValue {
  const text = child(old, 'v')?.text ?? null;
  const inline = inlineText(child(old, 'is'));
  return cellValue(old.attributes['t'], text, inline, context.source.strings, context.source.date1904);
}

function inlineText(element: XmlElement | undefined): string {
  if (!element) return '';
  return element.children
    .map((part) => (part.local === 't' ? part.text : part.local === 'r' ? inlineText(part) : ''))
    .join('');
}

function newValue(
  context: WriteContext,
  value: CellValue,
  isFormula: boolean,
  prefix: string,
  place: () => string,
): WrittenValue {
  const v = (text: string) => `<${prefix}v>${text}</${prefix}v>`;
  if (value === null) return { attributes: '', text: '' };
  if (typeof value === 'boolean') return { attributes: ' t="b"', text: v(value ? '1' : '0') };
  if (value instanceof CellError) return { attributes: ' t="e"', text: v(errorInFile(value)) };
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return { attributes: ' t="e"', text: v('#NUM!') };
    return { attributes: '', text: v(String(value)) };
  }
  if (value.length > LIMITS.cellCharacters) {
    const length = value.length.toLocaleString('en-US');
    throw new BadWorkbook(`The text in ${place()} has ${length} characters; a cell holds at most 32,767.`);
  }
  if (isFormula) return { attributes: ' t="str"', text: v(escapeText(encodeExcelText(value))) };
  return { attributes: ' t="s"', text: v(String(context.strings.numberOf(value))) };
}

function newFormula(
  context: WriteContext,
  sheet: Sheet,
  { row, column }: { row: number; column: number },
  formula: string,
  prefix: string,
  spill: Area | null,
): string {
  const text = fileFormula(formula, {
    ownTable: tableAt(sheet, row, column),
    customFunctions: context.customFunctions,
    isArray: spill !== null,
  });
  const array = spill ? ` t="array" ref="${areaAddress(spill)}"` : '';
  return `<${prefix}f${array}>${escapeText(encodeExcelText(text))}</${prefix}f>`;
}

function renamed(context: WriteContext, text: string, element: XmlElement): string {
  if (!hasRenames(context.renames) || element.text === '') return text;
  const open = text.slice(0, element.openEnd - element.start);
  return `${open}${escapeText(renameInFormula(element.text, context.renames))}</${element.name}>`;
}

/** The area an anchor fills, as far as its cells still belong to it; null for a formula that is no array. */
export function spillArea(
  sheet: Sheet,
  { row, column }: { row: number; column: number },
  cell: Cell,
): Area | null {
  if (!cell.spill || cell.formula === null) return null;
  const { rows, columns } = cell.spill;
  for (let r = row; r < row + rows; r++) {
    for (let c = column; c < column + columns; c++) {
      const member = r === row && c === column ? undefined : sheet.cell(r, c);
      if (member && (member.spilledFrom?.row !== row || member.spilledFrom.column !== column))
        return { row, column, rows: 1, columns: 1 };
    }
  }
  return { row, column, rows, columns };
}

function sameArea(a: Area | null, b: Area | null): boolean {
  if (!a || !b) return a === b;
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

function placeName(sheet: Sheet, { row, column }: { row: number; column: number }): string {
  return `cell ${cellName(row, column)} of the sheet “${sheet.name}”`;
}
