import { prepareTables } from '../../actions/set-up/make-tables';
import { prepareTyping } from '../../actions/set-up/type-into';
import { showSheet } from '../../actions/show-cell';
import { applyUndo, prepareUndo, UndoRefusal } from '../../actions/undo/undo';
import { remember } from '../../practice/set-up/remember';
import { twiceWhereChanged } from '../../practice/writing/outcomes';
import { inTurn } from '../../workbook/excel/in-turn';
import type { Made, PaneActions, UndoShown } from './pane-actions';
import { write } from './writing';

/** What Set up writes, and Undo; loaded when something is to be written. */
export const excelSetUpActions: Pick<
  PaneActions,
  'remember' | 'makeTables' | 'insertSample' | 'typeInto' | 'previewUndo' | 'undo'
> = {
  remember: (told, before) => inTurn((context) => remember(context, told, before)),
  async makeTables(setUp, progress) {
    const { tablesMade } = await write(
      ['tables', setUp],
      (context) => prepareTables(context, setUp, new Date()),
      progress,
    );
    return tablesMade;
  },
  async insertSample(progress) {
    const { prepareSample } = await import(/* webpackChunkName: "sample" */ '../../actions/set-up/sample');
    const { sheet } = await write(['sample'], (context) => prepareSample(context, new Date()), progress);
    await inTurn((context) => showSheet(context, sheet));
    return sheet;
  },
  async typeInto(entries) {
    await write(
      ['type', entries],
      (context) => prepareTyping(context, entries, new Date()),
      () => undefined,
    );
  },
  previewUndo: (allBut) => inTurn((context) => undoShown(context, allBut)),
  undo: (shown, allBut) =>
    inTurn((context) =>
      twiceWhereChanged(async (): Promise<Made<UndoShown>> => {
        const undoing = await prepareUndo(context, { now: new Date(), allBut });
        const now = { report: undoing.report };
        if (JSON.stringify(now) !== JSON.stringify(shown)) return { made: false, now };
        await applyUndo(context, undoing);
        return { made: true, out: null };
      }),
    ),
};

/** What Undo would do, or what of the user's stands in its way. */
async function undoShown(context: Excel.RequestContext, allBut: boolean): Promise<UndoShown> {
  try {
    const { report } = await prepareUndo(context, { now: new Date(), allBut });
    return { report };
  } catch (error) {
    if (error instanceof UndoRefusal) return { obstacle: error.message, canLeave: error.canLeave };
    throw error;
  }
}
