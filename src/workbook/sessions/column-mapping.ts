import type { SessionField } from '../../billing/records/session';
import type { BlockArea } from './blocks/block';
import type { ClientLabel } from './blocks/labels';
import type { StatusMark } from './cells/statuses';
import type { CodeColumn } from './mapping/code-columns';

/** The columns that hold a field. */
export interface MappedField {
  /** Headers as the sheet shows them, several where columns are joined; "Paid (2nd)" where a header is repeated. */
  columns: string[];
  /** Excel's column numbers, counted from 1, in the order of `columns`. */
  columnIndexes: number[];
  /** 0 to 1; 1 where the user chose. */
  confidence: number;
  /** Why, in words. */
  evidence: string;
  /** What a number of the column is multiplied with: 60 for hours in the field `minutes`, else 1. */
  factor: number;
  /** For the field `status`: what a tick in each of the columns means. */
  marks: readonly StatusMark[];
  /** For the field `cpt`: which of the columns belong to one code each, in the order of `columns`; null for others. */
  codes?: readonly (CodeColumn | null)[];
}

/** A field Claimsheet would rather ask about. */
export interface UnsureField {
  field: SessionField;
  /** Headers it could be, best first; empty where nothing on the sheet fits. */
  candidates: string[];
  /** One sentence. */
  why: string;
  /** Whether sessions cannot be read, or could be billed wrongly, before this is answered. */
  needed: boolean;
}

/** A client-by-day grid: the client stands on one edge, the date on the other, a mark where they met. */
export interface MarksLayout {
  datesRun: 'across' | 'down';
  /** Excel's number of the row that holds the dates or the names. */
  edgeRow: number;
  /** Excel's number of the column that holds the names or the dates. */
  edgeColumn: number;
}

/** What became of a column under the header. */
export interface ColumnUse {
  /** Excel's number. */
  column: number;
  /** Its header as shown, or "column H". */
  label: string;
  use: 'taken' | 'offered' | 'outcome' | 'not used';
  /** The fields it was taken for, or is offered as. */
  fields: readonly SessionField[];
}

/** Which column of a table on a sheet holds which field. */
export interface ColumnMapping {
  sheet: string;
  /** Excel's number of the header row. */
  headerRow: number;
  /** Where the table stands, its header row included. */
  area: BlockArea;
  /** Every column that has a header or values. */
  columns: readonly ColumnUse[];
  fields: Partial<Record<SessionField, MappedField>>;
  unsure: UnsureField[];
  /** The client that a title or the sheet's name tells, for rows that no label further down gives another one. */
  client: { name: string; place: ClientLabel['place'] | null } | null;
  /** Set where the sheet is a grid of marks; `fields` then only says what the marks are. */
  marks: MarksLayout | null;
  /** A sentence for each override that names no column; nothing may be read before they are mended. */
  misnamed: string[];
  /** Further tables of sessions on the sheet: below with a header of their own, or beside. */
  others: readonly ColumnMapping[];
  /** Tables with a date that list something else, and are not read. */
  unread: readonly BlockArea[];
}

/** The tables of a sheet, in reading order. */
export function tablesOf(mapping: ColumnMapping): readonly ColumnMapping[] {
  return [mapping, ...mapping.others];
}

/** What the user says a field is: a header, several to join, or "sheet name" for the client. */
export type MappingOverrides = Partial<Record<SessionField, string>>;
