import type { ActionOptions } from '../../../src/actions/context';
import { applyPrepared, type Prepared } from '../../../src/actions/prepare';
import { checkOutput, openBook, saveBook } from '../files';
import { readOptions } from '../options';
import { withExcel } from '../with-excel';

/** What a command prints on standard output, and its exit code: 0 done, 1 done with something held back. */
export interface Result {
  output: string[];
  exitCode: 0 | 1;
}

/** Opens a workbook, lets an action prepare and apply its plan, and saves the result as another file. */
export async function makeDocuments<Report extends { heldBack: unknown[] }>(
  command: string,
  words: string[],
  prepare: (context: Excel.RequestContext, options: ActionOptions) => Promise<Prepared<Report>>,
  toWords: (report: Report) => string[],
): Promise<Result> {
  const options = readOptions(command, words, ['month', 'out']);
  const out = options.out ?? '';
  checkOutput(out, options.input);
  const book = openBook(options.input);
  const asked = {
    month: options.month ?? '',
    sheet: options.sheet,
    columns: options.columns,
    now: options.today,
  };
  const report = await withExcel(book, (workbook) =>
    workbook.run(async (context) => {
      const prepared = await prepare(context, asked);
      await applyPrepared(context, prepared);
      return prepared.report;
    }),
  );
  saveBook(book, out);
  return {
    output: options.json
      ? [JSON.stringify({ ...report, file: out }, null, 2)]
      : [...toWords(report), `Saved as ${out}.`],
    exitCode: report.heldBack.length > 0 ? 1 : 0,
  };
}
