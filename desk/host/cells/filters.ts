import type { Area, Table, TableColumn } from '../../book/book';
import type { FilterCriteria } from '../../book/column-filter';
import { unsupported } from '../errors';
import { displayText } from './display';
import { passes } from './filter-match';
import { requireUnprotected } from './protection';
import { bodyOf } from './tables';

/** Whether rows of the table are kept out of sight by a filter, or would be. */
export function isFiltered(table: Table): boolean {
  return table.columns.some(({ filter }) => (filter?.criteria ?? null) !== null);
}

/** The header and the data, which the filter covers. */
export function filteredArea(table: Table): Area {
  return { ...table.area, rows: table.area.rows - (table.hasTotals ? 1 : 0) };
}

export function setFilter(table: Table, column: TableColumn, criteria: FilterCriteria | null): void {
  requireUnprotected(table.sheet);
  requireApplicable(table.columns.filter((other) => other !== column));
  if (criteria) table.showFilterButton = true;
  if (criteria) column.filter = { criteria, source: null };
  else forget(column);
  filterRows(table);
}

export function clearFilters(table: Table): void {
  requireUnprotected(table.sheet);
  if (!isFiltered(table)) return;
  table.columns.forEach(forget);
  filterRows(table);
}

/** A column that has only its button hidden is not filtered. */
function forget(column: TableColumn): void {
  if (column.filter?.criteria) delete column.filter;
}

function requireApplicable(columns: readonly TableColumn[]): void {
  if (columns.some(({ filter }) => filter?.criteria?.on === 'Other'))
    throw unsupported('applying a filter that was set in Excel');
}

/** Hides the rows that the filters leave out and shows the others, as they are now: Excel does not do it by itself. */
export function filterRows(table: Table): void {
  requireUnprotected(table.sheet);
  requireApplicable(table.columns);
  const filters = table.columns.flatMap(({ filter }, index) => {
    const criteria = filter?.criteria ?? null;
    return criteria && criteria.on !== 'Other' ? [{ criteria, column: table.area.column + index }] : [];
  });
  const { sheet } = table;
  const body = bodyOf(table);
  for (let row = body.row; row < body.row + body.rows; row++) {
    const isShown = filters.every(({ criteria, column }) => {
      const cell = sheet.cell(row, column);
      const { numberFormat } = sheet.styleOf(row, column);
      return passes(criteria, cell, displayText(cell?.value ?? null, numberFormat, sheet.book.date1904));
    });
    hideRow(table, row, !isShown);
  }
}

function hideRow({ sheet: { rowFormats } }: Table, row: number, hidden: boolean): void {
  const format = rowFormats.get(row);
  if ((format?.hidden ?? false) === hidden) return;
  const isPlain = !hidden && format?.height == null && format?.style === undefined;
  if (isPlain) rowFormats.delete(row);
  else rowFormats.set(row, { height: null, ...format, hidden });
}
