import { deleteStrays } from '../../workbook/excel/delete-strays';
import { rollBackRun, type Settling } from '../../workbook/excel/settle-run';
import { findEntry, isDone, type JournalEntry } from '../../workbook/journal/journal';
import type { JournalLineOf } from '../../workbook/journal/journal-lines';
import type { WorkbookReading } from '../../workbook/reading';
import { isSameRevision } from '../../workbook/revision';
import { failed, changedOr, readNow, unknownOutcome } from './outcomes';

/**
 * Takes a run back but for what is to be left. Undo that was broken off is gone on with until nothing of the run is there:
 * sheets that are deleted cannot be made again. Throws a refusal that says what is true.
 */
export async function rollBackWhole(
  context: Excel.RequestContext,
  reading: WorkbookReading,
  entry: JournalEntry,
  leaving: readonly JournalLineOf<'leave'>[],
  settling: Settling,
): Promise<void> {
  try {
    await rollBackRun(context, reading, entry, settling, leaving);
  } catch (cause) {
    const what = `Undo of "${entry.what}"`;
    const now = await readNow(context, cause, what);
    const left = findEntry(now, entry);
    if (!left) await deleteStrays(context, now);
    if (!left || (leaving.length > 0 && left.state === 'partly undone')) return;
    if (isDone(left)) throw isSameRevision(now.revision, reading.revision) ? failed(cause) : changedOr(cause);
    try {
      await rollBackRun(context, now, left, settling);
    } catch (second) {
      throw unknownOutcome(cause, second, what);
    }
  }
}
