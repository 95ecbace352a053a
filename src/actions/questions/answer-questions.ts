import { memoryPlan } from '../../practice/finish-plan';
import { withAnswers } from '../../practice/memory/answers';
import { memoryOf } from '../../practice/memory/read-memory';
import type { Prepared } from '../../practice/prepare';
import { readSettled } from '../../practice/writing/settle-unfinished';
import { readTable } from '../../workbook/tables/read-table';

/**
 * Plans to keep answers in the workbook, so that no question is asked twice. It is no run: an answer is changed by
 * another one.
 */
export async function prepareAnswering(
  context: Excel.RequestContext,
  answers: ReadonlyMap<string, string>,
  now: Date,
): Promise<Prepared<null>> {
  const { reading } = await readSettled(context, now);
  const accounts = new Set(readTable(reading, 'Claims').rows.map(({ account }) => account));
  return { reading, plan: memoryPlan(withAnswers(memoryOf(reading), answers, accounts)), report: null };
}
