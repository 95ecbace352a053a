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
  words: string;
  /** What to do about it, in one plain sentence. */
  toDo: string;
  /** The document that says so, with its date or section. */
  source: string;
  client?: string;
  /** Date of service, a day number. */
  date?: number;
}
