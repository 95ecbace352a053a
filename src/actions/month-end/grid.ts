import { isCreditControl } from '../../billing/payments/client-credit';
import type { MonthLine } from '../../billing/month/month-view';
import type { ReportCell, ReportColumn } from '../../forms/report/report';

type Span = ReportColumn['span'];

export const text = (header: string, span: Span = 1): ReportColumn => ({ header, span, holds: 'text' });
export const date = (header: string): ReportColumn => ({ header, span: 1, holds: 'date' });
export const number = (header: string): ReportColumn => ({ header, span: 1, holds: 'number' });
export const money = (header: string): ReportColumn => ({ header, span: 1, holds: 'money', total: true });
/** Amounts that mean nothing when they are added up. */
export const amount = (header: string, span: Span = 1): ReportColumn => ({ header, span, holds: 'money' });
/** What a narrow table leaves of the page. */
export const BLANK = text('', 'rest');

/**
 * The columns of the table of lines, each with its width in points and what it says of a line. They are the grid that all
 * tables of the month's sheet share, so that a column more here is a column more of the page.
 */
export const LINE_COLUMNS: readonly {
  column: ReportColumn;
  width: number;
  cell: (line: MonthLine) => ReportCell;
}[] = [
  {
    column: text('Line'),
    width: 86,
    cell: ({ line }) => (isCreditControl(line.control) ? 'Credit' : line.control),
  },
  { column: text('Client'), width: 104, cell: ({ line }) => line.client },
  { column: text('Payer'), width: 104, cell: ({ line }) => line.payer },
  { column: date('Date'), width: 62, cell: ({ line }) => line.date },
  { column: text('Code'), width: 44, cell: ({ line }) => line.code },
  { column: money('Opening'), width: 66, cell: ({ balance }) => balance.opening },
  { column: money('Charges'), width: 50, cell: ({ balance }) => balance.charges },
  { column: money('Paid by payers'), width: 50, cell: ({ balance }) => balance.paidByPayers },
  { column: money('Paid by clients'), width: 50, cell: ({ balance }) => balance.paidByClients },
  { column: money('Written off'), width: 50, cell: ({ balance }) => balance.adjustments },
  {
    column: money('Closing'),
    width: 50,
    cell: ({ balance }) => ({ formula: CLOSING, value: balance.closing }),
  },
  { column: amount('Payer should pay'), width: 50, cell: ({ expected }) => expected?.payment ?? null },
  { column: text('Stands'), width: 72, cell: ({ verdict }) => verdict.word },
];

export const CLOSING = '[Opening]+[Charges]-[Paid by payers]-[Paid by clients]-[Written off]';

export const GRID = LINE_COLUMNS.map(({ width }) => width);

/** As many columns of the grid as stand before the one with that header. */
export function before(header: string): number {
  return LINE_COLUMNS.findIndex(({ column }) => column.header === header);
}

/** The columns of the grid from one header to another. */
export function columnsFrom(first: string, last: string): ReportColumn[] {
  return LINE_COLUMNS.slice(before(first), before(last) + 1).map(({ column }) => column);
}
