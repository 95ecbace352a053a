import type { RowValue } from '../plan/plan';
import type { SchemaColumn } from './schema';

/** How a column's cells look in Excel. Text columns are '@' so that a ZIP or an NPI keeps its zeros. */
export function columnFormat(column: Pick<SchemaColumn, 'kind'>): string {
  switch (column.kind) {
    case 'date':
      return 'mm/dd/yyyy';
    case 'money':
      return '#,##0.00';
    case 'number':
      return 'General';
    default:
      return '@';
  }
}

export function isTextColumn(column: Pick<SchemaColumn, 'kind'>): boolean {
  return columnFormat(column) === '@';
}

const DAYS_1900_TO_1904 = 1462;

/** A record's value as the cell of its column: dollars for cents, the workbook's own serial for a day. */
export function cellOf(
  column: Pick<SchemaColumn, 'kind'>,
  value: RowValue | undefined,
  date1904: boolean,
): string | number | boolean | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.join(', ');
  if (column.kind === 'yes-no') return value === true ? 'Yes' : value === false ? 'No' : String(value);
  if (column.kind === 'money' && typeof value === 'number') return value / 100;
  if (column.kind === 'date' && typeof value === 'number')
    return date1904 ? value - DAYS_1900_TO_1904 : value;
  return value;
}
