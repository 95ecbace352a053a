import type { CheckReport } from '../../actions/check/check-month';
import type { FixedCells, WantedFix } from '../../actions/check/fix-cells';
import type { ClaimsReport } from '../../actions/claims/claims-report';
import type { MarkedSent, SentClaims } from '../../actions/claims/mark-sent';
import type { ActionOptions } from '../../practice/options';
import type { PdfOut } from '../../actions/files/claim-pdf';
import type { ClaimsOut } from '../../actions/files/claims-out';
import type { FileToDeliver } from '../../actions/files/deliver-file';
import type { Overview } from '../../actions/overview/overview';
import type { SessionFilter } from '../../practice/sessions/session-filter';
import type { PresetEntry } from '../../actions/set-up/fill-preset';
import type { AnswerChanges } from '../../practice/memory/answers';
import type { MyAnswer } from '../../practice/questions/my-answers';
import type { Remembered } from '../../practice/set-up/remembered';
import type { Typed } from '../../actions/set-up/type-into';
import type { SuperbillsReport } from '../../actions/superbills/make-superbills';
import type { UndoReport } from '../../actions/undo/undo';
import type { PresetId } from '../../billing/payers/preset-ids';
import type { Offset } from '../../forms/cms1500/overlay/offset';
import type { PaperKind } from '../../forms/cms1500/overlay/overlay-pdf';
import type { Progress } from '../../workbook/excel/payload';
import type { Made } from './made';
import type { Editor } from './who-edited';
import type { MonthActions } from './month-actions';

export type DocumentKind = 'claims' | 'superbills';

/** What the user chose on Claims or Superbills. */
export type RunRequest = Pick<ActionOptions, 'month' | 'answers'> & {
  filter: SessionFilter;
  setUp: Remembered;
};

/** What Undo would do, or why it does not: `canLeave` where it can take back all but what stands in its way. */
export type UndoShown = { report: UndoReport } | { obstacle: string; canLeave: boolean };

export type { Made };

/** All that the pane asks of the workbook. One object, so that a screen can be shown without Excel. */
export interface PaneActions {
  overview(tried?: Remembered): Promise<Overview>;
  /** `before`: what was remembered when the user said it. */
  remember(told: Remembered, before: Remembered): Promise<void>;
  makeTables(setUp: Remembered, progress: Progress): Promise<string[]>;
  insertSample(progress: Progress): Promise<string>;
  typeInto(entries: readonly Typed[]): Promise<void>;
  preset(payer: string, id: PresetId): Promise<PresetEntry[]>;
  check(request: RunRequest): Promise<CheckReport>;
  /** Writes what findings offer, all or none; the answer is what `unfix` needs to give it back. */
  fix(fixes: readonly WantedFix[]): Promise<FixedCells>;
  unfix(fixed: FixedCells): Promise<void>;
  /** Keeps answers to questions in the workbook, or forgets them (null). */
  answer(answers: AnswerChanges): Promise<void>;
  /** Every answer that was given, with its question. */
  myAnswers(): Promise<MyAnswer[]>;
  /** Makes tables of Excel again of Claimsheet's own that became ranges. */
  makeTablesAgain(progress: Progress): Promise<void>;
  preview(kind: DocumentKind, request: RunRequest): Promise<ClaimsReport | SuperbillsReport>;
  make(
    kind: DocumentKind,
    request: RunRequest,
    shown: ClaimsReport | SuperbillsReport,
    progress: Progress,
  ): Promise<Made<ClaimsReport | SuperbillsReport, ClaimsOut | null>>;
  /** The claims that would be made, to look at before; without an 837P, which only the register can number. */
  previewClaims(request: RunRequest): Promise<ClaimsOut | null>;
  claimPdf(out: Pick<ClaimsOut, 'name' | 'claims'>, kind: PaperKind, offset: Offset): Promise<PdfOut>;
  testPage(offset: Offset): Promise<FileToDeliver>;
  /** Puts the text of a file on a sheet of its own and shows it; the answer is the name of the sheet. */
  textSheet(file: { name: string; content: string }, progress: Progress): Promise<string>;
  /** Makes the sheet that says who takes the 837P, unless it is there, and shows it. */
  makeClearinghouse(progress: Progress): Promise<void>;
  markSent(sent: SentClaims, progress: Progress): Promise<MarkedSent>;
  /** What the month end needs, loaded when it is first seen. */
  month(): Promise<MonthActions>;
  /** `allBut`: what somebody changed since is left where it is. */
  previewUndo(allBut: boolean): Promise<UndoShown>;
  undo(shown: UndoShown, allBut: boolean): Promise<Made<UndoShown>>;
  showCell(sheet: string, cell: string): Promise<void>;
  showSheet(name: string): Promise<void>;
  /** Calls back when cells or sheets were changed, and by whom as far as Excel says, until the answer is called. */
  onEdited(tell: (editor: Editor) => void): Promise<() => void>;
}
