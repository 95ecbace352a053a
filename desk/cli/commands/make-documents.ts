import type { ClaimOptions } from '../../../src/actions/claims/claim-options';
import type { LeftOut } from '../../../src/actions/left-out';
import type { Shape } from '../../../src/actions/json/shape';
import { jsonText, toJson } from '../../../src/actions/json/to-json';
import type { ClaimHold } from '../../../src/billing/claims/decision';
import type { Finding } from '../../../src/billing/findings';
import { applyPrepared, type Prepared } from '../../../src/practice/prepare';
import { bookFile, checkOutput, openBook, saveFiles, type NewFile } from '../files';
import { readOptions, type Options } from '../options';
import { withExcel } from '../with-excel';

/** What a command prints on standard output, and its exit code: 0 done, 1 done with something held back. */
export interface Result {
  output: string[];
  exitCode: 0 | 1;
}

/** Files beside the workbook: checked before any work, and saved together with the workbook or not at all. */
export interface MoreFiles<Made> {
  check(options: Options): Partial<ClaimOptions>;
  make(made: Made, options: Options): Promise<MadeFiles>;
}

export interface MadeFiles {
  files: NewFile[];
  json: Record<string, unknown>;
  words: string[];
  /** Something was left out of them. */
  isPartial: boolean;
}

interface Decided {
  notBilled?: readonly LeftOut[];
  notIncluded?: readonly LeftOut[];
  holds: readonly ClaimHold[];
  findings: readonly Finding[];
}

/** How a report is told. */
export interface Telling<Report> {
  words: (report: Report) => string[];
  json: Shape<Report, object>;
}

/** Whether something waits for the user: sessions that are held back, rows that cannot be read, or what must be mended. */
function isOpen({ holds, findings, notBilled = [], notIncluded = [] }: Decided): boolean {
  return (
    holds.length > 0 ||
    findings.some(({ severity }) => severity === 'STOP') ||
    [...notBilled, ...notIncluded].some(({ why }) => why === 'unread')
  );
}

/** Opens a workbook, lets an action prepare and apply its plan, and saves the result as another file. */
export async function makeDocuments<Report extends Decided, Made extends Prepared<Report>>(
  command: string,
  words: string[],
  prepare: (context: Excel.RequestContext, options: ClaimOptions) => Promise<Made & Prepared<Report>>,
  telling: Telling<Report>,
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
    answers: options.answers,
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
  const { report } = prepared;
  const made = await more?.make(prepared, options);
  saveFiles([bookFile(book, out), ...(made?.files ?? [])]);
  return {
    output: options.json
      ? [jsonText({ ...toJson(telling.json, report), file: out, ...made?.json })]
      : [...telling.words(report), `Saved as ${out}.`, ...(made?.words ?? [])],
    exitCode: isOpen(report) || made?.isPartial ? 1 : 0,
  };
}
