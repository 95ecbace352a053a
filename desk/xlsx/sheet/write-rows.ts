import { cellKey, cellOfKey, type Cell, type RowFormat, type Sheet } from '../../book/book';
import { cellName } from '../addresses';
import { cellText, spillArea, type SourceCell } from './cell-text';
import type { SheetXml, SourceRow } from './source';
import { hasRenames } from '../formulas/rename';
import type { SheetSource } from '../workbook/source';
import type { WriteContext } from '../workbook/write-context';
import { openTag, withAttributes, withOpenTag } from '../xml/patch';

/** Texts that table headers must have, by `cellKey`, whatever their cells hold. */
export type ForcedTexts = ReadonlyMap<number, string>;

/**
 * The inside of `<sheetData>`, or null when nothing in it changed. Rows without a changed cell are copied, and so are
 * the cells of the other rows that did not change.
 */
export function writeRows(
  context: WriteContext,
  sheet: Sheet,
  source: SheetSource,
  forced: ForcedTexts,
): string | null {
  const writer = new RowWriter(context, sheet, source, forced);
  return writer.write();
}

class RowWriter {
  private readonly xml: SheetXml;
  private readonly brokenGroups: ReadonlySet<string>;
  /** Columns to write anew, by row. */
  private readonly dirty = new Map<number, Set<number>>();

  constructor(
    private readonly context: WriteContext,
    private readonly sheet: Sheet,
    private readonly source: SheetSource,
    private readonly forced: ForcedTexts,
  ) {
    this.xml = source.xml;
    this.brokenGroups = this.findBrokenGroups();
    this.findDirty();
  }

  write(): string | null {
    const changedFormats = this.changedRowFormats();
    if (this.dirty.size === 0 && changedFormats.size === 0) {
      this.keepStrings(0, this.xml.cells.keys.length);
      return null;
    }
    const sources = new Map(this.xml.rows.map((row) => [row.row, row]));
    const numbers = [...new Set([...sources.keys(), ...this.dirty.keys(), ...changedFormats])];
    const spaces = this.spacesBefore();
    let text = '';
    for (const number of numbers.sort((a, b) => a - b)) {
      const row = sources.get(number);
      const isDirty = this.dirty.has(number) || changedFormats.has(number) || this.xml.hasImplicitAddresses;
      text += row ? (spaces.get(row) ?? '') : '';
      if (row && !isDirty) {
        this.keepStrings(row.firstCell, row.endCell);
        text += this.xml.xml.slice(row.start, row.end);
      } else text += this.rowText(number, row, changedFormats.has(number));
    }
    text += spaces.get(null) ?? '';
    return text === this.before ? null : text;
  }

  /** The inside of `<sheetData>` in the file. */
  private get before(): string {
    const section = this.xml.sections.find((each) => each.local === 'sheetData');
    return section ? this.xml.xml.slice(section.openEnd, section.closeStart) : '';
  }

  /** White space before each row, and (null) after the last. */
  private spacesBefore(): Map<SourceRow | null, string> {
    const spaces = new Map<SourceRow | null, string>();
    const section = this.xml.sections.find((each) => each.local === 'sheetData');
    let at = section?.openEnd ?? 0;
    for (const row of this.xml.rows) {
      spaces.set(row, this.xml.xml.slice(at, row.start));
      at = row.end;
    }
    return spaces.set(null, this.xml.xml.slice(at, section?.closeStart ?? at));
  }

  private rowText(number: number, row: SourceRow | undefined, formatChanged: boolean): string {
    const { cells, hasNew } = this.cellTexts(number, row);
    const { prefix } = this.xml;
    let open = row
      ? openTag(this.xml.xml.slice(row.start, row.openEnd))
      : `<${prefix}row r="${String(number + 1)}">`;
    if (row && this.xml.hasImplicitAddresses) open = withAttributes(open, { r: String(number + 1) });
    // The span is a hint for readers, and may be wrong once a cell was added.
    if (row && hasNew) open = withAttributes(open, { spans: null });
    if (formatChanged) open = withAttributes(open, this.rowAttributes(this.sheet.rowFormats.get(number)));
    const isEmpty = cells === '' && !row && !formatChanged;
    return isEmpty ? '' : `${open}${cells}</${prefix}row>`;
  }

  private cellTexts(number: number, row: SourceRow | undefined): { cells: string; hasNew: boolean } {
    const { keys, starts, ends } = this.xml.cells;
    const dirty = this.dirty.get(number) ?? new Set<number>();
    const indexes = new Map<number, number>();
    for (let index = row?.firstCell ?? 0; index < (row?.endCell ?? 0); index++)
      indexes.set(cellOfKey(keys[index] ?? 0).column, index);
    const columns = [...new Set([...indexes.keys(), ...dirty])].sort((a, b) => a - b);
    let cells = '';
    let hasNew = false;
    for (const column of columns) {
      const index = indexes.get(column);
      const text = index === undefined ? null : this.xml.xml.slice(starts[index], ends[index]);
      if (dirty.has(column)) {
        const written = this.dirtyCell(number, column, text);
        hasNew ||= index === undefined && written !== '';
        cells += written;
      } else if (index !== undefined && text !== null) {
        this.keepStrings(index, index + 1);
        const named = { r: cellName(number, column) };
        cells += this.xml.hasImplicitAddresses ? withOpenTag(text, named) : text;
      }
    }
    return { cells, hasNew };
  }

