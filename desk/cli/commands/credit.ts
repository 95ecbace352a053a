import { CREDIT_USED } from '../../../src/actions/json/payments';
import { jsonText, toJson } from '../../../src/actions/json/to-json';
import { prepareUsingCredit } from '../../../src/actions/payments/use-credit';
import { usDollars } from '../../../src/billing/values/cents';
import { applyPrepared } from '../../../src/practice/prepare';
import { BadInput } from '../bad-input';
import { checkOutput, openBook, saveBook } from '../files';
import { readOptions } from '../options';
import { withExcel } from '../with-excel';
import type { Result } from './make-documents';

/** Uses a client's credit for the oldest of what the client owes. */
export async function credit(words: string[]): Promise<Result> {
  const { input, sheet, columns, today, json, client, ...given } = readOptions('credit', words, ['out']);
  if (client === null) throw new BadInput('Whose credit? Add --client "Jane Doe".');
  const out = given.out ?? '';
  checkOutput(out, input);
  const book = openBook(input);
  const report = await withExcel(book, (workbook) =>
    workbook.run(async (context) => {
      const prepared = await prepareUsingCredit(context, { client }, { sheet, columns, now: today });
      await applyPrepared(context, prepared);
      return prepared.report;
    }),
  );
  saveBook(book, out);
  const { used, left, accounts } = report;
  return {
    output: json
      ? [jsonText({ ...toJson(CREDIT_USED, report), file: out })]
      : [
          `${usDollars(used)} of the credit of ${report.client} was used for ${accounts.join(', ')}; ${usDollars(left)} is left.`,
          `Saved as ${out}.`,
        ],
    exitCode: 0,
  };
}
