import { cellsToGiveBack } from '../journal/former-values';
import { endOf, findEntry, isDone, type JournalEntry } from '../journal/journal';
import { cellsWithIds, journalCells, type JournalLineOf } from '../journal/journal-lines';
import { stateCells, undoCells } from '../journal/own-rows';
import { sheetsOfRun, takingBackOf } from '../journal/taking-back';
import type { WorkbookReading } from '../reading';
import { Refusal } from '../refusal';
import { findTable } from '../tables/own-table';
import { fenceOf, written, type Written } from './apply-plan';
import type { Surprise, WrittenOver } from './excel-step';
import { rollBack } from './rollback';
import { cellSteps } from './write-cells';

/** What became of a run that was not brought to an end. */
export type Settled = 'finished' | 'taken back';

export interface Settling {
  /** Reads the workbook as it is now. */
  read: () => Promise<WorkbookReading>;
  /** What is to be remembered when the run is gone but for these claims; null leaves the memory alone. */
  memoryWithout: (reading: WorkbookReading, run: string, left: ReadonlySet<string>) => string | null;
}

/** So often a run is looked for again where rows are moved each time that it is touched. */
const MAX_TRIES = 3;

/**
 * Brings a run to an end: one that is all there is declared done, any other is taken back. Throws Excel's own errors; the
 * run is then where it was, or further on, and can be settled again.
 */
export async function settleRun(
  context: Excel.RequestContext,
  reading: WorkbookReading,
  entry: JournalEntry,
  settling: Settling,
): Promise<Settled> {
  if (isDone(entry)) return 'finished';
  if (entry.state === 'written') {
    await finishRun(context, reading, entry, settling);
    return 'finished';
  }
  await rollBackRun(context, reading, entry, settling);
  return 'taken back';
}

/** Declares a run done; `found`: what was written over when that was tried before. */
export async function finishRun(
  context: Excel.RequestContext,
  reading: WorkbookReading,
  entry: JournalEntry,
  settling: Settling,
  found: readonly Surprise[] = [],
  tries = MAX_TRIES,
): Promise<void> {
  const activity = findTable(reading, 'Activity');
  if (!activity) return;
  const made = sheetsOfRun(reading, entry);
  const ids = entry.sheets.map(
    (_, index) => made.find(({ mark }) => mark === `${entry.mark} ${String(index)}`)?.id ?? null,
  );
  const back = cellsToGiveBack(reading, { changed: [] }, found.filter(isWrittenOver)).cells;
  const done = [
    ...stateCells(activity, entry.mark, endOf(entry)),
    ...undoCells(activity, entry.marks, cellsWithIds(journalCells(entry.lines), ids)),
  ];
  const outcome = await written(context, fenceOf(reading), cellSteps([...back, ...done]));
  if (outcome.kind === 'written') return;
  await again(entry, settling, outcome, tries, (now, left, surprises) =>
    finishRun(context, now, left, settling, surprises, tries - 1),
  );
}

/** Takes a run back, whatever moves meanwhile; `found`: what was written over, as only this window knows. */
export async function rollBackRun(
  context: Excel.RequestContext,
  reading: WorkbookReading,
  entry: JournalEntry,
  settling: Settling,
  found: readonly (Surprise | JournalLineOf<'leave'>)[] = [],
  tries = MAX_TRIES,
): Promise<void> {
  const lines = found.filter((each): each is WrittenOver | JournalLineOf<'leave'> => each.is !== 'moved');
  const taking = takingBackOf(reading, entry, lines);
  const memory = settling.memoryWithout(reading, entry.run, taking.accountsLeft);
  const outcome = await rollBack(context, reading, taking, memory);
  if (outcome.kind === 'written') return;
  await again(entry, settling, outcome, tries, (now, left, surprises) =>
    rollBackRun(context, now, left, settling, surprises, tries - 1),
  );
}

/** Reads the workbook again, finds the run in it, and goes on with it. */
async function again(
  entry: JournalEntry,
  { read }: Settling,
  { surprises }: Extract<Written, { kind: 'surprised' }>,
  tries: number,
  goOn: (now: WorkbookReading, left: JournalEntry, surprises: Surprise[]) => Promise<void>,
): Promise<void> {
  if (tries === 0) {
    throw new Refusal(
      'excel-failed',
      `"${entry.what}" of ${entry.when} was broken off, and somebody works in the same rows just now. Wait a moment and try again: Claimsheet puts it in order first.`,
    );
  }
  const now = await read();
  await goOn(now, findEntry(now, entry) ?? gone(entry), surprises);
}

/** A run that has no row of the Activity sheet any more: only what was written over is left to do. */
function gone(entry: JournalEntry): JournalEntry {
  return { ...entry, marks: [], sheets: [], changed: [], lines: [] };
}

function isWrittenOver(surprise: Surprise): surprise is WrittenOver {
  return surprise.is !== 'moved';
}
