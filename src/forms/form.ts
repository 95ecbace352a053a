import type { StyleName } from './styles';

/**
 * A printed form as a value: nothing here knows Excel. Every page of a form has the same rows and columns, so
 * that a batch is pages stacked one under another with a page break between them. What all pages share is the
 * frame; a page itself is only its values. No cell is merged: a text runs on into the empty cells to its right.
 */
export interface Form {
  name: string;
  /** Points, from the first column. */
  columnWidths: number[];
  /** Points, of one page. */
  rowHeights: number[];
  /** Texts that are the same on every page. */
  cells: FrameCell[];
  /** Boxes, fills and fonts, laid down in this order; the styles of the labels come after them. */
  areas: FrameArea[];
  page: PageSetup;
}

/** Rows and columns count from 1 within the page, here and below. */
export interface FrameCell {
  row: number;
  column: number;
  text: string;
  style: StyleName;
}

/** A style laid over a block of cells: its borders go around the block, all else to each cell of it. */
export interface FrameArea {
  row: number;
  column: number;
  rows: number;
  columns: number;
  style: StyleName;
}

export interface PageSetup {
  orientation: 'Portrait' | 'Landscape';
  /** Points. */
  margins: { top: number; bottom: number; left: number; right: number };
  fitToWidth: true;
  /** Rows that Excel repeats at the top of every printed page, where a form is not paged by itself. */
  titleRows?: { first: number; last: number };
}

export interface FormPage {
  values: FormValue[];
}

export interface FormValue {
  row: number;
  column: number;
  value: string | number;
  /** Only where a value looks different from what the frame lays down for its cell. */
  style?: StyleName;
}
