import { readSettled } from '../../practice/writing/settle-unfinished';
import { finishPlan } from '../../practice/finish-plan';
import { freeSheetName } from '../../workbook/plan/sheet-name';
import { localTime } from '../../practice/practice-book';
import type { Prepared } from '../../practice/prepare';
import { nextRun } from '../../practice/numbers';
import { textSheet } from './text-sheet';

/**
 * Plans a sheet with the text of a file, for hosts that let no pane save one. The sheet is named `File` and the name
 * of the file, with a number where that name is taken; it is never read as sessions. Refuses what no cell can hold.
 */
export async function prepareTextSheet(
  context: Excel.RequestContext,
  file: { name: string; content: string },
  now: Date,
): Promise<Prepared<{ sheet: string }>> {
  const { reading } = await readSettled(context, now);
  const taken = new Set(reading.sheets.map(({ name }) => name.toLowerCase()));
  const sheet = freeSheetName(`File ${file.name}`, taken);
  const when = localTime(now);
  const run = {
    id: nextRun(reading, 'file', when.slice(0, 7)).id,
    when,
    what: `${file.name} put on a sheet`,
  };
  const plan = { run, documents: [], plainSheets: [textSheet(sheet, file)], rows: [] };
  return {
    reading,
    plan: finishPlan(plan, reading),
    report: { sheet },
  };
}
