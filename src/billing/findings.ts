import type { Day } from './values/day';

/** STOP holds a claim back, WARN should be looked at before sending, NOTE is worth knowing. */
export type Severity = 'STOP' | 'WARN' | 'NOTE';

/** Where a value stands in the workbook. Row and column count from 1, as Excel shows them. */
export interface CellPlace {
  sheet: string;
  row: number;
  column: number;
}

/** Something the therapist can mend. Findings are data: nothing throws them. */
export interface Finding {
  /** Stable id of the rule that found it, e.g. `client-birth-date-missing`. */
  rule: string;
  severity: Severity;
  /** The cell to look at, or null when no single cell is at fault. */
  place: CellPlace | null;
  /** What is wrong, in one plain sentence. */
  message: string;
  /** What to do about it, in one plain sentence. */
  fix: string;
  /** The document that says so, with its date or section. */
  source: string;
  client?: string;
  /** Date of service. */
  date?: Day;
  /** What the user may answer, where only she knows; the answer is remembered in the workbook. */
  answers?: readonly Answer[];
  /** Offered where only the way of writing is wrong and what is meant is certain. */
  cellFix?: CellFix;
}

/** What to write into the cell of a finding instead. Nothing writes it but a click. */
export interface CellFix {
  /** What the cell says now, without blanks around it; a cell that says something else is left alone. */
  was: string;
  /** Text, never a formula; or a number, such as the serial of a date in this workbook. */
  to: string | number;
  /** The number format that makes the number a date. */
  format?: string;
  /** "Write M54.50". */
  words: string;
}

/** One of the answers to a question: `key` names the question, `words` stand on the button. */
export interface Answer {
  key: string;
  value: string;
  words: string;
}
