import type { ActionOptions } from '../../../src/actions/context';
import { applyPrepared, type Prepared } from '../../../src/actions/prepare';
import { checkOutput, openBook, saveBook } from '../files';
import { readOptions, type Options } from '../options';
import { withExcel } from '../with-excel';

/** What a command prints on standard output, and its exit code: 0 done, 1 done with something held back. */
export interface Result {
  output: string[];
  exitCode: 0 | 1;
}

/** Files beside the workbook: checked before any work, written after the workbook. */
export interface MoreFiles<Made> {
  check(options: Options): Partial<ActionOptions>;
  save(made: Made, options: Options): { json: Record<string, unknown>; words: string[] };
}

/** Opens a workbook, lets an action prepare and apply its plan, and saves the result as another file. */
export async function makeDocuments<Report extends { heldBack: unknown[] }, Made extends Prepared<Report>>(
  command: string,
  words: string[],
  prepare: (context: Excel.RequestContext, options: ActionOptions) => Promise<Made & Prepared<Report>>,
  toWords: (report: Report) => string[],
  more?: MoreFiles<Made>,
): Promise<Result> {
  const options = readOptions(command, words, ['month', 'out']);
  const out = options.out ?? '';
  checkOutput(out, options.input);
  const extra = more?.check(options) ?? {};
  const book = openBook(options.input);
  const asked = {
    month: options.month ?? '',
    sheet: options.sheet,
    columns: options.columns,
    now: options.today,
    ...extra,
  };
  const prepared = await withExcel(book, (workbook) =>
    workbook.run(async (context) => {
      const made = await prepare(context, asked);
      await applyPrepared(context, made);
      return made;
    }),
  );
  saveBook(book, out);
  const { report } = prepared;
  const files = more?.save(prepared, options) ?? { json: {}, words: [] };
  return {
    output: options.json
      ? [JSON.stringify({ ...report, file: out, ...files.json }, null, 2)]
      : [...toWords(report), `Saved as ${out}.`, ...files.words],
    exitCode: report.heldBack.length > 0 ? 1 : 0,
  };
}
