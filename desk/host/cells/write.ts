import type { Area, CellValue, Sheet, Table } from '../../book/book';
import { contains, intersection } from '../../book/areas';
import type { Workspace } from '../workspace';
import { apiValue, DAYS_1904, valueType } from './display';
import { readEntry, type Entry } from './entry';
import { forEachInput } from './grid';
import { requireUnlocked } from './protection';
import { expandTable, headerRow, nameColumns } from './tables';

/** Writes values or formulas into a range as Excel does, with everything that follows from it. */
export function writeCells(sheet: Sheet, area: Area, input: unknown, workspace: Workspace): void {
  const writes: { row: number; column: number; value: unknown }[] = [];
  forEachInput(input, area, (row, column, value) => writes.push({ row, column, value }));
  for (const { row, column } of writes) requireUnlocked(sheet, { row, column, rows: 1, columns: 1 });
  const before = sheet.cell(area.row, area.column)?.value ?? null;
  const merges = sheet.merges.filter((merge) => intersection(merge, area));
  for (const { row, column, value } of writes) {
    if (!isCovered(merges, row, column)) writeCell(sheet, row, column, value, workspace);
  }
  if (writes.length === 0) return;
  for (const table of [...sheet.tables]) followTable(table, area);
  const single = area.rows === 1 && area.columns === 1;
  const after = sheet.cell(area.row, area.column)?.value ?? null;
  workspace.changed(
    sheet,
    area,
    single
      ? {
          valueBefore: apiValue(before),
          valueAfter: apiValue(after),
          valueTypeBefore: valueType(before),
          valueTypeAfter: valueType(after),
        }
      : {},
  );
}

function writeCell(sheet: Sheet, row: number, column: number, input: unknown, workspace: Workspace): void {
  const { numberFormat } = sheet.styleOf(row, column);
  const entry = readEntry(input, numberFormat, workspace.today());
  if (entry.formula !== null) sheet.setFormula(row, column, entry.formula);
  else if (entry.value === null) sheet.clearCell(row, column, { contents: true, formats: false });
  else sheet.setValue(row, column, inOwnSystem(sheet, entry));
  if (entry.format !== null && numberFormat === 'General') {
    const style = sheet.cell(row, column)?.style ?? 0;
    sheet.setStyle(row, column, sheet.book.styles.derive(style, { numberFormat: entry.format }));
  }
}

/** A typed date as a day number of the workbook's own system. */
function inOwnSystem(sheet: Sheet, { value, isDate }: Entry): CellValue {
  return isDate && sheet.book.date1904 && typeof value === 'number' ? value - DAYS_1904 : value;
}

/** Cells that a merged cell covers take no content. */
function isCovered(merges: readonly Area[], row: number, column: number): boolean {
  if (merges.length === 0) return false;
  const cell = { row, column, rows: 1, columns: 1 };
  return merges.some((merge) => contains(merge, cell) && (merge.row !== row || merge.column !== column));
}

/** A written header renames its column; a row written right below a table, or a column beside it, joins it. */
function followTable(table: Table, written: Area): void {
  if (intersection(headerRow(table), written)) nameColumns(table);
  expandTable(table, written);
}
