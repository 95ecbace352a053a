import type { GridValue } from '../sessions/grid';
import type { CellSpot } from '../plan/cell-changes';
import { columnFormat, isTextColumn } from '../tables/row-values';
import { cellInput, type CellInput } from './cell-input';
import type { Step } from './payload';

/** A cell of a table and what it is to say; '' empties it. */
export interface CellWrite {
  spot: CellSpot;
  value: GridValue;
}

const ACTION_BYTES = 700;
/** Cells in between that are sent as "leave it": a range of its own costs as many bytes as this many. */
const LARGEST_GAP = 100;
const LONGEST_RANGE = 1000;

/** Writes cells here and there in tables: one range for those of a column that stand together. */
export function cellSteps(writes: readonly CellWrite[]): Step<Excel.RequestContext>[] {
  return [...byColumn(writes).values()].flatMap((column) => rangesOf(column).map(rangeStep));
}

function byColumn(writes: readonly CellWrite[]): Map<string, CellWrite[]> {
  const columns = new Map<string, CellWrite[]>();
  for (const write of writes) {
    const { table, offset } = write.spot;
    const key = `${table.schema.name} ${String(offset)}`;
    const column = columns.get(key);
    if (column) column.push(write);
    else columns.set(key, [write]);
  }
  return columns;
}

function rangesOf(column: CellWrite[]): CellWrite[][] {
  const ranges: CellWrite[][] = [];
  let first = 0;
  let last = 0;
  for (const write of [...column].sort((one, two) => one.spot.position - two.spot.position)) {
    const { position } = write.spot;
    const range = ranges[ranges.length - 1];
    if (range && position - last <= LARGEST_GAP && position - first < LONGEST_RANGE) range.push(write);
    else {
      ranges.push([write]);
      first = position;
    }
    last = position;
  }
  return ranges;
}

function rangeStep(range: CellWrite[]): Step<Excel.RequestContext> {
  const positions = range.map(({ spot }) => spot.position);
  const first = Math.min(...positions);
  const height = Math.max(...positions) - first + 1;
  const values = new Array<CellInput>(height).fill(null);
  const formats = new Array<string | null>(height).fill(null);
  for (const { spot, value } of range) {
    values[spot.position - first] = cellInput(value, columnFormat(spot.column));
    formats[spot.position - first] = formatFor(spot, value);
  }
  return {
    bytes: JSON.stringify(values).length * 1.1 + JSON.stringify(formats).length + 2 * ACTION_BYTES,
    run: (context) => {
      const spot = range[0]?.spot;
      if (!spot) return;
      const { table, offset } = spot;
      const sheet = context.workbook.worksheets.getItem(table.sheet.name);
      const cells = sheet.getRangeByIndexes(table.top - 1 + first, table.left - 1 + offset, height, 1);
      // Null leaves a cell as it is (Office documentation, "Set and get range values"); the types do not know it.
      if (formats.some((format) => format !== null))
        cells.numberFormat = formats.map((format) => [format]) as string[][];
      cells.values = values.map((value) => [value]);
    },
  };
}

/**
 * In a column of text, the format decides what arrives: as text also what looks like a number or a formula, and as
 * a number what the user had typed as one. Elsewhere the user's own format stays.
 */
function formatFor({ column }: CellSpot, value: GridValue): string | null {
  if (!isTextColumn(column) || value === '') return null;
  return typeof value === 'string' ? '@' : 'General';
}
