import { straysOf } from '../journal/strays';
import type { WorkbookReading } from '../reading';
import { written } from './apply-plan';
import { cellsOf } from './cells-of-table';
import { ACTION_BYTES, type ExcelStep } from './excel-step';
import { noteTotal } from './swap-revision';

/**
 * Removes what Excel left behind where it stopped before the run was known, and puts a total row back. Answers whether there was anything. Sheets are
 * left alone where the workbook does not let them be deleted.
 */
export async function deleteStrays(
  context: Excel.RequestContext,
  reading: WorkbookReading,
): Promise<boolean> {
  const { sheets = [], grown = null, totalOff = null } = straysOf(reading) ?? {};
  const steps = (reading.structureProtected ? [] : sheets).map(({ id }): ExcelStep => ({
    bytes: ACTION_BYTES,
    run: ({ workbook }) => {
      workbook.worksheets.getItem(id).delete();
    },
  }));
  if (grown) {
    const { tableName, cells } = grown.table;
    const columns = cells[0]?.length ?? 1;
    steps.push({
      bytes: 2 * ACTION_BYTES,
      run: (request) => {
        const kept = cellsOf(request, tableName, 0, 0, grown.rows, columns);
        request.workbook.tables.getItem(tableName).resize(kept);
      },
    });
  }
  if (totalOff) {
    steps.push({
      bytes: 3 * ACTION_BYTES,
      run: ({ workbook }) => {
        workbook.tables.getItem(totalOff.tableName).showTotals = true;
        noteTotal(workbook, true);
      },
    });
  }
  if (steps.length === 0) return false;
  // The Activity sheet, which counts the runs, may be one of them.
  await written(context, { revision: reading.revision, runs: 0 }, steps);
  return true;
}
