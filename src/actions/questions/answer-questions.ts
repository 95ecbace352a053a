import { memoryText } from '../../practice/memory/memory-text';
import { withAnswers } from '../../practice/memory/answers';
import { memoryOf } from '../../practice/memory/read-memory';
import { localTime } from '../../practice/practice-book';
import { applyPrepared } from '../../practice/prepare';
import { readWorkbook } from '../../workbook/excel/read-workbook';
import { isOwnDocument } from '../../workbook/plan/own-sheets';
import { readTable } from '../../workbook/tables/read-table';

/**
 * Keeps answers in the workbook, so that no question is asked twice. It is no run: an answer is changed by another one.
 */
export async function answerQuestions(
  context: Excel.RequestContext,
  answers: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const reading = await readWorkbook(context, isOwnDocument);
  const accounts = new Set(readTable(reading, 'Claims').rows.map(({ account }) => account));
  const memory = memoryText(withAnswers(memoryOf(reading), answers, accounts));
  const run = { id: 'answers', when: localTime(now), what: 'Questions answered' };
  await applyPrepared(context, {
    reading,
    plan: { run, documents: [], rows: [], memory },
    report: null,
  });
}
