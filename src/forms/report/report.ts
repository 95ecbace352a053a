import type { Cents } from '../../billing/values/cents';
import type { Day } from '../../billing/values/day';
import type { AnyNumber } from '../../billing/values/plain-number';

/**
 * A page that grows with what it says: a month's sheet, a statement, a letter. A value of blocks, one under another, on
 * a grid of columns that all blocks share; nothing here knows Excel.
 */
export interface Report {
  orientation: 'Portrait' | 'Landscape';
  /** Points, from the first column; every table's columns span whole ones of these. */
  columnWidths: number[];
  blocks: ReportBlock[];
}

export type ReportBlock =
  | { kind: 'title'; text: string; under?: string }
  | { kind: 'heading'; text: string }
  /** Runs over the whole width and is wrapped. */
  | { kind: 'paragraph'; text: string; look?: 'plain' | 'quiet' | 'strong' }
  /** Short lines such as an address, one under another. */
  | { kind: 'lines'; lines: string[] }
  /** Label and value, `across` pairs side by side. */
  | { kind: 'facts'; across: 1 | 2 | 3; facts: { label: string; value: ReportCell }[] }
  | ReportTable
  | ReportChart
  /** A line to sign on, with a place for the date. */
  | { kind: 'signature'; label: string }
  /** An empty line to write on, after the question. */
  | { kind: 'question'; text: string; answer?: ReportCell }
  | { kind: 'space' }
  | { kind: 'page-break' };

export interface ReportTable {
  kind: 'table';
  /** Names the table for a chart. */
  id?: string;
  columns: ReportColumn[];
  rows: ReportRow[];
  /** What stands there instead of rows. */
  none?: string;
  /** Label of a last row that adds up the columns marked with `total`, as formulas over the cells above it. */
  total?: string;
}

export interface ReportColumn {
  header: string;
  /** How many columns of the grid it takes; the columns of a table fill the grid together. */
  span: number | 'rest';
  holds: 'text' | 'money' | 'date' | 'number';
  total?: boolean;
}

export interface ReportRow {
  /** One for each column of the table. */
  cells: ReportCell[];
  look?: 'plain' | 'strong' | 'quiet' | 'attention';
}

/** Text, or a number: an amount where the column holds money, a day where it holds dates. */
export type ReportCell = string | AnyNumber | null | ReportFormula | ReportAmount;

/** Of cells of the same row, by their headers: `[Charge]-[Paid]`. The value is what it will come to. */
export interface ReportFormula {
  formula: string;
  value: AnyNumber;
}

/** An amount or a day where the place does not say so, as in facts. */
export type ReportAmount = { cents: Cents } | { day: Day };

/** A native chart over columns of a table of the same report, drawn below what stands before it. */
export interface ReportChart {
  kind: 'chart';
  title: string;
  type: 'column-stacked' | 'bar-stacked' | 'column';
  /** Id of the table. */
  of: string;
  /** Headers of the table's columns. */
  categories: string;
  series: string[];
  /** Points. */
  height: number;
  /** What the picture shows, for who cannot see it. */
  alt: string;
}
