import type { PlannedRow, RowValue } from '../plan/plan';
import { cellOf, columnFormat } from '../tables/cell-values';
import { columnsOf, type KeyedColumn, type Table } from '../tables/define-table';
import { DOWN_HEADERS, type LostTable } from '../tables/own-table';
import { addSheet } from './add-sheet';
import { cellInput, type CellInput } from './cell-input';
import { setNumberFormat } from './looks';
import { ACTION_BYTES, type ExcelStep } from './excel-step';

const ROWS_PER_BLOCK = 1000;
const TABLE_STYLE = 'TableStyleLight1';
const HEADER_COLOR = '#2F5D62';
/** Points. */
const TWO_LINES = 30;

/** The steps that make one of Claimsheet's own sheets with its table and first rows. */
export function newTableSteps(
  definition: Table,
  rows: readonly PlannedRow[],
  { date1904, mark, position }: { date1904: boolean; mark: string; position: number | null },
): ExcelStep[] {
  const grid =
    definition.direction === 'down'
      ? downGrid(definition, rows[0], date1904)
      : acrossGrid(definition, rows, date1904);
  const columns = grid[0]?.length ?? 1;
  return [
    {
      bytes: (columns + 12) * 2 * ACTION_BYTES,
      run: (context) => {
        const sheet = addSheet(context, definition.name, mark);
        if (position !== null) sheet.position = position;
        sheet.tabColor = HEADER_COLOR;
        formatColumns(sheet, definition, grid.length);
      },
    },
    ...blocksOf(grid).map(({ start, block }): ExcelStep => ({
      bytes: JSON.stringify(block).length * 1.1 + ACTION_BYTES,
      run: ({ workbook }) => {
        const sheet = workbook.worksheets.getItem(definition.name);
        sheet.getRangeByIndexes(start, 0, block.length, columns).values = block;
      },
    })),
    {
      bytes: 10 * ACTION_BYTES,
      run: (context) => {
        const sheet = context.workbook.worksheets.getItem(definition.name);
        const table = sheet.tables.add(
          sheet.getRangeByIndexes(0, 0, Math.max(2, grid.length), columns),
          true,
        );
        table.name = definition.name;
        table.style = TABLE_STYLE;
        sheet.freezePanes.freezeRows(1);
        sheet.pageLayout.orientation = 'Landscape';
        sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
        sheet.pageLayout.setPrintTitleRows('$1:$1');
      },
    },
  ];
}

/** Makes a range a table again, under its own name. */
export function tableAgainStep({ name, sheet, area }: LostTable): ExcelStep {
  return {
    bytes: 3 * ACTION_BYTES,
    run: ({ workbook }) => {
      const own = workbook.worksheets.getItem(sheet);
      const range = own.getRangeByIndexes(area.top - 1, area.left - 1, Math.max(2, area.rows), area.columns);
      const table = own.tables.add(range, true);
      table.name = name;
      table.style = TABLE_STYLE;
    },
  };
}

function acrossGrid(definition: Table, rows: readonly PlannedRow[], date1904: boolean): CellInput[][] {
  return [
    columnsOf(definition).map((column) => column.header),
    ...rows.map((row) => columnsOf(definition).map((column) => inputOf(column, row[column.key], date1904))),
  ];
}

function downGrid(definition: Table, record: PlannedRow | undefined, date1904: boolean): CellInput[][] {
  return [
    [...DOWN_HEADERS],
    ...columnsOf(definition).map((column) => [
      column.header,
      inputOf(column, record?.[column.key], date1904),
      column.help === '' ? null : cellInput(column.help, 'General'),
    ]),
  ];
}

/** A value as it is handed to Excel for a cell of the column. */
export function inputOf(column: KeyedColumn, value: RowValue | undefined, date1904: boolean): CellInput {
  return cellInput(cellOf(column, value, date1904), columnFormat(column));
}

function formatColumns(sheet: Excel.Worksheet, definition: Table, rows: number): void {
  if (definition.direction === 'down') {
    [150, 220, 380].forEach((width, column) => {
      wholeColumn(sheet, column).format.columnWidth = width;
    });
    columnsOf(definition).forEach((column, index) => {
      setNumberFormat(sheet.getRangeByIndexes(index + 1, 1, 1, 1), columnFormat(column));
    });
  } else {
    columnsOf(definition).forEach((column, index) => {
      wholeColumn(sheet, index).format.columnWidth = column.width;
      setNumberFormat(sheet.getRangeByIndexes(1, index, Math.max(1, rows - 1), 1), columnFormat(column));
    });
  }
  const columns = definition.direction === 'down' ? DOWN_HEADERS.length : columnsOf(definition).length;
  const header = sheet.getRangeByIndexes(0, 0, 1, columns);
  setNumberFormat(header, '@');
  header.format.font.bold = true;
  header.format.font.color = '#FFFFFF';
  header.format.fill.color = HEADER_COLOR;
  header.format.wrapText = definition.direction === 'across';
  header.format.verticalAlignment = 'Center';
  if (definition.direction === 'across' && columnsOf(definition).some(isHeaderWrapped)) {
    header.format.rowHeight = TWO_LINES;
  }
  sheet.getRangeByIndexes(0, 0, rows, columns).format.font.name = 'Arial';
}

/** By the mean width of a letter of bold Arial 11. */
function isHeaderWrapped({ header, width }: KeyedColumn): boolean {
  return header.length * 6 > width;
}

function wholeColumn(sheet: Excel.Worksheet, column: number): Excel.Range {
  return sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn();
}

/** A grid in pieces that Excel takes at once. */
export function blocksOf(grid: CellInput[][]): { start: number; block: CellInput[][] }[] {
  return Array.from({ length: Math.ceil(grid.length / ROWS_PER_BLOCK) }, (_, index) => {
    const start = index * ROWS_PER_BLOCK;
    return { start, block: grid.slice(start, start + ROWS_PER_BLOCK) };
  });
}
