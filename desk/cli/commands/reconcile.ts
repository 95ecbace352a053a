import { createReadStream, existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { prepareImport, type RemittanceInput } from '../../../src/actions/payments/import-remittances';
import { applyPrepared } from '../../../src/actions/prepare';
import { BadInput } from '../bad-input';
import { bookFile, checkOutput, openBook, saveFiles } from '../files';
import { readOptions } from '../options';
import { importWords } from '../print-import';
import { withExcel } from '../with-excel';
import type { Result } from './make-documents';

/** Posts remittances to the register, as far as they balance and find their lines. */
export async function reconcile(words: string[]): Promise<Result> {
  const options = readOptions('reconcile', words, ['month', 'out']);
  const { input, out, era, sheet, columns, today } = options;
  checkOutput(out ?? '', input);
  era.forEach(checkReadable);
  const book = openBook(input);
  const asked = { sheet, columns, now: today };
  const imported = await withExcel(book, (workbook) =>
    workbook.run(async (context) => {
      const prepared = await prepareImport(context, era.map(remittanceInput), asked);
      await applyPrepared(context, prepared);
      return prepared.report;
    }),
  );
  saveFiles([bookFile(book, out ?? '')]);
  return {
    output: options.json
      ? [JSON.stringify({ ...imported, file: out }, null, 2)]
      : [...importWords(imported), `Saved as ${out ?? ''}.`],
    exitCode: imported.isComplete ? 0 : 1,
  };
}

/** Read in pieces, so that a large file needs no more memory than a small one to be taken apart. */
function remittanceInput(path: string): RemittanceInput {
  const pieces = createReadStream(path, { encoding: 'utf8' }) as AsyncIterable<string>;
  return { name: basename(path), text: pieces };
}

function checkReadable(path: string): void {
  if (!existsSync(path)) throw new BadInput(`There is no file ${path}.`);
  if (statSync(path).isDirectory()) throw new BadInput(`${path} is a folder, not a remittance file.`);
}
