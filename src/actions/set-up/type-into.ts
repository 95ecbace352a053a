import type { CellPlace } from '../../billing/findings';
import { parseIso } from '../../billing/values/day';
import { cellInput, type CellInput } from '../../workbook/excel/cell-input';
import { askDateSystem } from '../../workbook/excel/date-system';
import { cellOf, columnFormat, type CellColumn } from '../../workbook/tables/cell-values';

/** A value for one cell of Claimsheet's own tables, as the user typed it in the pane; '' empties the cell. */
export interface Typed {
  place: CellPlace;
  column: CellColumn;
  /** Dates as ISO text. */
  value: string;
}

/** Writes into cells of Claimsheet's own tables, all in one round trip, each as its column wants it. */
export async function typeInto(context: Excel.RequestContext, entries: readonly Typed[]): Promise<void> {
  const dateSystem = askDateSystem(context.workbook);
  await context.sync();
  for (const { place, column, value } of entries) {
    const sheet = context.workbook.worksheets.getItem(place.sheet);
    const cell = sheet.getRangeByIndexes(place.row - 1, place.column - 1, 1, 1);
    const input = inputOf(column, value.trim(), dateSystem.is1904);
    cell.values = [[input]];
  }
  await context.sync();
}

function inputOf(column: Typed['column'], value: string, date1904: boolean): CellInput {
  if (value === '') return '';
  const day = column.kind === 'day' ? parseIso(value) : null;
  if (day !== null) return cellOf(column, day, date1904);
  const isNumber = (column.kind === 'number' || column.kind === 'money') && Number.isFinite(Number(value));
  return isNumber ? Number(value) : cellInput(value, columnFormat(column));
}
