import { journalCells, type JournalLineOf } from '../journal/journal-lines';
import { stateCells, undoCells, withCells, type OwnCell } from '../journal/own-rows';
import type { ShrunkTable, TakingBack } from '../journal/taking-back';
import type { SheetReading, WorkbookReading } from '../reading';
import type { GridValue } from '../sessions/grid';
import type { OwnTableName } from '../tables';
import { findTable, type OwnTable } from '../tables/own-table';
import { fenceOf, written, type Written } from './apply-plan';
import { cellsOf } from './cells-of-table';
import { ACTION_BYTES, type ExcelStep, type Surprise } from './excel-step';
import { cellSteps } from './write-cells';
import { memoryStep } from './write-memory';
import { typedSteps } from './write-typed';

/**
 * Takes a run out of the workbook: its sheets first, its rows of the Activity sheet last, which until then say that it
 * is being undone. So it can be gone on with, however soon Excel stops. One round trip, one more for each 4 MB.
 */
export async function rollBack(
  context: Excel.RequestContext,
  reading: WorkbookReading,
  taking: TakingBack,
  memory: string | null,
): Promise<Written> {
  const { entry, sheets, tables, cells, typed, back } = taking;
  const activity = findTable(reading, 'Activity');
  const isActivity = ({ table }: { table: OwnTable }): boolean => table.definition.name === 'Activity';
  const holdsActivity = (sheet: SheetReading): boolean => sheet === activity?.sheet;
  const steps: ExcelStep[] = [
    ...(activity ? cellSteps(begun(activity, taking)) : []),
    ...sheets.filter((sheet) => !holdsActivity(sheet)).map(deleteStep),
    ...cellSteps(cells),
    ...typedSteps(typed),
    ...tables.filter((table) => !isActivity(table)).flatMap((table) => shrinkSteps(table, entry.run)),
    ...back.map((line) => backStep(line, tables)),
    ...(memory === null ? [] : [memoryStep(reading, memory)]),
    ...(activity && !taking.isWhole ? cellSteps(leftCells(activity, taking)) : []),
    ...tables.filter(isActivity).flatMap((table) => shrinkSteps(table, entry.run)),
    ...sheets.filter(holdsActivity).map(deleteStep),
  ];
  return written(context, fenceOf(reading), steps);
}

/** The run's own rows say that it is being undone, and what is to be put back for it. */
function begun(activity: OwnTable, { entry, found }: TakingBack): OwnCell[] {
  const state = entry.state === 'being undone' ? [] : stateCells(activity, entry.mark, 'being undone');
  if (found.length === 0) return state;
  // What does not fit into the rows that are there is known to this window only.
  return [...state, ...undoCells(activity, entry.marks, journalCells([...entry.lines, ...found]))];
}

/** The run's rows of the Activity sheet, where something of it stays. */
function leftCells(activity: OwnTable, { entry }: TakingBack): OwnCell[] {
  const isBegun = withCells(activity, stateCells(activity, entry.mark, 'being undone'));
  return stateCells(isBegun, entry.mark, 'partly undone');
}

function deleteStep({ id }: SheetReading): ExcelStep {
  return {
    bytes: 3 * ACTION_BYTES,
    run: ({ workbook }) => {
      const sheet = workbook.worksheets.getItem(id);
      // A very hidden sheet cannot be deleted.
      sheet.visibility = 'Hidden';
      sheet.delete();
    },
  };
}

