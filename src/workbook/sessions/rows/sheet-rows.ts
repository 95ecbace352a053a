import type { CellPlace } from '../../../billing/findings';
import type { SessionField } from '../../../billing/records/session';
import { blockOf, type Block } from '../blocks/block';
import type { RowContexts } from '../blocks/row-contexts';
import type { ColumnMapping } from '../column-mapping';
import type { GridValue, SheetGrid } from '../grid';
import { areInDoubt, type DatesAnswer } from './dates-in-doubt';
import { dateOrder } from '../cells/dates';
import type { DateContext, DateOrder } from '../cells/dates';
import { dateOrderOf, type OrderFound } from './date-evidence';
import { clockOf } from '../cells/time-zones';
import { decimalMark } from '../cells/money';
import type { DecimalMark } from '../cells/money';
import { isTick } from '../cells/statuses';
import { isBlank, tidyText } from '../cells/text';

/** A cell of a mapped column. */
export interface Cell {
  value: GridValue;
  format: string;
  place: CellPlace;
  blank: boolean;
  /** As the user sees it, for sentences. */
  shown: string;
}

/** What is known of a table of sessions before its rows are read. */
export interface SheetRows {
  grid: SheetGrid;
  mapping: ColumnMapping;
  block: Block;
  /** What labels and headings say of the rows below them. */
  contexts: RowContexts;
  /** How the date column is written; month and year are those of the row, see `datesAt`. */
  dates: Omit<DateContext, 'year' | 'month'>;
  /** Whether Excel may have exchanged day and month of the real dates, and nobody said so. */
  areDatesInDoubt: boolean;
  /** Whether day or month comes first in the texts of the date column, and what shows it. */
  order: OrderFound;
  /** Whether visits that took place are ticked: then one without a tick is not said to have. */
  areTicked: boolean;
  /** Decimal mark of each money column, by Excel's column number. */
  marks: Map<number, DecimalMark>;
}

const MONEY: SessionField[] = ['charge', 'paid', 'copay', 'insurance_paid'];

export function sheetRows(
  grid: SheetGrid,
  mapping: ColumnMapping,
  contexts: RowContexts,
  {
    zone,
    dates: answer,
    elsewhere = null,
  }: {
    zone?: string | null | undefined;
    dates?: DatesAnswer | undefined;
    elsewhere?: DateOrder | null;
  } = {},
): SheetRows {
  const block = blockOf(mapping.area, grid);
  const marks = new Map<number, DecimalMark>();
  for (const index of MONEY.flatMap((field) => mapping.fields[field]?.columnIndexes ?? [])) {
    marks.set(index, decimalMark(valuesBelow(grid, block, index)));
  }
  const dateColumn = mapping.fields.date?.columnIndexes[0];
  const written = dateColumn === undefined ? [] : valuesBelow(grid, block, dateColumn);
  const inDoubt = areInDoubt(written, grid.date1904);
  const isAnswered = answer === 'day-first' || answer === 'month-first';
  const found: OrderFound =
    dateColumn === undefined
      ? { order: 'month-first', shown: null }
      : dateOrderOf(grid, block, dateColumn, contexts, isAnswered ? answer : elsewhere);
  const order = found.order === 'mixed' && isAnswered ? { order: answer, shown: null } : found;
  const dates = {
    date1904: grid.date1904,
    order: order.order,
    dots: dateOrder(written, true),
    ...(zone === undefined ? {} : { atPractice: zone === null ? null : clockOf(zone) }),
    isExchanged: inDoubt && answer === 'exchanged',
  };
  return {
    grid,
    mapping,
    block,
    contexts,
    dates,
    areDatesInDoubt: inDoubt && answer !== 'exchanged' && answer !== 'as-shown',
    order,
    areTicked: areTicked(grid, block, mapping),
    marks,
  };
}

function areTicked(grid: SheetGrid, block: Block, { fields }: ColumnMapping): boolean {
  const { columnIndexes = [], marks = [] } = fields.status ?? {};
  if (marks.length === 0 || marks.some((mark) => mark !== 'kept')) return false;
  const filled = columnIndexes
    .flatMap((index) => valuesBelow(grid, block, index))
    .filter((value) => !isBlank(value));
  return filled.length > 0 && filled.every(isTick);
}

/** How a date of a row is to be read. */
export function datesAt({ dates, contexts }: SheetRows, row: number): DateContext {
  const { year, month } = contexts.at(row);
  return { ...dates, year, month };
}

function valuesBelow(grid: SheetGrid, { header, last }: Block, index: number): GridValue[] {
  return grid.values.slice(header + 1, last + 1).map((row) => row[index - grid.firstColumn] ?? '');
}

export function cellAt(grid: SheetGrid, row: number, index: number): Cell {
  const at = index - grid.firstColumn;
  const value = grid.values[row]?.[at] ?? '';
  return {
    value,
    format: formatAt(grid, row, at),
    place: { sheet: grid.name, row: grid.firstRow + row, column: index },
    blank: isBlank(value),
    shown: tidyText(value),
  };
}

/** The cells of a field in a row, one per joined column; `row` counts from 0 in `grid.values`. */
export function cellsOf({ grid, mapping }: SheetRows, row: number, field: SessionField): Cell[] {
  return (mapping.fields[field]?.columnIndexes ?? []).map((index) => cellAt(grid, row, index));
}

/** Formats may have been read for the first rows only: a column goes on as it began. */
function formatAt(grid: SheetGrid, row: number, at: number): string {
  return grid.formats[Math.min(row, grid.formats.length - 1)]?.[at] ?? '';
}
