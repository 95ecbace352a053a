import { checkMonth } from '../../actions/check/check-month';
import { prepareFixes } from '../../actions/check/fix-cells';
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
import type { Prepared } from '../../practice/prepare';
import { prepareClearinghouse } from '../../actions/set-up/make-clearinghouse';
import { forgetChosenColumns, prepareAnswering } from '../../actions/questions/answer-questions';
import { listAnswers } from '../../actions/questions/list-answers';
import { columnField } from '../../practice/questions/kinds';
import { prepareTablesAgain } from '../../actions/set-up/restore-tables';
import { showSheet } from '../../actions/show-cell';
import { prepareSuperbills, type SuperbillsReport } from '../../actions/superbills/make-superbills';
import { applyUndo, prepareUndoOfRun } from '../../actions/undo/undo';
import { inTurn } from '../../workbook/excel/in-turn';
import type { Progress } from '../../workbook/excel/payload';
import type { DocumentKind, Made, PaneActions, RunRequest } from './pane-actions';
import { write, writeIfSame } from './writing';

type Report = ClaimsReport | SuperbillsReport;

/** What Check, Claims and Superbills ask of the workbook; loaded when the first of them is shown. */
export const excelBillingActions: Pick<
  PaneActions,
  | 'check'
  | 'answer'
  | 'myAnswers'
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
  check: (request) => inTurn((context) => checkMonth(context, optionsOf(request))),
  fix: (fixes) => write(['fix', fixes], (context) => prepareFixes(context, fixes, new Date()), quietly),
  unfix: ({ mark }) =>
    inTurn(async (context) => {
      await applyUndo(context, await prepareUndoOfRun(context, mark, { now: new Date() }));
    }),
  async answer(answers) {
    const asked = ['answer', [...answers]];
    if ([...answers.keys()].some((key) => columnField(key) !== null))
      await inTurn((context) => forgetChosenColumns(context, answers));
    await write(asked, (context) => prepareAnswering(context, answers, new Date()), quietly);
  },
  myAnswers: () => inTurn((context) => listAnswers(context, new Date())),
  async makeTablesAgain(progress) {
    await write(['tables again'], prepareTablesAgain, progress);
  },
  preview: (kind, request) =>
    inTurn(async (context) => (await prepareDocuments(context, kind, request)).report),
  make,
  previewClaims: (request) =>
    inTurn(async (context) => {
      const sending = { ...request.setUp.sending, edi: false };
      return claimsOut(await prepareClaims(context, claimOptions(optionsOf(request), sending)));
    }),
  async textSheet(file, progress) {
    const { sheet } = await write(
      ['text', file],
      (context) => prepareTextSheet(context, file, new Date()),
      progress,
    );
    await inTurn((context) => showSheet(context, sheet));
    return sheet;
  },
  async makeClearinghouse(progress) {
    const prepare = (context: Excel.RequestContext) =>
      prepareClearinghouse(context, 'office-ally', new Date());
    await write(['clearinghouse'], prepare, progress);
    await inTurn((context) => showSheet(context, 'Clearinghouse'));
  },
  markSent: (sent, progress) =>
    write(['sent', sent], (context) => prepareMarkSent(context, sent, new Date()), progress),
};

/** What takes no time to speak of. */
const quietly: Progress = () => undefined;

function make(
  kind: DocumentKind,
  request: RunRequest,
  shown: Report,
  progress: Progress,
): Promise<Made<Report, ClaimsOut | null>> {
  return writeIfSame(
    ['make', kind, { ...request, answers: [...(request.answers ?? [])] }],
    (context) => prepareDocuments(context, kind, request),
    {
      view: ({ report }) => report,
      isShown: (report) => isSameReport(report, shown),
      out: (prepared) => ('files' in prepared ? claimsOut(prepared) : null),
    },
    progress,
  );
}

function isSameReport(a: Report, b: Report): boolean {
  if (a.action === 'claims') return b.action === 'claims' && isSame(CLAIMS, a, b);
  return b.action === 'superbills' && isSame(SUPERBILLS, a, b);
}

function prepareDocuments(
  context: Excel.RequestContext,
  kind: DocumentKind,
  request: RunRequest,
): Promise<PreparedClaims | Prepared<SuperbillsReport>> {
  return kind === 'claims'
    ? prepareClaims(context, claimOptions(optionsOf(request), request.setUp.sending))
    : prepareSuperbills(context, optionsOf(request));
}

/** Sheet and columns are those that the workbook remembers. */
function optionsOf({ month, filter, answers }: RunRequest) {
  return { month, only: filter, answers, now: new Date() };
}
