import { valueAt, type CellSpot } from '../plan/cell-changes';
import { Refusal } from '../refusal';
import type { GridValue } from '../sessions/grid';
import type { OwnTable } from '../tables/own-table';
import { columnFormat, isTextColumn } from '../tables/cell-values';
import { cellInput, type CellInput } from './cell-input';
import { ACTION_BYTES, type ExcelStep, type Surprise } from './excel-step';
import { cellsOf } from './cells-of-table';
import type { OwnTableName } from '../tables';

/** A cell of a table and what it is to say; '' empties it. */
export interface CellWrite {
  spot: CellSpot;
  value: GridValue;
}

/** Cells of one column that are written as one range. */
interface Strip<Cell extends { spot: CellSpot }> {
  table: OwnTable;
  offset: number;
  /** Positions within the table. */
  first: number;
  last: number;
  cells: Cell[];
}

/** Cells in between that are sent as "leave it": a range of its own costs as many bytes as this many. */
const LARGEST_GAP = 100;
const LONGEST_STRIP = 1000;

/**
 * Writes cells here and there in tables: one range for those of a column that stand together. What stood there is read
 * by the same request: rows that were moved since the workbook was read are found out, for them to be put back.
 */
export function cellSteps(writes: readonly CellWrite[]): ExcelStep[] {
  return stripsOf(writes).map((strip) => {
    const height = strip.last - strip.first + 1;
    const values = new Array<CellInput>(height).fill(null);
    const formats = new Array<string | null>(height).fill(null);
    for (const { spot, value } of strip.cells) {
      values[spot.position - strip.first] = cellInput(value, columnFormat(spot.column));
      formats[spot.position - strip.first] = formatFor(spot, value);
    }
    return {
      bytes: JSON.stringify([values, formats]).length * 1.1 + 8 * ACTION_BYTES,
      run: (context) => {
        const keys = rangeOf(context, strip, keyOffset(strip.table)).load('values,rowIndex');
        const before = rangeOf(context, strip).load('formulas,columnIndex');
        const range = rangeOf(context, strip);
        // Null leaves a cell as it is (Office documentation, "Blank and null values"); the types do not say so.
        if (formats.some((format) => format !== null))
          range.numberFormat = formats.map((format) => [format]) as string[][];
        range.values = values.map((value) => [value]);
        return () => surprisesOf(strip, keys, before);
      },
    };
  });
}

function surprisesOf(strip: Strip<CellWrite>, keys: Excel.Range, before: Excel.Range): Surprise[] {
  const { table, first, cells } = strip;
  const offset = keyOffset(table);
  const found = cells.map(({ spot, value }) => {
    const at = spot.position - first;
    const [key, stood] = [keys, before].map(
      (range, index) => ((index === 0 ? range.values : range.formulas)[at]?.[0] ?? '') as GridValue,
    );
    const line = table.cells[spot.position] ?? [];
    const planned = line[offset] ?? '';
    return { spot, value, at, key: key ?? '', stood: stood ?? '', planned };
  });
  const isAsRead = found.every(
    ({ spot, key, stood, planned }) => isSame(key, planned) && isSame(stood, valueAt(spot)),
  );
  if (isAsRead) return [];
  const name = table.definition.name as OwnTableName;
  return found.map(({ spot, value, at, key, stood }): Surprise => {
    const row = String(key).trim();
    if (row !== '')
      return { is: 'put back', table: name, row, column: spot.column.key, wrote: value, value: stood };
    const place = { row: keys.rowIndex + at + 1, column: before.columnIndex + 1 };
    return { is: 'cell back', sheet: table.sheet.name, ...place, value: stood };
  });
}

/** Excel may hold as a number what was written as text, in a cell that somebody gave another format. */
function isSame(one: GridValue, two: GridValue): boolean {
  return one === two || String(one) === String(two);
}

function keyOffset({ definition, positions }: OwnTable): number {
  return positions.get(definition.key ?? '') ?? 0;
}

/**
 * Throws a refusal where a formula of the user's stands; takes one round trip. The workbook was read without its
 * formulas: they are asked for only where somebody is about to write.
 */
export async function refuseFormulas(
  context: Excel.RequestContext,
  cells: readonly { spot: CellSpot }[],
): Promise<void> {
  if (cells.length === 0) return;
  const asked = stripsOf(cells).map((strip) => ({ strip, range: rangeOf(context, strip).load('formulas') }));
  await context.sync();
  for (const { strip, range } of asked) {
    for (const { spot } of strip.cells) {
      const formula: unknown = range.formulas[spot.position - strip.first]?.[0];
      if (typeof formula !== 'string' || !formula.startsWith('=') || formula === valueAt(spot)) continue;
      const { table, column, position } = spot;
      throw new Refusal(
        'table-damaged',
        `${column.header} in row ${String(table.top + position)} of the sheet "${table.sheet.name}" holds a formula, and Claimsheet never writes over a formula of yours. Put its value there instead (copy it, then Paste Special > Values) and try again.`,
      );
    }
  }
}

function stripsOf<Cell extends { spot: CellSpot }>(cells: readonly Cell[]): Strip<Cell>[] {
  const byColumn = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = `${cell.spot.table.definition.name} ${String(cell.spot.offset)}`;
    const column = byColumn.get(key);
    if (column) column.push(cell);
    else byColumn.set(key, [cell]);
  }
  return [...byColumn.values()].flatMap((column) => {
    const strips: Strip<Cell>[] = [];
    for (const cell of column.sort((one, two) => one.spot.position - two.spot.position)) {
      const { table, offset, position } = cell.spot;
      const strip = strips[strips.length - 1];
      if (strip && position - strip.last <= LARGEST_GAP && position - strip.first < LONGEST_STRIP) {
        strip.cells.push(cell);
        strip.last = position;
      } else {
        strips.push({ table, offset, first: position, last: position, cells: [cell] });
      }
    }
    return strips;
  });
}

function rangeOf(
  context: Excel.RequestContext,
  { table, offset, first, last }: Strip<{ spot: CellSpot }>,
  column = offset,
): Excel.Range {
  return cellsOf(context, table.tableName, first, column, last - first + 1, 1);
}

/**
 * In a column of text, the format decides what arrives: as text also what looks like a number or a formula, and as
 * a number what the user had typed as one. Elsewhere the user's own format stays.
 */
function formatFor({ column }: CellSpot, value: GridValue): string | null {
  if (!isTextColumn(column) || value === '') return null;
  return typeof value === 'string' ? '@' : 'General';
}
