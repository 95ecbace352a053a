import { applyUndo, prepareUndo, type UndoReport } from '../../src/actions/undo/undo';
import { markOf } from '../../src/practice/this-window';
import { writeRun } from '../../src/practice/writing/write-run';
import type { Progress } from '../../src/workbook/excel/payload';
import { readWorkbook } from '../../src/workbook/excel/read-workbook';
import { lastNumber } from '../../src/workbook/journal/journal';
import { withJournal } from '../../src/workbook/journal/with-journal';
import { isJournaled, type FinishedPlan } from '../../src/practice/finish-plan';
import type { Plan } from '../../src/workbook/plan/plan';

/** Long after what tests write. */
export const LATER = new Date(2027, 0, 1, 9, 0);

/** Writes a plan into the workbook, as a run of its own. */
export async function writePlan(
  context: Excel.RequestContext,
  plan: Plan,
  progress?: Progress,
): Promise<void> {
  const reading = await readWorkbook(context);
  const mark = markOf([plan.run, lastNumber(reading)]);
  await writeRun(context, reading, withJournal(plan, reading, mark, ''), progress);
}

/** A plan that is a run, as all are but those that only remember. */
export function runOf(plan: FinishedPlan | null): Plan | null {
  return plan && isJournaled(plan) ? plan : null;
}

export async function undoLast(context: Excel.RequestContext): Promise<UndoReport> {
  return applyUndo(context, await prepareUndo(context, { now: LATER }));
}
