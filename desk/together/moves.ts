import { LIMITS, type Area, type Shift } from '../book/book';
import { movedArea } from '../book/structure';

/** Cells that an author moved, on a sheet by its id. */
export interface Move {
  sheet: string;
  area: Area;
  shift: Shift;
}

/** An area after all these moves; null when its cells were deleted. */
export function afterMoves(sheet: string, area: Area, moves: readonly Move[]): Area | null {
  let now: Area | null = area;
  for (const move of moves) if (now && move.sheet === sheet) now = movedArea(now, move.area, move.shift);
  return now;
}

/**
 * Two lists of moves that were made without knowing each other: `later` as it must be made after `earlier`, and
 * `earlier` as it must be made after `later`. Where both insert at one place, the later one's cells come after.
 */
export function cross(later: readonly Move[], earlier: readonly Move[]): [later: Move[], earlier: Move[]] {
  const [x, ...moreLater] = later;
  const [y, ...moreEarlier] = earlier;
  if (!x || !y) return [[...later], [...earlier]];
  if (moreLater.length > 0) {
    const [first, between] = cross([x], earlier);
    const [rest, last] = cross(moreLater, between);
    return [[...first, ...rest], last];
  }
  if (moreEarlier.length > 0) {
    const [between, first] = cross([x], [y]);
    const [last, rest] = cross(between, moreEarlier);
    return [last, [...first, ...rest]];
  }
  return [after(x, y, true), after(y, x, false)];
}

/** A move as it must be made once another has been made. Deleted cells between which others were inserted are two. */
function after(move: Move, other: Move, isLater: boolean): Move[] {
  if (move.sheet !== other.sheet) return [move];
  const isVertical = vertical(move);
  if (isVertical !== vertical(other)) {
    const area = movedArea(move.area, other.area, other.shift);
    return area ? [{ ...move, area }] : [];
  }
  if (!isAcross(move.area, other.area, isVertical)) return [move];
  return lineAfter(
    lineOf(move, isVertical),
    lineOf(other, isVertical),
    isInsertion(move),
    isInsertion(other),
    isLater,
  ).map((line) => ({ ...move, area: withLine(move.area, line, isVertical) }));
}

interface Line {
  at: number;
  count: number;
}

function lineAfter(
  { at, count }: Line,
  other: Line,
  inserts: boolean,
  otherInserts: boolean,
  isLater: boolean,
): Line[] {
  const end = at + count;
  if (otherInserts) {
    const isBefore = other.at < at || (other.at === at && (isLater || !inserts));
    if (isBefore) return [{ at: at + other.count, count }];
    if (inserts || other.at >= end) return [{ at, count }];
    return [
      { at: other.at + other.count, count: end - other.at },
      { at, count: other.at - at },
    ];
  }
  const before = Math.max(0, Math.min(at, other.at + other.count) - other.at);
  if (inserts) return [{ at: at - before, count }];
  const lost = Math.max(0, Math.min(end, other.at + other.count) - Math.max(at, other.at));
  return lost === count ? [] : [{ at: at - before, count: count - lost }];
}

function vertical({ shift }: Move): boolean {
  return shift === 'Down' || shift === 'Up';
}

function isInsertion({ shift }: Move): boolean {
  return shift === 'Down' || shift === 'Right';
}

/** Whether a strip of cells lies within another, so that it goes along. */
function isAcross(area: Area, other: Area, isVertical: boolean): boolean {
  return isVertical
    ? area.column >= other.column && area.column + area.columns <= other.column + other.columns
    : area.row >= other.row && area.row + area.rows <= other.row + other.rows;
}

function lineOf({ area }: Move, isVertical: boolean): Line {
  return isVertical ? { at: area.row, count: area.rows } : { at: area.column, count: area.columns };
}

function withLine(area: Area, { at, count }: Line, isVertical: boolean): Area {
  return isVertical ? { ...area, row: at, rows: count } : { ...area, column: at, columns: count };
}

/** Whole rows as an area, for what is kept by row. */
export function rowArea(row: number): Area {
  return { row, column: 0, rows: 1, columns: LIMITS.columns };
}

export function columnArea(column: number): Area {
  return { row: 0, column, rows: LIMITS.rows, columns: 1 };
}
