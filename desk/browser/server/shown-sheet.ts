import { CellError, cellKey, cellOfKey, type CellValue, type Sheet, type Table } from '../../book/book';
import { cellsOf, intersection } from '../../book/areas';
import type { CellView, SheetChange, SheetFrame, ValueView } from '../view/view';
import { chartView } from './shown-charts';
import type { ShownStyles } from './shown-styles';
import { tableLook, type TableLook } from './table-looks';

interface ShownCell {
  value: CellValue;
  formula: string | null;
  style: number;
}

/** What the windows have been shown of one sheet; `update` finds what is different now. */
export class ShownSheet {
  private frame = '';
  /** The sheet's revision, and what else the cells' looks hang on. */
  private seen = '';
  private cells = new Map<number, ShownCell>();

  constructor(
    readonly sheet: Sheet,
    readonly id: string,
    private readonly styles: ShownStyles,
  ) {}

  /** Null when nothing has changed. */
  update(isNew: boolean): SheetChange | null {
    const frame = frameOf(this.sheet, this.id, this.styles);
    const text = JSON.stringify(frame);
    const isFrameNew = text !== this.frame;
    this.frame = text;
    const seen = JSON.stringify([this.sheet.revision, this.sheet.tables.map(looksFrom)]);
    if (!isFrameNew && seen === this.seen) return null;
    this.seen = seen;
    const { changed, emptied } = this.updateCells();
    if (!isNew && !isFrameNew && changed.length === 0 && emptied.length === 0) return null;
    return { id: this.id, isNew, frame: isFrameNew ? frame : null, cells: changed, emptied };
  }

  /** How the sheet is, and some of its cells, changed or not: a grid may have been ahead of the book. */
  state(cells: readonly (readonly [row: number, column: number, ...unknown[]])[]): SheetChange {
    const held: CellView[] = [];
    const emptied: [number, number][] = [];
    for (const [row, column] of cells) {
      const key = cellKey(row, column);
      const cell = this.cells.get(key);
      if (cell) held.push(cellView(key, cell));
      else emptied.push([row, column]);
    }
    return { id: this.id, isNew: false, frame: this.view().frame, cells: held, emptied };
  }

  view(): { frame: SheetFrame; cells: CellView[] } {
    return {
      frame: JSON.parse(this.frame) as SheetFrame,
      cells: [...this.cells].map(([key, cell]) => cellView(key, cell)),
    };
  }

  private updateCells(): { changed: CellView[]; emptied: [number, number][] } {
    const changed: CellView[] = [];
    const looks = looksOf(this.sheet);
    let seen = 0;
    const see = (key: number, value: CellValue, formula: string | null, style: number): void => {
      seen++;
      const before = this.cells.get(key);
      // A calculation that comes to the same error makes a new error of it.
      if (before?.formula === formula && before.style === style && isSame(before.value, value)) return;
      const cell = { value, formula, style };
      this.cells.set(key, cell);
      changed.push(cellView(key, cell));
    };
    for (const { row, column, cell } of this.sheet.entries()) {
      const key = cellKey(row, column);
      see(key, cell.value, cell.formula, this.styles.key(cell.style, looks.get(key) ?? null));
      looks.delete(key);
    }
    for (const [key, look] of looks) {
      const { row, column } = cellOfKey(key);
      see(key, null, null, this.styles.key(this.sheet.emptyStyle(row, column), look));
    }
    return { changed, emptied: seen === this.cells.size ? [] : this.forgetEmptied(looks) };
  }

  private forgetEmptied(looks: ReadonlyMap<number, TableLook>): [number, number][] {
    const emptied: [number, number][] = [];
    for (const key of [...this.cells.keys()]) {
      const { row, column } = cellOfKey(key);
      if (this.sheet.cell(row, column) || looks.has(key)) continue;
      this.cells.delete(key);
      emptied.push([row, column]);
    }
    return emptied;
  }
}

function isSame(a: CellValue, b: CellValue): boolean {
  if (a instanceof CellError && b instanceof CellError) return a.text === b.text && a.message === b.message;
  return a === b;
}

function cellView(key: number, { value, formula, style }: ShownCell): CellView {
  const { row, column } = cellOfKey(key);
  return [row, column, valueView(value), formula, style];
}

function valueView(value: CellValue): ValueView {
  return value instanceof CellError ? { error: value.text, message: value.message } : value;
}

function looksFrom({ area, style, showHeaders, showBandedRows, hasTotals }: Table) {
  return [area, style, showHeaders, showBandedRows, hasTotals];
}

/** Cells of a table that is looked at whole. A larger one may be as long as the sheet, with next to nothing in it. */
const MAX_TABLE_CELLS = 100_000;

function looksOf(sheet: Sheet): Map<number, TableLook> {
  const looks = new Map<number, TableLook>();
  for (const table of sheet.tables) {
    const isLarge = table.area.rows * table.area.columns > MAX_TABLE_CELLS;
    const used = isLarge ? sheet.usedArea(false) : table.area;
    const area = used && intersection(table.area, used);
    for (const { row, column } of area ? cellsOf(area) : []) {
      const look = tableLook(table, row, column);
      if (look) looks.set(cellKey(row, column), look);
    }
  }
  return looks;
}

function frameOf(sheet: Sheet, id: string, styles: ShownStyles): SheetFrame {
  const used = sheet.usedArea(false);
  return {
    id,
    name: sheet.name,
    visible: sheet.visibility === 'Visible',
    tabColor: sheet.tabColor,
    showGridlines: sheet.showGridlines,
    freeze: sheet.freeze,
    used: { rows: used ? used.row + used.rows : 0, columns: used ? used.column + used.columns : 0 },
    rows: [...sheet.rowFormats].map(([row, { height, hidden, style }]) => ({
      row,
      height,
      hidden,
      style: style === undefined ? null : styles.key(style, null),
    })),
    columns: [...sheet.columnFormats].map(([column, { width, hidden, style }]) => ({
      column,
      width,
      hidden,
      style: style === 0 ? null : styles.key(style, null),
    })),
    merges: sheet.merges,
    charts: sheet.charts.map(chartView),
  };
}
