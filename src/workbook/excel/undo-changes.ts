import { dayOfSerial, usDate } from '../../billing/values/day';
import { rowsByKey, valueAt, type ChangedCell, type CellSpot } from '../plan/cell-changes';
import type { WorkbookReading } from '../reading';
import { Refusal } from '../refusal';
import type { GridValue } from '../sessions/grid';
import type { OwnTableName } from '../tables';
import { columnsOf } from '../tables/define-table';
import { findTable, hasTable, type OwnTable } from '../tables/own-table';
import type { CellWrite } from './write-cells';

/**
 * The former values of the cells that a run wrote over, each where its row stands now. A row, column or table that
 * the user has removed since has nothing to be given back. Throws a refusal where a cell says something new.
 */
export function formerValues(reading: WorkbookReading, changed: readonly ChangedCell[]): CellWrite[] {
  const spotsOf = new Map<OwnTableName, ReturnType<typeof spotFinder>>();
  return changed.flatMap((cell) => {
    const find = spotsOf.get(cell.table) ?? spotFinder(reading, cell.table);
    spotsOf.set(cell.table, find);
    const spots = find(cell);
    if (spots.length > 1) throw twice(cell, spots);
    return spots.flatMap((spot) => {
      const now = valueAt(spot);
      if (same(now, cell.before)) return [];
      if (!same(now, cell.after)) throw changedSince(spot, cell, now);
      return [{ spot, value: cell.before }];
    });
  });
}

function spotFinder(reading: WorkbookReading, name: OwnTableName): (cell: ChangedCell) => CellSpot[] {
  const table: OwnTable | null = hasTable(reading, name) ? findTable(reading, name) : null;
  const rows = table && rowsByKey(table);
  if (!table || !rows) return () => [];
  return (cell) => {
    const offset = table.positions.get(cell.column);
    const column = columnsOf(table.definition).find(({ key }) => key === cell.column);
    if (offset === undefined || !column) return [];
    return (rows.get(cell.row.trim()) ?? []).map((position) => ({ table, column, position, offset }));
  };
}

/** Excel may hold as a number what was written as text, in a cell that somebody gave another format. */
function same(one: GridValue, two: GridValue): boolean {
  return one === two || String(one) === String(two);
}

function changedSince(spot: CellSpot, { row, after }: ChangedCell, now: GridValue): Refusal {
  const wrote = words(spot, after);
  const toDo = after === '' ? 'Empty it' : `Type ${wrote} there`;
  return new Refusal(
    'changed-since',
    `${spot.column.header} of ${row} (row ${rowNumber(spot)} of the sheet "${spot.table.sheet.name}") says ${words(spot, now)} now; the last run wrote ${wrote}, and Undo would lose what was typed since. ${toDo} again, then undo.`,
  );
}

function twice({ row }: ChangedCell, spots: readonly CellSpot[]): Refusal {
  return new Refusal(
    'changed-since',
    `${row} stands twice in the sheet "${spots[0]?.table.sheet.name ?? ''}" now, in rows ${spots.map(rowNumber).join(' and ')}, so Undo cannot tell which one the last run changed. Delete the copy, then undo.`,
  );
}

function rowNumber({ table, position }: CellSpot): string {
  return String(table.top + position);
}

/** A cell as the user sees it. */
function words({ column, table }: CellSpot, value: GridValue): string {
  if (value === '') return 'nothing';
  if (typeof value === 'number' && column.kind === 'money') return value.toFixed(2);
  if (typeof value === 'number' && column.kind === 'day') {
    return usDate(dayOfSerial(value, table.sheet.date1904));
  }
  return `"${String(value)}"`;
}
