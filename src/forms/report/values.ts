import { isAnyNumber, plainNumber, type AnyNumber } from '../../billing/values/plain-number';
import type { StyleName } from '../styles';
import { cents, formatDollars } from '../../billing/values/cents';
import { day, usDate } from '../../billing/values/day';
import type { LaidNumber, LaidValue } from './laid-out';
import type { ReportCell, ReportColumn } from './report';

/** A cell of a report as what stands on the sheet; null where nothing does. Formulas need their row. */
export function laidValue(
  cell: ReportCell,
  holds: ReportColumn['holds'],
  formula: (of: string) => string | null,
): LaidValue | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return { kind: 'text', text: cell.replace(/\r\n?/g, '\n') };
  if (isAnyNumber(cell))
    return holds === 'text' ? { kind: 'text', text: String(cell) } : laidNumber(cell, holds);
  if ('cents' in cell) return { kind: 'money', cents: cell.cents };
  if ('day' in cell) return { kind: 'day', day: cell.day };
  const text = formula(cell.formula);
  const comesTo = laidNumber(cell.value, holds);
  return text === null ? comesTo : { kind: 'formula', formula: text, comesTo };
}

export function laidNumber(value: AnyNumber, holds: ReportColumn['holds']): LaidNumber {
  const number = plainNumber(value);
  if (holds === 'money') return { kind: 'money', cents: cents(number) };
  return holds === 'date' ? { kind: 'day', day: day(number) } : { kind: 'number', number };
}

/** What a reader sees in the cell. */
export function shownText(value: LaidValue): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return String(value.number);
    case 'money':
      return formatDollars(value.cents);
    case 'day':
      return usDate(value.day);
    case 'formula':
      return shownText(value.comesTo);
  }
}

const OF_COLUMN: Record<ReportColumn['holds'], StyleName> = {
  text: 'cell',
  money: 'money',
  date: 'date',
  number: 'cellNumber',
};

/** The look of a table's cell: its column's, or that of an amount or a day where the column holds something else. */
export function cellStyle(value: LaidValue | null, holds: ReportColumn['holds']): StyleName {
  if (value?.kind === 'money') return 'money';
  if (value?.kind === 'day') return 'date';
  return OF_COLUMN[holds];
}

export function factStyle(value: LaidValue): StyleName {
  return value.kind === 'money' ? 'factMoney' : value.kind === 'day' ? 'factDate' : 'fact';
}
