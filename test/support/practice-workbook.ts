import { Book, type CellValue, type Sheet } from '../../desk/book/book';
import type { Day } from '../../src/billing/values/day';
import { isAnyNumber, plainNumber } from '../../src/billing/values/plain-number';
import type { RowValue } from '../../src/workbook/plan/plan';
import { TABLES, type OwnTableName } from '../../src/workbook/tables';
import { cellOf, columnFormat } from '../../src/workbook/tables/cell-values';
import { columnsOf, type Table } from '../../src/workbook/tables/define-table';
import { DOWN_HEADERS } from '../../src/workbook/tables/own-table';

/** Rows of Claimsheet's own tables by the schema's keys; money in cents, dates as day numbers. */
export type TableContents = Partial<Record<OwnTableName, Record<string, RowValue>[]>>;

/** A date may be written as its day. */
export type WrittenCell = CellValue | Day;

/** A workbook with the given sheets of cells (dates with a date format) and reference tables, without columns it `lacks`. */
export function workbookOf(
  sheets: Record<string, WrittenCell[][]>,
  tables: TableContents = {},
  lacks: readonly string[] = [],
): Book {
  const book = new Book();
  for (const [name, rows] of Object.entries(sheets)) fill(book.addSheet(name), rows);
  for (const schema of Object.values(TABLES)) {
    const rows = tables[schema.name];
    if (rows) addTable(book, schema, rows, lacks);
  }
  return book;
}

/** Column headers that hold dates in `sheets`. */
const DATE_HEADERS = /date|dos/i;

function fill(sheet: Sheet, rows: WrittenCell[][]): void {
  const dates = new Set(
    (rows[0] ?? []).flatMap((cell, column) => (DATE_HEADERS.test(String(cell)) ? [column] : [])),
  );
  const dateStyle = sheet.book.styles.derive(0, { numberFormat: 'm/d/yyyy' });
  rows.forEach((row, r) => {
    row.forEach((written, c) => {
      if (written === null) return;
      const value = isAnyNumber(written) ? plainNumber(written) : written;
      const style = dates.has(c) && typeof value === 'number' ? dateStyle : 0;
      const isFormula = typeof value === 'string' && value.startsWith('=');
      sheet.loadCell(r, c, { value: isFormula ? null : value, formula: isFormula ? value : null, style });
    });
  });
}

function addTable(
  book: Book,
  schema: Table,
  rows: Record<string, RowValue>[],
  lacks: readonly string[],
): void {
  const columns = columnsOf(schema).filter(({ header }) => !lacks.includes(header));
  const sheet = book.addSheet(schema.name);
  const grid: CellValue[][] =
    schema.direction === 'down'
      ? [
          [...DOWN_HEADERS],
          ...columns.map((column) => [
            column.header,
            cellOf(column, rows[0]?.[column.key], false),
            column.help,
          ]),
        ]
      : [
          columns.map((column) => column.header),
          ...rows.map((row) => columns.map((column) => cellOf(column, row[column.key], false))),
        ];
  grid.forEach((line, r) => {
    line.forEach((value, c) => {
      const column = schema.direction === 'down' ? columns[r - 1] : columns[c];
      const style = column ? book.styles.derive(0, { numberFormat: columnFormat(column) }) : 0;
      if (value !== null) sheet.loadCell(r, c, { value, formula: null, style: r === 0 ? 0 : style });
    });
  });
  const headers = grid[0] ?? [];
  sheet.tables.push({
    name: schema.name,
    sheet,
    area: { row: 0, column: 0, rows: Math.max(2, grid.length), columns: headers.length },
    hasTotals: false,
    showBandedRows: true,
    showFilterButton: true,
    style: 'TableStyleLight1',
    columns: headers.map((name) => ({ name: String(name), formula: null })),
    source: null,
  });
}
