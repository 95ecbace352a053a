import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { prepareAnswers, type AnswersReport } from '../../../src/actions/answers/prepare-answers';
import { ANSWERS } from '../../../src/actions/json/answers';
import { jsonText, toJson } from '../../../src/actions/json/to-json';
import { applyPrepared } from '../../../src/practice/prepare';
import { BadInput } from '../bad-input';
import { bookFile, checkOutput, openBook, saveFiles } from '../files';
import { readOptions } from '../options';
import { answersWords } from '../print-answers';
import { withExcel } from '../with-excel';
import type { Result } from './make-documents';

/** Whether `reconcile` is asked for answers to claim files and for nothing of a month. */
export function isOnlyAnswers(words: readonly string[]): boolean {
  const has = (option: RegExp) => words.some((word) => option.test(word));
  return has(/^--ack\b/) && !has(/^--(era|month)\b/);
}

/** `reconcile --ack FILE`: lays the answers of a clearinghouse or payer beside the register. */
export async function answers(words: string[]): Promise<Result> {
  const { input, out, ack, today, json } = readOptions('reconcile', words, ['out']);
  checkOutput(out ?? '', input);
  checkAnswers(ack);
  const book = openBook(input);
  const report = await withExcel(book, (workbook) =>
    workbook.run((context) => takeAnswers(context, ack, today)),
  );
  saveFiles([bookFile(book, out ?? '')]);
  return {
    output: json
      ? [jsonText({ ...toJson(ANSWERS, report), file: out })]
      : [...answersWords(report), `Saved as ${out ?? ''}.`],
    exitCode: isAllGood(report) ? 0 : 1,
  };
}

export async function takeAnswers(
  context: Excel.RequestContext,
  paths: readonly string[],
  now: Date,
): Promise<AnswersReport> {
  const opened = paths.map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8') }));
  const prepared = await prepareAnswers(context, opened, { now });
  await applyPrepared(context, prepared);
  return prepared.report;
}

/** Nothing was rejected, and everything was understood. */
export function isAllGood({ rejected, findings }: AnswersReport): boolean {
  return rejected === 0 && findings.length === 0;
}

export function checkAnswers(paths: readonly string[]): void {
  for (const path of paths) {
    if (!existsSync(path)) throw new BadInput(`There is no file ${path}.`);
    if (statSync(path).isDirectory()) throw new BadInput(`${path} is a folder, not a file of answers.`);
  }
}