  private dirtyCell(row: number, column: number, text: string | null): string {
    const key = cellKey(row, column);
    const formula = this.xml.formulas.get(key);
    const before: SourceCell | null = text === null ? null : { text, formula };
    const forcedText = this.forced.get(key);
    const stored = this.sheet.cell(row, column) ?? this.forcedCell(row, column, forcedText);
    if (!stored || (forcedText === undefined && isBlank(stored, this.sheet, row, column))) {
      if (formula?.shown != null && stored?.formula == null) this.context.formulasChanged = true;
      if (!stored || before === null) return '';
    }
    const cell: Cell = forcedText === undefined ? stored : { ...stored, value: forcedText, formula: null };
    const keepFormula =
      formula === undefined || formula.group === null || !this.brokenGroups.has(formula.group);
    return cellText(this.context, this.sheet, { row, column }, cell, this.xml.prefix, before, keepFormula);
  }

  private forcedCell(row: number, column: number, text: string | undefined): Cell | undefined {
    if (text === undefined) return undefined;
    return { value: null, formula: null, style: this.sheet.emptyStyle(row, column) };
  }

  private rowAttributes(format: RowFormat | undefined): Record<string, string | null> {
    const style = format?.style;
    const number =
      style === undefined ? 0 : this.context.styles.formatFor(this.context.book.styles.get(style), false);
    return {
      s: style === undefined ? null : String(number),
      customFormat: style === undefined ? null : '1',
      ht: format?.height == null ? null : String(format.height),
      customHeight: format?.height == null ? null : '1',
      hidden: format?.hidden ? '1' : null,
    };
  }

  private changedRowFormats(): Set<number> {
    const changed = new Set<number>();
    for (const [row, format] of this.sheet.rowFormats)
      if (this.source.rowFormats.get(row) !== JSON.stringify(format)) changed.add(row);
    for (const row of this.source.rowFormats.keys()) if (!this.sheet.rowFormats.has(row)) changed.add(row);
    return changed;
  }

  private findDirty(): void {
    const mark = (key: number): void => {
      const { row, column } = cellOfKey(key);
      const columns = this.dirty.get(row);
      if (columns) columns.add(column);
      else this.dirty.set(row, new Set([column]));
    };
    // A sheet that no file had is written whole, however its cells came to be.
    if (this.source.slot.tag === '')
      for (const { row, column } of this.sheet.entries()) mark(cellKey(row, column));
    else for (const key of this.sheet.touched) mark(key);
    for (const [key, text] of this.forced) {
      const { row, column } = cellOfKey(key);
      if (this.sheet.cell(row, column)?.value !== text) mark(key);
    }
    const renames = hasRenames(this.context.renames);
    for (const [key, formula] of this.xml.formulas) {
      const isBroken = formula.group !== null && this.brokenGroups.has(formula.group);
      if (renames || isBroken || (formula.array && !this.isWhole(key))) mark(key);
    }
  }

  /** Groups whose master has another formula now, or none: their cells must say their own. */
  private findBrokenGroups(): Set<string> {
    const broken = new Set<string>();
    for (const [key, formula] of this.xml.formulas) {
      if (!formula.isMaster || formula.group === null || !this.sheet.touched.has(key)) continue;
      const { row, column } = cellOfKey(key);
      if (this.sheet.cell(row, column)?.formula !== formula.shown) broken.add(formula.group);
    }
    return broken;
  }

  /** Whether an array still fills the area the file says. */
  private isWhole(key: number): boolean {
    const place = cellOfKey(key);
    const cell = this.sheet.cell(place.row, place.column);
    const area = cell ? spillArea(this.sheet, place, cell) : null;
    const before = this.xml.formulas.get(key)?.array;
    return area === null || (area.rows === before?.rows && area.columns === before.columns);
  }

  private keepStrings(from: number, to: number): void {
    const { shared } = this.xml.cells;
    for (let index = from; index < to; index++) {
      const number = shared[index] ?? -1;
      if (number >= 0) this.context.strings.keep(number);
    }
  }
}

/** Nothing to write: no content, and no other look than an absent cell would have. */
function isBlank(cell: Cell, sheet: Sheet, row: number, column: number): boolean {
  return cell.value === null && cell.formula === null && cell.style === sheet.emptyStyle(row, column);
}
