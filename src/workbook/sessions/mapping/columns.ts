import type { Block } from '../blocks/block';
import { MAX_COLUMNS, type GridValue, type SheetGrid } from '../grid';
import { isBlank, tidyText } from '../cells/text';
import { profileOf } from './content';
import type { ColumnProfile } from './content';
import { headerWords } from './header-words';
import type { HeaderWords } from './header-words';
import type { Meaning } from './vocabulary';

/** One column of a sheet under its header row. */
export interface Column {
  /** Position in `grid.values`, counted from 0. */
  at: number;
  /** Excel's number. */
  index: number;
  /** The header as shown, "(1st)" and so on behind it where it is repeated. */
  label: string;
  /** Whether an earlier column has the same header. */
  repeats: boolean;
  words: HeaderWords;
  profile: ColumnProfile;
}

/** How many data rows are looked at to judge a column by its content. */
const SAMPLE_ROWS = 200;
const NTH = ['', '1st', '2nd', '3rd'];

export function headerText(value: GridValue | undefined): string {
  return value === undefined || isBlank(value) ? '' : tidyText(value);
}

/** The columns of a table on a sheet. */
export function columnsOf(grid: SheetGrid, block: Block): Column[] {
  const row = block.header;
  const headers = grid.values[row] ?? [];
  const groups = groupHeadings(grid, row);
  const table = grid.tables.find((one) => one.top === grid.firstRow + row);
  const columns: Column[] = [];
  const times = countOf(
    headers
      .map((header, at) => headerText(header) || headerText(groups?.[at]))
      .slice(block.left, block.right + 1),
  );
  const seen = new Map<string, number>();
  let section: Meaning[] = [];
  const last = Math.min(block.right, block.left + MAX_COLUMNS - 1);
  const isOfSessions = rowsOfSessions(grid, block);
  for (let at = block.left; at <= last; at++) {
    const index = grid.firstColumn + at;
    if (table !== undefined && (index < table.left || index >= table.left + table.columns)) continue;
    const header = headerText(headers[at]) || ownHeading(groups, at);
    const words = headerWords(header);
    const profile = profileOf(sample(grid, block, at, isOfSessions));
    if (words.meanings.length === 0 && profile.filled === SAMPLE_ROWS)
      Object.assign(profile, profileOf(distinct(grid, block, at, isOfSessions)));
    if (header === '' && profile.filled === 0) continue;
    const key = header.toLowerCase();
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    words.lent = lentBy(groups, at);
    const repeated = header !== '' && (times.get(key) ?? 0) > 1;
    columns.push({
      at,
      index,
      label: labelOf(header, index, repeated ? nth : 0),
      repeats: nth > 1,
      words,
      profile,
    });
    if (repeated && words.lent.length === 0) words.lent = section;
    section = sectionOpenedBy(words) ?? section;
  }
  return columns;
}

function countOf(headers: string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const header of headers) times.set(header.toLowerCase(), (times.get(header.toLowerCase()) ?? 0) + 1);
  return times;
}

function labelOf(header: string, index: number, nth: number): string {
  if (header === '') return `column ${columnLetters(index)}`;
  return nth === 0 ? header : `${header} (${NTH[nth] ?? `${String(nth)}th`})`;
}

/** Excel's letters of a column number: 1 is A, 27 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor((index - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((index - 1) % 26));
}

/** Whether a row can hold a session: labels of clients and headers that stand again say nothing of a column. */
function rowsOfSessions(grid: SheetGrid, { header, left, right }: Block): (row: number) => boolean {
  const known = new Map<number, boolean>();
  const headers = grid.values[header] ?? [];
  const isSession = (row: number): boolean => {
    let [filled, repeated] = [0, 0];
    for (let at = left; at <= right && filled - repeated < 2; at++) {
      const value = grid.values[row]?.[at];
      if (value === undefined || isBlank(value)) continue;
      filled++;
      if (value === headers[at]) repeated++;
    }
    return filled - repeated > Math.min(1, right - left);
  };
  return (row) => {
    const before = known.get(row) ?? isSession(row);
    known.set(row, before);
    return before;
  };
}

function sample(
  grid: SheetGrid,
  { header, last }: Block,
  at: number,
  isOfSessions: (row: number) => boolean,
): { value: GridValue; format: string }[] {
  const cells = [];
  for (let r = header + 1; r <= last && cells.length < SAMPLE_ROWS; r++) {
    const value = grid.values[r]?.[at];
    if (value !== undefined && !isBlank(value) && isOfSessions(r))
      cells.push({ value, format: grid.formats[r]?.[at] ?? '' });
  }
  return cells;
}

/** Words that say how a visit went are few: a column of more different texts than these is something else. */
const MAX_DISTINCT = 500;

/** Each text of a column once, wherever it first stands: one "no show" far down must not be overlooked. */
function distinct(
  grid: SheetGrid,
  { header, last }: Block,
  at: number,
  isOfSessions: (row: number) => boolean,
): { value: GridValue; format: string }[] {
  const seen = new Map<GridValue, { value: GridValue; format: string }>();
  for (let r = header + 1; r <= last && seen.size < MAX_DISTINCT; r++) {
    const value = grid.values[r]?.[at];
    if (value === undefined || seen.has(value) || isBlank(value) || !isOfSessions(r)) continue;
    seen.set(value, { value, format: grid.formats[r]?.[at] ?? '' });
  }
  return [...seen.values()];
}

/**
 * The row of group headings above a two-row header ("Client" over three columns, "Insurance" over two), or null:
 * at least two texts, fewer than the header has, one of which we know a word of.
 */
function groupHeadings(grid: SheetGrid, row: number): GridValue[] | null {
  const above = grid.values[row - 1] ?? [];
  const filled = above.filter((value) => !isBlank(value));
  const below = (grid.values[row] ?? []).filter((value) => !isBlank(value));
  if (filled.length < 2 || filled.length >= below.length + 2) return null;
  if (filled.some((value) => typeof value !== 'string' || value.trim().endsWith(':') || value.length > 40))
    return null;
  const known = filled.filter((value) => headerWords(tidyText(value)).meanings.length > 0);
  return known.length * 2 > filled.length ? above : null;
}

function ownHeading(groups: GridValue[] | null, at: number): string {
  return groups === null ? '' : headerText(groups[at]);
}

function lentBy(groups: GridValue[] | null, at: number): Meaning[] {
  for (let left = at; groups !== null && left >= 0; left--) {
    const heading = headerText(groups[left]);
    if (heading !== '') return headerWords(heading).meanings;
  }
  return [];
}

/** In "Client Payment Status, Charge, Paid, Insurance Payment Status, Charge, Paid" the status columns open sections. */
function sectionOpenedBy({ meanings }: HeaderWords): Meaning[] | null {
  const side = meanings.filter((meaning) => ['person', 'insurance', 'payer'].includes(meaning));
  const opens = meanings.some((meaning) => meaning === 'paid' || meaning === 'status');
  return side.length > 0 && opens ? side : null;
}
