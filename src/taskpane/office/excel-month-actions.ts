import { prepareAnswers, type AnswersReport } from '../../actions/answers/prepare-answers';
import { claimOptions } from '../../actions/claims/claim-options';
import type { HowToCorrect } from '../../actions/claims/correction-findings';
import { prepareCorrections } from '../../actions/claims/correct-claims';
import { prepareCall } from '../../actions/denials/log-call';
import { prepareAppeal } from '../../actions/documents/appeal';
import { prepareBenefits } from '../../actions/documents/benefits';
import type { DocumentReport } from '../../actions/documents/document-plan';
import { prepareEstimate } from '../../actions/documents/estimate';
import { prepareItemized } from '../../actions/documents/itemized';
import { prepareProgress } from '../../actions/documents/progress';
import { prepareRefund } from '../../actions/documents/refund';
import { prepareStatement } from '../../actions/documents/statement';
import { claimsOut } from '../../actions/files/claims-out';
import { openFile, type OpenedFile } from '../../actions/files/open-file';
import { ANSWERS } from '../../actions/json/answers';
import { CORRECTIONS } from '../../actions/json/claims';
import { IMPORT } from '../../actions/json/payments';
import type { Shape } from '../../actions/json/shape';
import { isSame } from '../../actions/json/to-json';
import {
  prepareClosing,
  prepareMonthSheet,
  prepareReopening,
} from '../../actions/month-end/make-month-sheet';
import { readMonthScreen } from '../../actions/month-end/month-screen';
import { prepareImport } from '../../actions/payments/import-remittances';
import type { ImportReport } from '../../actions/payments/import-report';
import { prepareNotOurs, prepareSettling } from '../../actions/payments/settle';
import { preparePayment, preparePaymentsTable } from '../../actions/payments/type-payment';
import { prepareUsingCredit } from '../../actions/payments/use-credit';
import type { Prepared } from '../../practice/prepare';
import { showSheet } from '../../actions/show-cell';
import { inTurn } from '../../workbook/excel/in-turn';
import type { Progress } from '../../workbook/excel/payload';
import type { DocumentRequest } from '../model/month/document-request';
import type { Made } from './made';
import type { MonthActions, MonthRequest, Previewed } from './month-actions';
import { write, writeIfSame } from './writing';

type Prepare<Report> = (context: Excel.RequestContext) => Promise<Prepared<Report>>;

/** The wishes of the month end, each one batch of Office.js. */
export const excelMonthActions: MonthActions = {
  open: (files) => Promise.all(files.map(openFile)),
  read: (request) => inTurn((context) => readMonthScreen(context, optionsOf(request))),
  previewPayments: (files, request) => preview(payments(files, request)),
  postPayments: (files, request, shown, progress) =>
    post(IMPORT, ['payments', namesOf(files), request], payments(files, request), shown, progress),
  previewAnswers: (files) => preview(answers(files)),
  keepAnswers: (files, shown, progress) =>
    post(ANSWERS, ['answers', namesOf(files)], answers(files), shown, progress),
  settle: (key, control, request, progress) =>
    write(
      ['settle', key, control, request],
      (context) => prepareSettling(context, { key, control }, optionsOf(request)),
      progress,
    ),
  notOurs: (key, request, progress) =>
    write(
      ['not ours', key, request],
      (context) => prepareNotOurs(context, { key }, optionsOf(request)),
      progress,
    ),
  typePayment: (form, request, progress) =>
    write(
      ['payment', form, request],
      (context) => preparePayment(context, form, optionsOf(request)),
      progress,
    ),
  showPayments: (request, progress) =>
    writeAndShow(
      ['payments table', request],
      (context) => preparePaymentsTable(context, optionsOf(request)),
      progress,
    ),
  useCredit: (client, request, progress) =>
    write(
      ['credit', client, request],
      (context) => prepareUsingCredit(context, { client }, optionsOf(request)),
      progress,
    ),
  logCall: (call, request, progress) =>
    write(['call', call, request], (context) => prepareCall(context, call, optionsOf(request)), progress),
  previewCorrection: (account, how, request) =>
    inTurn(async (context) => (await correction(context, account, how, request)).report),
  correct: (account, how, request, shown, progress) =>
    writeIfSame(
      ['correct', account, how, request],
      (context) => correction(context, account, how, request),
      {
        view: ({ report }) => report,
        isShown: (report) => isSame(CORRECTIONS, report, shown),
        out: claimsOut,
      },
      progress,
    ),
  makeSheet: (request, progress) => sheetOf('month', prepareMonthSheet, request, progress),
  closeMonth: (request, progress) => sheetOf('close', prepareClosing, request, progress),
  reopenMonth: (request, progress) =>
    write(['reopen', request], (context) => prepareReopening(context, optionsOf(request)), progress),
  makeDocument: (wanted, request, progress) =>
    writeAndShow(['document', wanted, request], (context) => document(context, wanted, request), progress),
};

