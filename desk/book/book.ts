import type { ColumnFilter } from './column-filter';
import { CustomProperties } from './custom-properties';
import type { CustomXmlPart } from './custom-xml-part';
import { plainStyle, StyleTable, type Style } from './styles';

/**
 * The workbook as the Desk holds it: the truth for the headless host and, later, for the browser grid. It knows
 * neither Office.js, nor Univer, nor the .xlsx format. Rows and columns count from 0.
 */
export class Book {
  readonly sheets: Sheet[] = [];
  readonly names: DefinedName[] = [];
  readonly styles = new StyleTable();
  date1904 = false;
  /** Workbook structure protected: sheets cannot be added, deleted, renamed or moved. */
  structureProtected = false;
  activeSheet = 0;
  /** What add-ins keep with the workbook (`workbook.settings`): values as JSON holds them. */
  readonly settings = new Map<string, unknown>();
  readonly customXmlParts: CustomXmlPart[] = [];
  /** What a style's null font name and size mean. */
  defaultFont = { name: 'Calibri', size: 11 };
  /** What the file held that the Desk does not model; only the codec looks inside. */
  source: unknown = null;
  /** Told before cells are moved, for whoever keeps another copy of the book in step. */
  onShift: (sheet: Sheet, changed: Area, shift: Shift) => void = () => undefined;

  sheet(name: string): Sheet | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  addSheet(name: string, position = this.sheets.length): Sheet {
    const sheet = new Sheet(this, name);
    this.sheets.splice(position, 0, sheet);
    return sheet;
  }

  deleteSheet(sheet: Sheet): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.activeSheet = Math.min(this.activeSheet, this.sheets.length - 1);
  }

  *tables(): Iterable<Table> {
    for (const sheet of this.sheets) yield* sheet.tables;
  }
}

export const ERROR_TEXTS = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#BUSY!',
] as const;
export type ErrorText = (typeof ERROR_TEXTS)[number];

/** An error in a cell. `message` is what Excel shows on hover for a custom function's own error. */
export class CellError {
  constructor(
    readonly text: ErrorText,
    readonly message: string | null = null,
  ) {}
}

/** What a cell holds; null is an empty cell. Dates are numbers, as in Excel. */
export type CellValue = string | number | boolean | CellError | null;

/**
 * - Intersecting: a formula of a file without the mark of dynamic arrays, which gives one value: a range stands for its
 *   cell in the formula's row or column
 * - Array: entered with Ctrl+Shift+Enter over an area (`spill`), which stays that large
 */
export type FormulaKind = 'Intersecting' | 'Array';

export interface Cell {
  value: CellValue;
  /** With its leading '=', as the user sees it, or null. */
  formula: string | null;
  /** Absent: it may fill its neighbours, as what is typed into today's Excel. */
  formulaKind?: FormulaKind | undefined;
  /** Index into `Book.styles`. */
  style: number;
  /** Set on the anchor of a dynamic array: its size, itself included. */
  spill?: { rows: number; columns: number } | undefined;
  /** Set on the cells that an anchor filled: where the anchor is. */
  spilledFrom?: { row: number; column: number } | undefined;
  /** Rich text or anything else the codec wants to write back unchanged while the value stays. */
  source?: unknown;
}

export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** Which way cells make room or close up. */
export type Shift = 'Down' | 'Right' | 'Up' | 'Left';

export interface DefinedName {
  name: string;
  /** With its leading '='. */
  formula: string;
  /** The sheet a local name belongs to, or null. */
  scope: Sheet | null;
  hidden: boolean;
  comment?: string;
}

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

const COLUMNS = 16384;
export const LIMITS = { rows: 1048576, columns: COLUMNS, cellCharacters: 32767 } as const;

export interface RowFormat {
  /** Points; null is automatic. */
  height: number | null;
  hidden: boolean;
  /** Style of the row's empty cells, where the row has one; it goes before the column's. */
  style?: number;
}

export interface ColumnFormat {
  /** In the width unit of Office.js `format.columnWidth` (points at 100 %); null is the sheet's default. */
  width: number | null;
  hidden: boolean;
  /** Style of the column's empty cells. */
  style: number;
}

