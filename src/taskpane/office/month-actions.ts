import type { AnswersReport } from '../../actions/answers/prepare-answers';
import type { HowToCorrect } from '../../actions/claims/correction-findings';
import type { CorrectionsReport } from '../../actions/claims/correct-claims';
import type { CallReport, CallToLog } from '../../actions/denials/log-call';
import type { DocumentReport } from '../../actions/documents/document-plan';
import type { ClaimsOut } from '../../actions/files/claims-out';
import type { OpenedFile } from '../../actions/files/open-file';
import type { MonthEndReport } from '../../actions/month-end/read-month';
import type { MonthScreen } from '../../actions/month-end/month-screen';
import type { ImportReport } from '../../actions/payments/import-report';
import type { SettleReport } from '../../actions/payments/settle';
import type { PaymentForm, TypedReport } from '../../actions/payments/type-payment';
import type { CreditReport } from '../../actions/payments/use-credit';
import type { Remembered } from '../../practice/set-up/remembered';
import type { Progress } from '../../workbook/excel/payload';
import type { DocumentRequest } from '../model/month/document-request';
import type { Made } from './made';

export interface MonthRequest {
  month: string;
  setUp: Remembered;
}

/** What would be written; `isNew` is false where the workbook has all of it. */
export interface Previewed<Report> {
  report: Report;
  isNew: boolean;
}

/** All that the screen of the month end asks of the workbook. One object, so that it can be shown without Excel. */
export interface MonthActions {
  open(files: readonly File[]): Promise<OpenedFile[]>;
  read(request: MonthRequest): Promise<MonthScreen>;
  previewPayments(files: readonly OpenedFile[], request: MonthRequest): Promise<Previewed<ImportReport>>;
  postPayments(
    files: readonly OpenedFile[],
    request: MonthRequest,
    shown: Previewed<ImportReport>,
    progress: Progress,
  ): Promise<Made<Previewed<ImportReport>>>;
  previewAnswers(files: readonly OpenedFile[]): Promise<Previewed<AnswersReport>>;
  keepAnswers(
    files: readonly OpenedFile[],
    shown: Previewed<AnswersReport>,
    progress: Progress,
  ): Promise<Made<Previewed<AnswersReport>>>;
  settle(key: string, control: string, request: MonthRequest, progress: Progress): Promise<SettleReport>;
  notOurs(key: string, request: MonthRequest, progress: Progress): Promise<SettleReport>;
  typePayment(form: PaymentForm, request: MonthRequest, progress: Progress): Promise<TypedReport>;
  /** Shows the Payments table, which is made empty where it is not there yet. */
  showPayments(request: MonthRequest, progress: Progress): Promise<{ tablesMade: string[]; sheet: string }>;
  /** Uses a client's credit for the oldest of what the client owes. */
  useCredit(client: string, request: MonthRequest, progress: Progress): Promise<CreditReport>;
  logCall(call: CallToLog, request: MonthRequest, progress: Progress): Promise<CallReport>;
  previewCorrection(account: string, how: HowToCorrect, request: MonthRequest): Promise<CorrectionsReport>;
  correct(
    account: string,
    how: HowToCorrect,
    request: MonthRequest,
    shown: CorrectionsReport,
    progress: Progress,
  ): Promise<Made<CorrectionsReport, ClaimsOut | null>>;
  /** Makes the month's sheet and shows it; the answer is its name. */
  makeSheet(request: MonthRequest, progress: Progress): Promise<string>;
  /** Closes the month with its sheet, and shows that; the answer is its name. */
  closeMonth(request: MonthRequest, progress: Progress): Promise<string>;
  reopenMonth(request: MonthRequest, progress: Progress): Promise<MonthEndReport>;
  /** Makes a document and shows it. */
  makeDocument(wanted: DocumentRequest, request: MonthRequest, progress: Progress): Promise<DocumentReport>;
}
