import type { WorkbookReading } from '../reading';
import { fenceOf, written } from './apply-plan';
import { markInName } from './add-sheet';
import { ACTION_BYTES, type ExcelStep } from './excel-step';

/**
 * Deletes blank sheets at which Excel stopped before they had their name: nothing else knows of them. Answers whether
 * there were any. They are left alone where the workbook does not let sheets be deleted.
 */
export async function deleteStrays(
  context: Excel.RequestContext,
  reading: WorkbookReading,
): Promise<boolean> {
  const strays = reading.sheets.filter(
    ({ name, values }) => markInName(name) !== null && values.length === 0,
  );
  if (strays.length === 0 || reading.structureProtected) return false;
  const steps = strays.map(({ id }): ExcelStep => ({
    bytes: ACTION_BYTES,
    run: ({ workbook }) => {
      workbook.worksheets.getItem(id).delete();
    },
  }));
  await written(context, fenceOf(reading), steps);
  return true;
}
