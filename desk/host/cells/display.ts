import { format } from 'numfmt';
import { CellError, type CellValue } from '../../book/book';

/** A value as `Range.values` gives it: '' for an empty cell, an error as its text. */
export function apiValue(value: CellValue): string | number | boolean {
  if (value === null) return '';
  return value instanceof CellError ? value.text : value;
}

/** A value as the cell shows it, column width aside. `date1904` shifts day numbers. */
export function displayText(value: CellValue, numberFormat: string, date1904: boolean): string {
  if (value === null) return '';
  if (value instanceof CellError) return value.text;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const shifted = typeof value === 'number' && date1904 ? value + DAYS_1904 : value;
  try {
    return format(numberFormat, isDate(numberFormat) ? shifted : value, { locale: 'en-US', nbsp: false });
  } catch {
    // A number format that cannot be read shows the value as General does.
    return format('General', value, { locale: 'en-US', nbsp: false });
  }
}

/** Between 1 January 1900 and 1 January 1904, as Excel counts. */
export const DAYS_1904 = 1462;

function isDate(numberFormat: string): boolean {
  return /[dmyhs]/i.test(numberFormat.replace(/"[^"]*"?|\\.|\[[^\]]*\]?/g, '')) && numberFormat !== 'General';
}

/** The words of `Excel.RangeValueType`. */
export function valueType(value: CellValue): string {
  if (value === null) return 'Empty';
  if (value instanceof CellError) return 'Error';
  if (typeof value === 'boolean') return 'Boolean';
  return typeof value === 'number' ? 'Double' : 'String';
}
