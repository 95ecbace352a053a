import { addDays, isoOf, parseIso, serialOf } from '../../../src/billing/values/day';
import type { SheetReading, WorkbookReading } from '../../../src/workbook/reading';
import type { GridValue } from '../../../src/workbook/sessions/grid';
import { TABLES, type OwnTableName } from '../../../src/workbook/tables';
import { columnsOf } from '../../../src/workbook/tables/define-table';
import { EMPTY_READING } from '../../support/own-tables';
import { day } from '../../support/values';

/**
 * A row by its headers, dates as ISO text. In place of "Date" a session may have `on` (a row for each of the dates) or
 * `weekly` (the first date and how many, a week apart).
 */
export type Row = Record<string, unknown>;
export type Tables = Partial<Record<OwnTableName | 'Sessions', Row[]>>;

const SESSION_HEADERS = ['Date', 'Client', 'Minutes', 'CPT', 'Units', 'Dx', 'Payer', 'Charge', 'Status'];

/** A workbook as it would have been read: a sheet of sessions and Claimsheet's own tables. */
export function readingOf(tables: Tables): WorkbookReading {
  const sheets = Object.entries(tables).map(([name, rows]) =>
    name === 'Sessions' ? sessionSheet(rows) : ownSheet(name as OwnTableName, rows),
  );
  return { ...EMPTY_READING, sheets };
}

function sessionSheet(rows: readonly Row[]): SheetReading {
  const lines = rows.flatMap((row) => datesOf(row).map((date): Row => ({ ...row, Date: date })));
  const cells = lines.map((line) =>
    SESSION_HEADERS.map((header) => (header === 'Date' ? asDay(line[header]) : cell(line[header]))),
  );
  const values: GridValue[][] = [SESSION_HEADERS, ...cells];
  const formats = values.map((line, at) =>
    line.map((_, column) => (at > 0 && column === 0 ? 'm/d/yyyy' : 'General')),
  );
  return { ...sheetOf('Sessions', values), formats };
}

function ownSheet(name: OwnTableName, rows: readonly Row[]): SheetReading {
  const columns = columnsOf(TABLES[name]);
  for (const header of rows.flatMap((row) => Object.keys(row))) {
    if (!columns.some((column) => column.header === header))
      throw new Error(`${name} has no column "${header}".`);
  }
  const values = [
    columns.map(({ header }): GridValue => header),
    ...rows.map((row) =>
      columns.map(({ header, kind }) => (kind === 'day' ? asDay(row[header]) : cell(row[header]))),
    ),
  ];
  const table = { name, top: 1, left: 1, rows: values.length, columns: columns.length };
  return { ...sheetOf(name, values), tables: [table] };
}

function sheetOf(name: string, values: GridValue[][]): SheetReading {
  return {
    name,
    id: `{${name}}`,
    mark: null,
    visible: true,
    isProtected: false,
    firstRow: 1,
    firstColumn: 1,
    values,
    formats: [],
    tables: [],
    date1904: false,
  };
}

function cell(value: unknown): GridValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : '';
}

/** An ISO date as Excel's day number; anything else as it is. */
function asDay(value: unknown): GridValue {
  const read = typeof value === 'string' ? parseIso(value) : null;
  return read === null ? cell(value) : serialOf(read);
}

function datesOf({ on, weekly, Date: date }: Row): unknown[] {
  if (Array.isArray(on)) return on;
  if (!Array.isArray(weekly)) return [date];
  const [first, count] = weekly as [string, number];
  const start = day(first);
  return Array.from({ length: count }, (_, week) => isoOf(addDays(start, 7 * week)));
}
