import { commitCells, commitRun, writeParts, writePlan } from '../../workbook/excel/apply-plan';
import { deleteStrays } from '../../workbook/excel/delete-strays';
import type { Progress } from '../../workbook/excel/payload';
import { finishRun, settleRun, rollBackRun } from '../../workbook/excel/settle-run';
import { findEntry } from '../../workbook/journal/journal';
import { lostTables } from '../../workbook/tables/own-table';
import type { UnjournaledPlan } from '../finish-plan';
import type { JournaledPlan } from '../../workbook/journal/with-journal';
import type { WorkbookReading } from '../../workbook/reading';
import { Refusal } from '../../workbook/refusal';
import { isSameRevision } from '../../workbook/revision';
import { changedOr, ChangedMeanwhile, failed, readNow, unknownOutcome } from './outcomes';
import { settlingIn } from './settling';

/**
 * Writes a plan into the workbook it was decided from: everything, or nothing. Where Excel stops, or its answer is lost,
 * the Activity sheet tells how far it came, and it is finished or taken back. Throws `ChangedMeanwhile` where the
 * workbook is not as it was read, and a refusal that says what is true where it cannot be brought to an end.
 */
export async function writeRun(
  context: Excel.RequestContext,
  reading: WorkbookReading,
  plan: JournaledPlan,
  progress?: Progress,
): Promise<void> {
  try {
    const outcome = await writePlan(context, reading, plan, progress);
    if (outcome.kind === 'surprised') {
      await putInOrder(context, plan, async (now, entry) =>
        rollBackRun(context, now, entry, settlingIn(context), outcome.surprises),
      );
      throw new ChangedMeanwhile();
    }
    const cells = commitCells(reading, plan, outcome.ids);
    const done = await commitRun(context, outcome.revision, cells);
    if (done.kind === 'surprised') {
      await putInOrder(context, plan, async (now, entry) =>
        finishRun(context, now, entry, settlingIn(context), done.surprises),
      );
    }
  } catch (cause) {
    if (cause instanceof ChangedMeanwhile) throw cause;
    await settleAfter(context, reading, plan, cause);
  }
}

/**
 * Writes what needs no way back: what the workbook remembers, and ranges made tables again. Where Excel stops in between,
 * what was done stays and is right; pressing again does the rest.
 */
export async function writeUnjournaled(
  context: Excel.RequestContext,
  reading: WorkbookReading,
  plan: UnjournaledPlan,
): Promise<void> {
  try {
    await writeParts(context, reading, plan);
  } catch (cause) {
    const now = await readNow(context, cause, 'this');
    const left = lostTables(now);
    const isKept = plan.memory === undefined || now.memory.some(({ xml }) => xml === plan.memory);
    if (left.length === 0 && isKept) return;
    if (left.length < (plan.tablesAgain ?? []).length) throw partly(left.length, cause);
    throw isSameRevision(now.revision, reading.revision) ? failed(cause) : changedOr(cause);
  }
}

async function putInOrder(
  context: Excel.RequestContext,
  plan: JournaledPlan,
  work: (now: WorkbookReading, entry: NonNullable<ReturnType<typeof findEntry>>) => Promise<void>,
): Promise<void> {
  const now = await settlingIn(context).read();
  const entry = findEntry(now, { mark: plan.run.mark, run: plan.run.id });
  if (entry) await work(now, entry);
}

/** Something failed: what the workbook says decides what is true, and what is to be done. */
async function settleAfter(
  context: Excel.RequestContext,
  reading: WorkbookReading,
  plan: JournaledPlan,
  cause: unknown,
): Promise<void> {
  const what = `"${plan.run.what}"`;
  const found = await readNow(context, cause, what);
  const now = (await deleteStrays(context, found)) ? await readNow(context, cause, what) : found;
  const entry = findEntry(now, { mark: plan.run.mark, run: plan.run.id });
  if (!entry) {
    throw isSameRevision(found.revision, reading.revision) ? failed(cause) : changedOr(cause);
  }
  try {
    const outcome = await settleRun(context, now, entry, settlingIn(context));
    if (outcome === 'finished') return;
  } catch (second) {
    throw unknownOutcome(cause, second, what);
  }
  throw changedOr(cause);
}

function partly(left: number, cause: unknown): Refusal {
  return new Refusal(
    'excel-failed',
    `Excel stopped after some of the tables; ${left === 1 ? 'one is' : `${String(left)} are`} left to be made a table again. Nothing is lost: press the button again.`,
    { cause },
  );
}
