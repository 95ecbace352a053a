import type { Form, FormPage } from '../../src/forms/form';
import { formStyle } from '../../src/forms/styles';
import type { FormStyle } from '../../src/forms/styles';
import { dayOfSerial, usDate } from '../../src/billing/values/day';
import { textWidth } from './text-width';

interface PrintedText {
  row: number;
  column: number;
  text: string;
  style: FormStyle;
}

const INDENT = 7;

/** What a reader would see wrong on a page: a text outside it, over another one, or cut by its neighbour. */
export function pageFaults(form: Form, page: FormPage): string[] {
  const texts = printedTexts(form, page);
  const taken = new Map<string, string>();
  const faults: string[] = [];
  for (const { row, column, text } of texts) {
    const cell = `${String(row)},${String(column)}`;
    if (row < 1 || row > form.rowHeights.length || column < 1 || column > form.columnWidths.length) {
      faults.push(`"${text}" is outside the page at ${cell}`);
    }
    const other = taken.get(cell);
    if (other !== undefined) faults.push(`"${text}" stands on "${other}"`);
    taken.set(cell, text);
  }
  for (const printed of texts) {
    const width = textWidth(printed.text, printed.style.fontSize ?? 10, printed.style.bold ?? false);
    const needed = width + INDENT * (printed.style.indent ?? 0);
    const room = roomOf(form, printed, texts);
    if (needed > room) {
      faults.push(`"${printed.text}" needs ${needed.toFixed(0)} points and has ${room.toFixed(0)}`);
    }
    const height = (printed.style.fontSize ?? 10) * 1.15 * linesOf(printed, needed, room);
    if (height > (form.rowHeights[printed.row - 1] ?? 0))
      faults.push(`"${printed.text}" is too tall for its row`);
  }
  return faults;
}

/** All texts of a page with the look they end up with. */
export function printedTexts(form: Form, page: FormPage): PrintedText[] {
  const labels = form.cells.map(({ row, column, text, style }) => ({
    row,
    column,
    text,
    style: formStyle(style),
  }));
  const values = page.values.map(({ row, column, value, style }) => ({
    row,
    column,
    text: shown(value, laidDown(form, row, column)),
    style: { ...laidDown(form, row, column), ...(style ? formStyle(style) : {}) },
  }));
  return [...labels, ...values];
}

function laidDown(form: Form, row: number, column: number): FormStyle {
  return form.areas
    .filter(
      (area) =>
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns,
    )
    .reduce<FormStyle>((style, area) => ({ ...style, ...formStyle(area.style) }), {});
}

function shown(value: string | number, style: FormStyle): string {
  if (typeof value === 'string') return value;
  if (style.numberFormat === 'mm/dd/yyyy') return usDate(dayOfSerial(value, false));
  return style.numberFormat?.includes('.00') ? value.toFixed(2) : String(value);
}

/** Left-aligned text runs on over empty cells to its right; anything else has to stay in its own cell. */
function roomOf(form: Form, printed: PrintedText, texts: readonly PrintedText[]): number {
  if (printed.style.wrap) return Infinity;
  if (printed.style.horizontal !== 'Left' && printed.style.horizontal !== undefined) {
    return printed.style.horizontal === 'Right'
      ? roomToTheLeft(form, printed, texts)
      : widthOf(form, printed.column);
  }
  let room = 0;
  for (let column = printed.column; column <= form.columnWidths.length; column++) {
    if (column > printed.column && isTaken(texts, printed.row, column)) break;
    room += widthOf(form, column);
  }
  return room;
}

function roomToTheLeft(form: Form, printed: PrintedText, texts: readonly PrintedText[]): number {
  let room = 0;
  for (let column = printed.column; column >= 1; column--) {
    if (column < printed.column && isTaken(texts, printed.row, column)) break;
    room += widthOf(form, column);
  }
  return room;
}

function isTaken(texts: readonly PrintedText[], row: number, column: number): boolean {
  return texts.some((text) => text.row === row && text.column === column);
}

function widthOf(form: Form, column: number): number {
  return form.columnWidths[column - 1] ?? 0;
}

function linesOf(printed: PrintedText, needed: number, room: number): number {
  return printed.style.wrap ? printed.text.split('\n').length : needed > room ? 2 : 1;
}
