import { SheetPrint } from '../journal/prints';
import type { SheetReading } from '../reading';
import type { GridValue } from '../sessions/grid';
import { runSteps, type Step } from './payload';

/** Bytes of one cell in an answer, generously. */
const CELL_BYTES = 24;
const ROWS_PER_BLOCK = 2_000;

/** Prints of what sheets say now, by their ids, in two round trips and one more for each 4 MB. */
export async function readPrints(
  context: Excel.RequestContext,
  sheets: readonly SheetReading[],
): Promise<Map<string, string>> {
  const prints = new Map<string, string>();
  if (sheets.length === 0) return prints;
  const used = sheets.map(({ id }) => {
    const sheet = context.workbook.worksheets.getItem(id);
    const range = sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount');
    return { id, sheet, range };
  });
  await context.sync();
  const blocks: { id: string; top: number; left: number; cells: Excel.Range }[] = [];
  const steps = used.flatMap(({ id, sheet, range }): Step<Excel.RequestContext>[] => {
    if (range.isNullObject) return [];
    const { rowIndex, columnIndex, rowCount, columnCount } = range;
    return Array.from({ length: Math.ceil(rowCount / ROWS_PER_BLOCK) }, (_, index) => {
      const top = rowIndex + index * ROWS_PER_BLOCK;
      const rows = Math.min(ROWS_PER_BLOCK, rowIndex + rowCount - top);
      return {
        bytes: rows * columnCount * CELL_BYTES,
        run: () => {
          const cells = sheet.getRangeByIndexes(top, columnIndex, rows, columnCount).load('formulas');
          blocks.push({ id, top, left: columnIndex, cells });
        },
      };
    });
  });
  await runSteps(context, steps);
  for (const { id } of sheets) {
    const print = new SheetPrint();
    for (const { top, left, cells } of blocks.filter((block) => block.id === id)) {
      (cells.formulas as GridValue[][]).forEach((line, row) =>
        line.forEach((value, column) => print.add(top + row, left + column, value)),
      );
    }
    prints.set(id, print.text);
  }
  return prints;
}
