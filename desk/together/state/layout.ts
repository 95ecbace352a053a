import type { Area, Book, ColumnFormat, PageLayout, RowFormat } from '../../book/book';
import { areaAddress, parseArea } from '../../book/address';
import type { Style } from '../../book/styles';
import { afterMoves, columnArea, rowArea } from '../moves';
import { mapValue, sheetById, type Aspect } from './aspect';
import { refill } from '../../book/lists';

type Held<Format extends { style?: number }> = Omit<Format, 'style'> & { style: Style | null };

/** Heights, widths, hidden rows and columns. */
export const rows: Aspect = {
  *read(book) {
    for (const sheet of book.sheets)
      for (const [row, format] of sheet.rowFormats)
        yield { at: [sheet.id ?? '', row], value: held(book, format) };
  },
  write(book, { at: [sheetId, row], value }) {
    const formats = sheetById(book, sheetId)?.rowFormats;
    if (value === undefined) return void formats?.delete(Number(row));
    const { style, ...format } = value as Held<RowFormat>;
    formats?.set(Number(row), { ...format, ...(style && { style: book.styles.intern(style) }) });
  },
  translate(change, moves) {
    const [sheet, row] = change.at as [string, number];
    const area = afterMoves(sheet, rowArea(row), moves);
    return area && { ...change, at: [sheet, area.row] };
  },
};

export const columns: Aspect = {
  *read(book) {
    for (const sheet of book.sheets)
      for (const [column, format] of sheet.columnFormats)
        yield { at: [sheet.id ?? '', column], value: held(book, format) };
  },
  write(book, { at: [sheetId, column], value }) {
    const formats = sheetById(book, sheetId)?.columnFormats;
    if (value === undefined) return void formats?.delete(Number(column));
    const { style, ...format } = value as Held<ColumnFormat>;
    formats?.set(Number(column), { ...format, style: style ? book.styles.intern(style) : 0 });
  },
  translate(change, moves) {
    const [sheet, column] = change.at as [string, number];
    const area = afterMoves(sheet, columnArea(column), moves);
    return area && { ...change, at: [sheet, area.column] };
  },
};

export const merges: Aspect = {
  *read(book) {
    for (const sheet of book.sheets)
      for (const area of sheet.merges) yield { at: [sheet.id ?? '', areaAddress(area)], value: true };
  },
  write(book, { at: [sheetId, address], value }) {
    const sheet = sheetById(book, sheetId);
    const area = parseArea(String(address));
    if (!sheet || !area) return;
    const others = sheet.merges.filter((merge) => areaAddress(merge) !== address);
    refill(sheet.merges, value === undefined ? others : [...others, area]);
  },
  translate(change, moves) {
    const [sheet, address] = change.at as [string, string];
    const area = parseArea(address);
    const moved = area && afterMoves(sheet, area, moves);
    return moved && { ...change, at: [sheet, areaAddress(moved)] };
  },
};

/** How a sheet is printed, setting by setting. */
export const pages: Aspect = {
  *read(book) {
    for (const { id, pageLayout } of book.sheets)
      for (const [name, value] of Object.entries(pageLayout))
        yield { at: [id ?? '', name], value: value as unknown };
  },
  write(book, { at: [sheetId, name = ''], value }) {
    const sheet = sheetById(book, sheetId);
    if (sheet && value !== undefined)
      sheet.pageLayout = { ...sheet.pageLayout, [name]: structuredClone(value) } as PageLayout;
  },
  translate(change, moves) {
    const [sheet, name] = change.at as [string, string];
    if (name === 'printArea')
      return mapValue(change, (value) => value && afterMoves(sheet, value as Area, moves));
    if (name !== 'titleRows') return change;
    return mapValue(change, (value) => {
      const titles = value as PageLayout['titleRows'];
      const area = titles && { ...rowArea(titles.first), rows: titles.last - titles.first + 1 };
      const moved = area && afterMoves(sheet, area, moves);
      return moved && { first: moved.row, last: moved.row + moved.rows - 1 };
    });
  },
};

export const pageBreaks: Aspect = {
  *read(book) {
    for (const { id, pageBreakRows, pageBreakColumns } of book.sheets) {
      for (const row of pageBreakRows) yield { at: [id ?? '', 'row', row], value: true };
      for (const column of pageBreakColumns) yield { at: [id ?? '', 'column', column], value: true };
    }
  },
  write(book, { at: [sheetId, kind, place], value }) {
    const sheet = sheetById(book, sheetId);
    const places = kind === 'row' ? sheet?.pageBreakRows : sheet?.pageBreakColumns;
    if (value === undefined) places?.delete(Number(place));
    else places?.add(Number(place));
  },
  translate(change, moves) {
    const [sheet, kind, place] = change.at as [string, string, number];
    const area = afterMoves(sheet, kind === 'row' ? rowArea(place) : columnArea(place), moves);
    return area && { ...change, at: [sheet, kind, kind === 'row' ? area.row : area.column] };
  },
};

function held<Format extends { style?: number }>(book: Book, { style, ...format }: Format): unknown {
  return { ...format, style: style === undefined ? null : book.styles.get(style) };
}
