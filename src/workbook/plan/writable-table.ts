import { Refusal } from '../refusal';
import type { OwnTable } from '../tables/own-table';

/** Refuses a table into which nothing can be written, and says what the user can do about it. */
export function refuseUnwritable({ sheet, tableName, isFiltered, hasTotals }: OwnTable): void {
  if (sheet.isProtected) {
    throw new Refusal(
      'sheet-protected',
      `The sheet "${sheet.name}" is protected, and Claimsheet has to write there. Unprotect it (Review > Unprotect Sheet) and try again.`,
    );
  }
  if (isFiltered) {
    throw new Refusal(
      'table-damaged',
      `The table "${tableName}" is filtered, and Claimsheet has to write there. Clear its filter (Data > Clear) and try again.`,
    );
  }
  if (hasTotals) {
    throw new Refusal(
      'table-damaged',
      `The table "${tableName}" has a total row where new rows go. Switch it off (Table Design > Total Row) and try again.`,
    );
  }
}
