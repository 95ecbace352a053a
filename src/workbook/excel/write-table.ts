import type { RowValue, TableRows } from '../plan/plan';
import type { TableTarget } from '../tables/own-table';
import { cellOf, columnFormat } from '../tables/row-values';
import type { SchemaColumn, TableSchema } from '../tables/schema';
import { DOWN_HEADERS } from '../tables/schemas';
import { cellInput, type CellInput } from './cell-input';
import { setNumberFormat } from './looks';
import type { Step } from './payload';

type ExcelStep = Step<Excel.RequestContext>;

const ACTION_BYTES = 700;
const ROWS_PER_BLOCK = 1000;
const HEADER_COLOR = '#2F5D62';
/** Points. */
const TWO_LINES = 30;

/** The steps that make one of Claimsheet's own sheets with its table and first rows. */
export function newTableSteps(
  schema: TableSchema,
  rows: TableRows['rows'],
  date1904: boolean,
  position: number | null,
): ExcelStep[] {
  const grid =
    schema.direction === 'down' ? downGrid(schema, rows[0], date1904) : acrossGrid(schema, rows, date1904);
  const columns = grid[0]?.length ?? 1;
  return [
    {
      bytes: (columns + 12) * 2 * ACTION_BYTES,
      run: (context) => {
        const sheet = context.workbook.worksheets.add(schema.name);
        if (position !== null) sheet.position = position;
        sheet.tabColor = HEADER_COLOR;
        formatColumns(sheet, schema, grid.length);
      },
    },
    ...blockSteps(schema.name, 0, 0, grid),
    {
      bytes: 10 * ACTION_BYTES,
      run: (context) => {
        const sheet = context.workbook.worksheets.getItem(schema.name);
        const table = sheet.tables.add(
          sheet.getRangeByIndexes(0, 0, Math.max(2, grid.length), columns),
          true,
        );
        table.name = schema.name;
        table.style = 'TableStyleLight1';
        sheet.freezePanes.freezeRows(1);
        sheet.pageLayout.orientation = 'Landscape';
        sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
        sheet.pageLayout.setPrintTitleRows('$1:$1');
      },
    },
  ];
}

/**
 * Adds rows below a table and lets the table grow over them. Not `TableRowCollection.add`: that conflicts with
 * co-authors (Office documentation, "Coauthoring in Excel add-ins"). The user's own columns are left alone.
 */
export function appendSteps(
  schema: TableSchema,
  target: TableTarget,
  rows: TableRows['rows'],
  date1904: boolean,
): ExcelStep[] {
  const grid = rows.map((row) => {
    const line = new Array<CellInput>(target.columns).fill(null);
    for (const column of schema.columns) {
      const position = target.positions.get(column.key);
      if (position !== undefined) line[position] = inputOf(column, row[column.key], date1904);
    }
    return line;
  });
  const format: ExcelStep = {
    bytes: schema.columns.length * ACTION_BYTES,
    run: (context) => {
      const sheet = context.workbook.worksheets.getItem(target.sheet);
      for (const column of schema.columns) {
        const position = target.positions.get(column.key);
        if (position === undefined) continue;
        const cells = sheet.getRangeByIndexes(target.row, target.column + position, rows.length, 1);
        setNumberFormat(cells, columnFormat(column));
      }
    },
  };
  const grow: ExcelStep = {
    bytes: ACTION_BYTES,
    run: (context) => {
      const sheet = context.workbook.worksheets.getItem(target.sheet);
      const height = target.row - target.headerRow + rows.length;
      const area = sheet.getRangeByIndexes(target.headerRow, target.column, height, target.columns);
      context.workbook.tables.getItem(target.table).resize(area);
    },
  };
  return [format, ...blockSteps(target.sheet, target.row, target.column, grid), grow];
}

function acrossGrid(schema: TableSchema, rows: TableRows['rows'], date1904: boolean): CellInput[][] {
  return [
    schema.columns.map((column) => column.header),
    ...rows.map((row) => schema.columns.map((column) => inputOf(column, row[column.key], date1904))),
  ];
}

function downGrid(
  schema: TableSchema,
  record: TableRows['rows'][number] | undefined,
  date1904: boolean,
): CellInput[][] {
  return [
    [...DOWN_HEADERS],
    ...schema.columns.map((column) => [
      column.header,
      inputOf(column, record?.[column.key], date1904),
      column.help === '' ? null : cellInput(column.help, 'General'),
    ]),
  ];
}

function inputOf(column: SchemaColumn, value: RowValue | undefined, date1904: boolean): CellInput {
  return cellInput(cellOf(column, value, date1904), columnFormat(column));
}

function formatColumns(sheet: Excel.Worksheet, schema: TableSchema, rows: number): void {
  if (schema.direction === 'down') {
    [150, 220, 380].forEach((width, column) => {
      wholeColumn(sheet, column).format.columnWidth = width;
    });
    schema.columns.forEach((column, index) => {
      setNumberFormat(sheet.getRangeByIndexes(index + 1, 1, 1, 1), columnFormat(column));
    });
  } else {
    schema.columns.forEach((column, index) => {
      wholeColumn(sheet, index).format.columnWidth = column.width;
      setNumberFormat(sheet.getRangeByIndexes(1, index, Math.max(1, rows - 1), 1), columnFormat(column));
    });
  }
  const columns = schema.direction === 'down' ? DOWN_HEADERS.length : schema.columns.length;
  const header = sheet.getRangeByIndexes(0, 0, 1, columns);
  setNumberFormat(header, '@');
  header.format.font.bold = true;
  header.format.font.color = '#FFFFFF';
  header.format.fill.color = HEADER_COLOR;
  header.format.wrapText = schema.direction === 'across';
  header.format.verticalAlignment = 'Center';
  if (schema.direction === 'across' && schema.columns.some(isHeaderWrapped)) {
    header.format.rowHeight = TWO_LINES;
  }
  sheet.getRangeByIndexes(0, 0, rows, columns).format.font.name = 'Arial';
}

/** By the mean width of a letter of bold Arial 11. */
function isHeaderWrapped({ header, width }: SchemaColumn): boolean {
  return header.length * 6 > width;
}

function wholeColumn(sheet: Excel.Worksheet, column: number): Excel.Range {
  return sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn();
}

function blockSteps(sheetName: string, row: number, column: number, grid: CellInput[][]): ExcelStep[] {
  const steps: ExcelStep[] = [];
  for (let first = 0; first < grid.length; first += ROWS_PER_BLOCK) {
    const block = grid.slice(first, first + ROWS_PER_BLOCK);
    steps.push({
      bytes: JSON.stringify(block).length * 1.1 + ACTION_BYTES,
      run: (context) => {
        const sheet = context.workbook.worksheets.getItem(sheetName);
        const columns = block[0]?.length ?? 1;
        sheet.getRangeByIndexes(row + first, column, block.length, columns).values = block;
      },
    });
  }
  return steps;
}
