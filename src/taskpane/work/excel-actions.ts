import { checkMonth } from '../../actions/check/check-month';
import { fixCells, giveBack } from '../../actions/check/fix-cells';
import { claimOptions } from '../../actions/claims/claim-options';
import { prepareClaims, type ClaimsReport, type PreparedClaims } from '../../actions/claims/make-claims';
import { claimsOut, type ClaimsOut } from '../../actions/files/claims-out';
import { prepareTextSheet } from '../../actions/files/make-text-sheet';
import { readOverview } from '../../actions/overview/overview';
import { applyPrepared, type Prepared } from '../../actions/prepare';
import { preparePreset } from '../../actions/set-up/fill-preset';
import { prepareClearinghouse } from '../../actions/set-up/make-clearinghouse';
import { prepareTables } from '../../actions/set-up/make-tables';
import { remember } from '../../actions/set-up/remembered';
import { typeInto } from '../../actions/set-up/type-into';
import { showCell, showSheet } from '../../actions/show-cell';
import { prepareSuperbills, type SuperbillsReport } from '../../actions/superbills/make-superbills';
import { applyUndo, prepareUndo } from '../../actions/undo/undo';
import { dayOf } from '../../billing/values/day';
import type { Progress } from '../../workbook/excel/payload';
import { sameReport } from '../model/documents';
import type { DocumentKind, Made, PaneActions, UndoView, Wish } from './pane-actions';

type Report = ClaimsReport | SuperbillsReport;

const excel = <T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> => Excel.run(batch);

/** The pane's wishes, each one batch of Office.js. */
export const excelActions: PaneActions = {
  overview: (tried) => excel((context) => readOverview(context, today(), tried)),
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
  check: (wish) => excel((context) => checkMonth(context, optionsOf(wish))),
  fix: (fixes) => excel((context) => fixCells(context, fixes)),
  unfix: (fixed) => excel((context) => giveBack(context, fixed)),
  preview: (kind, wish) => excel(async (context) => (await prepareDocuments(context, kind, wish)).report),
  make: (kind, wish, shown, progress) => excel((context) => make(context, kind, wish, shown, progress)),
  previewClaims: (wish) =>
    excel(async (context) => {
      const sending = { ...wish.setUp.sending, edi: false };
      return claimsOut(await prepareClaims(context, claimOptions(optionsOf(wish), sending)));
    }),
  claimPdf: async (out, kind, offset) => (await pdfs()).claimPdf(out, kind, offset, new Date()),
  testPage: async (offset) => (await pdfs()).testPage(offset, new Date()),
  textSheet: (file, progress) =>
    excel(async (context) => {
      const prepared = await prepareTextSheet(context, file, new Date());
      await applyPrepared(context, prepared, progress);
      await showSheet(context, prepared.report.sheet);
      return prepared.report.sheet;
    }),
  makeClearinghouse: (progress) =>
    excel(async (context) => {
      await applyPrepared(context, await prepareClearinghouse(context, 'office-ally', new Date()), progress);
      await showSheet(context, 'Clearinghouse');
    }),
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

/** Prepared once more, so that what is written is what the workbook says now; if that is news, it is shown first. */
async function make(
  context: Excel.RequestContext,
  kind: DocumentKind,
  wish: Wish,
  shown: Report,
  progress: Progress,
): Promise<Made<Report, ClaimsOut | null>> {
  const prepared = await prepareDocuments(context, kind, wish);
  if (!sameReport(prepared.report, shown)) return { made: false, now: prepared.report };
  await applyPrepared(context, prepared, progress);
  return { made: true, out: 'claims' in prepared ? claimsOut(prepared) : null };
}

function prepareDocuments(
  context: Excel.RequestContext,
  kind: DocumentKind,
  wish: Wish,
): Promise<PreparedClaims | Prepared<SuperbillsReport>> {
  return kind === 'claims'
    ? prepareClaims(context, claimOptions(optionsOf(wish), wish.setUp.sending))
    : prepareSuperbills(context, optionsOf(wish));
}

function optionsOf({ month, only, setUp }: Wish) {
  return { month, only, sheet: setUp.sheet ?? undefined, columns: setUp.columns, now: new Date() };
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

function today(): number {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0;
}
