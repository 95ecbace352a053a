import type { Book, CellValue } from '../../../desk/book/book';
import { workbookOf } from '../../support/practice-workbook';
import { PAYERS, type PracticeOf500 } from './practice';

const HEADERS = [
  'Date',
  'Client',
  'Minutes',
  'CPT',
  'Dx',
  'Payer',
  'Charge',
  'Status',
  'Result 1',
  'Result 2',
  'Result 3',
];

/** Ways to ask, one after the other. */
const LEFT = [
  (row: string) => `=CLAIM.VISITS_LEFT(B${row})`,
  (row: string) => `=CLAIM.VISITS_LEFT(B${row},A${row})`,
  (row: string) => `=CLAIM.VISITS_LEFT(B${row},A${row},,TRUE)`,
];

/** Whether the cell of a session (counted from 0) asks as of its date, and whether in words. */
export function asksHow(at: number): { asOfDate: boolean; inWords: boolean } {
  return { asOfDate: at % 3 > 0, inWords: at % 3 === 2 };
}

/** A sheet of sessions with the three functions in each row, and the tables they need. */
export function workbookOfPractice({ clients, authorizations, benefits, sessions }: PracticeOf500): Book {
  const rows = sessions.map((session, at): CellValue[] => {
    const { date, client, minutes, code, dx, payer, charge, status } = session;
    const row = String(at + 2);
    return [
      date, client, minutes, code, dx, payer, charge, status,
      `=CLAIM.BILLABLE_UNITS(C${row},D${row})`,
      `=CLAIM.CHECK_CODES(D${row},E${row},A${row},F${row},C${row})`,
      LEFT[at % 3]?.(row) ?? null,
    ]; // prettier-ignore
  });
  return workbookOf(
    { Sessions: [HEADERS, ...rows] },
    {
      Payers: PAYERS.map((payer) => ({ ...payer })),
      Clients: clients.map(({ name, payer, accidentDate }) => ({ name, payer, accidentDate })),
      Authorizations: authorizations.map((row) => ({
        ...row,
        dollars: row.dollars === null ? null : row.dollars * 100,
      })),
      Benefits: benefits.map(({ client, planYearStarts, visitsPerYear, usedElsewhere, verifiedOn }) => ({
        client, planYearStarts, visitsPerYear, visitsUsedElsewhere: usedElsewhere, verifiedOn,
      })), // prettier-ignore
    },
  );
}
