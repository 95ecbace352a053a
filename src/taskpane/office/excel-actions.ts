import { readOverview } from '../../actions/overview/overview';
import { preparePreset } from '../../actions/set-up/fill-preset';
import { showCell, showSheet } from '../../actions/show-cell';
import { inTurn } from '../../workbook/excel/in-turn';
import type { PaneActions } from './pane-actions';
import { whoEdited, type Editor } from './who-edited';

/** The pane's wishes, each one batch of Office.js. */
export const excelActions: PaneActions = {
  overview: (tried) => inTurn((context) => readOverview(context, new Date(), tried)),
  remember: async (...asked) => (await setUp()).remember(...asked),
  makeTables: async (...asked) => (await setUp()).makeTables(...asked),
  insertSample: async (progress) => (await setUp()).insertSample(progress),
  typeInto: async (entries) => (await setUp()).typeInto(entries),
  preset: (payer, id) => inTurn((context) => preparePreset(context, payer, id)),
  check: async (request) => (await billing()).check(request),
  fix: async (fixes) => (await billing()).fix(fixes),
  unfix: async (fixed) => (await billing()).unfix(fixed),
  answer: async (answers) => (await billing()).answer(answers),
  myAnswers: async () => (await billing()).myAnswers(),
  makeTablesAgain: async (progress) => (await billing()).makeTablesAgain(progress),
  preview: async (kind, request) => (await billing()).preview(kind, request),
  make: async (...asked) => (await billing()).make(...asked),
  previewClaims: async (request) => (await billing()).previewClaims(request),
  textSheet: async (...asked) => (await billing()).textSheet(...asked),
  makeClearinghouse: async (progress) => (await billing()).makeClearinghouse(progress),
  markSent: async (...asked) => (await billing()).markSent(...asked),
  claimPdf: async (out, kind, offset) => (await pdfs()).claimPdf(out, kind, offset, new Date()),
  testPage: async (offset) => (await pdfs()).testPage(offset, new Date()),
  month: async () =>
    (await import(/* webpackChunkName: "month-end" */ './excel-month-actions')).excelMonthActions,
  previewUndo: async (allBut) => (await setUp()).previewUndo(allBut),
  undo: async (...asked) => (await setUp()).undo(...asked),
  showCell: (sheet, cell) => inTurn((context) => showCell(context, sheet, cell)),
  showSheet: (name) => inTurn((context) => showSheet(context, name)),
  onEdited,
};

/** A pane is shown before anything is written; all else comes when it is asked for. */
async function setUp() {
  const { excelSetUpActions } = await import(/* webpackChunkName: "set-up" */ './excel-set-up-actions');
  return excelSetUpActions;
}

async function billing() {
  const { excelBillingActions } = await import(/* webpackChunkName: "billing" */ './excel-billing-actions');
  return excelBillingActions;
}

/** Left out of the pane's own chunk: drawing pages takes as much code as all the rest. */
function pdfs() {
  return import(/* webpackChunkName: "pdf" */ '../../actions/files/claim-pdf');
}

async function onEdited(tell: (editor: Editor) => void): Promise<() => void> {
  const heard = (event: Parameters<typeof whoEdited>[0]): Promise<void> => {
    tell(whoEdited(event));
    return Promise.resolve();
  };
  const handlers = await inTurn(async (context) => {
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
