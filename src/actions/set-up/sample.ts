import { sampleRecords, sampleSessions } from '../../../assets/sample/sample-records';
import { serialOf } from '../../billing/values/day';
import { readSettled } from '../../practice/writing/settle-unfinished';
import { finishPlan } from '../../practice/finish-plan';
import type { PlainSheet, Plan } from '../../workbook/plan/plan';
import { freeSheetName } from '../../workbook/plan/sheet-name';
import { hasTable } from '../../workbook/tables/own-table';
import { localTime } from '../../practice/practice-book';
import type { Prepared } from '../../practice/prepare';
import { nextRun } from '../../practice/numbers';
import { REFERENCE_TABLES } from '../../practice/set-up/set-up-plan';

const SHEET = 'Sample sessions';

/** Plans a sheet of invented sessions and, where they are missing, reference tables filled for them. */
export async function prepareSample(
  context: Excel.RequestContext,
  now: Date,
): Promise<Prepared<{ sheet: string }>> {
  const { reading } = await readSettled(context, now);
  const taken = new Set(reading.sheets.map(({ name }) => name.toLowerCase()));
  const sheet = sessionsSheet(freeSheetName(SHEET, taken));
  const when = localTime(now);
  const records = sampleRecords();
  const plan: Plan = {
    run: { id: nextRun(reading, 'sample', when.slice(0, 7)).id, when, what: 'Sample sessions' },
    documents: [],
    plainSheets: [sheet],
    rows: REFERENCE_TABLES.filter((table) => !hasTable(reading, table)).map((table) => ({
      table,
      rows: records[table],
    })),
  };
  return {
    reading,
    plan: finishPlan(plan, reading),
    report: { sheet: sheet.name },
  };
}

function sessionsSheet(name: string): PlainSheet {
  return {
    name,
    columns: [
      { header: 'Date', width: 80, format: 'ddd m/d/yy', holds: 'date' },
      { header: 'Time', width: 60, format: 'h:mm AM/PM', holds: 'number' },
      { header: 'Client', width: 120, format: 'General', holds: 'text' },
      { header: 'Min', width: 40, format: 'General', holds: 'number' },
      { header: 'CPT', width: 110, format: 'General', holds: 'text' },
      { header: 'Dx', width: 110, format: 'General', holds: 'text' },
      { header: 'Units', width: 44, format: 'General', holds: 'formula' },
      { header: 'Insurance', width: 90, format: 'General', holds: 'text' },
      { header: 'Charge', width: 64, format: '$#,##0.00', holds: 'number' },
      { header: 'Client paid', width: 72, format: '$#,##0.00', holds: 'number' },
      { header: 'Status', width: 70, format: 'General', holds: 'text' },
      { header: 'Notes', width: 220, format: 'General', holds: 'text' },
    ],
    rows: sampleSessions().map((session, index) => [
      session.dateText ?? serialOf(session.day),
      session.start === null ? null : session.start / 24,
      session.client,
      session.minutes,
      session.cpt,
      session.dx || null,
      session.units === 'formula' ? unitsFormula(index + 2) : session.units,
      session.insurance,
      session.charge,
      session.paid,
      session.status || null,
      session.notes || null,
    ]),
  };
}

function unitsFormula(row: number): string {
  return `=CLAIM.BILLABLE_UNITS(D${String(row)},E${String(row)})`;
}
