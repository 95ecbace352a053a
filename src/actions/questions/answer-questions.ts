import { isPersonKey } from '../../billing/people/same-person';
import { finishPlan, memoryPlan } from '../../practice/finish-plan';
import { withAnswers, type AnswerChanges } from '../../practice/memory/answers';
import { lostClaims } from '../../practice/memory/lost-claims';
import { standingClaims } from '../../practice/memory/standing-claims';
import { memoryOf } from '../../practice/memory/read-memory';
import { localTime, readPracticeBook } from '../../practice/practice-book';
import type { Prepared } from '../../practice/prepare';
import { COLUMN } from '../../practice/set-up/as-remembered';
import { remember } from '../../practice/set-up/remember';
import { askRemembered, type Remembered } from '../../practice/set-up/remembered';
import { readSettled } from '../../practice/writing/settle-unfinished';
import { alsoWritten, alsoWrittenPlan } from '../../practice/set-up/also-written';
import { readTable } from '../../workbook/tables/read-table';

/**
 * Plans to keep answers in the workbook, so that no question is asked twice, or to forget some. It is no run: an answer
 * is changed by another one. Whose name a spelling is stands in the Clients table.
 */
export async function prepareAnswering(
  context: Excel.RequestContext,
  answers: AnswerChanges,
  now: Date,
): Promise<Prepared<null>> {
  const given = new Map(
    [...answers].flatMap(([key, value]): [string, string][] => (value === null ? [] : [[key, value]])),
  );
  if ([...given.keys()].some(isPersonKey)) {
    const { reading, sessions, memory, when } = await readPracticeBook(context, {
      month: null,
      answers: given,
      now,
    });
    const names = sessions.map(({ client }) => client);
    const spellings = alsoWritten(reading, names, given);
    if (spellings.length > 0)
      return {
        reading,
        plan: finishPlan(alsoWrittenPlan(reading, spellings, when), reading, memory),
        report: null,
      };
  }
  const { reading } = await readSettled(context, now);
  const before = memoryOf(reading);
  const lines = readTable(reading, 'ClaimLines').rows.map(({ account, sessionKeys }) => ({
    account,
    sources: sessionKeys.map((key) => ({ key })),
  }));
  const claims = readTable(reading, 'Claims').rows;
  const isStanding = standingClaims(before.made, { claims, lines, retired: [] });
  const lost = lostClaims(reading, { claims, made: before.made });
  const memory = withAnswers(before, answers, { isStanding, lost, month: null, when: localTime(now) });
  return { reading, plan: memoryPlan(memory), report: null };
}

/** Columns that were chosen in set-up and are now answered otherwise, or forgotten, are no longer remembered there. */
export async function forgetChosenColumns(
  context: Excel.RequestContext,
  answers: AnswerChanges,
): Promise<void> {
  const stored = askRemembered(context);
  await context.sync();
  const remembered = stored();
  const told = withoutColumns(remembered, answers);
  if (told !== remembered) await remember(context, told, remembered);
}

/** What was said in set-up, without the columns that are answered or forgotten now; the same where none was said. */
export function withoutColumns(remembered: Remembered, answers: AnswerChanges): Remembered {
  const left = Object.entries(remembered.columns).filter(([field]) => !answers.has(`${COLUMN}${field}`));
  if (left.length === Object.keys(remembered.columns).length) return remembered;
  return { ...remembered, columns: Object.fromEntries(left) };
}
