import type { Step } from './payload';

/** Rows that are looked at one by one; of longer sheets some together, and all of them are asked about. */
const MOST_LOOKS = 4_000;
/** Bytes of one look in a request and its answer, generously. */
const LOOK_BYTES = 600;

interface UsedRange {
  sheet: Excel.Worksheet;
  range: Excel.Range;
}

/** What the used range must have loaded, so that rows are only looked at where a cell of the sheet is struck out. */
export const STRUCK_LOADED = 'format/font/strikethrough';

/** Looks at the rows of a sheet on which something is struck out; afterwards `rows` has Excel's numbers of those. */
export function strikesOf({ sheet, range }: UsedRange): {
  steps: Step<Excel.RequestContext>[];
  rows: () => Set<number>;
} {
  // Null where cells differ.
  if ((range.format.font.strikethrough as boolean | null) === false)
    return { steps: [], rows: () => new Set() };
  const size = Math.max(1, Math.ceil(range.rowCount / MOST_LOOKS));
  const looks: { top: number; count: number; font: Excel.RangeFont }[] = [];
  const steps = Array.from(
    { length: Math.ceil(range.rowCount / size) },
    (_, at): Step<Excel.RequestContext> => ({
      bytes: LOOK_BYTES,
      run: () => {
        const [top, count] = [at * size, Math.min(size, range.rowCount - at * size)];
        const rows = sheet.getRangeByIndexes(
          range.rowIndex + top,
          range.columnIndex,
          count,
          range.columnCount,
        );
        looks.push({ top, count, font: rows.format.font.load('strikethrough') });
      },
    }),
  );
  return {
    steps,
    rows: () =>
      new Set(
        looks
          .filter(({ font }) => (font.strikethrough as boolean | null) !== false)
          .flatMap(({ top, count }) =>
            Array.from({ length: count }, (_, at) => range.rowIndex + top + at + 1),
          ),
      ),
  };
}
