/** A cell as Excel hands it over: empty is '', an error is its text ('#N/A'), a date is a number. */
export type GridValue = string | number | boolean;

/** One sheet of the user's workbook, read once. Nothing here knows Office. */
export interface SheetGrid {
  name: string;
  /** Excel's number of the first row and column of `values`, counted from 1. */
  firstRow: number;
  firstColumn: number;
  values: GridValue[][];
  /** Number formats of the same shape; shorter or empty where they were not read. */
  formats: string[][];
  /** Excel tables on the sheet: Excel's row and column numbers, header row included. */
  tables: GridTable[];
  /** Whether day numbers count from 1904. */
  date1904: boolean;
  /** How rows look, where they do not all look alike. */
  looks?: RowLooks;
}

/** What rows look like, by Excel's numbers. */
export interface RowLooks {
  /** With a line through cells. */
  struck: ReadonlySet<number>;
  /** Not shown, by a filter or by hand. */
  hidden: ReadonlySet<number>;
  /** Of the last rows those that are filled in one color (`#FFC000`). */
  fills: ReadonlyMap<number, string>;
}

/** Columns of a sheet that are looked at: more than the days of two years, which some keep side by side. */
export const MAX_COLUMNS = 1000;

export interface GridTable {
  name: string;
  top: number;
  left: number;
  rows: number;
  columns: number;
  /** Whether the last row adds up the others. */
  hasTotals?: boolean;
  /** Whether a filter hides rows. */
  isFiltered?: boolean;
}
