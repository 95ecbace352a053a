import type { WorkbookReading } from '../reading';
import { TABLE_NAMES } from '../tables';
import { hasTable } from '../tables/own-table';
import { readTable } from '../tables/read-table';
import { firstMark } from './journal';

/** What a run made, of which the Activity sheet has no row. */
export interface UnknownRun {
  /** The run's name where rows say it, else the mark of its sheets. */
  id: string;
  /** So many rows of each table. */
  rows: { table: string; rows: number }[];
  sheets: string[];
}

/**
 * What stands in the workbook of runs that the Activity sheet does not know: somebody deleted their rows there, or a
 * co-author's run was written over them. Undone runs leave nothing behind, and so are not among them.
 */
export function unknownRuns(reading: WorkbookReading): UnknownRun[] {
  const journal = readTable(reading, 'Activity').rows;
  const runs = new Set(journal.map(({ run }) => run));
  const marks = new Set(journal.map(({ mark }) => firstMark(mark)));
  const found = new Map<string, UnknownRun>();
  const open = (id: string): UnknownRun => {
    const known = found.get(id) ?? { id, rows: [], sheets: [] };
    found.set(id, known);
    return known;
  };
  for (const name of TABLE_NAMES) {
    if (name === 'Activity' || !hasTable(reading, name)) continue;
    const counts = new Map<string, number>();
    for (const row of readTable(reading, name).rows) {
      const run = 'run' in row && typeof row.run === 'string' ? row.run : '';
      if (run !== '' && !runs.has(run)) counts.set(run, (counts.get(run) ?? 0) + 1);
    }
    for (const [run, rows] of counts) open(run).rows.push({ table: name, rows });
  }
  for (const { name, mark, tables } of reading.sheets) {
    // A sheet with a table outlives the run that made it.
    if (mark === null || tables.length > 0) continue;
    const own = mark.slice(0, mark.lastIndexOf(' '));
    if (!marks.has(own)) open(own).sheets.push(name);
  }
  return [...found.values()];
}
