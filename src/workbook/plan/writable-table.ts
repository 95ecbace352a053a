import type { WorkbookReading } from '../reading';
import { Refusal } from '../refusal';
import type { OwnTable } from '../tables/own-table';

/** Refuses a sheet into which nothing can be written. */
export function refuseProtected({ sheets }: Pick<WorkbookReading, 'sheets'>, name: string): void {
  if (!sheets.some((sheet) => sheet.name === name && sheet.isProtected)) return;
  throw new Refusal(
    'sheet-protected',
    `The sheet "${name}" is protected, and Claimsheet has to write there. Unprotect it (Review > Unprotect Sheet) and try again.`,
  );
}

/** Refuses a table into which nothing can be written, and says what the user can do about it. */
export function refuseUnwritable({ sheet, tableName, isFiltered }: OwnTable): void {
  refuseProtected({ sheets: [sheet] }, sheet.name);
  if (isFiltered) {
    throw new Refusal(
      'table-damaged',
      `The table "${tableName}" is filtered, and Claimsheet has to write there. Clear its filter (Data > Clear) and try again.`,
    );
  }
}
