import { forgetting } from '../../practice/memory/memory';
import { memoryOf } from '../../practice/memory/read-memory';
import { memoryText } from '../../practice/memory/memory-text';
import { readWorkbook } from '../../workbook/excel/read-workbook';
import { lastRun, undoRun, type Undoing } from '../../workbook/excel/undo-run';
import { isOwnDocument } from '../../workbook/plan/own-sheets';
import type { WorkbookReading } from '../../workbook/reading';

export interface PreparedUndo extends Undoing {
  reading: WorkbookReading;
}

/** What Undo would take back, for the user to confirm. Throws a refusal when there is nothing. */
export async function prepareUndo(context: Excel.RequestContext): Promise<PreparedUndo> {
  const reading = await readWorkbook(context, isOwnDocument);
  return { ...lastRun(reading), reading };
}

export interface UndoReport {
  action: 'undo';
  run: string;
  what: string;
  sheetsRemoved: string[];
  rowsRemoved: { table: string; rows: number }[];
  cellsGivenBack: { table: string; cells: number }[];
}

export async function applyUndo(context: Excel.RequestContext, undoing: PreparedUndo): Promise<UndoReport> {
  const { reading, run, what, sheets, rows, changes } = undoing;
  const accounts = new Set(undoing.accounts);
  const memory = memoryOf(reading);
  const after = forgetting(memory, (account) => accounts.has(account));
  await undoRun(context, undoing, reading, memory.workbook === '' ? null : memoryText(after));
  return {
    action: 'undo',
    run,
    what,
    sheetsRemoved: sheets,
    rowsRemoved: rows.map(({ table, positions }) => ({
      table: table.definition.name,
      rows: positions.length,
    })),
    cellsGivenBack: changes.map(({ table, count }) => ({ table, cells: count })),
  };
}
