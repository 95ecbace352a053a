import { accessSync, constants, createReadStream, existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ActionOptions } from '../../../src/practice/options';
import { prepareMonthSheet } from '../../../src/actions/month-end/make-month-sheet';
import { notCounted, type MonthEndReport } from '../../../src/actions/month-end/read-month';
import { prepareImport, type RemittanceInput } from '../../../src/actions/payments/import-remittances';
import { ANSWERS } from '../../../src/actions/json/answers';
import { MONTH_END } from '../../../src/actions/json/month';
import { IMPORT } from '../../../src/actions/json/payments';
import { jsonText, toJson } from '../../../src/actions/json/to-json';
import { applyPrepared } from '../../../src/practice/prepare';
import { Refusal } from '../../../src/workbook/refusal';
import { BadInput } from '../bad-input';
import { bookFile, checkOutput, openBook, saveFiles } from '../files';
import { readOptions } from '../options';
import { answersWords } from '../print-answers';
import { importWords } from '../print-import';
import { monthWords } from '../print-month';
import { withExcel } from '../with-excel';
import { answers, checkAnswers, isAllGood, isOnlyAnswers, takeAnswers } from './answers';
import type { Result } from './make-documents';

/** Posts remittances to the register, as far as they balance and find their lines, and makes the month's sheet. */
export async function reconcile(words: string[]): Promise<Result> {
  if (isOnlyAnswers(words)) return answers(words);
  const options = readOptions('reconcile', words, ['month', 'out']);
  const { input, out, ack, era, sheet, columns, answers: given, today } = options;
  checkOutput(out ?? '', input);
  checkAnswers(ack);
  era.forEach(checkReadable);
  const book = openBook(input);
  const asked = { sheet, columns, answers: given, now: today };
  const { told, imported, monthEnd } = await withExcel(book, (workbook) =>
    workbook.run(async (context) => {
      const answered = ack.length > 0 ? await takeAnswers(context, ack, today) : null;
      const prepared = await prepareImport(context, era.map(remittanceInput), asked);
      await applyPrepared(context, prepared);
      const hasNews = era.length + ack.length > 0;
      const made = await makeMonthSheet(context, { ...asked, month: options.month ?? '' }, hasNews);
      return { told: answered, imported: prepared.report, monthEnd: made };
    }),
  );
  saveFiles([bookFile(book, out ?? '')]);
  const isSettled =
    imported.isComplete &&
    (told === null || isAllGood(told)) &&
    (monthEnd === null || (monthEnd.outOfBalance.length === 0 && notCounted(monthEnd).length === 0));
  return {
    output: options.json
      ? [
          jsonText({
            ...toJson(IMPORT, imported),
            ...(told ? { answers: toJson(ANSWERS, told) } : {}),
            monthEnd: monthEnd && toJson(MONTH_END, monthEnd),
            file: out,
          }),
        ]
      : [
          ...(told ? answersWords(told) : []),
          ...importWords(imported),
          ...(monthEnd ? monthWords(monthEnd) : ['No sheet was made: nothing is billed or paid yet.']),
          `Saved as ${out ?? ''}.`,
        ],
    exitCode: isSettled ? 0 : 1,
  };
}

/** Null where nothing is billed or paid yet, and the remittances alone have something to tell. */
async function makeMonthSheet(
  context: Excel.RequestContext,
  options: ActionOptions,
  hasOtherNews: boolean,
): Promise<MonthEndReport | null> {
  try {
    const prepared = await prepareMonthSheet(context, options);
    await applyPrepared(context, prepared);
    return prepared.report;
  } catch (problem) {
    if (hasOtherNews && problem instanceof Refusal && problem.code === 'nothing-billed') return null;
    throw problem;
  }
}

/** Read in pieces, so that a large file needs no more memory than a small one to be taken apart. */
function remittanceInput(path: string): RemittanceInput {
  const pieces = createReadStream(path, { encoding: 'utf8' }) as AsyncIterable<string>;
  return { name: basename(path), text: pieces };
}

function checkReadable(path: string): void {
  if (!existsSync(path)) throw new BadInput(`There is no file ${path}.`);
  if (statSync(path).isDirectory()) throw new BadInput(`${path} is a folder, not a remittance file.`);
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new BadInput(`${path} cannot be read: you may lack the right to, or another program holds it.`);
  }
}
