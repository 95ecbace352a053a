import type { Form, FormPage } from '../../forms/form';
import { formStyle, type StyleName } from '../../forms/styles';
import type { DocumentSheet } from '../plan/plan';
import { addSheet } from './add-sheet';
import { cellInput, type CellInput } from './cell-input';
import { applyLook, LOOK_BYTES } from './looks';
import { ACTION_BYTES, type ExcelStep } from './excel-step';

/** About so many bytes of values go into one write. */
const BLOCK_BYTES = 500_000;

/**
 * The steps that make a sheet of printed pages. The first page's frame is laid down once and copied inside Excel,
 * doubling each time, so that looks cost the same for one page and for a thousand; then the values of all pages
 * are written in blocks of whole pages.
 */
export function documentSteps(document: DocumentSheet, mark: string): ExcelStep[] {
  const { form, pages, name } = document;
  const onSheet = (bytes: number, run: (sheet: Excel.Worksheet) => void): ExcelStep => ({
    bytes,
    run: (context) => {
      run(context.workbook.worksheets.getItem(name));
    },
  });
  return [
    {
      bytes: 4 * ACTION_BYTES,
      run: (context) => {
        addSheet(context, name, mark).showGridlines = false;
      },
    },
    onSheet((form.areas.length + form.cells.length) * LOOK_BYTES, (sheet) => layFrame(sheet, document)),
    onSheet(20 * ACTION_BYTES, (sheet) => copyFrame(sheet, document)),
    ...lookSteps(document),
    ...valueSteps(document),
    onSheet(pages.length * ACTION_BYTES, (sheet) => setUpPrinting(sheet, document)),
  ];
}

function layFrame(sheet: Excel.Worksheet, { form }: DocumentSheet): void {
  const rows = form.rowHeights.length;
  const columns = form.columnWidths.length;
  applyLook(sheet.getRangeByIndexes(0, 0, rows, columns), 'page');
  form.columnWidths.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = width;
  });
  form.rowHeights.forEach((height, row) => {
    sheet.getRangeByIndexes(row, 0, 1, 1).getEntireRow().format.rowHeight = height;
  });
  for (const area of form.areas) {
    applyLook(sheet.getRangeByIndexes(area.row - 1, area.column - 1, area.rows, area.columns), area.style);
  }
  const formats = cellFormats(form);
  const labels = emptyBlock(rows, columns);
  for (const cell of form.cells) {
    applyLook(sheet.getRangeByIndexes(cell.row - 1, cell.column - 1, 1, 1), cell.style);
    put(labels, cell.row, cell.column, cellInput(cell.text, formats(cell.row, cell.column)));
  }
  sheet.getRangeByIndexes(0, 0, rows, columns).values = labels;
}

/** Whole rows are copied, since those carry their heights with them. */
function copyFrame(sheet: Excel.Worksheet, { form, pages }: DocumentSheet): void {
  const rows = form.rowHeights.length;
  for (let done = 1; done < pages.length;) {
    const more = Math.min(done, pages.length - done);
    const source = wholeRows(sheet, 0, more * rows);
    wholeRows(sheet, done * rows, more * rows).copyFrom(source);
    done += more;
  }
}

function wholeRows(sheet: Excel.Worksheet, first: number, count: number): Excel.Range {
  return sheet.getRange(`${String(first + 1)}:${String(first + count)}`);
}

function valueSteps({ name, form, pages }: DocumentSheet): ExcelStep[] {
  const rows = form.rowHeights.length;
  const columns = form.columnWidths.length;
  const formats = cellFormats(form);
  const steps: ExcelStep[] = [];
  let first = 0;
  let bytes = 0;
  pages.forEach((page, index) => {
    bytes += pageBytes(page, rows * columns);
    if (bytes < BLOCK_BYTES && index < pages.length - 1) return;
    const from = first;
    const block = pages.slice(from, index + 1);
    steps.push({
      bytes: bytes + ACTION_BYTES,
      run: (context) => {
        const values = emptyBlock(rows * block.length, columns);
        block.forEach((each, n) => {
          for (const { row, column, value, style } of each.values) {
            const format = (style && formStyle(style).numberFormat) ?? formats(row, column);
            put(values, n * rows + row, column, cellInput(value, format));
          }
        });
        const sheet = context.workbook.worksheets.getItem(name);
        sheet.getRangeByIndexes(from * rows, 0, rows * block.length, columns).values = values;
      },
    });
    first = index + 1;
    bytes = 0;
  });
  return steps;
}