/** Makes a sheet of the month and shows it; the answer is its name. */
async function sheetOf(
  what: string,
  prepare: typeof prepareMonthSheet,
  request: MonthRequest,
  progress: Progress,
): Promise<string> {
  const { sheet } = await writeAndShow(
    [what, request],
    (context) => prepare(context, optionsOf(request)),
    progress,
  );
  return sheet ?? '';
}

function preview<Report>(prepare: Prepare<Report>): Promise<Previewed<Report>> {
  return inTurn(async (context) => previewed(await prepare(context)));
}

async function writeAndShow<Report extends { sheet: string | null }>(
  asked: readonly unknown[],
  prepare: Prepare<Report>,
  progress: Progress,
): Promise<Report> {
  const report = await write(asked, prepare, progress);
  await inTurn((context) => showSheet(context, report.sheet ?? ''));
  return report;
}

function post<Report>(
  json: Shape<Report, object>,
  asked: readonly unknown[],
  prepare: Prepare<Report>,
  shown: Previewed<Report>,
  progress: Progress,
): Promise<Made<Previewed<Report>>> {
  const isShown = (now: Previewed<Report>): boolean =>
    now.isNew === shown.isNew && isSame(json, now.report, shown.report);
  return writeIfSame(asked, prepare, { view: previewed, isShown, out: () => null }, progress);
}

function namesOf(files: readonly OpenedFile[]): string[] {
  return files.map(({ name }) => name);
}

function previewed<Report>({ report, plan }: Prepared<Report>): Previewed<Report> {
  return { report, isNew: plan !== null };
}

function payments(files: readonly OpenedFile[], request: MonthRequest): Prepare<ImportReport> {
  const inputs = () => files.map(({ name, pieces }) => ({ name, text: pieces() }));
  return (context) => prepareImport(context, inputs(), optionsOf(request));
}

function answers(files: readonly OpenedFile[]): Prepare<AnswersReport> {
  return async (context) => {
    const opened = await Promise.all(
      files.map(async (file) => ({ name: file.name, text: await textOf(file) })),
    );
    return prepareAnswers(context, opened, { now: new Date() });
  };
}

async function textOf({ pieces }: OpenedFile): Promise<string> {
  let text = '';
  for await (const piece of pieces()) text += piece;
  return text;
}

function correction(
  context: Excel.RequestContext,
  account: string,
  how: HowToCorrect,
  request: MonthRequest,
) {
  return prepareCorrections(
    context,
    [{ account, how }],
    claimOptions(optionsOf(request), request.setUp.sending),
  );
}

function document(
  context: Excel.RequestContext,
  wanted: DocumentRequest,
  request: MonthRequest,
): Promise<Prepared<DocumentReport>> {
  const { now, sheet, columns } = optionsOf(request);
  switch (wanted.kind) {
    case 'statement':
      return prepareStatement(context, { ...wanted, now });
    case 'itemized':
      return prepareItemized(context, { ...wanted, now });
    case 'appeal':
      return prepareAppeal(context, { ...wanted, now, sheet, columns });
    case 'progress':
      return prepareProgress(context, { ...wanted, now, sheet, columns });
    case 'benefits':
      return prepareBenefits(context, { ...wanted, now });
    case 'refund':
      return prepareRefund(context, { ...wanted, now });
    case 'estimate':
      return prepareEstimate(context, { ...wanted, now });
  }
}

function optionsOf({ month, setUp }: MonthRequest) {
  return { month, sheet: setUp.sheet ?? undefined, columns: setUp.columns, now: new Date() };
}
