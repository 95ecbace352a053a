import type { Finding } from '../../billing/findings';
import { readWorkbook } from '../../workbook/excel/read-workbook';
import type { Settled } from '../../workbook/excel/settle-run';
import { unfinishedEntries, type JournalEntry } from '../../workbook/journal/journal';
import { isOwnDocument } from '../../workbook/plan/own-sheets';
import type { WorkbookReading } from '../../workbook/reading';
import { Refusal } from '../../workbook/refusal';
import { plainWords } from '../../workbook/excel/plain-words';
import { mergedCopies } from '../../workbook/journal/merged-copies';
import { straysOf } from '../../workbook/journal/strays';
import { thisWindow } from '../this-window';
import { mergedNotes, refuseDoubledTables } from './merged-copies';

/** A workbook in which no run is half written. */
export interface SettledReading {
  reading: WorkbookReading;
  /** What was put in order first. */
  notes: Finding[];
}

/** Another window's run counts as broken off after so many minutes. */
const PATIENCE = 10;

/**
 * Reads the workbook; runs that were broken off are first finished or taken back: those of this Excel at once, others
 * when they have been standing there for ten minutes. Throws a refusal while another window may still be writing.
 */
export async function readSettled(context: Excel.RequestContext, now: Date): Promise<SettledReading> {
  return settled(context, await readWorkbook(context, isOwnDocument), now, []);
}

/**
 * The same for who only wants to look: where a run cannot be put in order yet, the workbook is read as it is, and a note
 * says so.
 */
export async function readSettledIfPossible(
  context: Excel.RequestContext,
  now: Date,
): Promise<SettledReading> {
  try {
    return await readSettled(context, now);
  } catch (error) {
    const reading = await readWorkbook(context, isOwnDocument);
    const words = error instanceof Refusal ? error.message : plainWords(error);
    if (words === null) throw error;
    return { reading, notes: [noteWith(words)] };
  }
}

async function settled(
  context: Excel.RequestContext,
  reading: WorkbookReading,
  now: Date,
  notes: Finding[],
): Promise<SettledReading> {
  const strays = straysOf(reading);
  const [entry] = strays ? [] : unfinishedEntries(reading);
  if (!entry && !strays) return inOneOrder(context, reading, notes);
  // Hardly ever needed, and half of all that writes: it need not be there when the pane is first shown.
  const { deleteStrays, settleRun, settlingIn } = await import(/* webpackChunkName: "settle" */ './settling');
  if (!entry) {
    if (await deleteStrays(context, reading)) return readSettled(context, now);
    return inOneOrder(context, reading, notes);
  }
  refuseIfUnderWay(entry, now);
  const settling = settlingIn(context);
  const outcome = await settleRun(context, reading, entry, settling);
  return settled(context, await settling.read(), now, [...notes, noteOf(entry, outcome)]);
}

/** Copies of the workbook that were put together are told of, and their runs counted anew. */
async function inOneOrder(
  context: Excel.RequestContext,
  reading: WorkbookReading,
  notes: Finding[],
): Promise<SettledReading> {
  const merged = mergedCopies(reading);
  refuseDoubledTables(merged);
  const told = [...notes, ...mergedNotes(merged)];
  if (merged.renumbered.length === 0) return { reading, notes: told };
  const { renumberRuns, settlingIn } = await import(/* webpackChunkName: "settle" */ './settling');
  return { reading: await renumberRuns(context, reading, settlingIn(context).read), notes: told };
}

function refuseIfUnderWay(entry: JournalEntry, now: Date): void {
  if (entry.window === thisWindow().id) return;
  const since = Date.parse(entry.when.replace(' ', 'T'));
  const minutes = (now.getTime() - since) / 60_000;
  if (Number.isNaN(since) || minutes < 0 || minutes >= PATIENCE) return;
  throw new Refusal(
    'excel-failed',
    `"${entry.what}" is being written in another window since ${entry.when.slice(-5)}. Try again in a moment; if that Excel was closed, Claimsheet puts it in order by itself after ${String(PATIENCE)} minutes.`,
  );
}

function noteOf({ what, when, state }: JournalEntry, outcome: Settled): Finding {
  const became =
    outcome === 'finished'
      ? 'All of it had been written, and it counts as done.'
      : state === 'being undone'
        ? 'It is undone now.'
        : 'Nothing of it is left; make it again if you still want it.';
  return noteWith(`"${what}" of ${when} was broken off. ${became}`);
}

function noteWith(message: string): Finding {
  return {
    rule: 'run-put-in-order',
    severity: 'NOTE',
    place: null,
    message,
    fix: '',
    source: 'Each run is written as a whole or not at all',
  };
}