export interface PageLayout {
  orientation: 'Portrait' | 'Landscape' | null;
  paperSize: string | null;
  printArea: Area | null;
  /** Rows repeated at the top of each page: first and last, counted from 0. */
  titleRows: { first: number; last: number } | null;
  zoom: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number } | null;
  /** Points. */
  margins: {
    left: number;
    right: number;
    top: number;
    bottom: number;
    header: number;
    footer: number;
  } | null;
  centerHorizontally: boolean;
  printGridlines: boolean;
  centerFooter: string | null;
  leftFooter: string | null;
  rightFooter: string | null;
}

export class Sheet {
  /** What add-ins know it by, whatever its name; null until somebody asks. */
  id: string | null = null;
  visibility: Visibility = 'Visible';
  tabColor: string | null = null;
  isProtected = false;
  showGridlines = true;
  /** Rows and columns frozen at the top and left. */
  freeze: { rows: number; columns: number } | null = null;
  readonly rowFormats = new Map<number, RowFormat>();
  readonly columnFormats = new Map<number, ColumnFormat>();
  readonly merges: Area[] = [];
  readonly tables: Table[] = [];
  readonly charts: Chart[] = [];
  /** Where the sheet's own filter (of a list that is no table) hides rows; null where there is none or it shows all. */
  filteredArea: Area | null = null;
  readonly customProperties = new CustomProperties();
  /** Rows that start a new printed page, counted from 0. */
  readonly pageBreakRows = new Set<number>();
  /** Columns that start one. */
  readonly pageBreakColumns = new Set<number>();
  pageLayout: PageLayout = emptyPageLayout();
  /** What the file held of this sheet; null for a sheet made since. Only the codec looks inside. */
  source: unknown = null;
  /** Cells whose value, formula or style differ from the file: `cellKey` numbers. Kept by set* and clear. */
  readonly touched = new Set<number>();
  private readonly cells = new Map<number, Cell>();
  private changes = 0;
  /** By whether values only; as of `changes`. */
  private readonly used = new Map<boolean, { changes: number; area: Area | null }>();

  constructor(
    readonly book: Book,
    public name: string,
  ) {}

  /** Cells are changed through their sheet alone, which counts it. */
  cell(row: number, column: number): Readonly<Cell> | undefined {
    return this.cells.get(cellKey(row, column));
  }

  /** Grows with every change of a cell: what was found out of the cells holds while it stays. */
  get revision(): number {
    return this.changes;
  }

  /** Reads a file's cell without marking it as touched. */
  loadCell(row: number, column: number, cell: Cell): void {
    this.cells.set(cellKey(row, column), cell);
    this.changes++;
  }

  /** Reads which cells of a file an array fills, without marking them as touched. */
  loadSpill({ row, column, rows, columns }: Area): void {
    for (let r = row; r < row + rows; r++) {
      for (let c = column; c < column + columns; c++) {
        const cell = this.cells.get(cellKey(r, c));
        if (!cell) continue;
        if (r === row && c === column) cell.spill = { rows, columns };
        else cell.spilledFrom = { row, column };
      }
    }
    this.changes++;
  }

  setValue(row: number, column: number, value: CellValue): void {
    this.leaveSpill(row, column);
    this.write(row, column, { value, formula: null });
  }

  /** Sets a formula; its value is unknown until the next calculation. */
  setFormula(row: number, column: number, formula: string, kind?: FormulaKind): void {
    this.leaveSpill(row, column);
    this.write(row, column, { value: null, formula, ...(kind && { formulaKind: kind }) });
  }

  /** Stores what a formula came to; the formula and style stay. */
  setCalculated(row: number, column: number, value: CellValue): void {
    const cell = this.cells.get(cellKey(row, column));
    if (!cell) this.write(row, column, { value, formula: null });
    else if (!sameValue(cell.value, value)) {
      cell.value = value;
      this.touch(cellKey(row, column));
    }
  }

  setSpill(row: number, column: number, values: CellValue[][]): void {
    this.clearSpill(row, column);
    const columns = values.reduce((widest, line) => Math.max(widest, line.length), 1);
    values.forEach((line, r) => {
      for (let c = 0; c < columns; c++) {
        if (r === 0 && c === 0) continue;
        this.write(row + r, column + c, { value: line[c] ?? null, formula: null });
        const cell = this.cells.get(cellKey(row + r, column + c));
        if (cell) cell.spilledFrom = { row, column };
      }
    });
    this.setCalculated(row, column, values[0]?.[0] ?? null);
    const anchor = this.cells.get(cellKey(row, column));
    if (anchor) anchor.spill = { rows: values.length, columns };
    this.changes++;
  }

