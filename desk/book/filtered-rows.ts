import type { Sheet } from './book';

/**
 * Rows that a filter hides, which SUBTOTAL and AGGREGATE always leave out: of a table with a filter, and of the sheet's
 * own filter. Excel takes every hidden row of a filtered list for one of these.
 */
export function filteredRows(sheet: Sheet): number[] {
  const filtered = sheet.tables
    .filter(({ columns }) => columns.some(({ filter }) => filter))
    .map(({ area }) => area);
  if (sheet.filteredArea) filtered.push(sheet.filteredArea);
  if (filtered.length === 0) return [];
  return [...sheet.rowFormats]
    .filter(
      ([row, { hidden }]) => hidden && filtered.some((area) => row >= area.row && row < area.row + area.rows),
    )
    .map(([row]) => row);
}
