import type { CellSpot } from '../plan/cell-changes';
import type { TypedCell } from '../plan/plan';
import type { SheetReading, WorkbookReading } from '../reading';
import type { GridValue } from '../sessions/grid';
import { TABLE_NAMES, type OwnTableName } from '../tables';
import { findTable, hasTable, lostTables, type OwnTable } from '../tables/own-table';
import { cellsToGiveBack } from './former-values';
import { linesOf, type JournalEntry } from './journal';
import type { JournalLine, JournalLineOf } from './journal-lines';

/** Everything of a run that stands in the workbook now, wherever it was moved to. */
export interface TakingBack {
  entry: JournalEntry;
  /** Sheets that it made and that hold nothing else. */
  sheets: SheetReading[];
  tables: ShrunkTable[];
  /** Tables that go with their sheets. */
  gone: ShrunkTable[];
  /** Cells of tables, with their former values. */
  cells: { spot: CellSpot; value: GridValue }[];
  /** Cells by their addresses; `after` is the former value. */
  typed: TypedCell[];
  /** What it wrote over by mistake, to be put back when all else is gone. */
  back: JournalLineOf<'row back' | 'cell back'>[];
  /** Of all that was written over, what the Activity sheet does not know yet. */
  found: readonly JournalLine[];
  /** False where something is left, so that the run's rows of the Activity sheet stay. */
  isWhole: boolean;
  /** Claims that stay. */
  accountsLeft: ReadonlySet<string>;
}

/** A table that loses rows and columns; `positions` are those of rows to be removed, header 0. */
export interface ShrunkTable {
  table: OwnTable;
  positions: number[];
  /** Blank rows at its end that a run added and did not come to fill. */
  blank: number;
  columns: string[];
  /** Whether its total row is to be switched on again. */
  showTotals: boolean;
}

/** Where everything of the run is. `found`: what only this window knows to have been written over. */
export function takingBackOf(
  reading: WorkbookReading,
  entry: JournalEntry,
  found: readonly JournalLine[] = [],
): TakingBack {
  const known = [...entry.lines, ...found];
  const leaves = known.filter((line): line is JournalLineOf<'leave'> => line.is === 'leave');
  const accounts = new Set(leaves.flatMap(({ account }) => account ?? []));
  const stays = (sheet: SheetReading): boolean => leaves.some((line) => line.sheet === sheet.id);
  const halfMade = entry.state === 'unfinished' ? tablesBeingMade(reading, entry) : new Set<OwnTableName>();
  const tables = TABLE_NAMES.filter((name) => !halfMade.has(name)).flatMap((name) => {
    const table: OwnTable | null = hasTable(reading, name) ? findTable(reading, name) : null;
    return table ? [shrunk(table, entry, { accounts, isLast: leaves.length === 0 })] : [];
  });
  const sheets = sheetsOfRun(reading, entry).filter((sheet) => {
    const own = tables.filter(({ table }) => table.sheet === sheet);
    // Pages show all claims of the run, also those that stay.
    if (own.length === 0) return accounts.size === 0 && !stays(sheet);
    return own.every(({ table, positions }) => isAllOf(table, positions));
  });
  const isKept = (table: OwnTable): boolean => !sheets.includes(table.sheet);
  const { cells, typed } = cellsToGiveBack(reading, entry, known);
  return {
    entry,
    sheets,
    tables: tables.filter((each) => isKept(each.table) && isAnything(each)),
    gone: tables.filter((each) => !isKept(each.table)),
    cells: cells.filter(({ spot }) => isKept(spot.table)),
    typed: typed.filter(({ sheet }) => !sheets.some(({ name }) => name === sheet)),
    back: known.filter(
      (line): line is JournalLineOf<'row back' | 'cell back'> =>
        line.is === 'cell back' || (line.is === 'row back' && !hasRow(tables, line)),
    ),
    found,
    isWhole: leaves.length === 0,
    accountsLeft: accounts,
  };
}

/** The sheets that a run made: by their marks, else by their ids; by their names only where nothing else is known. */
export function sheetsOfRun(reading: WorkbookReading, { mark, sheets }: JournalEntry): SheetReading[] {
  const marked = mark === '' ? [] : reading.sheets.filter((sheet) => sheet.mark?.startsWith(`${mark} `));
  const ofLine = sheets.flatMap(({ name, id }, index) => {
    const candidates = marked.filter((sheet) => sheet.mark === `${mark} ${String(index)}`);
    const same = reading.sheets.find((sheet) => id !== null && sheet.id === id);
    if (same && (candidates.includes(same) || candidates.length === 0)) return [same];
    if (candidates.length > 0) return candidates;
    const isByName = mark === '' || !reading.knowsMarks;
    return isByName ? reading.sheets.filter((sheet) => isSameName(sheet.name, name)) : [];
  });
  return [...new Set(ofLine)];
}

