import type { TableTarget } from '../tables/own-table';
import { cellSteps, type CellWrite } from './write-cells';

/** What a run put into the workbook, as far as it got. */
export interface MadeByRun {
  /** Names of the sheets it makes. */
  sheets: string[];
  /** Rows it adds to tables that were there before. */
  rows: AddedRows[];
  /** Cells it writes over, with their former values. */
  cells: CellWrite[];
}

interface AddedRows {
  target: TableTarget;
  count: number;
  /** Rows of the table before, its header included. */
  rowsBefore: number;
}

/**
 * Removes what a run that failed half-way has written; works however far it got, in two round trips. Sheets are
 * removed by name: the plan was refused beforehand if one of them existed.
 */
export async function takeBack(context: Excel.RequestContext, made: MadeByRun): Promise<void> {
  const { worksheets, tables } = context.workbook;
  const sheets = made.sheets.map((name) => worksheets.getItemOrNullObject(name).load('name'));
  await context.sync();

  for (const sheet of sheets) if (!sheet.isNullObject) sheet.delete();
  for (const step of cellSteps(made.cells)) step.run(context);
  for (const { target, count, rowsBefore } of made.rows) {
    const sheet = worksheets.getItem(target.sheet);
    const before = sheet.getRangeByIndexes(target.headerRow, target.column, rowsBefore, target.columns);
    tables.getItem(target.table).resize(before);
    sheet.getRangeByIndexes(target.row, target.column, count, target.columns).clear('Contents');
  }
  await context.sync();
}
