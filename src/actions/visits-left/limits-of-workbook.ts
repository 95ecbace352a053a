import type { BilledLine } from '../../billing/visit-limits/kept-visits';
import { VisitLimits } from '../../billing/visit-limits/visits-left';
import type { Day } from '../../billing/values/day';
import type { SheetReading, WorkbookReading } from '../../workbook/reading';
import { Refusal } from '../../workbook/refusal';
import { readSessionSheets, type SessionSheets } from '../../workbook/sessions/session-sheets';
import { findOwnTable, type OwnTable } from '../../workbook/tables/own-table';
import { readRecords } from '../../workbook/tables/records';
import { TABLES, type OwnTableName } from '../../workbook/tables/schemas';
import { readRegister } from '../register';
import { linesWithoutSessions } from '../sessions/lines-without-sessions';
import type { Remembered } from '../set-up/remembered';

/** Makes what answers for the visits left of a workbook as it was read, again and again as it changes. */
export class LimitsOfWorkbook {
  private last: { sheets: SheetReading[]; question: string; read: SessionSheets } | null = null;

  /** Throws a refusal where the sessions cannot be found or a table's name is taken. */
  of(reading: WorkbookReading, { sheet, columns }: Remembered, today: Day): VisitLimits {
    const clients = findOwnTable(reading, 'Clients');
    if (!clients) {
      throw new Refusal(
        'not-set-up',
        'There is no Clients table yet: make it with Set up in the Claimsheet pane.',
      );
    }
    const records = readRecords({
      practice: null,
      payers: findOwnTable(reading, 'Payers'),
      clients,
      authorizations: findOwnTable(reading, 'Authorizations'),
      fees: tableIfOurs(reading, 'Fees'),
      benefits: findOwnTable(reading, 'Benefits'),
    });
    const register = readRegister({
      claims: tableIfOurs(reading, 'Claims'),
      claimLines: tableIfOurs(reading, 'ClaimLines'),
      activity: null,
    });
    const { sessions, findings } = this.sessionsOf(reading, { sheet: sheet ?? undefined, columns, today });
    const billed = linesWithoutSessions(register, sessions).flatMap(({ service, charge }): BilledLine[] =>
      service ? [{ ...service, charge }] : [],
    );
    return new VisitLimits({
      ...records,
      tableFindings: records.findings,
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
    const own = new Set(TABLES.map(({ name }) => name.toLowerCase()));
    const sheets = reading.sheets.filter(
      ({ tables }) => !tables.some(({ name }) => own.has(name.toLowerCase())),
    );
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

/** A sheet of the user's with the name of a table that is only wished for: there is no such table then. */
function tableIfOurs(reading: WorkbookReading, name: OwnTableName): OwnTable | null {
  try {
    return findOwnTable(reading, name);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
