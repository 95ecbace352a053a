import { checkMonth } from '../../actions/check/check-month';
import { fixCells, giveBack } from '../../actions/check/fix-cells';
import { claimOptions } from '../../actions/claims/claim-options';
import { prepareClaims } from '../../actions/claims/make-claims';
import { type ClaimsReport } from '../../actions/claims/claims-report';
import type { PreparedClaims } from '../../actions/claims/prepared-claims';
import { prepareMarkSent } from '../../actions/claims/mark-sent';
import { claimsOut, type ClaimsOut } from '../../actions/files/claims-out';
import { prepareTextSheet } from '../../actions/files/make-text-sheet';
import { CLAIMS } from '../../actions/json/claims';
import { SUPERBILLS } from '../../actions/json/superbills';
import { isSame } from '../../actions/json/to-json';
import { applyPrepared, type Prepared } from '../../practice/prepare';
import { prepareClearinghouse } from '../../actions/set-up/make-clearinghouse';
import { answerQuestions } from '../../actions/questions/answer-questions';
import { prepareTablesAgain } from '../../actions/set-up/restore-tables';
import { showSheet } from '../../actions/show-cell';
import { prepareSuperbills, type SuperbillsReport } from '../../actions/superbills/make-superbills';
import type { Progress } from '../../workbook/excel/payload';
import type { DocumentKind, Made, PaneActions, Wish } from './pane-actions';

type Report = ClaimsReport | SuperbillsReport;

const excel = <T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> => Excel.run(batch);

/** What Check, Claims and Superbills ask of the workbook; loaded when the first of them is shown. */
export const excelBillingActions: Pick<
  PaneActions,
  | 'check'
  | 'answer'
  | 'makeTablesAgain'
  | 'fix'
  | 'unfix'
  | 'preview'
  | 'make'
  | 'previewClaims'
  | 'textSheet'
  | 'makeClearinghouse'
  | 'markSent'
> = {
  check: (wish) => excel((context) => checkMonth(context, optionsOf(wish))),
  fix: (fixes) => excel((context) => fixCells(context, fixes)),
  unfix: (fixed) => excel((context) => giveBack(context, fixed)),
  answer: (answers) => excel((context) => answerQuestions(context, answers, new Date())),
  makeTablesAgain: (progress) =>
    excel(async (context) => applyPrepared(context, await prepareTablesAgain(context, new Date()), progress)),
  preview: (kind, wish) => excel(async (context) => (await prepareDocuments(context, kind, wish)).report),
  make: (kind, wish, shown, progress) => excel((context) => make(context, kind, wish, shown, progress)),
  previewClaims: (wish) =>
    excel(async (context) => {
      const sending = { ...wish.setUp.sending, edi: false };
      return claimsOut(await prepareClaims(context, claimOptions(optionsOf(wish), sending)));
    }),
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
  markSent: (sent, progress) =>
    excel(async (context) => {
      const prepared = await prepareMarkSent(context, sent, new Date());
      await applyPrepared(context, prepared, progress);
      return prepared.report;
    }),
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
  if (!isSameReport(prepared.report, shown)) return { made: false, now: prepared.report };
  await applyPrepared(context, prepared, progress);
  return { made: true, out: 'files' in prepared ? claimsOut(prepared) : null };
}

function isSameReport(a: Report, b: Report): boolean {
  if (a.action === 'claims') return b.action === 'claims' && isSame(CLAIMS, a, b);
  return b.action === 'superbills' && isSame(SUPERBILLS, a, b);
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

function optionsOf({ month, only, setUp, answers }: Wish) {
  return { month, only, answers, sheet: setUp.sheet ?? undefined, columns: setUp.columns, now: new Date() };
}
