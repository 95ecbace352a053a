import { jsonText } from '../../../src/actions/json/to-json';
import { applyUndo, prepareUndo } from '../../../src/actions/undo/undo';
import { checkOutput, openBook, saveBook } from '../files';
import { readOptions } from '../options';
import { undoWords } from '../print';
import { withExcel } from '../with-excel';
import type { Result } from './make-documents';

/** Takes back the last run that Claimsheet wrote into the workbook. */
export async function undo(words: string[]): Promise<Result> {
  const options = readOptions('undo', words, ['out']);
  const out = options.out ?? '';
  checkOutput(out, options.input);
  const book = openBook(options.input);
  const report = await withExcel(book, (workbook) =>
    workbook.run(async (context) =>
      applyUndo(context, await prepareUndo(context, { now: options.today, allBut: options.allBut })),
    ),
  );
  saveBook(book, out);
  return {
    output: options.json ? [jsonText({ ...report, file: out })] : [...undoWords(report), `Saved as ${out}.`],
    exitCode: 0,
  };
}
