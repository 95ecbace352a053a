import { type Area, type Sheet } from '../../book/book';
import { intersection } from '../../book/areas';
import { displayText } from './display';

/** Points: a digit of Calibri 11 is 7 pixels wide, 5 pixels go to the edges, at 96 pixels an inch. */
const DIGIT = 5.25;
const EDGES = 3.75;
const FONT_SIZE = 11;

/**
 * A width at which the cells of a column show all their text, estimated from its length: no text is measured
 * without a screen. Merged cells do not count, as in Excel. Null for a column without content.
 */
export function autofitWidth(sheet: Sheet, area: Area): number | null {
  let widest = 0;
  for (const { row, column, cell } of sheet.entries()) {
    const at = { row, column, rows: 1, columns: 1 };
    if (!intersection(area, at) || sheet.merges.some((merge) => intersection(merge, at))) continue;
    const style = sheet.styleOf(row, column);
    const text = displayText(cell.value, style.numberFormat, sheet.book.date1904);
    if (text === '') continue;
    const longest = text.split('\n').reduce((most, line) => Math.max(most, line.length), 0);
    const scale = ((style.fontSize ?? FONT_SIZE) / FONT_SIZE) * (style.bold ? 1.1 : 1);
    widest = Math.max(widest, longest * DIGIT * scale + EDGES + style.indent * DIGIT);
  }
  return widest === 0 ? null : Math.min(widest, 255 * DIGIT + EDGES);
}
