import type { ICellData, Nullable } from '@univerjs/presets';
import type { IUnitData } from '@univerjs/preset-sheets-node-core';
import { CellError, LIMITS, type Book, type Cell, type Sheet } from '../../book/book';
import type { Univer } from './univer';

/** Univer's CellValueType. */
const STRING = 1;
const NUMBER = 2;
const BOOLEAN = 3;

/** The engine's view of the book: nothing is copied, every read goes to the book. */
export function bookCells(
  univer: Univer,
  unitId: string,
  book: Book,
): { data: IUnitData; ids: Map<Sheet, string> } {
  class SheetCells extends univer.ObjectMatrix<ICellData> {
    constructor(private readonly sheet: Sheet) {
      super();
    }
    override getValue(row: number, column: number): Nullable<ICellData> {
      return engineCell(this.sheet.cell(row, column));
    }
  }
  const ids = new Map(book.sheets.map((sheet, index) => [sheet, `sheet${String(index)}`]));
  const sheets = book.sheets.map((sheet) => [
    ids.get(sheet),
    {
      cellData: new SheetCells(sheet),
      rowCount: LIMITS.rows,
      columnCount: LIMITS.columns,
      rowData: hiddenRows(sheet),
      columnData: {},
    },
  ]);
  return { data: { [unitId]: Object.fromEntries(sheets) as IUnitData[string] }, ids };
}

/** The formula is there for SUBTOTAL and AGGREGATE, which leave out cells with either of them. */
function engineCell(cell: Cell | undefined): Nullable<ICellData> {
  const value = cell?.value ?? null;
  const formula = cell?.formula ? { f: cell.formula.toUpperCase() } : {};
  if (value === null) return undefined;
  if (value instanceof CellError) return { v: value.text, t: STRING };
  if (typeof value === 'number') return { v: value, t: NUMBER, ...formula };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: BOOLEAN };
  // With a formula, an empty text is a text; without one the engine takes it for a blank cell.
  return value === '' ? { v: '', t: STRING, f: '=""' } : { v: value, t: STRING };
}

function hiddenRows(sheet: Sheet): Record<number, { hd: number }> {
  const hidden = [...sheet.rowFormats].filter(([, format]) => format.hidden);
  return Object.fromEntries(hidden.map(([row]) => [row, { hd: 1 }]));
}