  /** Takes away what an array filled beside its anchor. */
  clearSpill(row: number, column: number): void {
    const anchor = this.cells.get(cellKey(row, column));
    if (!anchor?.spill) return;
    for (let r = 0; r < anchor.spill.rows; r++) {
      for (let c = 0; c < anchor.spill.columns; c++) {
        const cell = this.cells.get(cellKey(row + r, column + c));
        if (!cell?.spilledFrom) continue;
        cell.value = null;
        cell.spilledFrom = undefined;
        this.touch(cellKey(row + r, column + c));
      }
    }
    anchor.spill = undefined;
    this.changes++;
  }

  setStyle(row: number, column: number, style: number): void {
    const key = cellKey(row, column);
    const cell = this.cells.get(key);
    if (cell) cell.style = style;
    else this.cells.set(key, { value: null, formula: null, style });
    this.touch(key);
  }

  /** Removes value and formula; with `formats` the style as well. */
  clearCell(row: number, column: number, what: { contents: boolean; formats: boolean }): void {
    const key = cellKey(row, column);
    const cell = this.cells.get(key);
    if (!cell) return;
    if (what.contents) {
      this.leaveSpill(row, column);
      cell.value = null;
      cell.formula = null;
      cell.formulaKind = undefined;
      cell.source = undefined;
    }
    if (what.formats) cell.style = plainStyle;
    if (cell.value === null && cell.formula === null && cell.style === plainStyle) this.cells.delete(key);
    this.touch(key);
  }

  styleOf(row: number, column: number): Style {
    const cell = this.cell(row, column);
    return this.book.styles.get(cell ? cell.style : this.emptyStyle(row, column));
  }

  /** The style a cell has before anything was put into it. */
  emptyStyle(row: number, column: number): number {
    return this.rowFormats.get(row)?.style ?? this.columnFormats.get(column)?.style ?? plainStyle;
  }

  /** Every stored cell, in no particular order. */
  *entries(): Iterable<{ row: number; column: number; cell: Readonly<Cell> }> {
    for (const [key, cell] of this.cells)
      yield { row: Math.floor(key / COLUMNS), column: key % COLUMNS, cell };
  }

  /** Every cell with a formula, in no particular order. */
  *formulas(): Iterable<{ row: number; column: number; cell: Readonly<Cell> & { formula: string } }> {
    for (const [key, cell] of this.cells)
      if (hasFormula(cell)) yield { row: Math.floor(key / COLUMNS), column: key % COLUMNS, cell };
  }

  get formulaCount(): number {
    let count = 0;
    for (const cell of this.cells.values()) if (cell.formula !== null) count++;
    return count;
  }

  /** The smallest area with all cells that hold a value (or, without `valuesOnly`, a format), or null. */
  usedArea(valuesOnly: boolean): Area | null {
    const known = this.used.get(valuesOnly);
    const area = known?.changes === this.changes ? known.area : this.findUsedArea(valuesOnly);
    this.used.set(valuesOnly, { changes: this.changes, area });
    return area && { ...area };
  }

