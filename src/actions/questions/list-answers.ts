import { myAnswers, type MyAnswer } from '../../practice/questions/my-answers';
import { askRemembered } from '../../practice/set-up/remembered';
import { readSettledIfPossible } from '../../practice/writing/settle-unfinished';

/** Every answer that was given in this workbook, with its question; nothing is written. */
export async function listAnswers(context: Excel.RequestContext, now: Date): Promise<MyAnswer[]> {
  const remembered = askRemembered(context);
  const { reading } = await readSettledIfPossible(context, now);
  return myAnswers(reading, remembered(), now);
}
