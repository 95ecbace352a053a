import { cellsToGiveBack } from '../journal/former-values';
import { mergedCopies } from '../journal/merged-copies';
import { numberCells } from '../journal/own-rows';
import type { WorkbookReading } from '../reading';
import { findTable } from '../tables/own-table';
import { fenceOf, written } from './apply-plan';
import type { WrittenOver } from './excel-step';
import { cellSteps } from './write-cells';

/**
 * Gives runs of one number numbers of their own, and answers with the workbook afterwards. It is left as it is where the
 * Activity sheet cannot be written, or is sorted again and again at this moment; then the next action does it.
 */
export async function renumberRuns(
  context: Excel.RequestContext,
  reading: WorkbookReading,
  read: () => Promise<WorkbookReading>,
  writtenOver: readonly WrittenOver[] = [],
  tries = 3,
): Promise<WorkbookReading> {
  const activity = findTable(reading, 'Activity');
  if (!activity || activity.sheet.isProtected || activity.isFiltered || tries === 0) return reading;
  const { renumbered } = mergedCopies(reading);
  const numbers = new Map(renumbered.map(({ mark, number }) => [mark, number]));
  const cells =
    writtenOver.length > 0
      ? cellsToGiveBack(reading, { changed: [] }, writtenOver).cells
      : numberCells(activity, numbers);
  if (cells.length === 0 && writtenOver.length === 0) return reading;
  const outcome = await written(context, fenceOf(reading), cellSteps(cells));
  const over =
    outcome.kind === 'written' ? [] : outcome.surprises.flatMap((each) => (each.is === 'moved' ? [] : each));
  return renumberRuns(context, await read(), read, over, tries - 1);
}
