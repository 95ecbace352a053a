import type { Finding } from '../../../billing/findings';
import type { Session } from '../../../billing/records/session';
import type { Day } from '../../../billing/values/day';
import { addAll } from '../../../billing/values/lists';
import type { ColumnMapping } from '../column-mapping';
import type { SheetGrid } from '../grid';
import { readMarks } from '../marks/read-marks';
import { duplicateFindings } from './duplicates';
import { readRow } from './read-row';
import { sheetRows } from './sheet-rows';
import { whySkipped } from './skipped';
import type { SkippedRow } from './skipped';

export interface SessionsRead {
  sessions: Session[];
  /** What could not be read, with its cell, and rows that repeat another. */
  findings: Finding[];
  /** Rows that are no sessions: empty ones, totals, headings, the header again. */
  skipped: SkippedRow[];
}

/**
 * Reads every row below the header. Each row becomes a session, or a finding, or is listed in `skipped`.
 * Dates more than two years after `today` are findings; without `today` only those from 2100 on.
 */
export function readSessions(
  grid: SheetGrid,
  mapping: ColumnMapping,
  { today = null }: { today?: Day | null } = {},
): SessionsRead {
  if (mapping.marks !== null) return readMarks(grid, mapping.marks);
  const rows = sheetRows(grid, mapping);
  const read: SessionsRead = { sessions: [], findings: [], skipped: [] };
  for (let row = mapping.headerRow - grid.firstRow + 1; row < grid.values.length; row++) {
    const why = inOtherTable(grid, mapping, row) ? 'in another table' : whySkipped(rows, row);
    if (why !== null) {
      read.skipped.push({ row: grid.firstRow + row, why });
      continue;
    }
    const { session, findings } = readRow(rows, row, today);
    if (session !== null) read.sessions.push(session);
    addAll(read.findings, findings);
  }
  addAll(read.findings, duplicateFindings(read.sessions));
  return read;
}

/** Whether the date of a row would stand in an Excel table other than the one of the header. */
function inOtherTable(grid: SheetGrid, mapping: ColumnMapping, row: number): boolean {
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
