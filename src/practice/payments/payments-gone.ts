import type { Finding } from '../../billing/findings';
import { addedRows, isAtEnd } from '../../workbook/journal/journal';
import type { WorkbookReading } from '../../workbook/reading';
import { hasTable } from '../../workbook/tables/own-table';
import { readTable } from '../../workbook/tables/read-table';

const TABLES_OF_MONEY = ['Payments', 'Deposits', 'Unmatched'] as const;

/** Tables of money that are gone as a whole though runs of the Activity sheet added rows to them. */
export function paymentsGone(reading: WorkbookReading): Finding[] {
  const journal = readTable(reading, 'Activity').rows.filter(({ state }) => isAtEnd(state));
  return TABLES_OF_MONEY.flatMap((table): Finding[] => {
    if (hasTable(reading, table)) return [];
    const added = journal.reduce((sum, { rows }) => sum + (addedRows(rows).get(table) ?? 0), 0);
    if (added === 0) return [];
    return [
      {
        rule: 'payments-gone',
        severity: 'STOP',
        place: null,
        message: `The table ${table} is gone, to which ${String(added)} ${added === 1 ? 'row was' : 'rows were'} added, as Activity says.`,
        fix: 'Bring its sheet back (Ctrl+Z, or an earlier version: File > Info > Version History), or undo what was posted.',
        source: 'Claimsheet: every cent is used, or it is told why not',
      },
    ];
  });
}
