import { isPersonKey } from '../../billing/people/same-person';
import { finishPlan, memoryPlan } from '../../practice/finish-plan';
import { withAnswers } from '../../practice/memory/answers';
import { memoryOf } from '../../practice/memory/read-memory';
import { readPracticeBook } from '../../practice/practice-book';
import type { Prepared } from '../../practice/prepare';
import { readSettled } from '../../practice/writing/settle-unfinished';
import { alsoWritten, alsoWrittenPlan } from '../../practice/set-up/also-written';
import { readTable } from '../../workbook/tables/read-table';

/**
 * Plans to keep answers in the workbook, so that no question is asked twice. It is no run: an answer is changed by
 * another one. Whose name a spelling is stands in the Clients table.
 */
export async function prepareAnswering(
  context: Excel.RequestContext,
  answers: ReadonlyMap<string, string>,
  now: Date,
): Promise<Prepared<null>> {
  if ([...answers.keys()].some(isPersonKey)) {
    const { reading, sessions, memory, when } = await readPracticeBook(context, {
      month: null,
      answers,
      now,
    });
    const names = sessions.map(({ client }) => client);
    const spellings = alsoWritten(reading, names, answers);
    if (spellings.length > 0)
      return {
        reading,
        plan: finishPlan(alsoWrittenPlan(reading, spellings, when), reading, memory),
        report: null,
      };
  }
  const { reading } = await readSettled(context, now);
  const accounts = new Set(readTable(reading, 'Claims').rows.map(({ account }) => account));
  return { reading, plan: memoryPlan(withAnswers(memoryOf(reading), answers, accounts)), report: null };
}
