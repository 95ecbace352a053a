import type { Finding } from '../../../billing/findings';
import type { Session } from '../../../billing/records/session';
import type { Day } from '../../../billing/values/day';
import { addAll } from '../../../billing/values/lists';
import type { SheetAccount } from '../account/account';
import { accountOf, type RowTold } from '../account/account-sheet';
import { blockOf } from '../blocks/block';
import { contextsOf } from '../blocks/row-contexts';
import { tablesOf, type ColumnMapping } from '../column-mapping';
import type { SheetGrid } from '../grid';
import { readMarks } from '../marks/read-marks';
import type { DateOrder } from '../cells/dates';
import type { DatesAnswer } from './dates-in-doubt';
import { daysOf1904 } from './days-of-1904';
import { orderFindings } from './order-findings';
import { duplicateFindings } from './duplicates';
import { fillFindings } from './fills';
import { readRow } from './read-row';
import { noSession } from './row-kinds';
import { sheetRows, type SheetRows } from './sheet-rows';
import { secondInsurers } from './second-insurers';
import { unreadTables } from './unread-tables';

export interface SessionsRead {
  sessions: Session[];
  /** What could not be read, with its cell, and rows that repeat another. */
  findings: Finding[];
  /** Every row and column, and what became of it. */
  account: SheetAccount;
}

export interface ReadOptions {
  today?: Day | null;
  /** Where the practice is; without it, times are taken as they are written. */
  zone?: string | null | undefined;
  dates?: DatesAnswer | undefined;
  /** How other sheets of the workbook write their dates; null where they do not show it. */
  elsewhere?: DateOrder | null;
}

/**
 * Reads every table of sessions on a sheet. Each row becomes a session, or a finding, or is told in the account as what
 * it is. Dates more than two years after `today` are findings; without `today` only those from 2100 on.
 */
export function readSessions(
  grid: SheetGrid,
  mapping: ColumnMapping,
  { today = null, zone, dates, elsewhere = null }: ReadOptions = {},
): SessionsRead {
  if (mapping.marks !== null) {
    const { told, ...read } = readMarks(grid, mapping.marks);
    return { ...read, account: accountOf(grid, mapping, [told]) };
  }
  const tables = tablesOf(mapping);
  const contexts = contextsOf(
    grid,
    tables.map(({ area }) => blockOf(area, grid)),
  );
  const read: Pick<SessionsRead, 'sessions' | 'findings'> = {
    sessions: [],
    findings: [...unreadTables(mapping), ...tables.flatMap((table) => secondInsurers(grid, table))],
  };
  const told = tables.map((table) => {
    const rows = sheetRows(grid, table, contexts(blockOf(table.area, grid)), { zone, dates, elsewhere });
    read.findings.push(...orderFindings(rows));
    const before = read.sessions.length;
    const told = readTable(rows, today, read);
    read.findings.push(...daysOf1904(read.sessions.slice(before)));
    return told;
  });
  addAll(read.findings, duplicateFindings(read.sessions));
  addAll(read.findings, fillFindings(grid, mapping, read.sessions));
  return { ...read, account: accountOf(grid, mapping, told) };
}

function readTable(
  rows: SheetRows,
  today: Day | null,
  read: Pick<SessionsRead, 'sessions' | 'findings'>,
): RowTold[] {
  const { grid, block } = rows;
  const unclear = rows.mapping.unsure.find(({ needed }) => needed);
  const told: RowTold[] = [{ row: grid.firstRow + block.header, kind: 'header', why: null }];
  for (let row = block.header + 1; row <= block.last; row++) {
    const number = grid.firstRow + row;
    const no = inOtherTable(rows, row) ? IN_OTHER_TABLE : noSession(rows, row);
    if (no !== null) {
      told.push({ row: number, ...no });
      continue;
    }
    if (unclear !== undefined) {
      told.push({ row: number, kind: 'left out', why: unclear.why });
      continue;
    }
    const { session, findings, unread } = readRow(rows, row, today);
    addAll(read.findings, findings);
    if (session !== null) read.sessions.push(session);
    told.push(
      session === null
        ? {
            row: number,
            kind: 'left out',
            why: findings.map(({ message }) => message).join(' '),
            ...(unread ? { unread } : {}),
          }
        : { row: number, kind: 'session', why: null },
    );
  }
  return told;
}

const IN_OTHER_TABLE = { kind: 'no session', why: 'in another table' } as const;

/** Whether the date of a row would stand in an Excel table other than the one of the header. */
function inOtherTable({ grid, mapping }: SheetRows, row: number): boolean {
  const number = grid.firstRow + row;
  const column = mapping.fields.date?.columnIndexes[0] ?? grid.firstColumn;
  return grid.tables.some(
    (table) =>
      table.top > mapping.headerRow &&
      number >= table.top &&
      number < table.top + table.rows &&
      column >= table.left &&
      column < table.left + table.columns,
  );
}
