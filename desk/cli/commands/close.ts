import { MONTH_END } from '../../../src/actions/json/month';
import { jsonText, toJson } from '../../../src/actions/json/to-json';
import { prepareClosing, prepareReopening } from '../../../src/actions/month-end/make-month-sheet';
import { applyPrepared } from '../../../src/practice/prepare';
import { checkOutput, openBook, saveBook } from '../files';
import { readOptions } from '../options';
import { monthWords } from '../print-month';
import { withExcel } from '../with-excel';
import type { Result } from './make-documents';

/** Closes a month, so that it stays as it is. */
export function close(words: string[]): Promise<Result> {
  return change('close', words, prepareClosing);
}

/** Reopens a closed month. */
export function reopen(words: string[]): Promise<Result> {
  return change('reopen', words, prepareReopening);
}

async function change(command: string, words: string[], prepare: typeof prepareClosing): Promise<Result> {
  const { input, sheet, columns, today, json, ...given } = readOptions(command, words, ['month', 'out']);
  const [out, month] = [given.out ?? '', given.month ?? ''];
  checkOutput(out, input);
  const book = openBook(input);
  const report = await withExcel(book, (workbook) =>
    workbook.run(async (context) => {
      const prepared = await prepare(context, { month, sheet, columns, now: today });
      await applyPrepared(context, prepared);
      return prepared.report;
    }),
  );
  saveBook(book, out);
  const told = command === 'reopen' ? [`${month} is open again.`] : monthWords(report);
  return {
    output: json ? [jsonText({ ...toJson(MONTH_END, report), file: out })] : [...told, `Saved as ${out}.`],
    exitCode: 0,
  };
}
