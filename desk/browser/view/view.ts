import type { Area, Chart } from '../../book/book';

export type BorderEdge = 'top' | 'bottom' | 'left' | 'right';

/** A workbook as a window shows it: what its grid needs, and nothing that only a file holds. */
export interface BookView {
  fileName: string;
  date1904: boolean;
  defaultFont: { name: string; size: number };
  sheets: SheetView[];
  styles: Record<number, StyleView>;
}

export interface SheetView extends SheetFrame {
  cells: CellView[];
}

/** All of a sheet but its cells. Rows and columns count from 0. */
export interface SheetFrame {
  id: string;
  name: string;
  visible: boolean;
  tabColor: string | null;
  showGridlines: boolean;
  freeze: { rows: number; columns: number } | null;
  /** Of the last cell that holds something, a format included. */
  used: { rows: number; columns: number };
  /** Height in points, null: automatic. */
  rows: { row: number; height: number | null; hidden: boolean; style: number | null }[];
  /** Width in points, null: the default. */
  columns: { column: number; width: number | null; hidden: boolean; style: number | null }[];
  merges: Area[];
  charts: ChartView[];
}

/** A chart as it is to be drawn: with the numbers as they are now, and without the cells it has them from. */
export interface ChartView {
  /** The cells it lies over. */
  area: Area;
  /** Null: of a kind that the Desk cannot draw. */
  kind: Chart['type'];
  title: { text: string; size: number; bold: boolean; color: string } | null;
  legend: Chart['legend'];
  /** As their cells show them. */
  categories: string[];
  /** One value a category; null where the cell holds no number. Colours are `#RRGGBB`. */
  series: { name: string; color: string; values: (number | null)[] }[];
  /** Of the numbers on the axis. */
  numberFormat: string;
  reverseCategories: boolean;
  categoryAngle: number | null;
  gapWidth: number;
}

export type ValueView = string | number | boolean | null | { error: string; message: string | null };

/** Row, column, what is shown, the formula or null, and a key of `styles`. */
export type CellView = [row: number, column: number, value: ValueView, formula: string | null, style: number];

/** How a cell looks; what is not given is as the workbook's default. */
export interface StyleView {
  numberFormat?: string;
  fontName?: string;
  fontSize?: number;
  fontColor?: string;
  bold?: true;
  italic?: true;
  underline?: true;
  strikethrough?: true;
  fill?: string;
  horizontal?: 'left' | 'center' | 'right';
  vertical?: 'top' | 'center' | 'bottom';
  wrap?: true;
  indent?: number;
  borders?: Partial<Record<BorderEdge, { style: string; weight: string; color: string }>>;
}

/** What has changed since the last view or change. Sheets are in their order; absent parts are as before. */
export interface BookChange {
  styles: Record<number, StyleView>;
  /** Every sheet, in order: as it was (its id), or changed, or new with all its cells. */
  sheets: (string | SheetChange)[];
}

export interface SheetChange {
  id: string;
  isNew: boolean;
  /** Null: as before. */
  frame: SheetFrame | null;
  cells: CellView[];
  /** Cells that hold nothing any more. */
  emptied: [row: number, column: number][];
}
