import { LIMITS, type Area, type Sheet } from '../../book/book';
import { cellsOf, intersection, isUnbounded } from '../../book/areas';
import type { Style } from '../../book/styles';
import type { RangeTarget } from '../targets';
import { requireUnprotected } from './protection';
import { uniform } from './uniform';

export type StyleChange = Partial<Omit<Style, 'xf' | 'changed'>>;

/** Changes how all cells of a range look; whole columns and rows also for the cells that are still empty. */
export function restyle(
  { sheet, area }: RangeTarget,
  change: StyleChange | ((style: Style) => StyleChange),
): void {
  requireUnprotected(sheet);
  const derive = styleDeriver(sheet, change);
  if (!isUnbounded(area)) {
    for (const { row, column } of cellsOf(area)) restyleCell(sheet, row, column, derive);
    return;
  }
  // Cells first: a cell without a style of its own takes its row's or column's before that changes.
  for (const { row, column } of [...sheet.entries()]) {
    if (intersection(area, { row, column, rows: 1, columns: 1 })) restyleCell(sheet, row, column, derive);
  }
  if (area.rows === LIMITS.rows) restyleColumns(sheet, area, derive);
  else restyleRows(sheet, area, derive);
}

type Derive = (style: number) => number;

function styleDeriver(sheet: Sheet, change: StyleChange | ((style: Style) => StyleChange)): Derive {
  const { styles } = sheet.book;
  const known = new Map<number, number>();
  return (style) => {
    const found = known.get(style);
    if (found !== undefined) return found;
    const derived = styles.derive(style, typeof change === 'function' ? change(styles.get(style)) : change);
    known.set(style, derived);
    return derived;
  };
}

function restyleCell(sheet: Sheet, row: number, column: number, derive: Derive): void {
  const style = sheet.cell(row, column)?.style ?? sheet.emptyStyle(row, column);
  sheet.setStyle(row, column, derive(style));
}

function restyleColumns(sheet: Sheet, area: Area, derive: Derive): void {
  for (let column = area.column; column < area.column + area.columns; column++) {
    const format = sheet.columnFormats.get(column) ?? { width: null, hidden: false, style: 0 };
    sheet.columnFormats.set(column, { ...format, style: derive(format.style) });
  }
  for (const [row, format] of sheet.rowFormats) {
    if (format.style !== undefined) sheet.rowFormats.set(row, { ...format, style: derive(format.style) });
  }
}

function restyleRows(sheet: Sheet, area: Area, derive: Derive): void {
  for (let row = area.row; row < area.row + area.rows; row++) {
    const format = sheet.rowFormats.get(row) ?? { height: null, hidden: false };
    sheet.rowFormats.set(row, { ...format, style: derive(format.style ?? 0) });
  }
}

/** What all cells of a range share, or null. Of whole rows and columns only what is stored is looked at. */
export function sharedStyle<T>({ sheet, area }: RangeTarget, read: (style: Style) => T): T | null {
  if (!isUnbounded(area)) return uniform(area, (row, column) => read(sheet.styleOf(row, column)));
  const first = read(sheet.book.styles.get(sheet.emptyStyle(area.row, area.column)));
  for (const { row, column } of sheet.entries()) {
    const inside = intersection(area, { row, column, rows: 1, columns: 1 });
    if (inside && read(sheet.styleOf(row, column)) !== first) return null;
  }
  const empty = area.rows === LIMITS.rows ? { ...area, row: area.row, rows: 1 } : { ...area, columns: 1 };
  return uniform(empty, (row, column) => read(sheet.book.styles.get(sheet.emptyStyle(row, column))));
}
