import { readOverview } from '../../actions/overview/overview';
import { applyPrepared } from '../../practice/prepare';
import { preparePreset } from '../../actions/set-up/fill-preset';
import { prepareTables } from '../../actions/set-up/make-tables';
import { remember } from '../../practice/set-up/remembered';
import { typeInto } from '../../actions/set-up/type-into';
import { showCell, showSheet } from '../../actions/show-cell';
import { applyUndo, prepareUndo } from '../../actions/undo/undo';
import { localDay } from '../../billing/values/day';
import type { Made, PaneActions, UndoView } from './pane-actions';

const excel = <T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> => Excel.run(batch);

/** The pane's wishes, each one batch of Office.js. */
export const excelActions: PaneActions = {
  overview: (tried) => excel((context) => readOverview(context, localDay(new Date()), tried)),
  remember: (remembered) => excel((context) => remember(context, remembered)),
  makeTables: (setUp, progress) =>
    excel(async (context) => {
      const prepared = await prepareTables(context, setUp, new Date());
      await applyPrepared(context, prepared, progress);
      return prepared.report.tablesMade;
    }),
  async insertSample(progress) {
    const { prepareSample } = await import(/* webpackChunkName: "sample" */ '../../actions/set-up/sample');
    return excel(async (context) => {
      const prepared = await prepareSample(context, new Date());
      await applyPrepared(context, prepared, progress);
      await showSheet(context, prepared.report.sheet);
      return prepared.report.sheet;
    });
  },
  typeInto: (entries) => excel((context) => typeInto(context, entries)),
  preset: (payer, id) => excel((context) => preparePreset(context, payer, id)),
  check: async (wish) => (await billing()).check(wish),
  fix: async (fixes) => (await billing()).fix(fixes),
  unfix: async (fixed) => (await billing()).unfix(fixed),
  answer: async (answers) => (await billing()).answer(answers),
  makeTablesAgain: async (progress) => (await billing()).makeTablesAgain(progress),
  preview: async (kind, wish) => (await billing()).preview(kind, wish),
  make: async (...asked) => (await billing()).make(...asked),
  previewClaims: async (wish) => (await billing()).previewClaims(wish),
  textSheet: async (...asked) => (await billing()).textSheet(...asked),
  makeClearinghouse: async (progress) => (await billing()).makeClearinghouse(progress),
  markSent: async (...asked) => (await billing()).markSent(...asked),
  claimPdf: async (out, kind, offset) => (await pdfs()).claimPdf(out, kind, offset, new Date()),
  testPage: async (offset) => (await pdfs()).testPage(offset, new Date()),
  month: async () =>
    (await import(/* webpackChunkName: "month-end" */ './excel-month-actions')).excelMonthActions,
  previewUndo: () => excel(async (context) => undoView(await prepareUndo(context))),
  undo: (shown) =>
    excel(async (context): Promise<Made<UndoView>> => {
      const undoing = await prepareUndo(context);
      const now = undoView(undoing);
      if (JSON.stringify(now) !== JSON.stringify(shown)) return { made: false, now };
      await applyUndo(context, undoing);
      return { made: true, out: null };
    }),
  showCell: (sheet, cell) => excel((context) => showCell(context, sheet, cell)),
  showSheet: (name) => excel((context) => showSheet(context, name)),
  onEdited,
};

/** Set up is what a pane shows first; the rest comes when it is asked for. */
async function billing() {
  const { excelBillingActions } = await import(/* webpackChunkName: "billing" */ './excel-billing-actions');
  return excelBillingActions;
}

/** Left out of the pane's own chunk: drawing pages takes as much code as all the rest. */
function pdfs() {
  return import(/* webpackChunkName: "pdf" */ '../../actions/files/claim-pdf');
}

function undoView(undoing: Awaited<ReturnType<typeof prepareUndo>>): UndoView {
  return {
    run: undoing.run,
    what: undoing.what,
    sheets: undoing.sheets,
    rows: undoing.rows.map(({ table, positions }) => ({ table: table.sheet.name, count: positions.length })),
    changes: undoing.changes,
  };
}

async function onEdited(tell: () => void): Promise<() => void> {
  const heard = (): Promise<void> => {
    tell();
    return Promise.resolve();
  };
  const handlers = await excel(async (context) => {
    const { worksheets } = context.workbook;
    const added = [
      worksheets.onChanged.add(heard),
      worksheets.onAdded.add(heard),
      worksheets.onDeleted.add(heard),
    ];
    await context.sync();
    return added;
  });
  return () => {
    for (const handler of handlers) {
      handler.remove();
      void handler.context.sync();
    }
  };
}
