import type { UnitRule } from '../billing/records/practice';
import type { SessionProcedure } from '../billing/records/session';
import { shareOneTime } from '../billing/units/alone';
import { countUnits } from '../billing/units/count-units';
import { unitsOfMinutes } from '../billing/units/unit-table';
import type { TimedItem } from '../billing/units/visit';
import { isBlank, isNothing, read, readMinutes, readProcedures, unreadable } from './arguments';
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
  if (codes === null || (single && codes.flat().every(isNothing))) return unitsOfTotal(minutes);
  if (single && cellCount(codes) === 1) return unitsOfCell(minutes[0]?.[0], codes[0]?.[0], rule);
  return unitsOfRows(minutes, codes, rule);
}

function unitsOfTotal(minutes: RangeArgument): Read<UnitsInCells> {
  let total: number | null = null;
  for (const cell of minutes.flat()) {
    const spent = readMinutes(cell);
    if (!spent.ok) return spent;
    if (spent.value !== null) total = (total ?? 0) + spent.value;
  }
  if (total === null) return read([['']]);
  if (total > 1440) return unreadable(`Together that is ${total} minutes, more than a day has (1440).`);
  return read([[unitsOfMinutes(total)]]);
}

/** One row of a session sheet. Only here may a cell hold several codes: their units are added up. */
function unitsOfCell(minutes: CellArgument, code: CellArgument, rule: UnitRule): Read<UnitsInCells> {
  const procedures = readProcedures(code);
  if (!procedures.ok) return procedures;
  const spent = readMinutes(minutes);
  if (!spent.ok) return spent;
  const [only, second] = procedures.value;
  if (!only) return unitsOfTotal([[minutes]]);
  if (!second) {
    const item = itemOf(only, spent.value);
    return item.ok ? counted([item.value], rule, (units) => [units]) : item;
  }
  const named = procedures.value.reduce((sum, procedure) => sum + (procedure.minutes ?? 0), 0);
  const allNamed = procedures.value.every((procedure) => procedure.minutes !== null);
  if (!allNamed) return unitsOfSharedMinutes(procedures.value, spent.value, rule);
  if (spent.value !== null && spent.value !== named) return disagree(named, spent.value);
  return counted(procedures.value, rule, (units) => [[units.reduce((sum, each) => sum + each, 0)]]);
}

/**
 * How 60 minutes divide between two codes is not known. Under the CMS rule that does not matter for the visit
 * as a whole, as long as all of its codes are timed; for a first code with its add-on it never does.
 */
function unitsOfSharedMinutes(
  procedures: readonly SessionProcedure[],
  minutes: number | null,
  rule: UnitRule,
): Read<UnitsInCells> {
  const codes = procedures.map(({ code }) => code);
  const together = countUnits(
    codes.map((code, index) => ({ code, minutes: index === 0 ? minutes : 0 })),
    'CMS',
  );
  if (!together.ok) return unreadable(together.reason);
  if (shareOneTime(codes) || (rule === 'CMS' && together.visit.codes.every((code) => code.timed)))
    return read([[together.visit.total]]);
  return unreadable(
    `The cell holds ${codes.length} codes (${codes.join(', ')}) and one time: give each code its own row and minutes.`,
  );
}

/** The minutes of the row, or those written behind the code ("97140 30min"). */
function itemOf({ code, minutes }: SessionProcedure, ofRow: number | null): Read<TimedItem> {
  if (minutes !== null && ofRow !== null && minutes !== ofRow) return disagree(minutes, ofRow);
  return read({ code, minutes: ofRow ?? minutes });
}

const disagree = (inCode: number, inMinutes: number): { ok: false; words: string } =>
  unreadable(`The code says ${inCode} minutes and the minutes say ${inMinutes}: make them agree.`);

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
      const empty = oneCode ? isBlank(cell) : isNothing(cell) && isNothing(code);
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
  const procedures = readProcedures(code);
  if (!procedures.ok) return procedures;
  const [only, second] = procedures.value;
  if (!only) return unreadable('there are minutes but no code.');
  if (second) {
    const codes = procedures.value.map((procedure) => procedure.code).join(', ');
    return unreadable(`there is more than one code in the cell (${codes}): give each its own row.`);
  }
  const spent = readMinutes(minutes);
  return spent.ok ? itemOf(only, spent.value) : spent;
}

function counted(
  items: readonly TimedItem[],
  rule: UnitRule,
  inCells: (units: number[]) => UnitsInCells,
  places: readonly string[] = [],
): Read<UnitsInCells> {
  const outcome = countUnits(items, rule);
  const at = (item: number | null | undefined, words: string) => {
    const place = item === null || item === undefined ? undefined : places[item];
    return unreadable(place === undefined ? words : `${place}: ${words}`);
  };
  if (!outcome.ok) return at(outcome.item, outcome.reason);
  const [elsewhere] = outcome.visit.misplaced;
  if (!elsewhere) return read(inCells(outcome.visit.units));
  return at(outcome.visit.codes.find(({ code }) => code === elsewhere.code)?.items[0], elsewhere.words);
}

const cellCount = (range: RangeArgument): number => range.reduce((count, row) => count + row.length, 0);
const shape = (range: RangeArgument): string => `${range.length} x ${range[0]?.length ?? 0}`;
const sameShape = (one: RangeArgument, other: RangeArgument): boolean =>
  one.length === other.length && one.every((row, index) => row.length === other[index]?.length);
