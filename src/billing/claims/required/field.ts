import type { Severity } from '../../findings';
import type { Reading } from '../../identifiers/reading';
import type { Authorization, Client, ColumnOf, Payer, PayerKind, Practice } from '../../records/practice';

/** The records that a claim is made of. */
export interface ClaimRecords {
  practice: Practice;
  payer: Payer;
  client: Client;
  /** The authorization the visit is billed under; null when there is none. */
  authorization: Authorization | null;
}

/** A table of the workbook and a column of it, by the record's own name of the value. */
export type FieldColumn =
  | { table: 'Practice'; column: ColumnOf<Practice> }
  | { table: 'Payers'; column: ColumnOf<Payer> }
  | { table: 'Clients'; column: ColumnOf<Client> }
  | { table: 'Authorizations'; column: ColumnOf<Authorization> };

/** A value that a claim needs, where it is typed, where it goes, and why the payer wants it. */
export type RequiredField = FieldColumn & {
  /** The findings are `<rule>-missing`, `<rule>-placeholder` and `<rule>-invalid`. */
  rule: string;
  /** The column's header in the workbook. */
  header: string;
  /** Follows "has no". */
  label: string;
  /** Item of the CMS-1500. */
  box: string;
  /** Loop and element of the 837P. */
  loop: string;
  /** Kinds of payer that want it; left out: every kind. */
  kinds?: readonly PayerKind[];
  /** A further condition; left out: always. */
  when?: Condition;
  /** How bad it is when the cell is empty. Null: the value is welcome but not needed. */
  missing: Severity | null;
  /** Whether the value can be one. */
  reads?: (text: string, records: ClaimRecords) => Reading<unknown>;
  /** How bad it is when the value cannot be one; left out: STOP. */
  invalid?: Severity;
  /** A person's name, which may look like a filler. */
  isName?: true;
  /** Follows a colon. */
  why: string;
  /** What else says so, beside the form and the file. */
  also?: string;
};

export interface Condition {
  words: string;
  holds: (records: ClaimRecords) => boolean;
}