function lookSteps({ name, form, pages }: DocumentSheet): ExcelStep[] {
  return pages.flatMap((page, index) =>
    page.values.flatMap(({ row, column, style }): ExcelStep[] => {
      if (!style) return [];
      const top = index * form.rowHeights.length + row - 1;
      return [
        {
          bytes: LOOK_BYTES,
          run: (context) => {
            const sheet = context.workbook.worksheets.getItem(name);
            applyLook(sheet.getRangeByIndexes(top, column - 1, 1, 1), style);
          },
        },
      ];
    }),
  );
}

function setUpPrinting(sheet: Excel.Worksheet, { form, pages }: DocumentSheet): void {
  const rows = form.rowHeights.length;
  const layout = sheet.pageLayout;
  layout.orientation = form.page.orientation;
  layout.paperSize = 'Letter';
  layout.topMargin = form.page.margins.top;
  layout.bottomMargin = form.page.margins.bottom;
  layout.leftMargin = form.page.margins.left;
  layout.rightMargin = form.page.margins.right;
  layout.centerHorizontally = true;
  layout.zoom = { scale: pageScale(form) };
  layout.setPrintArea(sheet.getRangeByIndexes(0, 0, rows * pages.length, form.columnWidths.length));
  for (let page = 1; page < pages.length; page++) {
    sheet.horizontalPageBreaks.add(`A${String(page * rows + 1)}`);
  }
}

/**
 * Percent at which one page of the form fills a sheet of Letter paper. A scale and not Excel's "fit to", because
 * that ignores the page breaks between the pages (Microsoft Support, "Scale a worksheet").
 */
function pageScale({ columnWidths, rowHeights, page }: Form): number {
  const [across, down] = page.orientation === 'Portrait' ? [612, 792] : [792, 612];
  const width = (across - page.margins.left - page.margins.right) / sum(columnWidths);
  const height = (down - page.margins.top - page.margins.bottom) / sum(rowHeights);
  const roomForFonts = 0.92;
  return Math.max(10, Math.min(100, Math.floor(100 * roomForFonts * Math.min(width, height))));
}

function sum(points: readonly number[]): number {
  return points.reduce((total, each) => total + each, 0);
}

/** The number format that the frame lays down for each cell. */
function cellFormats({ areas, cells }: Form): (row: number, column: number) => string {
  const formats = new Map<string, string>();
  const lay = (row: number, column: number, style: StyleName): void => {
    const format = formStyle(style).numberFormat;
    if (format !== undefined) formats.set(`${String(row)}:${String(column)}`, format);
  };
  for (const area of areas) {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++)
        lay(row, column, area.style);
    }
  }
  for (const { row, column, style } of cells) lay(row, column, style);
  return (row, column) => formats.get(`${String(row)}:${String(column)}`) ?? 'General';
}

/** null leaves a cell as it is: labels stay, and a text may run on into the empty cells beside it. */
function emptyBlock(rows: number, columns: number): CellInput[][] {
  return Array.from({ length: rows }, () => new Array<CellInput>(columns).fill(null));
}

function put(block: CellInput[][], row: number, column: number, value: CellInput): void {
  const line = block[row - 1];
  if (line) line[column - 1] = value;
}

function pageBytes(page: FormPage, cells: number): number {
  return page.values.reduce((bytes, { value }) => bytes + String(value).length + 4, cells * 5);
}
