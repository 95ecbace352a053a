import type { ReportColumn } from '../../forms/report/report';

/** Columns that all tables of the month's sheet share: line, client, payer, date, code, seven amounts, a word. Points. */
export const GRID = [86, 104, 104, 62, 44, 66, 50, 50, 50, 50, 50, 50, 72];

export const text = (header: string, span = 1): ReportColumn => ({ header, span, holds: 'text' });
export const date = (header: string, span = 1): ReportColumn => ({ header, span, holds: 'date' });
export const number = (header: string): ReportColumn => ({ header, span: 1, holds: 'number' });
export const money = (header: string): ReportColumn => ({ header, span: 1, holds: 'money', total: true });
/** Amounts that mean nothing when they are added up. */
export const amount = (header: string): ReportColumn => ({ header, span: 1, holds: 'money' });
