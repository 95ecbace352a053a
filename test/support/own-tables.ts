import type { PlannedRow } from '../../src/workbook/plan/plan';
import type { SheetReading, WorkbookReading } from '../../src/workbook/reading';
import type { GridValue } from '../../src/workbook/sessions/grid';
import { TABLES, type OwnTableName } from '../../src/workbook/tables';
import { cellOf } from '../../src/workbook/tables/cell-values';
import { columnsOf } from '../../src/workbook/tables/define-table';

/** Rows of Claimsheet's own tables by the keys of their columns; money in cents, dates as day numbers. */
export type TableRecords = Partial<Record<OwnTableName, readonly PlannedRow[]>>;

/** A workbook of own tables, as it is read from Excel. */
export function readingOf(tables: TableRecords, date1904 = false): WorkbookReading {
  const sheets = Object.entries(tables).map(([name, rows]) => {
    const columns = columnsOf(TABLES[name as OwnTableName]);
    const cells = rows.map((row) => columns.map((column) => cellOf(column, row[column.key], date1904) ?? ''));
    return sheetWith(name as OwnTableName, [columns.map(({ header }) => header), ...cells], date1904);
  });
  return { ...EMPTY_READING, sheets, date1904 };
}

/** The same of cells as they are; columns of the table that they lack are added to the right, blank. */
export function readingOfCells(
  tables: Partial<Record<OwnTableName, GridValue[][]>>,
  date1904 = false,
): WorkbookReading {
  const sheets = Object.entries(tables).map(([name, cells]) => {
    const headers = (cells[0] ?? []).map((header) => String(header).toLowerCase().replace(/\s+/g, ' '));
    const { direction } = TABLES[name as OwnTableName];
    const lacking = columnsOf(TABLES[name as OwnTableName]).filter(
      ({ header }) => direction === 'across' && !headers.includes(header.toLowerCase()),
    );
    const whole = cells.map((line, row) => [
      ...line,
      ...lacking.map(({ header }) => (row === 0 ? header : '')),
    ]);
    return sheetWith(name as OwnTableName, whole, date1904);
  });
  return { ...EMPTY_READING, sheets, date1904 };
}

export const EMPTY_READING: WorkbookReading = {
  sheets: [],
  structureProtected: false,
  date1904: false,
  memory: [],
  revision: { anchors: [], revisions: [], taken: [], isTotalOff: false },
  knowsMarks: true,
};

function sheetWith(name: OwnTableName, values: GridValue[][], date1904: boolean): SheetReading {
  const table = { name, top: 1, left: 1, rows: values.length, columns: values[0]?.length ?? 0 };
  const at = {
    id: `{${name}}`,
    mark: null,
    visible: true,
    isProtected: false,
    firstRow: 1,
    firstColumn: 1,
    formats: [],
  };
  return { name, ...at, values, tables: [table], date1904 };
}
