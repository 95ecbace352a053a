import type { PlannedRow } from '../plan/plan';
import type { PlannedTable } from '../plan/planned-table';
import type { TableTarget } from '../plan/table-target';
import type { GridValue } from '../sessions/grid';
import type { OwnTableName } from '../tables';
import { columnFormat } from '../tables/cell-values';
import { columnsOf, type KeyedColumn } from '../tables/define-table';
import type { OwnTable } from '../tables/own-table';
import type { CellInput } from './cell-input';
import { cellsOf } from './cells-of-table';
import { ACTION_BYTES, type ExcelStep, type WrittenOver } from './excel-step';
import { setNumberFormat } from './looks';
import { blocksOf, inputOf } from './make-table';

/**
 * Adds rows below a table and lets the table grow over them, wherever it is by then. Not `TableRowCollection.add`: that
 * conflicts with co-authors (Office documentation, "Coauthoring in Excel add-ins"). The user's own columns are left
 * alone; a total row is switched off meanwhile, since new rows go where it is. `noteTotals` is told before that, and
 * after it is there again.
 */
export function appendSteps(
  { table, first, columns }: TableTarget,
  rows: readonly PlannedRow[],
  date1904: boolean,
  noteTotals: (workbook: Excel.Workbook, isShown: boolean) => void = () => undefined,
): ExcelStep[] {
  const { definition, positions, cells, tableName } = table;
  const own = columnsOf(definition).flatMap((column) => {
    const position = positions.get(column.key);
    return position === undefined ? [] : [{ column, position }];
  });
  const height = Math.max(first + rows.length, cells.length);
  const live: LiveTable = { rows: cells.length };
  const rangeOf = (context: Excel.RequestContext, row: number, column: number, tall: number, wide: number) =>
    cellsOf(context, tableName, row, column, tall, wide);
  const totals = (isShown: boolean): ExcelStep[] =>
    table.hasTotals
      ? [
          {
            bytes: 3 * ACTION_BYTES,
            run: ({ workbook }) => {
              if (!isShown) noteTotals(workbook, isShown);
              workbook.tables.getItem(tableName).showTotals = isShown;
              if (isShown) noteTotals(workbook, isShown);
            },
          },
        ]
      : [];
  return [
    ...totals(false),
    {
      bytes: (own.length + 8) * ACTION_BYTES,
      run: (context) => {
        const shape = context.workbook.tables.getItem(tableName).getRange().load('rowCount,columnCount');
        const header = rangeOf(context, 0, 0, 1, columns).load('values');
        const target = rangeOf(context, first, 0, rows.length, columns).load('formulas,rowIndex,columnIndex');
        context.workbook.tables.getItem(tableName).resize(rangeOf(context, 0, 0, height, columns));
        for (const { column, position } of own)
          setNumberFormat(rangeOf(context, first, position, rows.length, 1), columnFormat(column));
        return () => {
          live.rows = shape.rowCount;
          const isSame = shape.rowCount === cells.length && shape.columnCount === columns;
          const overwritten = linesOver(table, first, target, live);
          return isSame && isSameHeader(header.values, cells) && overwritten.length === 0
            ? []
            : [{ is: 'moved' }, ...overwritten];
        };
      },
    },
    ...blocksOf(rows.map((row) => lineOf(row, own, columns, date1904))).map(
      ({ start, block }): ExcelStep => ({
        bytes: JSON.stringify(block).length * 1.1 + 6 * ACTION_BYTES,
        run: (context) => {
          const shape = context.workbook.tables.getItem(tableName).getRange().load('rowCount');
          const target = rangeOf(context, first + start, 0, block.length, columns).load(
            'formulas,rowIndex,columnIndex',
          );
          const written = rangeOf(context, first + start, 0, block.length, columns);
          written.values = block;
          return () => {
            const overwritten = linesOver(table, first + start, target, live);
            return shape.rowCount === height && overwritten.length === 0
              ? []
              : [{ is: 'moved' }, ...overwritten];
          };
        },
      }),
    ),
    ...totals(true),
  ];
}

/** What is known of a table while it is being written. */
interface LiveTable {
  /** With the header, before it grew. */
  rows: number;
}

/** Rows that stood where new ones were written. */
function linesOver(
  { definition, sheet }: OwnTable,
  first: number,
  target: Excel.Range,
  live: LiveTable,
): WrittenOver[] {
  const table = definition.name as OwnTableName;
  return (target.formulas as GridValue[][]).flatMap((line, index): WrittenOver[] => {
    if (line.every((value) => value === '')) return [];
    if (first + index < live.rows) return [{ is: 'row back', table, cells: line }];
    return line.flatMap((value, column) =>
      value === ''
        ? []
        : {
            is: 'cell back' as const,
            sheet: sheet.name,
            row: target.rowIndex + index + 1,
            column: target.columnIndex + column + 1,
            value,
          },
    );
  });
}

function isSameHeader(now: unknown[][], [header = []]: readonly GridValue[][]): boolean {
  return header.every((text, column) => text === '' || String(now[0]?.[column]) === String(text));
}

function lineOf(
  row: PlannedRow,
  own: readonly { column: KeyedColumn; position: number }[],
  columns: number,
  date1904: boolean,
): CellInput[] {
  const line = new Array<CellInput>(columns).fill(null);
  for (const { column, position } of own) line[position] = inputOf(column, row[column.key], date1904);
  return line;
}

/** Adds the columns that an older workbook lacks to the right of a table. */
export function newColumnSteps({ table, added }: PlannedTable): ExcelStep[] {
  if (added.length === 0) return [];
  const columns = table.cells[0]?.length ?? 0;
  const rows = Math.max(2, table.cells.length);
  const { tableName, hasTotals } = table;
  return [
    {
      bytes: (added.length * 4 + 6) * ACTION_BYTES,
      run: (context) => {
        const range = (row: number, column: number, tall: number, wide: number) =>
          cellsOf(context, tableName, row, column, tall, wide);
        const first = columns - added.length;
        const beside = range(0, first, rows + (hasTotals ? 1 : 0), added.length).load('values');
        const shape = context.workbook.tables.getItem(tableName).getRange().load('columnCount');
        added.forEach(({ header, ...column }, index) => {
          setNumberFormat(range(1, first + index, rows - 1, 1), columnFormat(column));
          setNumberFormat(range(0, first + index, 1, 1), '@');
          range(0, first + index, 1, 1).values = [[header]];
        });
        context.workbook.tables.getItem(tableName).resize(range(0, 0, rows + (hasTotals ? 1 : 0), columns));
        return () =>
          shape.columnCount === first && beside.values.flat().every((value) => value === '')
            ? []
            : [{ is: 'moved' }];
      },
    },
  ];
}
