import { LIMITS, type Area, type Book, type Sheet, type Table } from '../../book/book';
import { intersection } from '../../book/areas';
import { ExcelError, invalidArgument } from '../errors';
import type { Workspace } from '../workspace';
import { shiftRange } from './shift-range';
import { requireUnprotected } from './protection';
import { nameColumns } from './tables';
import { refill } from '../../book/lists';

/** The style that Excel gives a new table. */
const STYLE = 'TableStyleMedium2';

/** Makes a table of a range. Without headers of its own it gets a header row, and its data moves down by one. */
export function makeTable(sheet: Sheet, wanted: Area, hasHeaders: boolean, workspace: Workspace): Table {
  requireUnprotected(sheet);
  const area = { ...wanted };
  if (area.rows === LIMITS.rows || area.columns === LIMITS.columns) throw invalidArgument();
  requireNoTable(sheet, area);
  if (!hasHeaders) {
    const header = { ...area, rows: 1 };
    shiftRange(sheet, header, 'Down', workspace);
    area.rows += 1;
  } else if (area.rows === 1) area.rows = 2;
  requireNoTable(sheet, area);
  const kept = sheet.merges.filter((merge) => !intersection(merge, area));
  refill(sheet.merges, kept);
  const table: Table = {
    name: freeTableName(sheet.book),
    sheet,
    area,
    hasTotals: false,
    showBandedRows: true,
    showFilterButton: true,
    style: STYLE,
    columns: [],
    source: null,
  };
  nameColumns(table);
  sheet.tables.push(table);
  return table;
}

export function requireNoTable(sheet: Sheet, area: Area, own: Table | null = null): void {
  const taken = sheet.tables.some((table) => table !== own && intersection(table.area, area));
  if (taken) throw invalidArgument('A table cannot overlap another table.');
}

/** Table names and the workbook's names share one space. */
export function requireFreeName(book: Book, name: string, own: Table): void {
  const wanted = name.toLowerCase();
  const inTables = [...book.tables()].some((table) => table !== own && table.name.toLowerCase() === wanted);
  const inNames = book.names.some((known) => known.scope === null && known.name.toLowerCase() === wanted);
  if (inTables || inNames) throw new ExcelError('ItemAlreadyExists');
}

function freeTableName(book: Book): string {
  const taken = new Set([...book.tables()].map((table) => table.name.toLowerCase()));
  for (const name of book.names) taken.add(name.name.toLowerCase());
  let number = 1;
  while (taken.has(`table${String(number)}`)) number++;
  return `Table${String(number)}`;
}
