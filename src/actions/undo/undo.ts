import { readWorkbook } from '../../workbook/excel/read-workbook';
import { isOwnDocument } from '../practice-book';
import { lastRun, undoRun, type Undoing } from '../../workbook/excel/undo-run';

/** What Undo would take back, for the user to confirm. Throws a refusal when there is nothing. */
export async function prepareUndo(context: Excel.RequestContext): Promise<Undoing> {
  return lastRun(await readWorkbook(context, isOwnDocument));
}

export interface UndoReport {
  action: 'undo';
  run: string;
  what: string;
  sheetsRemoved: string[];
  rowsRemoved: { table: string; rows: number }[];
  cellsGivenBack: { table: string; cells: number }[];
}

export async function applyUndo(context: Excel.RequestContext, undoing: Undoing): Promise<UndoReport> {
  await undoRun(context, undoing);
  return {
    action: 'undo',
    run: undoing.run,
    what: undoing.what,
    sheetsRemoved: undoing.sheets,
    rowsRemoved: undoing.rows.map(({ table, positions }) => ({
      table: table.schema.name,
      rows: positions.length,
    })),
    cellsGivenBack: undoing.changes.map(({ table, count }) => ({ table, cells: count })),
  };
}