  private findUsedArea(valuesOnly: boolean): Area | null {
    let top = Infinity,
      left = Infinity,
      bottom = -1,
      right = -1;
    for (const [key, cell] of this.cells) {
      if (cell.value === null && cell.formula === null && (valuesOnly || cell.style === plainStyle)) continue;
      const row = Math.floor(key / COLUMNS);
      const column = key % COLUMNS;
      if (row < top) top = row;
      if (column < left) left = column;
      if (row > bottom) bottom = row;
      if (column > right) right = column;
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** Moves cells after an insertion (count > 0) or deletion (count < 0) of whole or partial rows. */
  shiftRows(area: Area, count: number): void {
    const moved: [number, Cell][] = [];
    for (const [key, cell] of [...this.cells]) {
      const row = Math.floor(key / COLUMNS);
      const column = key % COLUMNS;
      if (row < area.row || column < area.column || column >= area.column + area.columns) continue;
      this.cells.delete(key);
      this.touch(key);
      const target = row + count;
      if (count < 0 && row < area.row - count) continue;
      moved.push([cellKey(target, column), cell]);
    }
    for (const [key, cell] of moved) {
      this.cells.set(key, cell);
      this.touch(key);
    }
  }

  /** Moves cells after an insertion (count > 0) or deletion (count < 0) of whole or partial columns. */
  shiftColumns(area: Area, count: number): void {
    const moved: [number, Cell][] = [];
    for (const [key, cell] of [...this.cells]) {
      const { row, column } = cellOfKey(key);
      if (column < area.column || row < area.row || row >= area.row + area.rows) continue;
      this.cells.delete(key);
      this.touch(key);
      if (count < 0 && column < area.column - count) continue;
      moved.push([cellKey(row, column + count), cell]);
    }
    for (const [key, cell] of moved) {
      this.cells.set(key, cell);
      this.touch(key);
    }
  }

  private leaveSpill(row: number, column: number): void {
    this.clearSpill(row, column);
    const cell = this.cells.get(cellKey(row, column));
    if (!cell?.spilledFrom) return;
    cell.spilledFrom = undefined;
    this.changes++;
  }

  private write(row: number, column: number, content: Pick<Cell, 'value' | 'formula' | 'formulaKind'>): void {
    const key = cellKey(row, column);
    const cell = this.cells.get(key);
    if (cell) {
      cell.value = content.value;
      cell.formula = content.formula;
      cell.formulaKind = content.formulaKind;
      cell.source = undefined;
    } else {
      this.cells.set(key, { ...content, style: this.emptyStyle(row, column) });
    }
    this.touch(key);
  }

  private touch(key: number): void {
    this.touched.add(key);
    this.changes++;
  }
}

/** An Excel table. `area` includes the header row and the totals row where they are shown. */
export interface Table {
  name: string;
  sheet: Sheet;
  area: Area;
  /** False for a table without a header row; absent means that it has one. */
  showHeaders?: boolean;
  hasTotals: boolean;
  showBandedRows: boolean;
  showFilterButton: boolean;
  /** Such as `TableStyleLight9`, or null for none. */
  style: string | null;
  columns: TableColumn[];
  /** What the file held of this table; null for one made since. Only the codec looks inside. */
  source: unknown;
}

export interface TableColumn {
  name: string;
  /** Calculated-column formula with its '=', as the user sees it (`=[@Minutes]/15`), or null. */
  formula: string | null;
  filter?: ColumnFilter;
}

export const CHART_TYPES = ['ColumnClustered', 'ColumnStacked', 'BarClustered', 'BarStacked'] as const;
export type ChartType = (typeof CHART_TYPES)[number];
export const LEGEND_POSITIONS = ['Top', 'Bottom', 'Left', 'Right'] as const;

/** A chart that lies over cells of its sheet. */
export interface Chart {
  name: string;
  /** Null for a kind the Desk cannot draw; the file keeps such a chart as it is. */
  type: ChartType | null;
  /** The cells it covers. */
  area: Area;
  title: ChartTitle;
  /** Null: no legend. */
  legend: (typeof LEGEND_POSITIONS)[number] | null;
  series: ChartSeries[];
  /** The first category stands last. */
  reverseCategories: boolean;
  /** Degrees the names of the categories are turned by; null: as there is room for them. */
  categoryAngle: number | null;
  /** Room between categories, in percent of a bar's width. */
  gapWidth: number;
  /** What the file held of this chart; null for one made since. Only the codec looks inside. */
  source: unknown;
}

export interface ChartTitle {
  /** Null: no title. */
  text: string | null;
  size: number;
  bold: boolean;
  color: string;
}

export interface ChartSeries {
  name: string;
  values: ChartCells;
  /** Null: numbers from 1. */
  categories: ChartCells | null;
  /** `#RRGGBB`, or null for Excel's own choice. */
  color: string | null;
}

export interface ChartCells {
  sheet: Sheet;
  area: Area;
}

export function cellKey(row: number, column: number): number {
  return row * COLUMNS + column;
}

export function cellOfKey(key: number): { row: number; column: number } {
  return { row: Math.floor(key / COLUMNS), column: key % COLUMNS };
}

export function sameValue(a: CellValue, b: CellValue): boolean {
  if (a instanceof CellError && b instanceof CellError) return a.text === b.text && a.message === b.message;
  return a === b;
}

export function emptyPageLayout(): PageLayout {
  return {
    orientation: null,
    paperSize: null,
    printArea: null,
    titleRows: null,
    zoom: null,
    margins: null,
    centerHorizontally: false,
    printGridlines: false,
    centerFooter: null,
    leftFooter: null,
    rightFooter: null,
  };
}

function hasFormula(cell: Cell): cell is Cell & { formula: string } {
  return cell.formula !== null;
}
