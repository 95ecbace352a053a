import { LIMITS, type Area, type Book, type Sheet, type Shift } from './book';
import { intersection } from './areas';
import { moveCharts } from './charts';
import { followMove } from './references';
import { refill } from './lists';

/**
 * Where an area is after cells were inserted at, or deleted from, `changed`; null when all of it was deleted. Cells
 * beside the shifted strip stay where they are, as in Excel.
 */
export function movedArea(area: Area, changed: Area, shift: Shift): Area | null {
  const vertical = shift === 'Down' || shift === 'Up';
  const across = vertical
    ? area.column >= changed.column && area.column + area.columns <= changed.column + changed.columns
    : area.row >= changed.row && area.row + area.rows <= changed.row + changed.rows;
  // Whole columns stay whole when rows move, and whole rows when columns do.
  const isWhole = vertical ? area.rows === LIMITS.rows : area.columns === LIMITS.columns;
  if (!across || isWhole) return area;
  const line = vertical
    ? { start: area.row, size: area.rows, at: changed.row, count: changed.rows }
    : { start: area.column, size: area.columns, at: changed.column, count: changed.columns };
  const moved = shift === 'Down' || shift === 'Right' ? grow(line) : shrink(line);
  if (!moved) return null;
  return vertical
    ? { ...area, row: moved.start, rows: moved.size }
    : { ...area, column: moved.start, columns: moved.size };
}

interface Line {
  start: number;
  size: number;
  at: number;
  count: number;
}

function grow({ start, size, at, count }: Line): { start: number; size: number } {
  if (at <= start) return { start: start + count, size };
  return at < start + size ? { start, size: size + count } : { start, size };
}

function shrink({ start, size, at, count }: Line): { start: number; size: number } | null {
  const lost = Math.max(0, Math.min(start + size, at + count) - Math.max(start, at));
  if (lost === size) return null;
  return { start: start - Math.max(0, Math.min(start, at + count) - at), size: size - lost };
}

/** Inserts empty cells, or deletes cells, and moves everything that stood behind them. */
export function shiftCells(sheet: Sheet, changed: Area, shift: Shift): void {
  sheet.book.onShift(sheet, { ...changed }, shift);
  if (shift === 'Down') sheet.shiftRows(changed, changed.rows);
  else if (shift === 'Up') sheet.shiftRows(changed, -changed.rows);
  else sheet.shiftColumns(changed, shift === 'Right' ? changed.columns : -changed.columns);
  moveFormats(sheet, changed, shift);
  const move = (area: Area): Area | null => movedArea(area, changed, shift);
  refill(
    sheet.merges,
    sheet.merges.flatMap((merge) => move(merge) ?? []),
  );
  sheet.filteredArea &&= move(sheet.filteredArea);
  refill(
    sheet.tables,
    sheet.tables.filter((table) => move(table.area) !== null),
  );
  for (const table of sheet.tables) Object.assign(table.area, move(table.area));
  moveCharts(sheet, move);
  movePage(sheet, move);
  mapFormulas(sheet.book, (formula, own) => followMove(formula, own?.name ?? '', sheet.name, move));
}

/** Row heights and column widths move only with whole rows and columns. */
function moveFormats(sheet: Sheet, changed: Area, shift: Shift): void {
  if ((shift === 'Down' || shift === 'Up') && changed.columns === LIMITS.columns) {
    moveKeys(sheet.rowFormats, changed.row, changed.rows, shift === 'Down');
  }
  if ((shift === 'Right' || shift === 'Left') && changed.rows === LIMITS.rows) {
    moveKeys(sheet.columnFormats, changed.column, changed.columns, shift === 'Right');
  }
}

function moveKeys<T>(formats: Map<number, T>, at: number, count: number, insert: boolean): void {
  const entries = [...formats];
  formats.clear();
  for (const [key, format] of entries) {
    if (key < at) formats.set(key, format);
    else if (insert) formats.set(key + count, format);
    else if (key >= at + count) formats.set(key - count, format);
  }
}

function movePage(sheet: Sheet, move: (area: Area) => Area | null): void {
  const { pageLayout } = sheet;
  if (pageLayout.printArea) pageLayout.printArea = move(pageLayout.printArea);
  const titles = pageLayout.titleRows;
  if (titles) {
    const rows = {
      row: titles.first,
      column: 0,
      rows: titles.last - titles.first + 1,
      columns: LIMITS.columns,
    };
    const moved = move(rows);
    pageLayout.titleRows = moved && { first: moved.row, last: moved.row + moved.rows - 1 };
  }
  const rows = [...sheet.pageBreakRows];
  sheet.pageBreakRows.clear();
  for (const row of rows) {
    const moved = move({ row, column: 0, rows: 1, columns: LIMITS.columns });
    if (moved && moved.row > 0) sheet.pageBreakRows.add(moved.row);
  }
  const columns = [...sheet.pageBreakColumns];
  sheet.pageBreakColumns.clear();
  for (const column of columns) {
    const moved = move({ row: 0, column, rows: LIMITS.rows, columns: 1 });
    if (moved && moved.column > 0) sheet.pageBreakColumns.add(moved.column);
  }
}

/** Rewrites every formula of the book: cells, names, calculated columns. `own` is the sheet it belongs to. */
export function mapFormulas(book: Book, change: (formula: string, own: Sheet | null) => string): void {
  for (const own of book.sheets) {
    for (const { row, column, cell } of [...own.formulas()]) {
      const formula = change(cell.formula, own);
      if (formula === cell.formula) continue;
      const { value, formulaKind } = cell;
      own.setFormula(row, column, formula, formulaKind);
      own.setCalculated(row, column, value);
    }
  }
  for (const name of book.names) name.formula = change(name.formula, name.scope);
  for (const table of book.tables()) {
    for (const column of table.columns) {
      if (column.formula !== null) column.formula = change(column.formula, table.sheet);
    }
  }
}

/** Whether a shift would tear one of these apart: part of it moves, part of it stays. */
export function tears(area: Area, changed: Area, shift: Shift): boolean {
  const vertical = shift === 'Down' || shift === 'Up';
  const strip = vertical
    ? { ...changed, rows: Math.max(0, LIMITS.rows - changed.row) }
    : { ...changed, columns: Math.max(0, LIMITS.columns - changed.column) };
  const common = intersection(area, strip);
  if (!common) return false;
  return vertical ? common.columns !== area.columns : common.rows !== area.rows;
}
