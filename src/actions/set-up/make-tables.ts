import type { Session } from '../../billing/records/session';
import { dayOf } from '../../billing/values/day';
import { readWorkbook } from '../../workbook/excel/read-workbook';
import { withActivity } from '../../workbook/plan/activity';
import { Refusal } from '../../workbook/refusal';
import { readSessionSheets } from '../../workbook/sessions/session-sheets';
import { findOwnTable } from '../../workbook/tables/own-table';
import { isOwnDocument, localTime } from '../practice-book';
import type { Prepared } from '../prepare';
import { nextRun, readRegister } from '../register';
import type { Remembered } from './remembered';
import { REFERENCE_TABLES, setUpPlan } from './set-up-plan';

/** Plans the reference tables that are missing, filled with what the sessions tell; without sessions they are empty. */
export async function prepareTables(
  context: Excel.RequestContext,
  { sheet, columns }: Remembered,
  now: Date,
): Promise<Prepared<{ tablesMade: string[] }>> {
  const reading = await readWorkbook(context, isOwnDocument);
  const today = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  const missing = REFERENCE_TABLES.filter((table) => !findOwnTable(reading, table));
  const activity = findOwnTable(reading, 'Activity');
  const register = readRegister({ claims: null, claimLines: null, activity });
  const when = localTime(now);
  const run = { id: nextRun(register, 'set-up', when.slice(0, 7)).id, when, what: 'Set up' };
  const plan = setUpPlan(readable(), missing, run);
  return {
    reading,
    plan: missing.length > 0 ? withActivity(plan, reading) : null,
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
