import type { Workbook, Worksheet } from 'exceljs';
import { authorizationsTable } from '../../src/workbook/tables/authorizations';
import { benefitsTable } from '../../src/workbook/tables/benefits';
import { cellOf, columnFormat } from '../../src/workbook/tables/cell-values';
import { clientsTable } from '../../src/workbook/tables/clients';
import { columnsOf, type KeyedColumn, type Table } from '../../src/workbook/tables/define-table';
import { feesTable } from '../../src/workbook/tables/fees';
import { DOWN_HEADERS } from '../../src/workbook/tables/own-table';
import { payersTable } from '../../src/workbook/tables/payers';
import { practiceTable } from '../../src/workbook/tables/practice';
import { clients } from './clients';
import type { SampleRecord } from './invented';
import { authorizations, benefits, fees, payers, practice } from './practice-tables';
import { dayFrom } from './sessions';

const TAB_COLOR = 'FF2F5D62';
const HEADER_FILL = 'FFE3ECEC';
const POINTS_A_CHARACTER = 5.25;
const DOWN_WIDTHS = [24, 34, 58];

/** Claimsheet's reference tables, as set-up would have made them and the therapist filled them. */
export function addOwnTables(book: Workbook): void {
  addDown(book, practiceTable, practice);
  addAcross(book, payersTable, payers);
  addAcross(book, clientsTable, clients);
  addAcross(book, authorizationsTable, authorizations);
  addAcross(book, benefitsTable, benefits);
  addAcross(book, feesTable, fees);
}

function addDown(book: Workbook, schema: Table, record: SampleRecord): void {
  const sheet = ownSheet(book, schema);
  const rows = columnsOf(schema).map((column) => [column.header, valueOf(column, record), column.help]);
  addTable(sheet, schema.name, [...DOWN_HEADERS], rows);
  DOWN_WIDTHS.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  columnsOf(schema).forEach((column, index) => {
    const cell = sheet.getCell(index + 2, 2);
    cell.numFmt = columnFormat(column);
    cell.alignment = { horizontal: 'left' };
    sheet.getCell(index + 2, 3).font = {
      name: 'Calibri',
      size: 10,
      italic: true,
      color: { argb: 'FF6B7785' },
    };
  });
}

function addAcross(book: Workbook, schema: Table, records: readonly SampleRecord[]): void {
  const sheet = ownSheet(book, schema);
  const rows = records.map((record) => columnsOf(schema).map((column) => valueOf(column, record)));
  addTable(
    sheet,
    schema.name,
    columnsOf(schema).map((column) => column.header),
    rows,
  );
  columnsOf(schema).forEach((column, index) => {
    sheet.getColumn(index + 1).width = Math.max(column.width / POINTS_A_CHARACTER, column.header.length + 4);
    rows.forEach((_, row) => {
      sheet.getCell(row + 2, index + 1).numFmt = columnFormat(column);
    });
  });
}

function ownSheet(book: Workbook, schema: Table): Worksheet {
  return book.addWorksheet(schema.name, {
    properties: { tabColor: { argb: TAB_COLOR } },
    pageSetup: { orientation: 'landscape' },
    views: [{ state: 'frozen', ySplit: 1, xSplit: schema.direction === 'across' ? 1 : 0 }],
  });
}

function addTable(sheet: Worksheet, name: string, headers: string[], rows: unknown[][]): void {
  sheet.addTable({
    name,
    ref: 'A1',
    headerRow: true,
    style: { theme: 'TableStyleLight1', showRowStripes: true },
    columns: headers.map((header) => ({ name: header, filterButton: true })),
    rows,
  });
  headers.forEach((_, index) => {
    const cell = sheet.getCell(1, index + 1);
    cell.font = { name: 'Calibri', size: 11, bold: true, color: { argb: TAB_COLOR } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER_FILL } };
    cell.border = { bottom: { style: 'thin', color: { argb: TAB_COLOR } } };
  });
}

function valueOf(column: KeyedColumn, record: SampleRecord): string | number | boolean | null {
  const value = record[column.key];
  const isDate = column.kind === 'day' && typeof value === 'string';
  return cellOf(column, isDate ? dayFrom(value) : value, false);
}
