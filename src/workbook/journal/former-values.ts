import { rowsByKey, valueAt, type ChangedCell, type CellSpot } from '../plan/cell-changes';
import type { TypedCell } from '../plan/plan';
import type { WorkbookReading } from '../reading';
import type { GridValue } from '../sessions/grid';
import type { OwnTableName } from '../tables';
import { columnsOf } from '../tables/define-table';
import { findTable, hasTable, type OwnTable } from '../tables/own-table';
import { type JournalEntry } from './journal';
import type { JournalLine } from './journal-lines';

/** Cells that are to be given what they said before, where they still say what the run wrote. */
interface GivenBack {
  cells: { spot: CellSpot; value: GridValue }[];
  typed: TypedCell[];
}

/**
 * The cells that a run wrote over, each where its row stands now, with its former value. A row, column or table that
 * was removed since has nothing to be given back, and what somebody typed since stays.
 */
export function cellsToGiveBack(
  reading: WorkbookReading,
  { changed }: Pick<JournalEntry, 'changed'>,
  lines: readonly JournalLine[],
): GivenBack {
  const find = spotFinder(reading);
  const moved = lines.flatMap((line): ChangedCell[] =>
    line.is === 'put back'
      ? [{ table: line.table, row: line.row, column: line.column, before: line.value, after: line.wrote }]
      : [],
  );
  const cells = [...changed, ...moved].flatMap((cell) => {
    const [spot, second] = find(cell);
    return spot && !second && isSame(valueAt(spot), cell.after) && !isSame(cell.after, cell.before)
      ? [{ spot, value: cell.before }]
      : [];
  });
  const typed = lines.flatMap((line): TypedCell[] => {
    if (line.is !== 'cell' || !isSame(cellAt(reading, line), line.after)) return [];
    const { sheet, row, column, before, after, format } = line;
    const back = format === null ? null : { before: '', after: format };
    return [{ sheet, row, column, before: after, after: before, format: back }];
  });
  return { cells, typed };
}

/** Where cells that a run changed stand now: several places where their row was copied. */
export function spotFinder(reading: WorkbookReading): (cell: ChangedCell) => CellSpot[] {
  const tables = new Map<OwnTableName, { table: OwnTable; rows: Map<string, number[]> } | null>();
  const open = (name: OwnTableName) => {
    const table: OwnTable | null = hasTable(reading, name) ? findTable(reading, name) : null;
    const rows = table && rowsByKey(table);
    return table && rows ? { table, rows } : null;
  };
  return ({ table: name, row, column: key }) => {
    const known = tables.has(name) ? tables.get(name) : open(name);
    tables.set(name, known ?? null);
    if (!known) return [];
    const { table, rows } = known;
    const offset = table.positions.get(key);
    const column = columnsOf(table.definition).find((each) => each.key === key);
    if (offset === undefined || !column) return [];
    return (rows.get(row.trim()) ?? []).map((position) => ({ table, column, position, offset }));
  };
}

export function cellAt(
  { sheets }: WorkbookReading,
  { sheet: name, row, column }: { sheet: string; row: number; column: number },
): GridValue {
  const sheet = sheets.find((each) => each.name === name);
  return sheet?.values[row - sheet.firstRow]?.[column - sheet.firstColumn] ?? '';
}

/** Excel may hold as a number what was written as text, in a cell that somebody gave another format. */
export function isSame(one: GridValue, two: GridValue): boolean {
  return one === two || String(one) === String(two);
}
