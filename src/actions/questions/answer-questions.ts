import { memoryPlan } from '../../practice/finish-plan';
import { withAnswers } from '../../practice/memory/answers';
import { standingClaims } from '../../practice/memory/standing-claims';
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
  const memory = memoryOf(reading);
  const lines = readTable(reading, 'ClaimLines').rows.map(({ account, sessionKeys }) => ({
    account,
    sources: sessionKeys.map((key) => ({ key })),
  }));
  const register = { claims: readTable(reading, 'Claims').rows, lines, retired: [] };
  const after = withAnswers(memory, answers, standingClaims(memory.made, register));
  return { reading, plan: memoryPlan(after), report: null };
}