/** Tables at which Excel stopped before they were one: they go with their sheets. */
function tablesBeingMade(reading: WorkbookReading, entry: JournalEntry): Set<OwnTableName> {
  const made = sheetsOfRun(reading, entry);
  return new Set(
    lostTables(reading).flatMap(({ name, sheet }) =>
      made.some((each) => each.name === sheet) ? [name] : [],
    ),
  );
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function shrunk(
  table: OwnTable,
  entry: JournalEntry,
  { accounts, isLast }: { accounts: ReadonlySet<string>; isLast: boolean },
): ShrunkTable {
  const name = table.definition.name as OwnTableName;
  const isActivity = name === 'Activity';
  const account = table.positions.get('account') ?? -1;
  const positions =
    isActivity && !isLast
      ? []
      : rowsOfRun(table, entry).filter((row) => !accounts.has(String(table.cells[row]?.[account] ?? '')));
  const [added] = linesOf(entry, 'rows').filter((line) => line.table === name);
  const columns = linesOf(entry, 'columns')
    .filter((line) => line.table === name)
    .flatMap(({ headers }) => headers);
  return {
    table,
    positions,
    blank: added ? blankAtEnd(table, positions.length, added.before) : 0,
    columns: columns.filter((header) => isBlankColumn(table, header, positions)),
    showTotals: !table.hasTotals && linesOf(entry, 'total row').some((line) => line.table === name),
  };
}

/** Rows in which the run's name stands; in the Activity sheet, those that are its own. */
function rowsOfRun({ cells, positions, definition }: OwnTable, { run, marks }: JournalEntry): number[] {
  const column = positions.get('run');
  if (column === undefined || definition.direction === 'down') return [];
  const mark = definition.name === 'Activity' && marks.length > 0 ? positions.get('mark') : undefined;
  const own = new Set(marks);
  return cells.flatMap((row, position) => {
    const isOwn = mark === undefined ? row[column] === run : own.has(String(row[mark]));
    return position > 0 && isOwn ? [position] : [];
  });
}

function blankAtEnd({ cells }: OwnTable, ours: number, before: number): number {
  let blank = 0;
  const most = cells.length - 1 - before - ours;
  while (blank < most && (cells[cells.length - 1 - blank] ?? []).every((value) => value === '')) blank++;
  return blank;
}

function isBlankColumn({ cells }: OwnTable, header: string, removed: readonly number[]): boolean {
  const column = (cells[0] ?? []).findIndex((value) => value === header);
  const ours = new Set(removed);
  return (
    column === (cells[0]?.length ?? 0) - 1 &&
    cells.every((line, row) => row === 0 || ours.has(row) || (line[column] ?? '') === '')
  );
}

function isAnything({ positions, blank, columns, showTotals }: ShrunkTable): boolean {
  return positions.length > 0 || blank > 0 || columns.length > 0 || showTotals;
}

/** Whether a row that is to be put back is there: it was put back before Excel stopped. */
function hasRow(tables: readonly ShrunkTable[], { table: name, cells }: JournalLineOf<'row back'>): boolean {
  const own = tables.find(({ table }) => table.definition.name === name);
  return (own?.table.cells ?? []).some((line) =>
    cells.every((value, column) => String(line[column] ?? '') === String(value)),
  );
}

/** Whether all that the sheet holds is the table, and all that the table holds is to go. */
function isAllOf(table: OwnTable, removed: readonly number[]): boolean {
  const filled = table.cells.slice(1).filter((row) => row.some((cell) => cell !== '')).length;
  return (removed.length === filled || !table.positions.has('run')) && besideTable(table) === null;
}

/** The first cell outside of the table that says something; null where there is none. */
export function besideTable({
  sheet,
  top,
  left,
  cells,
  hasTotals,
}: OwnTable): { row: number; column: number } | null {
  const [height, width] = [cells.length + (hasTotals ? 1 : 0), cells[0]?.length ?? 0];
  for (const [row, line] of sheet.values.entries()) {
    for (const [column, value] of line.entries()) {
      const [y, x] = [sheet.firstRow + row - top, sheet.firstColumn + column - left];
      if (value !== '' && (y < 0 || y >= height || x < 0 || x >= width))
        return { row: sheet.firstRow + row, column: sheet.firstColumn + column };
    }
  }
  return null;
}
