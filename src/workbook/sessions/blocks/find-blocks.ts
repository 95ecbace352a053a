import type { SessionField } from '../../../billing/records/session';
import type { GridTable, GridValue, SheetGrid } from '../grid';
import { isBlank } from '../cells/text';
import { headerText } from '../mapping/columns';
import { A_HEADER, headerFields, headerScore } from '../mapping/header-row';
import type { Block } from './block';
import { cellsWithin, wholeBlock } from './block';

export interface FoundBlocks {
  /** In reading order. */
  blocks: [Block, ...Block[]];
  /** Tables with a date that list something else than the sessions do. */
  others: Block[];
}

/** Fields that only a list of sessions has. */
const ABOUT_A_VISIT: readonly SessionField[] = ['cpt', 'service', 'minutes', 'start', 'end', 'units', 'dx'];
const FEWEST_FIELDS = 3;
const ALIKE = 0.6;

/**
 * The tables on a sheet of sessions: a header lower down with other columns begins another one, and so does a header
 * beside. `header` is the likeliest one; one like it above goes before.
 */
export function findBlocks(grid: SheetGrid, header: number): FoundBlocks {
  const found: Block[] = [];
  const whole = wholeBlock(grid, header);
  const first = headerAbove(grid, whole);
  collect(grid, { ...whole, header: first }, found);
  const [main, ...more] = found;
  if (main === undefined) return { blocks: [whole], others: [] };
  const fields = headerFields(cellsWithin(grid, main.header, main));
  const isSessions = (block: Block) => isAlike(fields, headerFields(cellsWithin(grid, block.header, block)));
  return {
    blocks: [main, ...more.filter(isSessions)],
    others: more.filter((block) => !isSessions(block)),
  };
}

function headerAbove(grid: SheetGrid, whole: Block): number {
  const fields = headerFields(cellsWithin(grid, whole.header, whole));
  for (let row = 0; row < whole.header; row++) {
    const cells = cellsWithin(grid, row, whole);
    if (isHeader(cells) && isAlike(fields, headerFields(cells))) return row;
  }
  return whole.header;
}

/** Whether a table with these fields lists what the other one lists. */
function isAlike(one: ReadonlyMap<SessionField, number>, other: ReadonlyMap<SessionField, number>): boolean {
  const shared = [...one.keys()].filter((field) => other.has(field));
  if (!shared.includes('date')) return false;
  return (
    shared.length >= ALIKE * one.size ||
    (shared.length >= FEWEST_FIELDS && shared.some((field) => ABOUT_A_VISIT.includes(field)))
  );
}

/** Every table of a region, from its header down. */
function collect(grid: SheetGrid, region: Block, found: Block[]): void {
  let header: number | null = region.header;
  while (header !== null) {
    const below: Block = { ...region, header };
    const sides = sideBySide(grid, below);
    if (sides.length > 1) {
      for (const side of sides) collect(grid, { ...below, ...side }, found);
      return;
    }
    const next = nextHeader(grid, below);
    const table = found.length === 0 ? undefined : tableAt(grid, header, region);
    const last = next === null ? region.last : next - 1;
    found.push({ ...below, last: table === undefined ? last : Math.min(last, bottomOf(table, grid)) });
    header = next;
  }
}

/** The next row that is a header and not this one again. */
function nextHeader(grid: SheetGrid, region: Block): number | null {
  const own = cellsWithin(grid, region.header, region).map((cell) => headerText(cell).toLowerCase());
  for (let row = region.header + 1; row <= region.last; row++) {
    const cells = cellsWithin(grid, row, region);
    if (isHeader(cells) && !isSame(own, cells)) return row;
  }
  return null;
}

function isSame(header: readonly string[], cells: readonly GridValue[]): boolean {
  return (
    cells.every((cell, at) => isBlank(cell) || headerText(cell).toLowerCase() === header[at]) &&
    header.every((text, at) => text === '' || !isBlank(cells[at]))
  );
}

/** Whether a row says which columns stand below it, a date among them. Most rows have a number and are told at once. */
function isHeader(cells: readonly GridValue[]): boolean {
  let texts = 0;
  for (const cell of cells) {
    if (cell === '') continue;
    if (typeof cell !== 'string' || /\d{3}/.test(cell)) return false;
    if (!isBlank(cell)) texts++;
  }
  return texts >= FEWEST_FIELDS && headerFields(cells).has('date') && headerScore(cells) >= A_HEADER;
}

type Side = Pick<Block, 'left' | 'right'>;

/** The tables that stand beside each other under one header row: parted by a column without header, or by repetition. */
function sideBySide(grid: SheetGrid, region: Block): Side[] {
  const tables = grid.tables.filter((table) => table.top === grid.firstRow + region.header);
  const runs = runsOf(grid, region, tables).flatMap((run) => repeatedRuns(grid, region.header, run));
  const sides: Side[] = [];
  for (const run of runs) {
    const last = sides.at(-1);
    const whole = { ...region, ...run };
    const isOwn = isHeader(cellsWithin(grid, region.header, whole));
    if (last === undefined || (isOwn && isHeader(cellsWithin(grid, region.header, { ...region, ...last }))))
      sides.push({ ...run });
    else last.right = run.right;
  }
  return sides.map((side, at) => ({
    left: at === 0 ? region.left : side.left,
    right: (sides[at + 1]?.left ?? region.right + 1) - 1,
  }));
}

/** Columns with headers, without a gap between them; the edges of Excel tables part them as well. */
function runsOf(grid: SheetGrid, region: Block, tables: readonly GridTable[]): Side[] {
  const edges = new Set(tables.flatMap(({ left, columns }) => [left, left + columns]));
  const cells = grid.values[region.header] ?? [];
  const runs: Side[] = [];
  let isOpen = false;
  for (let at = region.left; at <= region.right; at++) {
    const isFilled = !isBlank(cells[at]);
    if (edges.has(grid.firstColumn + at)) isOpen = false;
    const last = runs.at(-1);
    if (isFilled && isOpen && last !== undefined) last.right = at;
    else if (isFilled) runs.push({ left: at, right: at });
    isOpen = isFilled;
  }
  return runs;
}

/** "Date, Client, Min, Date, Client, Min" are two tables. */
function repeatedRuns(grid: SheetGrid, header: number, run: Side): Side[] {
  const texts = (grid.values[header] ?? [])
    .slice(run.left, run.right + 1)
    .map((cell) => headerText(cell).toLowerCase());
  const again = texts.findIndex(
    (text, at) =>
      at >= FEWEST_FIELDS &&
      text === texts[0] &&
      texts.slice(at).every((each, index) => each === texts[index]),
  );
  if (again < 0 || texts.length - again < FEWEST_FIELDS) return [run];
  const middle = run.left + again;
  return [
    { left: run.left, right: middle - 1 },
    ...repeatedRuns(grid, header, { left: middle, right: run.right }),
  ];
}

function tableAt(grid: SheetGrid, header: number, { left }: Side): GridTable | undefined {
  return grid.tables.find(
    (table) => table.top === grid.firstRow + header && table.left + table.columns > grid.firstColumn + left,
  );
}

function bottomOf({ top, rows }: GridTable, grid: SheetGrid): number {
  return top + rows - 1 - grid.firstRow;
}
