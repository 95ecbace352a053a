import { checkMonth } from '../../../src/actions/check/check-month';
import { CHECK } from '../../../src/actions/json/check';
import { jsonText, toJson } from '../../../src/actions/json/to-json';
import { openBook } from '../files';
import { readOptions } from '../options';
import { checkWords } from '../print-check';
import { withExcel } from '../with-excel';
import type { Result } from './make-documents';

/** Lists everything found in a month, or in all of them. Nothing is written. */
export async function check(words: string[]): Promise<Result> {
  const options = readOptions('check', words, []);
  const { month, sheet, columns, answers, today } = options;
  const report = await withExcel(openBook(options.input), (workbook) =>
    workbook.run((context) => checkMonth(context, { month, sheet, columns, answers, now: today })),
  );
  return {
    output: options.json ? [jsonText(toJson(CHECK, report))] : checkWords(report),
    exitCode: report.stops > 0 ? 1 : 0,
  };
}
