import type { Cents } from '../../billing/values/cents';
import type { Day } from '../../billing/values/day';
import type { StyleName } from '../styles';
import type { ReportChart } from './report';

/** A report put on a sheet: what stands in which cell. Rows and columns count from 1. */
export interface LaidOutReport {
  orientation: 'Portrait' | 'Landscape';
  /** Points. */
  columnWidths: number[];
  rowHeights: number[];
  cells: LaidCell[];
  /** Laid down in this order, each over what is below it. */
  areas: LaidArea[];
  merges: Block[];
  /** Rows that start a new printed page. */
  breaks: number[];
  charts: LaidChart[];
}

export interface Block {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface LaidArea extends Block {
  style: StyleName;
}

export interface LaidCell {
  row: number;
  column: number;
  value: LaidValue;
}

/** Text is always text, whatever it looks like; a formula is one of ours, with its '='. */
export type LaidValue =
  { kind: 'text'; text: string } | LaidNumber | { kind: 'formula'; formula: string; comesTo: LaidNumber };

export type LaidNumber =
  { kind: 'number'; number: number } | { kind: 'money'; cents: Cents } | { kind: 'day'; day: Day };

export interface LaidChart extends Block {
  title: string;
  type: ReportChart['type'];
  categories: Block;
  series: { name: string; values: Block }[];
  /** One of the series, with something in it: Excel may draw nothing at all from empty cells. */
  drawnFrom: Block;
}
