import { prepareTablesAgain } from '../../../src/actions/set-up/restore-tables';
import { jsonText } from '../../../src/actions/json/to-json';
import { applyPrepared } from '../../../src/practice/prepare';
import { checkOutput, openBook, saveBook } from '../files';
import { readOptions } from '../options';
import { withExcel } from '../with-excel';
import type { Result } from './make-documents';

/** Makes tables again of what was converted to ranges. */
export async function repair(words: string[]): Promise<Result> {
  const options = readOptions('repair', words, ['out']);
  const out = options.out ?? '';
  checkOutput(out, options.input);
  const book = openBook(options.input);
  const { report } = await withExcel(book, (workbook) =>
    workbook.run(async (context) => {
      const prepared = await prepareTablesAgain(context);
      await applyPrepared(context, prepared);
      return prepared;
    }),
  );
  saveBook(book, out);
  const { tables } = report;
  return {
    output: options.json
      ? [jsonText({ ...report, file: out })]
      : [
          tables.length === 0 ? 'Every table is a table.' : `Tables again: ${tables.join(', ')}.`,
          `Saved as ${out}.`,
        ],
    exitCode: 0,
  };
}
