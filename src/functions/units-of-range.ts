import type { UnitRule } from '../billing/records/practice';
import { countUnits } from '../billing/units/billable-units';
import { unitsOfMinutes } from '../billing/units/unit-table';
import type { TimedItem } from '../billing/units/visit';
import { isBlank, read, readCodes, readMinutes, unreadable } from './arguments';
import type { CellArgument, RangeArgument, Read } from './arguments';

/** Units in the shape of the minutes; '' where a row is empty. */
export type UnitsInCells = (number | '')[][];

/**
 * The units of one visit whose minutes, and codes if there are any, stand in cells. With codes: each cell's share.
 * Without: one cell, the units of all minutes together.
 */
export function unitsOfRange(
  minutes: RangeArgument,
  codes: RangeArgument | null,
  rule: UnitRule,
): Read<UnitsInCells> {
  const single = cellCount(minutes) === 1;
  if (codes === null || (single && codes.flat().every(isBlank))) return unitsOfTotal(minutes);
  if (single && cellCount(codes) === 1) return unitsOfCell(minutes[0]?.[0], codes[0]?.[0], rule);
  return unitsOfRows(minutes, codes, rule);
}

function unitsOfTotal(minutes: RangeArgument): Read<UnitsInCells> {
  const filled = minutes.flat().filter((cell) => !isBlank(cell));
  if (filled.length === 0) return read([['']]);
  let total = 0;
  for (const cell of filled) {
    const spent = readMinutes(cell);
    if (!spent.ok) return spent;
    total += spent.value;
  }
  if (total > 1440) return unreadable(`Together that is ${total} minutes, more than a day has (1440).`);
  return read([[unitsOfMinutes(total)]]);
}

/** One row of a session sheet. Only here may a cell hold several codes: the minutes are those of all of them. */
function unitsOfCell(minutes: CellArgument, code: CellArgument, rule: UnitRule): Read<UnitsInCells> {
  const codes = readCodes(code);
  if (!codes.ok) return codes;
  const spent = readCellMinutes(minutes);
  if (!spent.ok) return spent;
  const [first, second] = codes.value;
  if (first === undefined) return unitsOfTotal([[minutes]]);
  if (second === undefined) return counted([{ code: first, minutes: spent.value }], rule, (units) => [units]);
  return unitsOfSharedMinutes(codes.value, spent.value, rule);
}

/**
 * How 60 minutes divide between two codes is not known. Under the CMS rule that does not matter for the visit
 * as a whole, as long as all of its codes are timed; otherwise it does.
 */
function unitsOfSharedMinutes(
  codes: readonly string[],
  minutes: number | null,
  rule: UnitRule,
): Read<UnitsInCells> {
  const [first, ...others] = codes.map((code) => ({ code, minutes: 0 }));
  if (!first) return read([['']]);
  const together = countUnits([{ ...first, minutes }, ...others], 'CMS');
  if (!together.ok) return unreadable(together.reason);
  if (rule === 'CMS' && together.visit.codes.every((code) => code.timed))
    return read([[together.visit.total]]);
  return unreadable(
    `The cell holds ${codes.length} codes (${codes.join(', ')}) and one time: give each code its own row and minutes.`,
  );
}

function unitsOfRows(minutes: RangeArgument, codes: RangeArgument, rule: UnitRule): Read<UnitsInCells> {
  const oneCode = cellCount(codes) === 1;
  if (!oneCode && !sameShape(minutes, codes)) {
    return unreadable(
      `The minutes are ${shape(minutes)} cells and the codes ${shape(codes)}: use ranges of one size.`,
    );
  }
  const items: TimedItem[] = [];
  const places: string[] = [];
  const filled: boolean[][] = [];
  for (const [row, cells] of minutes.entries()) {
    const filledRow: boolean[] = [];
    for (const [column, cell] of cells.entries()) {
      const code = oneCode ? codes[0]?.[0] : codes[row]?.[column];
      const empty = isBlank(cell) && (oneCode || isBlank(code));
      filledRow.push(!empty);
      if (empty) continue;
      const place = minutes.length > 1 ? `Row ${row + 1}` : `Column ${column + 1}`;
      const item = readItem(cell, code);
      if (!item.ok) return unreadable(`${place}: ${item.words}`);
      items.push(item.value);
      places.push(place);
    }
    filled.push(filledRow);
  }
  return counted(
    items,
    rule,
    (units) => {
      const next = units.values();
      return filled.map((row) => row.map((isFilled) => (isFilled ? (next.next().value ?? 0) : '')));
    },
    places,
  );
}

function readItem(minutes: CellArgument, code: CellArgument): Read<TimedItem> {
  if (isBlank(code)) return unreadable('there are minutes but no code.');
  const codes = readCodes(code);
  if (!codes.ok) return codes;
  const [only, second] = codes.value;
  if (only === undefined || second !== undefined) {
    return unreadable(
      `there is more than one code in the cell (${codes.value.join(', ')}): give each its own row.`,
    );
  }
  const spent = readCellMinutes(minutes);
  return spent.ok ? read({ code: only, minutes: spent.value }) : spent;
}

const readCellMinutes = (cell: CellArgument): Read<number | null> =>
  isBlank(cell) ? read(null) : readMinutes(cell);

function counted(
  items: readonly TimedItem[],
  rule: UnitRule,
  inCells: (units: number[]) => UnitsInCells,
  places: readonly string[] = [],
): Read<UnitsInCells> {
  const outcome = countUnits(items, rule);
  if (outcome.ok) return read(inCells(outcome.visit.units));
  const place = outcome.item === null ? undefined : places[outcome.item];
  return unreadable(place === undefined ? outcome.reason : `${place}: ${outcome.reason}`);
}

const cellCount = (range: RangeArgument): number => range.reduce((count, row) => count + row.length, 0);
const shape = (range: RangeArgument): string => `${range.length} x ${range[0]?.length ?? 0}`;
const sameShape = (one: RangeArgument, other: RangeArgument): boolean =>
  one.length === other.length && one.every((row, index) => row.length === other[index]?.length);
