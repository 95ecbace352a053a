import type { PlannedRow, RowValue } from '../plan/plan';
import type { PlannedTable } from '../plan/planned-table';
import type { TableTarget } from '../plan/table-target';
import { cellOf, columnFormat } from '../tables/cell-values';
import { columnsOf, type KeyedColumn, type Table } from '../tables/define-table';
import { DOWN_HEADERS, type LostTable } from '../tables/own-table';
import { cellInput, type CellInput } from './cell-input';
import { setNumberFormat } from './looks';
import type { Step } from './payload';

type ExcelStep = Step<Excel.RequestContext>;

const ACTION_BYTES = 700;
const ROWS_PER_BLOCK = 1000;
const TABLE_STYLE = 'TableStyleLight1';
const HEADER_COLOR = '#2F5D62';
/** Points. */
const TWO_LINES = 30;

/** The steps that make one of Claimsheet's own sheets with its table and first rows. */
export function newTableSteps(
  definition: Table,
  rows: readonly PlannedRow[],
  date1904: boolean,
  position: number | null,
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
        const sheet = context.workbook.worksheets.add(definition.name);
        if (position !== null) sheet.position = position;
        sheet.tabColor = HEADER_COLOR;
        formatColumns(sheet, definition, grid.length);
      },
    },
    ...blockSteps(definition.name, 0, 0, grid),
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

/**
 * Adds rows below a table and lets the table grow over them. Not `TableRowCollection.add`: that conflicts with
 * co-authors (Office documentation, "Coauthoring in Excel add-ins"). The user's own columns are left alone.
 */
export function appendSteps(
  { table, row, column: left, columns, headerRow }: TableTarget,
  rows: readonly PlannedRow[],
  date1904: boolean,
): ExcelStep[] {
  const own = columnsOf(table.definition).flatMap((column) => {
    const position = table.positions.get(column.key);
    return position === undefined ? [] : [{ column, position }];
  });
  const grid = rows.map((each) => {
    const line = new Array<CellInput>(columns).fill(null);
    for (const { column, position } of own) line[position] = inputOf(column, each[column.key], date1904);
    return line;
  });
  const format: ExcelStep = {
    bytes: own.length * ACTION_BYTES,
    run: (context) => {
      const sheet = context.workbook.worksheets.getItem(table.sheet.name);
      for (const { column, position } of own) {
        setNumberFormat(sheet.getRangeByIndexes(row, left + position, rows.length, 1), columnFormat(column));
      }
    },
  };
  const height = row - headerRow + rows.length;
  return [
    format,
    ...blockSteps(table.sheet.name, row, left, grid),
    resizeStep(table, Math.max(height, table.cells.length), columns),
  ];
}

/** Adds the columns that an older workbook lacks to the right of a table. */
export function newColumnSteps({ table, added }: PlannedTable): ExcelStep[] {
  if (added.length === 0) return [];
  const columns = table.cells[0]?.length ?? 0;
  const first = columns - added.length;
  return [
    {
      bytes: added.length * 3 * ACTION_BYTES,
      run: (context) => {
        const sheet = context.workbook.worksheets.getItem(table.sheet.name);
        added.forEach(({ header, ...column }, index) => {
          const range = (row: number, rows: number) =>
            sheet.getRangeByIndexes(table.top - 1 + row, table.left - 1 + first + index, rows, 1);
          setNumberFormat(range(1, Math.max(1, table.cells.length - 1)), columnFormat(column));
          setNumberFormat(range(0, 1), '@');
          range(0, 1).values = [[header]];
        });
      },
    },
    resizeStep(table, Math.max(2, table.cells.length), columns),
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

function resizeStep(
  { sheet, tableName, top, left }: TableTarget['table'],
  rows: number,
  columns: number,
): ExcelStep {
  return {
    bytes: ACTION_BYTES,
    run: ({ workbook }) => {
      const area = workbook.worksheets
        .getItem(sheet.name)
        .getRangeByIndexes(top - 1, left - 1, rows, columns);
      workbook.tables.getItem(tableName).resize(area);
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

function inputOf(column: KeyedColumn, value: RowValue | undefined, date1904: boolean): CellInput {
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
