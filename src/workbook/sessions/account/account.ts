import type { Cents } from '../../../billing/values/cents';
import type { Day } from '../../../billing/values/day';
import type { BlockArea } from '../blocks/block';
import type { ColumnUse } from '../column-mapping';

/** What a row of a table of sessions is. */
export type RowKind =
  | 'header'
  | 'header again'
  | 'session'
  | 'month'
  | 'client'
  | 'heading'
  | 'total'
  | 'blank'
  | 'no session'
  | 'left out';

/** One row of a table, and how many filled cells it has there. */
export interface RowAccount {
  /** Excel's number. */
  row: number;
  kind: RowKind;
  /** Why a row is no session or was left out; else null. */
  why: string | null;
  cells: number;
  /** Of a row that was left out: its date and its charge, where these can be read. */
  unread?: UnreadRow;
}

export interface UnreadRow {
  date: Day | null;
  charge: Cents | null;
}

export interface ColumnAccount extends ColumnUse {
  /** Filled cells, that of the header included. */
  cells: number;
}

/** A table of sessions: every row and every column of it. */
export interface TableAccount {
  area: BlockArea;
  rows: readonly RowAccount[];
  columns: readonly ColumnAccount[];
}

/** Filled cells that belong to no table of sessions. */
export interface Outside {
  why: 'above the sessions' | 'beside the sessions' | 'another table' | 'below the sessions';
  rows: number;
  cells: number;
}

/**
 * What became of everything on a sheet of sessions. Nothing is passed over: every row of a table is told once, and the
 * filled cells of all rows and of what is outside are those of the sheet.
 */
export interface SheetAccount {
  sheet: string;
  /** Filled cells. */
  cells: number;
  tables: readonly TableAccount[];
  outside: readonly Outside[];
}

/** How many rows of each kind there are, the commonest first, without blank ones. */
export function rowsByKind({ tables }: Pick<SheetAccount, 'tables'>): [RowKind, number][] {
  const counts = new Map<RowKind, number>();
  for (const { kind } of tables.flatMap(({ rows }) => rows)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** The rows that were left out (`Sessions!12`), with what can be read of them. */
export function unreadRows({ sheet, tables }: SheetAccount): (UnreadRow & { row: string })[] {
  return tables
    .flatMap(({ rows }) => rows)
    .flatMap(({ unread, row }) => (unread ? [{ ...unread, row: `${sheet}!${String(row)}` }] : []));
}
