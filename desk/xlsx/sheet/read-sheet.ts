import { cellKey, type Cell, type Sheet } from '../../book/book';
import { fullAddress, parseArea } from '../../book/address';
import { containsCell } from '../addresses';
import { cellValue } from './cell-value';
import { readLayout } from './read-layout';
import { scanSheet, type ScannedCell, type ScannedFormula, type ScannedRow } from './scan-sheet';
import type { SheetXml } from './source';
import { SharedFormula } from '../formulas/shift';
import { shownFormula } from '../formulas/file-form';
import type { SharedStrings } from '../strings/shared-strings';
import type { Palette } from '../styles/colors';
import { decodeExcelText } from '../xml/text';
import { isTrue, numberOf } from '../xml/tree';
import type { ReadingCounts } from '../limits';

export interface SheetReading {
  strings: SharedStrings;
  palette: Palette;
  /** The Book's style for each cell format of the file. */
  styles: readonly number[];
  date1904: boolean;
  counts: ReadingCounts;
}

interface FormulaCell {
  row: number;
  column: number;
  cell: Cell;
  formula: ScannedFormula;
}

/** Reads a worksheet part into a sheet of the Book; its tables must be there already. */
export function readSheet(sheet: Sheet, xml: string, reading: SheetReading): SheetXml {
  const formulas: FormulaCell[] = [];
  const source = scanSheet(xml, {
    row: (row) => {
      reading.counts.countCell();
      readRow(sheet, row, reading.styles);
    },
    cell: (scanned) => {
      reading.counts.countCell();
      const cell = cellOf(scanned, reading);
      sheet.loadCell(scanned.row, scanned.column, cell);
      if (scanned.formula)
        formulas.push({ row: scanned.row, column: scanned.column, cell, formula: scanned.formula });
    },
  });
  readFormulas(sheet, source, formulas, reading.counts);
  readLayout(sheet, source, reading.styles, reading.palette);
  return source;
}

export function rowFormatTexts(sheet: Sheet): Map<number, string> {
  return new Map([...sheet.rowFormats].map(([row, format]) => [row, JSON.stringify(format)]));
}

function cellOf(scanned: ScannedCell, reading: SheetReading): Cell {
  const { type, value, inline } = scanned;
  return {
    value: cellValue(type, value, inline, reading.strings, reading.date1904),
    formula: null,
    style: reading.styles[scanned.format] ?? 0,
  };
}

function readRow(sheet: Sheet, { row, attributes }: ScannedRow, styles: readonly number[]): void {
  const height = isTrue(attributes['customHeight']) ? numberOf(attributes['ht']) : null;
  const hidden = isTrue(attributes['hidden']);
  const hasStyle = isTrue(attributes['customFormat']) && attributes['s'] !== undefined;
  if (height === null && !hidden && !hasStyle) return;
  const style = styles[Number(attributes['s'])] ?? 0;
  sheet.rowFormats.set(row, { height, hidden, ...(hasStyle && { style }) });
}

function readFormulas(
  sheet: Sheet,
  source: SheetXml,
  formulas: readonly FormulaCell[],
  counts: ReadingCounts,
): void {
  const masters = new Map<string, FormulaCell & { shared: SharedFormula }>();
  for (const each of formulas) {
    const { type, group, text } = each.formula;
    if (type === 'shared' && group !== undefined && text !== '' && !masters.has(group))
      masters.set(group, { ...each, shared: new SharedFormula(text) });
  }
  for (const { row, column, cell, formula } of formulas) {
    const group = formula.type === 'shared' ? (formula.group ?? null) : null;
    const master = group === null ? undefined : masters.get(group);
    const isMaster = master?.cell === cell;
    const place = (): string => fullAddress(sheet.name, { row, column, rows: 1, columns: 1 });
    let text = formula.text;
    counts.countFormula((text === '' ? master?.formula.text.length : text.length) ?? 0, place);
    if (text === '' && master) text = master.shared.shifted(row - master.row, column - master.column);
    const array = formula.type === 'array' ? parseArea(formula.reference ?? '') : null;
    const shown =
      text === '' || formula.type === 'dataTable'
        ? null
        : shownFormula(decodeExcelText(text), tableAt(sheet, row, column));
    cell.formula = shown;
    if (shown !== null && !formula.isDynamic) cell.formulaKind = array ? 'Array' : 'Intersecting';
    source.formulas.set(cellKey(row, column), { shown, group, isMaster, array });
    if (!array) continue;
    counts.countArray(array.rows * array.columns, place);
    sheet.loadSpill({ ...array, row, column });
  }
}

/** The name of the table that a cell is in, or null. */
export function tableAt(sheet: Sheet, row: number, column: number): string | null {
  return sheet.tables.find((table) => containsCell(table.area, row, column))?.name ?? null;
}
