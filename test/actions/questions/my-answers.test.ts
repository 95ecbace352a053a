import { prepareAnswering } from '../../../src/actions/questions/answer-questions';
import { listAnswers } from '../../../src/actions/questions/list-answers';
import { prepareClaims } from '../../../src/actions/claims/make-claims';
import { applyPrepared } from '../../../src/practice/prepare';
import type { Answer } from '../../../src/billing/findings';
import { onDesk } from '../../support/desk';
import { CLIENT_NAMES, inventedPractice } from '../../support/invented-practice';
import { workbookOf, type WrittenCell } from '../../support/practice-workbook';
import { day } from '../../support/values';

const HEADERS = ['Date', 'Client', 'Minutes', 'CPT', 'Units', 'Dx', 'Payer', 'Charge', 'Notes', 'Therapist', 'Place', 'Billed?']; // prettier-ignore
const [name = ''] = CLIENT_NAMES;
const row = (date: string, change: Record<string, WrittenCell>) => {
  const usual: Record<string, WrittenCell> = { Date: day(date), Client: name, Minutes: 60, CPT: '97124', Units: 4, Dx: 'M54.2', Payer: 'Cascade Health Plan', Charge: 120 }; // prettier-ignore
  return HEADERS.map((header) => change[header] ?? usual[header] ?? '');
};

/** A sheet that asks about each of its rows. */
function bookOfDoubts() {
  const rows = [
    row('2026-10-01', { Notes: 'no show - charged' }),
    row('2026-10-02', { Therapist: 'Ruth Kneader' }),
    row('2026-10-05', { Place: 'The barn' }),
    row('2026-10-06', { 'Billed?': 'yes' }),
    row('2026-10-07', { Units: 9 }),
    row('2026-10-08', { Client: `${name.slice(0, -1)}` }),
  ];
  return workbookOf({ Log: [HEADERS, ...rows] }, inventedPractice);
}
const NOW = new Date(2026, 10, 2, 9, 0);

test('every answer that can be given is listed with its question, cell, answer and moment', async () => {
  const book = bookOfDoubts();
  const given = new Map<string, Answer>();
  for (let round = 0; round < 4; round++) {
    await onDesk(book, async (context) => {
      const { report } = await prepareClaims(context, { month: '2026-10', now: NOW });
      const asked = report.holds
        .flatMap(({ findings }) => findings)
        .flatMap(({ answers }) => answers?.slice(0, 1) ?? []);
      for (const answer of asked) given.set(answer.key, answer);
      const answers = new Map(asked.map(({ key, value }) => [key, value]));
      await applyPrepared(context, await prepareAnswering(context, answers, NOW));
    });
  }
  expect(given.size).toBe(6);
  const { answer: listed } = await onDesk(book, (context) => listAnswers(context, NOW));
  expect(listed.map(({ key, words }) => [key, words]).sort()).toEqual(
    [...given.values()].map(({ key, words }) => [key, words]).sort(),
  );
  const questions = listed.map(({ question }) => question).join('\n');
  for (const said of ['no show - charged', 'Ruth Kneader', 'The barn', 'yes', '9 units', name.slice(0, -1)])
    expect(questions).toContain(said);
  expect(listed.filter(({ place, when }) => place === null || when !== '2026-11-02 09:00')).toEqual([]);
});

test('answers are kept before the first run, changed, and forgotten', async () => {
  const book = bookOfDoubts();
  const answer = async (value: string | null, now: Date) =>
    onDesk(book, async (context) =>
      applyPrepared(context, await prepareAnswering(context, new Map([['billed-before', value]]), now)),
    );
  const listed = async () =>
    (await onDesk(book, (context) => listAnswers(context, NOW))).answer.map(({ value, when }) => [
      value,
      when,
    ]);
  await answer('yes', NOW);
  expect(await listed()).toEqual([['yes', '2026-11-02 09:00']]);
  await answer('yes', new Date(2026, 10, 3));
  expect(await listed()).toEqual([['yes', '2026-11-02 09:00']]);
  await answer('no', new Date(2026, 10, 4, 8, 5));
  expect(await listed()).toEqual([['no', '2026-11-04 08:05']]);
  await answer(null, NOW);
  expect(await listed()).toEqual([]);
});

test('an answer whose row is gone is still listed, with what was asked in general', async () => {
  const book = bookOfDoubts();
  const { answer: listed } = await onDesk(book, async (context) => {
    const answers = new Map([['no-show-gone', 'came'], ['column-status', 'Notes'], ['from-another-version', 'x']]); // prettier-ignore
    await applyPrepared(context, await prepareAnswering(context, answers, NOW));
    return listAnswers(context, NOW);
  });
  expect(listed.map(({ question, words, place }) => [question, words, place])).toEqual([
    ['Did the client come? The row that asked it is gone, or asks no more.', 'Came: bill it', null],
    ['Which column is the status?', '"Notes"', null],
    ['A question that this version of Claimsheet does not ask.', 'x', null],
  ]);
});
