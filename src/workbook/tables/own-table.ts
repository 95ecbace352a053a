import { TABLES, type OwnTableName } from './schemas';
import type { TableSchema } from './schema';
import { normalizeHeader } from './header';
import { Refusal } from '../refusal';
import type { SheetReading, WorkbookReading } from '../reading';
import type { GridValue } from '../sessions/grid';

export function schemaOf(name: OwnTableName): TableSchema {
  const schema = TABLES.find((table) => table.name === name);
  if (!schema) throw new RangeError(`no table ${name}`);
  return schema;
}

/** One of Claimsheet's own tables as it stands in the workbook. */
export interface OwnTable {
  schema: TableSchema;
  sheet: SheetReading;
  /** Cells of the table, header row first. */
  cells: GridValue[][];
  /** Excel's row and column numbers of the header's first cell. */
  top: number;
  left: number;
  tableName: string;
}

/**
 * Finds one of Claimsheet's own tables by its name; null if it is not there yet.
 * Throws a refusal when the sheet's name is taken by something else.
 */
export function findOwnTable(reading: WorkbookReading, name: OwnTableName): OwnTable | null {
  const schema = schemaOf(name);
  for (const sheet of reading.sheets) {
    const table = sheet.tables.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!table) continue;
    const cells = cut(sheet, table.top, table.left, table.rows, table.columns);
    if (!headersFit(schema, cells[0] ?? [])) continue;
    return { schema, sheet, cells, top: table.top, left: table.left, tableName: table.name };
  }
  const taken = reading.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (taken) {
    throw new Refusal(
      'name-taken',
      `There is already a sheet named "${taken.name}" that Claimsheet did not make, and it needs that name for its own table. Rename your sheet and try again.`,
    );
  }
  return null;
}

/** Where and how rows are added to a table that is already there. */
export interface TableTarget {
  sheet: string;
  table: string;
  /** Counted from 0: the first free row, the table's first column, and how many columns it has. */
  row: number;
  column: number;
  columns: number;
  /** The row of the header. */
  headerRow: number;
  /** Position of each schema key among the table's columns; a column the user removed is left out. */
  positions: ReadonlyMap<string, number>;
}

/** Where new rows go: below the last row that holds anything. */
export function targetOf(table: OwnTable): TableTarget {
  if (table.sheet.isProtected) {
    throw new Refusal(
      'sheet-protected',
      `The sheet "${table.sheet.name}" is protected, so nothing can be added to it. Unprotect it (Review > Unprotect Sheet) and try again.`,
    );
  }
  let filled = table.cells.length;
  while (filled > 1 && (table.cells[filled - 1] ?? []).every((value) => value === '')) filled--;
  return {
    sheet: table.sheet.name,
    table: table.tableName,
    headerRow: table.top - 1,
    row: table.top - 1 + filled,
    column: table.left - 1,
    columns: table.cells[0]?.length ?? 1,
    positions: positionsOf(table),
  };
}

/** Which column of the table holds which key of the schema. */
export function positionsOf(table: Pick<OwnTable, 'schema' | 'cells'>): Map<string, number> {
  const headers = (table.cells[0] ?? []).map((header) => normalizeHeader(String(header)));
  const positions = new Map<string, number>();
  for (const column of table.schema.columns) {
    const position = headers.indexOf(normalizeHeader(column.header));
    if (position >= 0) positions.set(column.key, position);
  }
  return positions;
}

function headersFit(schema: TableSchema, headers: GridValue[]): boolean {
  if (schema.direction === 'down') {
    return headers.length >= 2 && normalizeHeader(String(headers[1])) === 'value';
  }
  const found = positionsOf({ schema, cells: [headers] }).size;
  return found * 2 >= schema.columns.length || found >= headers.length;
}

function cut(sheet: SheetReading, top: number, left: number, rows: number, columns: number): GridValue[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from(
      { length: columns },
      (__, column) => sheet.values[top + row - sheet.firstRow]?.[left + column - sheet.firstColumn] ?? '',
    ),
  );
}
