import type { Session } from '../../billing/records/session';
import { localDay } from '../../billing/values/day';
import { readSettled } from '../../practice/writing/settle-unfinished';
import { finishPlan } from '../../practice/finish-plan';
import { Refusal } from '../../workbook/refusal';
import { readSessionSheets } from '../../workbook/sessions/session-sheets';
import { readTableUnless } from '../../workbook/tables/read-table';
import { memoryOf } from '../../practice/memory/read-memory';
import { localTime } from '../../practice/practice-book';
import type { Prepared } from '../../practice/prepare';
import { nextRun } from '../../practice/numbers';
import type { Remembered } from '../../practice/set-up/remembered';
import { setUpPlan, tablesMissing } from '../../practice/set-up/set-up-plan';

/** Plans the reference tables that are missing, filled with what the sessions tell; without sessions they are empty. */
export async function prepareTables(
  context: Excel.RequestContext,
  { sheet, columns }: Remembered,
  now: Date,
): Promise<Prepared<{ tablesMade: string[] }>> {
  const { reading } = await readSettled(context, now);
  const today = localDay(now);
  const sessions = readable();
  const [practice = null] = readTableUnless(() => undefined)(reading, 'Practice').rows;
  const { answers } = memoryOf(reading);
  const missing = tablesMissing(reading, { sessions, practice, answers });
  const when = localTime(now);
  const run = { id: nextRun(reading, 'set-up', when.slice(0, 7)).id, when, what: 'Set up' };
  const plan = setUpPlan({ sessions, answers }, missing, run);
  return {
    reading,
    plan: missing.length > 0 ? finishPlan(plan, reading) : null,
    report: { tablesMade: [...missing] },
  };

  function readable(): Session[] {
    try {
      return readSessionSheets(reading, { sheet: sheet ?? undefined, columns, today }).sessions;
    } catch (error) {
      if (error instanceof Refusal) return [];
      throw error;
    }
  }
}
