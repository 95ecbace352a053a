import type { AnyNumber } from '../../billing/values/plain-number';
import type { Form, FormPage } from '../../forms/form';
import type { Report } from '../../forms/report/report';
import type { KeyOf, RowOf } from '../tables/define-table';
import type { OwnTableName, OwnTables } from '../tables';
import type { GridValue } from '../sessions/grid';

/**
 * What an action will do to the workbook, as a value: decided before the first cell is written, shown to the
 * user, then applied as a whole. It also says what Undo has to take back.
 */
export interface Plan {
  run: Run;
  /** New sheets of printed pages, in the order of their tabs. */
  documents: DocumentSheet[];
  /** New sheets of plain cells, such as sample sessions. */
  plainSheets?: PlainSheet[];
  /** New rows of Claimsheet's own tables; a table that is not there yet is made. */
  rows: TableRows[];
  /** New values for cells of Claimsheet's own tables; Undo gives the former ones back. */
  changes?: CellChange[];
  /** New values for cells by their addresses: of the user's own sheets, and of tables that she fills in. */
  typed?: TypedCell[];
  /** New sheets of reports and letters. */
  reports?: ReportSheet[];
  /** What Claimsheet remembers beside its tables after the run, as the text of a custom XML part. */
  memory?: string;
}

/** One click. Its id stands in every row that it adds. */
export interface Run {
  id: string;
  /** ISO date and time of the click, local. */
  when: string;
  /** One line for the Activity sheet, without names of clients. */
  what: string;
  /** Undo passes over it, as over what the user types. */
  isKept?: true;
}

export interface TypedCell {
  sheet: string;
  /** Excel's row and column numbers. */
  row: number;
  column: number;
  /** What stands there; another content is not written over. */
  before: GridValue;
  /** '' empties the cell. */
  after: string | number | boolean;
  /** Number formats of the cell. */
  format: { before: string; after: string } | null;
}

export interface DocumentSheet {
  name: string;
  form: Form;
  pages: FormPage[];
}

/** A sheet with a header row and rows below it, as a therapist would type them. */
export interface PlainSheet {
  name: string;
  columns: PlainColumn[];
  /** Day numbers for dates, formulas as Excel takes them; null leaves the cell empty. */
  rows: (string | number | null)[][];
}

export interface PlainColumn {
  header: string;
  /** Points. */
  width: number;
  /** Excel's number format. */
  format: string;
  holds: 'text' | 'number' | 'date' | 'formula';
}

/** New rows of one of Claimsheet's own tables: text, numbers, amounts for money, days for dates. */
export type TableRows = {
  [Name in OwnTableName]: { table: Name; rows: RowOf<OwnTables[Name]>[] };
}[OwnTableName];

/** A planned row of whatever table, by the keys of its columns. */
export type PlannedRow = Readonly<Record<string, RowValue | undefined>>;

/** A cell of a table that has a key column, found again wherever its row was moved to. */
export type CellChange = {
  [Name in OwnTableName]: {
    [Key in KeyOf<OwnTables[Name]['columns']>]: {
      table: Name;
      /** What stands in the key column of its row. */
      row: string;
      column: Key;
      to: NonNullable<RowOf<OwnTables[Name]>[Key]> | null;
    };
  }[KeyOf<OwnTables[Name]['columns']>];
}[OwnTableName];

/** The changes of one row's cells; those that say what they said before are left out. */
export function changesOf<Name extends OwnTableName>(
  table: Name,
  row: string,
  to: RowOf<OwnTables[Name]>,
  before: RowOf<OwnTables[Name]> = {},
): CellChange[] {
  return (Object.keys(to) as KeyOf<OwnTables[Name]['columns']>[]).flatMap((column) =>
    to[column] === undefined || to[column] === before[column]
      ? []
      : [{ table, row, column, to: to[column] } as unknown as CellChange],
  );
}

export interface ReportSheet {
  name: string;
  report: Report;
}

export type RowValue = string | AnyNumber | boolean | readonly string[] | null;
