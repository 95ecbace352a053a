import { reportSheetName } from '../../workbook/plan/own-sheets';
import type { Plan } from '../../workbook/plan/plan';
import type { ActionOptions } from '../../practice/options';
import { preparePayments, type PaymentsAsked } from '../../practice/payments/prepare-payments';
import type { Prepared } from '../../practice/prepare';
import { monthReport } from './month-report';
import { readMonth, type MonthEndReport } from './read-month';

/** Plans the month's sheet. Refuses where nothing was billed or paid yet. */
export async function prepareMonthSheet(
  context: Excel.RequestContext,
  options: ActionOptions,
): Promise<Prepared<MonthEndReport>> {
  return preparePayments(context, options, 'month end', ({ book, payments, run }: PaymentsAsked) => {
    const { month } = options;
    const report = readMonth(book, payments, month);
    const taken = new Set(book.reading.sheets.map(({ name }) => name.toLowerCase()));
    const sheet = reportSheetName('Month', month, '', taken);
    const practice = book.records.practice?.name ?? null;
    const plan: Plan = {
      run: run(`The month's sheet for ${month}`),
      documents: [],
      rows: [],
      reports: [{ name: sheet, report: monthReport(report, practice) }],
    };
    return { plan, report: { ...report, sheet } };
  });
}
