import type { Finding } from '../../billing/findings';
import { directoryOf } from '../../billing/visits/directory';
import { VisitLimits } from '../../billing/visit-limits/visits-left';
import type { Day } from '../../billing/values/day';
import type { SheetReading, WorkbookReading } from '../../workbook/reading';
import { Refusal } from '../../workbook/refusal';
import { readSessionSheets, type SessionSheets } from '../../workbook/sessions/session-sheets';
import { hasTable, sheetsOfTables } from '../../workbook/tables/own-table';
import { readTableUnless } from '../../workbook/tables/read-table';
import { memoryOf } from '../../practice/memory/read-memory';
import { standingClaims } from '../../practice/memory/standing-claims';
import { Vanished } from '../../practice/memory/vanished';
import { readRecords } from '../../practice/records';
import { readRegister } from '../../practice/register/register';
import { withServices } from '../../practice/questions/services';
import { linesWithoutSessions } from '../../practice/sessions/billed-once';
import type { Remembered } from '../../practice/set-up/remembered';

/** Makes what answers for the visits left of a workbook as it was read, again and again as it changes. */
export class LimitsOfWorkbook {
  private last: { sheets: SheetReading[]; question: string; read: SessionSheets } | null = null;

  /** Throws a refusal where the sessions cannot be found or a table's name is taken. */
  of(reading: WorkbookReading, { sheet, columns }: Remembered, today: Day): VisitLimits {
    if (!hasTable(reading, 'Clients')) {
      throw new Refusal(
        'not-set-up',
        'There is no Clients table yet: make it with Set up in the Claimsheet pane.',
      );
    }
    // A sheet of the user's with the name of a table that is only wished for: there is no such table then.
    const ifOurs = readTableUnless((refusal) => {
      if (refusal.code !== 'name-taken') throw refusal;
    });
    const whateverIsThere = readTableUnless(() => undefined);
    const records = readRecords(reading, (of, name) =>
      name === 'Practice' ? whateverIsThere(of, name) : ifOurs(of, name),
    );
    const register = readRegister(reading, records.clients, ifOurs);
    const { sessions: written, findings } = this.sessionsOf(reading, {
      sheet: sheet ?? undefined,
      columns,
      today,
    });
    const { answers, made } = memoryOf(reading);
    const { sessions } = withServices(written, records.fees, answers);
    const directory = directoryOf(records.clients, records.payers);
    const vanished = new Vanished(made, standingClaims(made, register), sessions);
    const billed = linesWithoutSessions(register, sessions, { directory, answers });
    return new VisitLimits({
      ...records,
      tableFindings: records.findings,
      registerFaults: [...register.disagreements, ...notCounted(vanished)],
      sessions,
      sessionFindings: findings,
      billed,
      today,
    });
  }

  /** Reading thousands of rows takes longer than all the rest: it is done when their sheets have changed. */
  private sessionsOf(
    reading: WorkbookReading,
    question: Parameters<typeof readSessionSheets>[1] & object,
  ): SessionSheets {
    const own = sheetsOfTables(reading);
    const sheets = reading.sheets.filter(({ name }) => !own.has(name));
    const asked = JSON.stringify(question);
    const { last } = this;
    const isSame =
      last?.question === asked &&
      last.sheets.length === sheets.length &&
      last.sheets.every((sheet, at) => sheet === sheets[at]);
    if (last && isSame) return last.read;
    const read = readSessionSheets(reading, question);
    this.last = { sheets, question: asked, read };
    return read;
  }
}

/** Visits of claims that vanished count as long as their rows are still in a sheet. */
function notCounted(vanished: Vanished): Finding[] {
  return vanished.hasMissingSessions ? vanished.findings(null) : [];
}
