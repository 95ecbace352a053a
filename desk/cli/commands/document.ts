import { prepareAppeal } from '../../../src/actions/documents/appeal';
import { prepareBenefits } from '../../../src/actions/documents/benefits';
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  type DocumentReport,
} from '../../../src/actions/documents/document-plan';
import { prepareEstimate } from '../../../src/actions/documents/estimate';
import { prepareItemized } from '../../../src/actions/documents/itemized';
import { prepareRefund } from '../../../src/actions/documents/refund';
import { prepareProgress } from '../../../src/actions/documents/progress';
import { prepareStatement } from '../../../src/actions/documents/statement';
import { jsonText } from '../../../src/actions/json/to-json';
import { applyPrepared, type Prepared } from '../../../src/practice/prepare';
import { BadInput } from '../bad-input';
import { readDocumentWords, type DocumentWords } from '../document-options';
import { bookFile, checkOutput, openBook, saveFiles } from '../files';
import { withExcel } from '../with-excel';
import type { Result } from './make-documents';

type Prepare = (context: Excel.RequestContext, words: DocumentWords) => Promise<Prepared<DocumentReport>>;

const PREPARE: Readonly<Record<DocumentKind, Prepare>> = {
  statement: (context, words) => prepareStatement(context, { ...words, client: clientIn(words) }),
  itemized: (context, words) => prepareItemized(context, { ...words, client: clientIn(words) }),
  appeal: (context, words) => prepareAppeal(context, words),
  progress: (context, words) => prepareProgress(context, { ...words, client: clientIn(words) }),
  refund: (context, words) => prepareRefund(context, { ...words, client: clientIn(words) }),
  benefits: (context, words) => prepareBenefits(context, { ...words, client: clientIn(words) }),
  estimate: (context, words) =>
    prepareEstimate(context, { ...words, client: clientIn(words), visits: words.visits ?? 1 }),
};

/** Makes one document on a sheet of its own. */
export async function document(words: string[]): Promise<Result> {
  const options = readDocumentWords(words);
  const prepare = PREPARE[kindOf(options.kind)];
  checkOutput(options.out, options.input);
  const book = openBook(options.input);
  const report = await withExcel(book, (workbook) =>
    workbook.run(async (context) => {
      const prepared = await prepare(context, options);
      await applyPrepared(context, prepared);
      return prepared.report;
    }),
  );
  saveFiles([bookFile(book, options.out)]);
  return {
    output: options.json
      ? [jsonText({ ...report, file: options.out })]
      : [
          ...report.words,
          ...(report.warnings.length > 0 ? ['Look at:'] : []),
          ...report.warnings.map((warning) => `  ${warning}`),
          `Sheet "${report.sheet}", saved as ${options.out}.`,
        ],
    exitCode: 0,
  };
}

function kindOf(text: string): DocumentKind {
  const kind = DOCUMENT_KINDS.find((one) => one === text);
  if (kind) return kind;
  throw new BadInput(`There is no document "${text}"; the kinds are ${DOCUMENT_KINDS.join(', ')}.`);
}

function clientIn({ client, kind }: DocumentWords): string {
  if (client !== null) return client;
  throw new BadInput(`Whose ${kind}? Add --client "Jane Doe".`);
}
