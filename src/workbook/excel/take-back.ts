import type { TableTarget } from '../plan/table-target';
import type { WorkbookReading } from '../reading';
import { cellSteps, type CellWrite } from './write-cells';
import { formerMemorySteps } from './write-memory';

/** What a run puts into the workbook, as far as it gets. */
export interface MadeByRun {
  /** Names of the sheets it makes. */
  sheets: string[];
  /** Rows and columns it adds to tables that were there before. */
  tables: GrownTable[];
  /** Cells it writes over, with their former values. */
  cells: CellWrite[];
  /** Custom XML parts as they were; null where the run leaves them alone. */
  memory: WorkbookReading['memory'] | null;
}

interface GrownTable {
  target: TableTarget;
  rows: number;
  columns: number;
}

/**
 * Removes what a run that failed half-way has written; works however far it got, in two round trips. Sheets are
 * removed by name: the plan was refused beforehand if one of them existed.
 */
export async function takeBack(context: Excel.RequestContext, made: MadeByRun): Promise<void> {
  const { worksheets, tables } = context.workbook;
  const sheets = made.sheets.map((name) => worksheets.getItemOrNullObject(name).load('name'));
  const putMemoryBack = made.memory && formerMemorySteps(made.memory)(context);
  await context.sync();

  for (const sheet of sheets) if (!sheet.isNullObject) sheet.delete();
  for (const step of cellSteps(made.cells)) step.run(context);
  for (const { target, rows, columns } of made.tables) {
    const { table, headerRow, column } = target;
    const sheet = worksheets.getItem(table.sheet.name);
    const [height, width] = [table.cells.length, target.columns - columns];
    tables.getItem(table.tableName).resize(sheet.getRangeByIndexes(headerRow, column, height, width));
    const clear = (top: number, left: number, tall: number, wide: number) => {
      if (tall > 0 && wide > 0) sheet.getRangeByIndexes(top, left, tall, wide).clear('Contents');
    };
    clear(target.row, column, rows, target.columns);
    clear(headerRow, column + width, height, columns);
  }
  putMemoryBack?.();
  await context.sync();
}
