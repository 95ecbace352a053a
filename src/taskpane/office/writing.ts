import { prepareAndApply, type Prepared } from '../../practice/prepare';
import { isWritten } from '../../practice/writing/is-written';
import { inTurn } from '../../workbook/excel/in-turn';
import type { Progress } from '../../workbook/excel/payload';
import { Refusal } from '../../workbook/refusal';
import type { Made } from './made';

type Prepare<Found> = (context: Excel.RequestContext) => Promise<Found>;

/** What was being written when Excel stopped answering, by what the user had asked for. */
const unanswered = new Map<string, Prepared<unknown>>();

/**
 * Prepares and writes what the user asks for by one press. Pressed again because Excel did not answer, it is not written
 * a second time where the first press came through after all. `isWanted`: whether it still is what the user was shown.
 */
async function press<Found extends Prepared<unknown>>(
  asked: readonly unknown[],
  prepareIt: Prepare<Found>,
  progress: Progress,
  isWanted: (prepared: Found) => boolean,
): Promise<{ prepared: Found; isMade: boolean }> {
  const key = JSON.stringify(asked);
  try {
    const pressed = await inTurn(async (context) => {
      const before = unanswered.get(key) as Found | undefined;
      if (before && (await isWritten(context, before, new Date()))) return { prepared: before, isMade: true };
      const prepared = async (): Promise<Found> => {
        const found = await prepareIt(context);
        unanswered.set(key, found);
        return found;
      };
      return prepareAndApply(context, prepared, progress, isWanted);
    });
    unanswered.delete(key);
    return pressed;
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'outcome-unknown')) unanswered.delete(key);
    throw error;
  }
}

export async function write<Report>(
  asked: readonly unknown[],
  prepareIt: Prepare<Prepared<Report>>,
  progress: Progress,
): Promise<Report> {
  const { prepared } = await press(asked, prepareIt, progress, () => true);
  return prepared.report;
}

/** Prepared once more, so that what is written is what the workbook says now; if that is news, it is shown first. */
export async function writeIfSame<Found extends Prepared<unknown>, Shown, Out>(
  asked: readonly unknown[],
  prepareIt: Prepare<Found>,
  {
    view,
    isShown,
    out,
  }: { view: (found: Found) => Shown; isShown: (now: Shown) => boolean; out: (found: Found) => Out },
  progress: Progress,
): Promise<Made<Shown, Out>> {
  const { prepared, isMade } = await press(asked, prepareIt, progress, (found) => isShown(view(found)));
  return isMade ? { made: true, out: out(prepared) } : { made: false, now: view(prepared) };
}
