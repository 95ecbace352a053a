import { forgetChosenColumns, prepareAnswering } from '../../../src/actions/questions/answer-questions';
import { listAnswers } from '../../../src/actions/questions/list-answers';
import { MY_ANSWER } from '../../../src/actions/json/my-answers';
import { jsonText, toJson } from '../../../src/actions/json/to-json';
import type { AnswerChanges } from '../../../src/practice/memory/answers';
import { applyPrepared } from '../../../src/practice/prepare';
import { questionKind } from '../../../src/practice/questions/kinds';
import type { MyAnswer } from '../../../src/practice/questions/my-answers';
import { BadInput } from '../bad-input';
import { checkOutput, openBook, saveBook } from '../files';
import { readOptions, type Options } from '../options';
import { withExcel } from '../with-excel';
import type { Result } from './make-documents';

/** Lists the answers that were given; changes and forgets those that are named. */
export async function myAnswers(words: string[]): Promise<Result> {
  const options = readOptions('my-answers', words, []);
  const changes: AnswerChanges = new Map<string, string | null>([
    ...options.answers,
    ...options.forget.map((key) => [key, null] as const),
  ]);
  const out = outOf(options, changes);
  const book = openBook(options.input);
  const given = await withExcel(book, (workbook) =>
    workbook.run(async (context) => {
      const before = await listAnswers(context, options.today);
      if (changes.size === 0) return before;
      for (const [key, value] of changes) refuseUnknown(key, value, before);
      await forgetChosenColumns(context, changes);
      await applyPrepared(context, await prepareAnswering(context, changes, options.today));
      return listAnswers(context, options.today);
    }),
  );
  if (out !== null) saveBook(book, out);
  return {
    output: options.json
      ? [jsonText({ answers: given.map((one) => toJson(MY_ANSWER, one)), file: out })]
      : [...answersWords(given), ...(out === null ? [] : [`Saved as ${out}.`])],
    exitCode: 0,
  };
}

function outOf({ out, input }: Options, changes: AnswerChanges): string | null {
  if (out !== null) checkOutput(out, input);
  if (out === null && changes.size > 0)
    throw new BadInput(
      'Where should the result go? Add --out RESULT.xlsx; the workbook itself is never written to.',
    );
  if (out !== null && changes.size === 0)
    throw new BadInput('Nothing is changed. Add --answer KEY=VALUE or --forget KEY, or leave out --out.');
  return out;
}

/** An answer under a misspelt key would be kept and never used. */
function refuseUnknown(key: string, value: string | null, given: readonly MyAnswer[]): void {
  const one = given.find((answer) => answer.key === key);
  if (value === null && !one)
    throw new BadInput(`No answer has the key "${key}", so there is none to forget.`);
  if (value === null) return;
  const kind = questionKind(key);
  if (!one && !kind)
    throw new BadInput(`No question has the key "${key}". Each finding that asks something names its own.`);
  const offered = one?.answers ?? kind?.answers ?? [];
  const isOpen = key.startsWith('place-') || offered.length === 0;
  if (isOpen || offered.some((answer) => answer.value === value)) return;
  const values = offered.map((answer) => answer.value).join(', ');
  throw new BadInput(`"${value}" is no answer to "${key}"; the answers are ${values}.`);
}

function answersWords(given: readonly MyAnswer[]): string[] {
  if (given.length === 0) return ['No question was answered yet.'];
  return [
    `${String(given.length)} ${given.length === 1 ? 'answer' : 'answers'}:`,
    ...given.flatMap(answerWords),
  ];
}

function answerWords({ key, value, question, words, when, answers: offered }: MyAnswer): string[] {
  const others = offered.filter((answer) => answer.value !== value && !key.startsWith('column-'));
  const ways = others.map((answer) => `--answer ${key}=${answer.value} (${answer.words})`);
  const change = key.startsWith('column-') ? [`--answer ${key}="COLUMN"`] : ways;
  return [
    `  ${question}`,
    `    Answered${when === null ? '' : ` on ${when}`}: ${words}.`,
    `    To change it: ${[...change, `--forget ${key}`].join(', ')}`,
  ];
}