function shrinkSteps(
  { table, positions, blank, columns, showTotals }: ShrunkTable,
  run: string,
): ExcelStep[] {
  const rows = table.cells.length;
  const width = table.cells[0]?.length ?? 1;
  const gone = [...positions, ...Array.from({ length: blank }, (_, index) => rows - blank + index)];
  const inTable = (context: Excel.RequestContext, row: number, column: number, tall: number, wide: number) =>
    cellsOf(context, table.tableName, row, column, tall, wide);
  return [
    ...removeRows(table, gone, run),
    ...(columns.length > 0
      ? [
          {
            bytes: 5 * ACTION_BYTES,
            run: (context: Excel.RequestContext): undefined => {
              const kept = width - columns.length;
              const tall = Math.max(2, rows - gone.length) + (table.hasTotals ? 1 : 0);
              const beside = inTable(context, 0, kept, tall, columns.length);
              context.workbook.tables.getItem(table.tableName).resize(inTable(context, 0, 0, tall, kept));
              beside.clear('Contents');
            },
          },
        ]
      : []),
    ...(showTotals
      ? [
          {
            bytes: ACTION_BYTES,
            run: ({ workbook }: Excel.RequestContext): undefined => {
              workbook.tables.getItem(table.tableName).showTotals = true;
            },
          },
        ]
      : []),
  ];
}

/**
 * Removes rows. Those at the end are emptied and the table ends before them, so that nothing below it moves; others are
 * deleted, from the bottom up. The last row of a table cannot be deleted.
 */
function removeRows(table: OwnTable, positions: readonly number[], run: string): ExcelStep[] {
  if (positions.length === 0) return [];
  const rows = table.cells.length;
  const width = table.cells[0]?.length ?? 1;
  const first = positions[0] ?? rows;
  const isTail = positions.length === rows - first && !table.hasTotals;
  const deletedBlocks = isTail ? [{ start: first, count: positions.length }] : blocks(positions).reverse();
  return deletedBlocks.map(({ start, count }) => ({
    bytes: 6 * ACTION_BYTES,
    run: (context) => {
      const block = () => cellsOf(context, table.tableName, start, 0, count, width);
      const stood = block().load('formulas');
      if (isTail) {
        // Emptied first: where Excel stops in between, blank rows are left in the table, and nothing below it.
        block().clear('Contents');
        const kept = cellsOf(context, table.tableName, 0, 0, Math.max(2, start), width);
        context.workbook.tables.getItem(table.tableName).resize(kept);
      } else if (count === rows - 1) {
        block().clear('Contents');
      } else {
        block().delete('Up');
      }
      return () => othersAmong(table, run, start, stood.formulas as GridValue[][]);
    },
  }));
}

/** Rows of others that stood where the run's own were believed to be. */
function othersAmong(table: OwnTable, run: string, start: number, stood: GridValue[][]): Surprise[] {
  const column = table.positions.get('run') ?? -1;
  const isSame = stood.every((line, index) => {
    const read = table.cells[start + index] ?? [];
    return String(line[column]) === String(read[column]) && (line[column] !== '' || isBlank(line));
  });
  if (isSame) return [];
  const name = table.definition.name as OwnTableName;
  const others = stood.filter((line) => !isBlank(line) && line[column] !== run);
  return [{ is: 'moved' }, ...others.map((cells): Surprise => ({ is: 'row back', table: name, cells }))];
}

function isBlank(line: readonly GridValue[]): boolean {
  return line.every((value) => value === '');
}

/** Puts back what was written over by mistake: a row at the end of its table, a cell where it was. */
function backStep(line: JournalLineOf<'row back' | 'cell back'>, tables: readonly ShrunkTable[]): ExcelStep {
  return {
    bytes: JSON.stringify(line).length * 1.1 + 5 * ACTION_BYTES,
    run: ({ workbook }) => {
      if (line.is === 'cell back') {
        const { sheet, row, column, value } = line;
        workbook.worksheets.getItem(sheet).getRangeByIndexes(row - 1, column - 1, 1, 1).formulas = [[value]];
        return;
      }
      const found = tables.find(({ table }) => table.definition.name === line.table)?.table.tableName;
      const table = workbook.tables.getItem(found ?? line.table);
      const below = table.getRange().getRowsBelow(1);
      table.resize(table.getRange().getResizedRange(1, 0));
      below.formulas = [line.cells];
    },
  };
}

function blocks(positions: readonly number[]): { start: number; count: number }[] {
  const found: { start: number; count: number }[] = [];
  for (const position of positions) {
    const last = found[found.length - 1];
    if (last && last.start + last.count === position) last.count++;
    else found.push({ start: position, count: 1 });
  }
  return found;
}
