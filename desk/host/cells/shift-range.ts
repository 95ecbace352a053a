import { LIMITS, type Area, type Sheet, type Table, type Shift } from '../../book/book';
import { intersection } from '../../book/areas';
import { movedArea, shiftCells } from '../../book/structure';
import { ExcelError, unsupported } from '../errors';
import type { Workspace } from '../workspace';
import { isFiltered } from './filters';

/** Moves cells, if no filter holds them. `own`: the table that is changed, and may be filtered. */
export function shiftRange(
  sheet: Sheet,
  area: Area,
  shift: Shift,
  workspace: Workspace,
  own: Table | null = null,
): void {
  for (const table of sheet.tables) {
    if (table !== own && isFiltered(table)) requireUnfiltered(table.area, area, shift);
  }
  moveCells(sheet, area, shift, workspace);
}

/** Moves cells and the ranges that somebody holds with them; those whose cells are all deleted are gone. */
export function moveCells(sheet: Sheet, area: Area, shift: Shift, workspace: Workspace): void {
  const changed = { ...area };
  shiftCells(sheet, changed, shift);
  for (const range of workspace.heldRanges(sheet)) {
    const moved = movedArea(range.area, changed, shift);
    if (moved) range.area = moved;
    else range.deleted = true;
  }
}

/** Excel: cells in a filtered table cannot be moved; with whole rows above it, it can. */
function requireUnfiltered(table: Area, changed: Area, shift: Shift): void {
  const isInsertion = shift === 'Down' || shift === 'Right';
  if (shift === 'Right' || shift === 'Left') {
    const isInside = isInsertion
      ? changed.column > table.column && changed.column < table.column + table.columns
      : true;
    if (isInside && intersection(changed, table))
      throw unsupported('columns of a filtered table that come or go');
    return;
  }
  const isAbove = isInsertion ? changed.row <= table.row : changed.row + changed.rows <= table.row;
  const isBelow = changed.row >= table.row + table.rows;
  const isBeside = intersection({ ...changed, row: 0, rows: LIMITS.rows }, table) === null;
  if (isBelow || isBeside || (isAbove && changed.columns === LIMITS.columns)) return;
  throw new ExcelError('FilteredRangeConflict');
}
