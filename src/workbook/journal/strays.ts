import type { SheetReading, WorkbookReading } from '../reading';
import type { GridValue } from '../sessions/grid';
import { activityTable } from '../tables/activity';
import { columnsOf } from '../tables/define-table';
import { ownTableOf, type OwnTable } from '../tables/own-table';
import { firstMark, isAtEnd } from './journal';

/** A sheet begins under this name, until it is marked as a run's. */
export function nameBeforeMark(mark: string): string {
  return `~claimsheet ${mark}`;
}

/** The mark of a sheet that Excel stopped at before it was marked; null for any other. */
export function markInName(name: string): string | null {
  return /^~claimsheet (\S+ \d+)$/.exec(name)?.[1] ?? null;
}

/** What is left of runs at which Excel stopped before the Activity sheet knew of them. */
export interface Strays {
  sheets: SheetReading[];
  /** The Activity table, where it has grown for a row that did not come; so many of its rows are to stay, with the header. */
  grown: { table: OwnTable; rows: number } | null;
  /** The Activity table, where its total row was switched off for a row that did not come. */
  totalOff: OwnTable | null;
}

/** Null where there is nothing of the kind. */
export function straysOf(reading: WorkbookReading): Strays | null {
  const [sheets, grown, totalOff] = [straySheets(reading), grownActivity(reading), withoutTotal(reading)];
  return sheets.length > 0 || grown || totalOff ? { sheets, grown, totalOff } : null;
}

/** Null as long as a run is under way there: it has the total row to be put back, too. */
function withoutTotal(reading: WorkbookReading): OwnTable | null {
  if (!reading.revision.isTotalOff) return null;
  for (const sheet of reading.sheets) {
    const found = sheet.tables.find(({ name }) => name === activityTable.name);
    if (!found || sheet.isProtected || found.isFiltered) continue;
    const table = ownTableOf(activityTable, sheet, found);
    const state = table.positions.get('state') ?? -1;
    return table.cells.slice(1).every((line) => isAtEnd(String(line[state] ?? ''))) ? table : null;
  }
  return null;
}

function grownActivity({ sheets }: WorkbookReading): Strays['grown'] {
  for (const sheet of sheets) {
    const found = sheet.tables.find(({ name }) => name === activityTable.name);
    if (!found || sheet.isProtected || found.hasTotals || found.isFiltered) continue;
    const table = ownTableOf(activityTable, sheet, found);
    let rows = table.cells.length;
    while (rows > 2 && (table.cells[rows - 1] ?? []).every((value) => value === '')) rows--;
    return rows < table.cells.length ? { table, rows } : null;
  }
  return null;
}

/**
 * Sheets at which Excel stopped before the run that they belong to was known to the Activity sheet: those that have no
 * name of their own yet, and an Activity sheet that is not a table yet.
 */
function straySheets(reading: WorkbookReading): SheetReading[] {
  return reading.sheets.filter(
    (sheet) => (markInName(sheet.name) !== null && sheet.values.length === 0) || isHalfMadeActivity(sheet),
  );
}

function isHalfMadeActivity({ name, mark, values, tables }: SheetReading): boolean {
  if (name !== activityTable.name || mark === null || tables.length > 0) return false;
  const own = mark.slice(0, mark.indexOf(' '));
  const keys = columnsOf(activityTable).map(({ key }): string => key);
  const [markAt, stateAt] = [keys.indexOf('mark'), keys.indexOf('state')];
  const isOwn = (line: readonly GridValue[]): boolean =>
    line.length <= keys.length &&
    firstMark(String(line[markAt] ?? '')) === own &&
    ['unfinished', ''].includes(String(line[stateAt] ?? ''));
  return values.slice(1).every(isOwn);
}
