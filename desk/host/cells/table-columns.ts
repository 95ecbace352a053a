import { LIMITS, type Area, type Table } from '../../book/book';
import { intersection } from '../../book/areas';
import { ExcelError } from '../errors';
import type { Workspace } from '../workspace';
import { shiftRange } from './shift-range';
import { nameColumns } from './tables';

/** Inserts an empty column; what stands right of the table moves right, as far as the table is high. */
export function insertTableColumn(table: Table, index: number, workspace: Workspace): void {
  const { sheet, area } = table;
  if (area.column + area.columns >= LIMITS.columns) throw new ExcelError('InsertDeleteConflict');
  const added: Area = { ...area, column: area.column + index, columns: 1 };
  requireClearBeside(table);
  const before = { ...area };
  shiftRange(sheet, added, 'Right', workspace);
  table.area = { ...before, columns: before.columns + 1 };
  table.columns.splice(index, 0, { name: '', formula: null });
  const neighbour = index > 0 ? added.column - 1 : added.column + 1;
  for (let row = before.row; row < before.row + before.rows; row++) {
    sheet.setStyle(row, added.column, sheet.cell(row, neighbour)?.style ?? 0);
  }
  nameColumns(table);
}

export function deleteTableColumn(table: Table, index: number, workspace: Workspace): void {
  const { sheet, area } = table;
  if (area.columns === 1) throw new ExcelError('InvalidOperation');
  requireClearBeside(table);
  const deleted: Area = { ...area, column: area.column + index, columns: 1 };
  const before = { ...area };
  shiftRange(sheet, deleted, 'Left', workspace);
  table.area = { ...before, columns: before.columns - 1 };
  table.columns.splice(index, 1);
}

/** Columns cannot move if that would tear another table or a merged cell apart. */
function requireClearBeside(table: Table): void {
  const { sheet, area } = table;
  const strip = {
    ...area,
    column: area.column + area.columns,
    columns: LIMITS.columns - area.column - area.columns,
  };
  const others = [
    ...sheet.tables.filter((other) => other !== table).map((other) => other.area),
    ...sheet.merges,
  ];
  const torn = others.some((other) => {
    const common = intersection(other, strip);
    return common !== null && common.rows !== other.rows;
  });
  if (torn) throw new ExcelError('InsertDeleteConflict');
}
