import { cellKey, type Area, type FormulaKind, type Sheet } from '../../book/book';
import { cellsOf, intersection } from '../../book/areas';
import type { CellPlace, SheetArea } from '../place';

/**
 * - settled: its value holds
 * - due: to be calculated
 * - visiting: being calculated, or waiting on the stack for a cell it reads
 * - waiting: for answers of custom functions, or for the cell in `waitsFor`
 */
export type FormulaState = 'settled' | 'due' | 'visiting' | 'waiting';

export class FormulaCell {
  state: FormulaState = 'settled';
  waitsFor: FormulaCell | null = null;
  waiters: FormulaCell[] = [];
  /** Where its array is, or would be if there were room; null for a single value. */
  reach: Area | null = null;
  isVolatile = false;

  constructor(
    readonly sheet: Sheet,
    readonly row: number,
    readonly column: number,
  ) {}

  get formula(): string {
    return this.sheet.cell(this.row, this.column)?.formula ?? '=""';
  }

  get kind(): FormulaKind | undefined {
    return this.sheet.cell(this.row, this.column)?.formulaKind;
  }

  /** The area that an array formula was entered over. */
  get entered(): { rows: number; columns: number } | undefined {
    return this.sheet.cell(this.row, this.column)?.spill;
  }

  get place(): CellPlace {
    return { sheet: this.sheet.name, row: this.row, column: this.column };
  }

  /** The cell itself and all that its array fills. */
  get filled(): SheetArea {
    const { sheet, row, column } = this;
    return { sheet, area: this.reach ?? { row, column, rows: 1, columns: 1 } };
  }
}

/** Areas up to this many cells are looked at cell by cell. */
const SMALL = 64;

/** The formula cells of a book, and quick answers to "which of them, in this area, have no value yet?". */
export class FormulaCells {
  private readonly cells = new Map<Sheet, Map<number, FormulaCell>>();
  /** By sheet and column, for ranges. */
  private readonly unsettled = new Map<Sheet, Map<number, Set<FormulaCell>>>();
  private readonly arrays = new Map<Sheet, Set<FormulaCell>>();

  *all(): Iterable<FormulaCell> {
    for (const sheet of this.cells.values()) yield* sheet.values();
  }

  get(sheet: Sheet, row: number, column: number): FormulaCell | undefined {
    return this.cells.get(sheet)?.get(cellKey(row, column));
  }

  add(sheet: Sheet, row: number, column: number): FormulaCell {
    const cell = new FormulaCell(sheet, row, column);
    const spill = sheet.cell(row, column)?.spill;
    itemOf(this.cells, sheet, () => new Map<number, FormulaCell>()).set(cellKey(row, column), cell);
    if (spill) this.setReach(cell, { row, column, rows: spill.rows, columns: spill.columns });
    return cell;
  }

  remove(cell: FormulaCell): void {
    this.setState(cell, 'settled');
    this.setReach(cell, null);
    this.cells.get(cell.sheet)?.delete(cellKey(cell.row, cell.column));
  }

  setState(cell: FormulaCell, state: FormulaState): void {
    if ((cell.state === 'settled') !== (state === 'settled')) {
      const columns = itemOf(this.unsettled, cell.sheet, () => new Map<number, Set<FormulaCell>>());
      const column = itemOf(columns, cell.column, () => new Set<FormulaCell>());
      if (state === 'settled') column.delete(cell);
      else column.add(cell);
    }
    cell.state = state;
    if (state !== 'waiting') cell.waitsFor = null;
  }

  setReach(cell: FormulaCell, reach: Area | null): void {
    cell.reach = reach;
    const arrays = itemOf(this.arrays, cell.sheet, () => new Set<FormulaCell>());
    if (reach) arrays.add(cell);
    else arrays.delete(cell);
  }

  /** The cells whose arrays reach into an area. */
  arraysIn({ sheet, area }: SheetArea): FormulaCell[] {
    return [...(this.arrays.get(sheet) ?? [])].filter((cell) => cell.reach && intersection(cell.reach, area));
  }

  /**
   * The cells without a value that fill an area, from top to bottom. As soon as one of them is not merely due, it
   * alone is given: the reader can do nothing before that one.
   */
  unsettledIn(reference: SheetArea): FormulaCell[] {
    const found: FormulaCell[] = [];
    for (const cell of this.unsettledCandidates(reference)) {
      if (cell.state !== 'due') return [cell];
      found.push(cell);
    }
    return found.sort((a, b) => a.row - b.row || a.column - b.column);
  }

  private *unsettledCandidates(reference: SheetArea): Iterable<FormulaCell> {
    const { sheet, area } = reference;
    for (const cell of this.arraysIn(reference)) if (cell.state !== 'settled') yield cell;
    if (area.rows * area.columns <= SMALL) {
      for (const { row, column } of cellsOf(area)) {
        const cell = this.get(sheet, row, column);
        if (cell && cell.state !== 'settled') yield cell;
      }
      return;
    }
    for (const [column, cells] of this.unsettled.get(sheet) ?? []) {
      if (column < area.column || column >= area.column + area.columns) continue;
      for (const cell of cells) if (cell.row >= area.row && cell.row < area.row + area.rows) yield cell;
    }
  }
}

export function itemOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
