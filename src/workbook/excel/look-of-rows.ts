import type { RowLooks } from '../sessions/grid';
import type { Step } from './payload';

/** Rows that are looked at one by one; of longer sheets some together, and what one of them has, all have. */
const MAX_LOOKS = 4_000;
/** Rows whose fill is looked at, the last ones: enough to see that colors mean something. */
const MAX_FILLS = 120;
/** Bytes of one look in a request and its answer, generously. */
const LOOK_BYTES = 600;

interface UsedRange {
  /** A table of Claimsheet's own stands there: nobody's colors. */
  isOwn: boolean;
  sheet: Excel.Worksheet;
  range: Excel.Range;
}

/** What the used range must have loaded, so that rows are only looked at where they do not all look alike. */
export const LOOKS_LOADED = 'rowHidden,format/font/strikethrough,format/fill/color';

interface Look {
  top: number;
  count: number;
  range: Excel.Range;
}

/** Looks at the rows of a sheet that may be struck out, hidden or filled; afterwards `looks` has what was seen. */
export function looksOfRows({ sheet, range, isOwn }: UsedRange): {
  steps: Step<Excel.RequestContext>[];
  looks: () => RowLooks;
} {
  const { rowCount } = range;
  const isStruck = (range.format.font.strikethrough as boolean | null) !== false;
  const isHidden = (range.rowHidden as boolean | null) !== false;
  // Null or empty where cells differ.
  const isFilled = !isOwn && !range.format.fill.color;
  const rows: Look[] = [];
  const fills: Look[] = [];
  const look = (
    into: Look[],
    top: number,
    count: number,
    properties: string[],
  ): Step<Excel.RequestContext> => ({
    bytes: LOOK_BYTES,
    run: () => {
      into.push({
        top,
        count,
        range: sheet
          .getRangeByIndexes(range.rowIndex + top, range.columnIndex, count, range.columnCount)
          .load(properties),
      });
    },
  });
  const wanted = [...(isStruck ? ['format/font/strikethrough'] : []), ...(isHidden ? ['rowHidden'] : [])];
  const size = Math.max(1, Math.ceil(rowCount / MAX_LOOKS));
  const steps =
    wanted.length === 0 ? [] : parts(0, rowCount, size).map(([top, count]) => look(rows, top, count, wanted));
  const filled = isFilled
    ? parts(Math.max(0, rowCount - MAX_FILLS), rowCount, 1).map(([top]) =>
        look(fills, top, 1, ['format/fill/color']),
      )
    : [];
  const numbers = (isSo: (part: Excel.Range) => boolean) =>
    new Set(
      rows
        .filter((each) => isSo(each.range))
        .flatMap(({ top, count }) => Array.from({ length: count }, (_, at) => range.rowIndex + top + at + 1)),
    );
  return {
    steps: [...steps, ...filled],
    looks: () => ({
      struck: isStruck
        ? numbers(({ format }) => (format.font.strikethrough as boolean | null) !== false)
        : NO_ROWS,
      hidden: isHidden ? numbers(({ rowHidden }) => (rowHidden as boolean | null) !== false) : NO_ROWS,
      fills: new Map(
        fills.flatMap(({ top, range: row }) => {
          const { color } = row.format.fill;
          return color && color.toUpperCase() !== NO_FILL ? [[range.rowIndex + top + 1, color]] : [];
        }),
      ),
    }),
  };
}

const NO_ROWS: ReadonlySet<number> = new Set();
/** What Excel answers for cells without a fill. */
const NO_FILL = '#FFFFFF';

function parts(from: number, to: number, size: number): [number, number][] {
  return Array.from({ length: Math.ceil((to - from) / size) }, (_, at): [number, number] => {
    const top = from + at * size;
    return [top, Math.min(size, to - top)];
  });
}
