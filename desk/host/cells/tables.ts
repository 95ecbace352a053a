import { LIMITS, type Area, type Sheet, type Table } from '../../book/book';
import { intersection } from '../../book/areas';
import { displayText } from './display';

export function headerRow(table: Table): Area {
  return { ...table.area, rows: 1 };
}

export function bodyOf(table: Table): Area {
  const header = hasHeaders(table) ? 1 : 0;
  const rows = table.area.rows - header - (table.hasTotals ? 1 : 0);
  return { ...table.area, row: table.area.row + header, rows };
}

export function hasHeaders(table: Table): boolean {
  return table.showHeaders !== false;
}

export function totalsRow(table: Table): Area {
  return { ...table.area, row: table.area.row + table.area.rows - 1, rows: 1 };
}

/** Takes the columns' names from the header cells, which Excel keeps as text, filled and unique. */
export function nameColumns(table: Table): void {
  if (!hasHeaders(table)) return;
  const { sheet, area } = table;
  const taken = new Set<string>();
  for (let index = 0; index < area.columns; index++) {
    const cell = sheet.cell(area.row, area.column + index);
    const format = sheet.styleOf(area.row, area.column + index).numberFormat;
    const shown = cell ? displayText(cell.value, format, sheet.book.date1904) : '';
    const name = freeName(shown === '' ? null : shown, index, taken);
    taken.add(name.toLowerCase());
    if (cell?.value !== name || cell.formula !== null) sheet.setValue(area.row, area.column + index, name);
    const known = table.columns[index];
    if (known) known.name = name;
    else table.columns.push({ name, formula: null });
  }
  table.columns.length = area.columns;
}

/** An empty header becomes `Column3`, the second `Date` becomes `Date2`. */
function freeName(wanted: string | null, index: number, taken: ReadonlySet<string>): string {
  const base = wanted ?? 'Column';
  let name = wanted ?? `Column${String(index + 1)}`;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base}${String(number)}`;
  return name;
}

/**
 * Excel's AutoExpansion: what is written right below the last row (where no totals row is), or right beside the last
 * column, joins the table. New rows take the formats above and the formulas of calculated columns.
 */
export function expandTable(table: Table, written: Area): void {
  expandDown(table, written);
  expandRight(table, written);
}

function expandDown(table: Table, written: Area): void {
  const { area, sheet } = table;
  const below = area.row + area.rows;
  const common = intersection(written, { ...area, row: below, rows: LIMITS.rows - below });
  if (table.hasTotals || common?.row !== below || below + common.rows > LIMITS.rows) return;
  const inside =
    written.column >= area.column && written.column + written.columns <= area.column + area.columns;
  const next = { ...area, row: below, rows: common.rows };
  if (!inside || isEmpty(sheet, common) || overlapsAnother(table, next)) return;
  area.rows += common.rows;
  fillNewRows(table, below, common.rows);
}

function expandRight(table: Table, written: Area): void {
  const { area, sheet } = table;
  const beside = area.column + area.columns;
  const common = intersection(written, { ...area, column: beside, columns: LIMITS.columns - beside });
  if (common?.column !== beside) return;
  const inside = written.row >= area.row && written.row + written.rows <= area.row + area.rows;
  const next = { ...area, column: beside, columns: common.columns };
  if (!inside || isEmpty(sheet, common) || overlapsAnother(table, next)) return;
  area.columns += common.columns;
  nameColumns(table);
}

/** Whether no cell holds anything; how they look does not matter. */
export function isEmpty(sheet: Sheet, area: Area): boolean {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const cell = sheet.cell(row, column);
      if (cell && (cell.value !== null || cell.formula !== null)) return false;
    }
  }
  return true;
}

export function overlapsAnother(table: Table, area: Area): boolean {
  return table.sheet.tables.some((other) => other !== table && intersection(other.area, area) !== null);
}

/** Gives new rows the formats of the row above, and the calculated columns' formulas where nothing was written. */
export function fillNewRows(table: Table, first: number, count: number): void {
  const { sheet, area } = table;
  const above = first - 1 > area.row ? first - 1 : null;
  table.columns.forEach((column, index) => {
    const at = area.column + index;
    const style = above === null ? undefined : sheet.cell(above, at)?.style;
    for (let row = first; row < first + count; row++) {
      if (style !== undefined && (sheet.cell(row, at)?.style ?? 0) === 0) sheet.setStyle(row, at, style);
      const cell = sheet.cell(row, at);
      const hasContent = cell && (cell.value !== null || cell.formula !== null);
      if (column.formula !== null && !hasContent)
        sheet.setFormula(
          row,
          at,
          column.formula,
          above === null ? undefined : sheet.cell(above, at)?.formulaKind,
        );
    }
  });
}
