import type { MarksLayout } from '../column-mapping';
import { MAX_COLUMNS, type GridValue, type SheetGrid } from '../grid';
import { readDate } from '../cells/dates';
import type { DateContext } from '../cells/dates';
import { monthInTitle, yearInSheetName, yearInTitle } from '../cells/titles';
import { dayOf } from '../../../billing/values/day';
import type { Day } from '../../../billing/values/day';
import { isBlank, tidyText } from '../cells/text';
import { headerScore } from '../mapping/header-row';
import { readMark } from './read-mark';

/** How far the edges of a grid of marks may stand from the sheet's corner. */
const ROWS_SEARCHED = 15;
const COLUMNS_SEARCHED = 4;
const FEWEST_DATES = 3;
/** Where a title that tells the month or the year may stand. */
const TITLE_ROWS = 5;
const TITLE_COLUMNS = 50;

/** Day numbers along an edge of a grid, null where a cell is no date. */
export function edgeDates(grid: SheetGrid, marks: MarksLayout): (Day | null)[] {
  return marks.datesRun === 'across'
    ? datesIn(grid, rowCells(grid, marks.edgeRow - grid.firstRow))
    : datesIn(grid, columnCells(grid, marks.edgeColumn - grid.firstColumn));
}

interface EdgeCell {
  value: GridValue;
  format: string;
}

function rowCells(grid: SheetGrid, row: number): EdgeCell[] {
  const cells = (grid.values[row] ?? []).slice(0, MAX_COLUMNS);
  return cells.map((value, at) => ({ value, format: grid.formats[row]?.[at] ?? '' }));
}

function columnCells(grid: SheetGrid, at: number): EdgeCell[] {
  return grid.values.map((row, r) => ({ value: row[at] ?? '', format: grid.formats[r]?.[at] ?? '' }));
}

/** Dates, or the days 1 to 31 of a month that the sheet's name or a title tells. */
function datesIn(grid: SheetGrid, cells: EdgeCell[]): (Day | null)[] {
  const titles = [
    grid.name,
    ...grid.values
      .slice(0, TITLE_ROWS)
      .flatMap((row) => row.slice(0, TITLE_COLUMNS))
      .filter((value) => typeof value === 'string'),
  ];
  const year = titles.map(yearInTitle).find((found) => found !== null) ?? yearInSheetName(grid.name);
  const month = titles.map(monthInTitle).find((found) => found !== null) ?? null;
  const context: DateContext = { date1904: grid.date1904, order: 'month-first', year };
  return cells.map(({ value, format }) => {
    if (isBlank(value) || typeof value === 'boolean') return null;
    const text = tidyText(value);
    if (/^\d{1,2}$/.test(text))
      return year === null || month === null ? null : dayOf(year, month, Number(text));
    const read = readDate(value, format, context);
    return 'value' in read ? read.value.day : null;
  });
}

/** The grid of marks on a sheet (names on one edge, dates on the other), or null where there is none. */
export function findMarks(grid: SheetGrid): MarksLayout | null {
  return datesAcross(grid) ?? datesDown(grid);
}

function datesAcross(grid: SheetGrid): MarksLayout | null {
  for (let row = 0; row < Math.min(ROWS_SEARCHED, grid.values.length); row++) {
    const dates = datesIn(grid, rowCells(grid, row));
    const first = dates.findIndex((date) => date !== null);
    if (first < 1 || dates.filter((date) => date !== null).length < FEWEST_DATES) continue;
    const names = grid.values.slice(row + 1).map((cells) => cells.slice(0, first));
    const column = nameColumn(names, first);
    if (column === null) continue;
    const marks: MarksLayout = {
      datesRun: 'across',
      edgeRow: grid.firstRow + row,
      edgeColumn: grid.firstColumn + column,
    };
    if (bodyIsMarks(grid, marks)) return marks;
  }
  return null;
}

/** The column left of the dates with the most texts, names more likely than codes. */
function nameColumn(rows: GridValue[][], width: number): number | null {
  let best: { at: number; count: number } | null = null;
  for (let at = 0; at < width; at++) {
    const count = rows.filter((cells) => isName(cells[at])).length;
    if (count >= 2 && count > (best?.count ?? 0)) best = { at, count };
  }
  return best?.at ?? null;
}

function isName(value: GridValue | undefined): boolean {
  return typeof value === 'string' && /\p{L}{2}/u.test(value) && !/\d/.test(value);
}

function datesDown(grid: SheetGrid): MarksLayout | null {
  for (let at = 0; at < COLUMNS_SEARCHED; at++) {
    const dates = datesIn(grid, columnCells(grid, at));
    const first = dates.findIndex((date) => date !== null);
    if (first < 1 || dates.filter((date) => date !== null).length < FEWEST_DATES) continue;
    const names = (grid.values[first - 1] ?? []).slice(at + 1);
    const named = names.filter((value) => isName(value));
    if (named.length < 2 || headerScore(names) > named.length / 2) continue;
    const marks: MarksLayout = {
      datesRun: 'down',
      edgeRow: grid.firstRow + first - 1,
      edgeColumn: grid.firstColumn + at,
    };
    if (bodyIsMarks(grid, marks)) return marks;
  }
  return null;
}

/** Whether at least two thirds of the filled cells between the edges are marks. */
function bodyIsMarks(grid: SheetGrid, marks: MarksLayout): boolean {
  let filled = 0;
  let read = 0;
  for (const { row, at } of crossings(grid, marks)) {
    const value = grid.values[row]?.[at] ?? '';
    if (isBlank(value)) continue;
    filled++;
    if ('value' in readMark(value, grid.formats[row]?.[at] ?? '')) read++;
  }
  return filled > 0 && read * 3 >= filled * 2;
}

/** Every cell where a named line crosses a dated line; positions count from 0 in `grid.values`. */
export function crossings(
  grid: SheetGrid,
  marks: MarksLayout,
): { row: number; at: number; day: Day; name: string; nameRow: number; nameAt: number }[] {
  const [edgeRow, edgeAt] = [marks.edgeRow - grid.firstRow, marks.edgeColumn - grid.firstColumn];
  const dates = edgeDates(grid, marks);
  const found = [];
  for (let row = edgeRow + 1; row < grid.values.length; row++) {
    for (let at = 0; at < (grid.values[row]?.length ?? 0); at++) {
      if (at === edgeAt) continue;
      const across = marks.datesRun === 'across';
      const day = (across ? dates[at] : dates[row]) ?? null;
      const [nameRow, nameAt] = across ? [row, edgeAt] : [edgeRow, at];
      const name = tidyText(grid.values[nameRow]?.[nameAt] ?? '');
      if (day !== null && isName(name) && !/^(?:sub|grand )?totals?\b/i.test(name)) {
        found.push({ row, at, day, name, nameRow, nameAt });
      }
    }
  }
  return found;
}
