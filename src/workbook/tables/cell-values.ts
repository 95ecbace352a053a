import { isAnyNumber, plainNumber } from '../../billing/values/plain-number';
import type { RowValue } from '../plan/plan';
import type { Column } from './define-table';

/** What of a column decides how its cells look. */
export type CellColumn = Pick<Column, 'kind' | 'separator' | 'asText'>;

/** How a column's cells look in Excel. Text columns are '@' so that a ZIP or an NPI keeps its zeros. */
export function columnFormat(column: CellColumn): string {
  switch (column.kind) {
    case 'day':
      return 'mm/dd/yyyy';
    case 'money':
      return '#,##0.00';
    case 'number':
      return column.asText ? '@' : 'General';
    default:
      return '@';
  }
}

export function isTextColumn(column: CellColumn): boolean {
  return columnFormat(column) === '@';
}

const DAYS_1900_TO_1904 = 1462;

/** A record's value as the cell of its column: dollars for cents, the workbook's own serial for a day. */
export function cellOf(
  column: CellColumn,
  value: RowValue | undefined,
  date1904: boolean,
): string | number | boolean | null {
  if (value === null || value === undefined || value === '') return null;
  if (isAnyNumber(value)) return numberCell(column, plainNumber(value), date1904);
  if (typeof value === 'object') return value.length === 0 ? null : value.join(column.separator ?? ', ');
  if (column.kind === 'yes-no') return value === true ? 'Yes' : value === false ? 'No' : value;
  return value;
}

function numberCell({ kind, asText }: CellColumn, number: number, date1904: boolean): string | number {
  if (kind === 'money') return number / 100;
  if (kind === 'day') return date1904 ? number - DAYS_1900_TO_1904 : number;
  return asText ? String(number) : number;
}
