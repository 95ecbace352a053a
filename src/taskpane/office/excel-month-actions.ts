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
import type { DocumentWish } from '../model/month/document-wish';
import type { Made } from './made';
import type { MonthActions, MonthWish, Previewed } from './month-actions';
import { write, writeIfSame } from './writing';

type Prepare<Report> = (context: Excel.RequestContext) => Promise<Prepared<Report>>;

/** The wishes of the month end, each one batch of Office.js. */
export const excelMonthActions: MonthActions = {
  open: (files) => Promise.all(files.map(openFile)),
  read: (wish) => inTurn((context) => readMonthScreen(context, optionsOf(wish))),
  previewPayments: (files, wish) => preview(payments(files, wish)),
  postPayments: (files, wish, shown, progress) =>
    post(IMPORT, ['payments', namesOf(files), wish], payments(files, wish), shown, progress),
  previewAnswers: (files) => preview(answers(files)),
  keepAnswers: (files, shown, progress) =>
    post(ANSWERS, ['answers', namesOf(files)], answers(files), shown, progress),
  settle: (key, control, wish, progress) =>
    write(
      ['settle', key, control, wish],
      (context) => prepareSettling(context, { key, control }, optionsOf(wish)),
      progress,
    ),
  notOurs: (key, wish, progress) =>
    write(['not ours', key, wish], (context) => prepareNotOurs(context, { key }, optionsOf(wish)), progress),
  typePayment: (form, wish, progress) =>
    write(['payment', form, wish], (context) => preparePayment(context, form, optionsOf(wish)), progress),
  showPayments: (wish, progress) =>
    writeAndShow(
      ['payments table', wish],
      (context) => preparePaymentsTable(context, optionsOf(wish)),
      progress,
    ),
  useCredit: (client, wish, progress) =>
    write(
      ['credit', client, wish],
      (context) => prepareUsingCredit(context, { client }, optionsOf(wish)),
      progress,
    ),
  logCall: (call, wish, progress) =>
    write(['call', call, wish], (context) => prepareCall(context, call, optionsOf(wish)), progress),
  previewCorrection: (account, how, wish) =>
    inTurn(async (context) => (await correction(context, account, how, wish)).report),
  correct: (account, how, wish, shown, progress) =>
    writeIfSame(
      ['correct', account, how, wish],
      (context) => correction(context, account, how, wish),
      {
        view: ({ report }) => report,
        isShown: (report) => isSame(CORRECTIONS, report, shown),
        out: claimsOut,
      },
      progress,
    ),
  makeSheet: (wish, progress) => sheetOf('month', prepareMonthSheet, wish, progress),
  closeMonth: (wish, progress) => sheetOf('close', prepareClosing, wish, progress),
  reopenMonth: (wish, progress) =>
    write(['reopen', wish], (context) => prepareReopening(context, optionsOf(wish)), progress),
  makeDocument: (wanted, wish, progress) =>
    writeAndShow(['document', wanted, wish], (context) => document(context, wanted, wish), progress),
};

/** Makes a sheet of the month and shows it; the answer is its name. */
async function sheetOf(
  what: string,
  prepare: typeof prepareMonthSheet,
  wish: MonthWish,
  progress: Progress,
): Promise<string> {
  const { sheet } = await writeAndShow(
    [what, wish],
    (context) => prepare(context, optionsOf(wish)),
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

function payments(files: readonly OpenedFile[], wish: MonthWish): Prepare<ImportReport> {
  const inputs = () => files.map(({ name, pieces }) => ({ name, text: pieces() }));
  return (context) => prepareImport(context, inputs(), optionsOf(wish));
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

function correction(context: Excel.RequestContext, account: string, how: HowToCorrect, wish: MonthWish) {
  return prepareCorrections(context, [{ account, how }], claimOptions(optionsOf(wish), wish.setUp.sending));
}

function document(
  context: Excel.RequestContext,
  wanted: DocumentWish,
  wish: MonthWish,
): Promise<Prepared<DocumentReport>> {
  const { now, sheet, columns } = optionsOf(wish);
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

function optionsOf({ month, setUp }: MonthWish) {
  return { month, sheet: setUp.sheet ?? undefined, columns: setUp.columns, now: new Date() };
}
