import type { Area, Cell, Table } from '../../book/book';
import { contains } from '../../book/areas';
import { followMove } from '../../book/references';
import { mapFormulas } from '../../book/structure';
import { unsupported } from '../errors';
import type { Workspace } from '../workspace';
import { shiftRange } from './shift-range';
import { fillNewRows, isEmpty, totalsRow } from './tables';

type Content = Pick<Cell, 'value' | 'formula' | 'style'>;

/** What totals rows held before they were taken away: Excel brings it back. */
const takenAway = new WeakMap<Table, Content[]>();

/** Puts a totals row below the table or takes it away. The first one says no more than what it is. */
export function showTotals(table: Table, isShown: boolean, workspace: Workspace): void {
  if (isShown === table.hasTotals) return;
  const { sheet } = table;
  const before = { ...table.area };
  const row = isShown ? { ...before, row: before.row + before.rows, rows: 1 } : totalsRow(table);
  if (!isShown) takenAway.set(table, contentsOf(table, row));
  shiftRange(sheet, row, isShown ? 'Down' : 'Up', workspace, table);
  table.area = { ...before, rows: before.rows + (isShown ? 1 : -1) };
  table.hasTotals = isShown;
  if (isShown) {
    const known = takenAway.get(table);
    if (known) write(table, row, known);
    else sheet.setValue(row.row, row.column, 'Total');
  }
  workspace.changed(sheet, row);
}

/** The table reaches so many rows further down, and its totals row with it. */
export function moveTotals(table: Table, count: number): void {
  if (count === 0) return;
  const { sheet } = table;
  const row = totalsRow(table);
  const passed: Area = { ...row, row: row.row + 1, rows: count };
  if (count < 0) throw unsupported('Table.resize that moves a totals row up');
  if (!isEmpty(sheet, passed)) throw unsupported('Table.resize that moves a totals row over other cells');
  const contents = contentsOf(table, row);
  const moved = { ...row, row: row.row + count };
  mapFormulas(sheet.book, (formula, own) =>
    followMove(formula, own?.name ?? '', sheet.name, (area) =>
      contains(row, area) ? { ...area, row: moved.row } : area,
    ),
  );
  for (let column = row.column; column < row.column + row.columns; column++)
    sheet.clearCell(row.row, column, { contents: true, formats: true });
  table.area.rows += count;
  write(table, moved, contents);
  fillNewRows(table, row.row, count);
}

function contentsOf({ sheet }: Table, row: Area): Content[] {
  return Array.from({ length: row.columns }, (_, index) => {
    const { value = null, formula = null, style = 0 } = sheet.cell(row.row, row.column + index) ?? {};
    return { value, formula, style };
  });
}

function write({ sheet }: Table, row: Area, contents: readonly Content[]): void {
  contents.slice(0, row.columns).forEach(({ value, formula, style }, index) => {
    const column = row.column + index;
    if (formula !== null) sheet.setFormula(row.row, column, formula);
    else if (value !== null) sheet.setValue(row.row, column, value);
    sheet.setStyle(row.row, column, style);
  });
}
