import { LIMITS, type Area, type Table } from '../../book/book';
import { intersection } from '../../book/areas';
import { ExcelError } from '../errors';
import type { Workspace } from '../workspace';
import { shiftRange } from './shift-range';
import { isFiltered } from './filters';
import { bodyOf, fillNewRows, isEmpty } from './tables';

/**
 * Inserts empty rows into a table before body row `index`. What stands below the table moves down, as far as the
 * table is wide; at the end of a table without totals, empty cells below are simply taken.
 */
export function insertTableRows(table: Table, index: number, count: number, workspace: Workspace): void {
  const { sheet } = table;
  const body = bodyOf(table);
  const first = body.row + index;
  const added: Area = { ...body, row: first, rows: count };
  const isLast = index === body.rows;
  if (isLast && !table.hasTotals && isFree(table, added)) table.area.rows += count;
  else {
    requireClearBelow(table);
    const area = { ...table.area };
    shiftRange(sheet, added, 'Down', workspace);
    table.area = { ...area, rows: area.rows + count };
  }
  fillNewRows(table, first, count);
}

/** Deletes body rows; a table keeps one row, which is then empty. */
export function deleteTableRows(table: Table, index: number, count: number, workspace: Workspace): void {
  if (isFiltered(table)) throw new ExcelError('FilteredRangeConflict');
  const { sheet } = table;
  const body = bodyOf(table);
  const deleted: Area = { ...body, row: body.row + index, rows: count };
  if (count === body.rows) {
    for (let column = body.column; column < body.column + body.columns; column++) {
      sheet.clearCell(body.row, column, { contents: true, formats: false });
    }
    if (count === 1) return;
    deleteTableRows(table, 1, count - 1, workspace);
    return;
  }
  requireClearBelow(table);
  const area = { ...table.area };
  shiftRange(sheet, deleted, 'Up', workspace);
  table.area = { ...area, rows: area.rows - count };
}

function isFree(table: Table, area: Area): boolean {
  const { sheet } = table;
  if (area.row + area.rows > LIMITS.rows) throw new ExcelError('InsertDeleteConflict');
  if (sheet.tables.some((other) => other !== table && intersection(other.area, area))) return false;
  return isEmpty(sheet, area);
}

/** Rows cannot move if that would tear another table or a merged cell apart. */
function requireClearBelow(table: Table): void {
  const { sheet, area } = table;
  const strip = { ...area, row: area.row + area.rows, rows: LIMITS.rows - area.row - area.rows };
  const others = [
    ...sheet.tables.filter((other) => other !== table).map((other) => other.area),
    ...sheet.merges,
  ];
  const torn = others.some((other) => {
    const common = intersection(other, strip);
    return common !== null && common.columns !== other.columns;
  });
  if (torn) throw new ExcelError('InsertDeleteConflict');
}
