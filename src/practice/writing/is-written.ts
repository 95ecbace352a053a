import { findEntry, isDone } from '../../workbook/journal/journal';
import { isJournaled } from '../finish-plan';
import type { Prepared } from '../prepare';
import { readSettled } from './settle-unfinished';

/** Whether a plan whose writing nobody heard of is in the workbook, as a whole. */
export async function isWritten(
  context: Excel.RequestContext,
  { plan }: Prepared<unknown>,
  now: Date,
): Promise<boolean> {
  if (!plan || !isJournaled(plan)) return false;
  const { reading } = await readSettled(context, now);
  const entry = findEntry(reading, plan.run);
  return entry !== null && isDone(entry);
}
