import { twiceWhereChanged } from '../../practice/writing/outcomes';
import { inTurn } from '../../workbook/excel/in-turn';
import { plainWords } from '../../workbook/excel/plain-words';
import { Refusal } from '../../workbook/refusal';
import type { PaneMessage } from '../pane-messages';
import { applyUndo, prepareUndo } from '../undo/undo';
import { makeAtOnce } from './make-at-once';

/** What a press came to: news for the pane, and whether the pane has to be opened to read them. */
export interface CommandOutcome {
  told: PaneMessage;
  opensPane: boolean;
}

/** Makes a month at once. The pane is opened where it has something to say: what is held back, or why nothing is made. */
export async function runMake(kind: 'claims' | 'superbills'): Promise<CommandOutcome> {
  const show = (problem?: string): CommandOutcome => ({
    told: { kind: 'show', screen: kind, ...(problem === undefined ? {} : { problem }) },
    opensPane: true,
  });
  try {
    const made = await inTurn((context) => makeAtOnce(context, kind, new Date()));
    if (!made) return show();
    const { holds, findings } = made.report;
    const isQuiet = holds.length === 0 && findings.every(({ severity }) => severity !== 'STOP');
    return { told: { kind: 'made', made }, opensPane: !isQuiet };
  } catch (error) {
    return show(wordsOf(error));
  }
}

/** Takes the last run back at once; where that is refused, the pane says why. */
export async function runUndo(): Promise<CommandOutcome> {
  try {
    const { what } = await inTurn(async (context) =>
      twiceWhereChanged(async () => applyUndo(context, await prepareUndo(context, { now: new Date() }))),
    );
    return { told: { kind: 'taken back', what }, opensPane: false };
  } catch (error) {
    return { told: { kind: 'undo', problem: wordsOf(error) }, opensPane: true };
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const plain = plainWords(error);
  if (plain !== null) return plain;
  if (typeof reportError === 'function') reportError(error);
  return 'Something went wrong in Claimsheet. Please try again.';
}
