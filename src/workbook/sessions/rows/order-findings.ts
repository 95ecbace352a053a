import { cellName } from '../../../billing/cell-name';
import type { Finding } from '../../../billing/findings';
import { rowFinding } from './unreadable';
import type { SheetRows } from './sheet-rows';

/** Key of the question how dates are written, and of that what Excel made of them. */
export const DATE_ORDER = 'date-order';
export const ORDER_ANSWERS = [
  { value: 'day-first', words: 'The day comes first' },
  { value: 'month-first', words: 'The month comes first' },
] as const;

/** Tells where the sheet shows that its dates are day first, and asks where it contradicts itself. */
export function orderFindings({ grid, mapping, order }: SheetRows): Finding[] {
  const column = mapping.fields.date?.columnIndexes[0];
  if (order.shown === null || column === undefined) return [];
  const place = { sheet: grid.name, row: mapping.headerRow, column };
  if (order.order !== 'mixed')
    return [
      rowFinding({
        rule: 'session-dates-day-first',
        severity: 'NOTE',
        place,
        message: `The dates below ${cellName(place)} are read day first: ${order.shown} show it.`,
        fix: 'Nothing, if that is right; else write the dates with the month in letters.',
      }),
    ];
  const finding = rowFinding({
    rule: 'session-dates-either-way',
    severity: 'STOP',
    place,
    message: `The dates below ${cellName(place)} could be day or month first: ${order.shown} say different things. Those that can be read either way are left out.`,
    fix: 'Say which comes first.',
  });
  return [{ ...finding, answers: ORDER_ANSWERS.map((answer) => ({ key: DATE_ORDER, ...answer })) }];
}
