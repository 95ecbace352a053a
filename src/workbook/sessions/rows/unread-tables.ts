import type { Finding } from '../../../billing/findings';
import { rangeName } from '../../../billing/cell-name';
import type { ColumnMapping } from '../column-mapping';
import { rowFinding } from './unreadable';

/** A WARN for each table of the sheet that has dates and lists something else than the sessions. */
export function unreadTables({ sheet, unread }: ColumnMapping): Finding[] {
  return unread.map((area) =>
    rowFinding({
      rule: 'table-not-read',
      severity: 'WARN',
      place: { sheet, row: area.top, column: area.left },
      message: `The table at ${rangeName(area)} of "${sheet}" has a header of its own and lists something else than the sessions: it is not read.`,
      fix: 'Nothing, if it is no list of sessions; else give it the headers of the others, or a sheet of its own.',
    }),
  );
}
