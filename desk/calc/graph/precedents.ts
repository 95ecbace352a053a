import { cellKey, type Area, type Sheet } from '../../book/book';
import { cellsOf, intersection } from '../../book/areas';
import type { SheetArea } from '../place';
import { itemOf, type FormulaCell } from './formula-cells';

/** Areas up to this many cells are kept cell by cell, so that a change finds its readers at once. */
const SMALL = 16;

interface Readers {
  area: Area;
  cells: Set<FormulaCell>;
}

interface SheetReaders {
  byCell: Map<number, Set<FormulaCell>>;
  byArea: Map<string, Readers>;
}

/** What each formula read when it was last calculated. */
export class Precedents {
  private readonly readers = new Map<Sheet, SheetReaders>();
  private readonly read = new Map<FormulaCell, SheetArea[]>();

  set(cell: FormulaCell, areas: readonly SheetArea[]): void {
    this.remove(cell);
    this.read.set(cell, [...areas]);
    for (const { sheet, area } of areas) {
      const { byCell, byArea } = itemOf(this.readers, sheet, emptyReaders);
      if (area.rows * area.columns > SMALL)
        itemOf(byArea, areaKey(area), (): Readers => ({ area, cells: new Set() })).cells.add(cell);
      else
        for (const { row, column } of cellsOf(area))
          itemOf(byCell, cellKey(row, column), () => new Set<FormulaCell>()).add(cell);
    }
  }

  remove(cell: FormulaCell): void {
    for (const { sheet, area } of this.read.get(cell) ?? []) {
      const { byCell, byArea } = itemOf(this.readers, sheet, emptyReaders);
      if (area.rows * area.columns > SMALL) {
        const readers = byArea.get(areaKey(area));
        readers?.cells.delete(cell);
        if (readers?.cells.size === 0) byArea.delete(areaKey(area));
      } else for (const { row, column } of cellsOf(area)) byCell.get(cellKey(row, column))?.delete(cell);
    }
    this.read.delete(cell);
  }

  /** The formulas that read any cell of an area themselves. */
  readersOf({ sheet, area }: SheetArea): Set<FormulaCell> {
    const found = new Set<FormulaCell>();
    const readers = this.readers.get(sheet);
    if (!readers) return found;
    for (const { row, column } of cellsOf(area))
      for (const cell of readers.byCell.get(cellKey(row, column)) ?? []) found.add(cell);
    for (const { area: read, cells } of readers.byArea.values())
      if (intersection(read, area)) for (const cell of cells) found.add(cell);
    return found;
  }
}

function emptyReaders(): SheetReaders {
  return { byCell: new Map(), byArea: new Map() };
}

function areaKey(area: Area): string {
  return `${String(area.row)},${String(area.column)},${String(area.rows)},${String(area.columns)}`;
}
