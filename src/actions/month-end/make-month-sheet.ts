import { reportSheetName } from '../../workbook/plan/own-sheets';
import type { Plan } from '../../workbook/plan/plan';
import type { ActionOptions } from '../../practice/options';
import { preparePayments, type PaymentsAsked } from '../../practice/payments/prepare-payments';
import type { Prepared } from '../../practice/prepare';
import { monthReport } from './month-report';
import { readMonth } from './read-month';
import { reportMonth, type MonthEndReport } from './reported-month';

/** Plans the month's sheet. Refuses where nothing was billed or paid yet. */
export async function prepareMonthSheet(
  context: Excel.RequestContext,
  options: ActionOptions,
): Promise<Prepared<MonthEndReport>> {
  return preparePayments(context, options, 'month end', ({ book, payments, run }: PaymentsAsked) => {
    const { month } = options;
    const view = readMonth(book, payments, month);
    const taken = new Set(book.reading.sheets.map(({ name }) => name.toLowerCase()));
    const sheet = reportSheetName('Month', month, '', taken);
    const report = reportMonth(view, { sheet, findings: payments.findings });
    const practice = book.records.practice?.name ?? null;
    const plan: Plan = {
      run: run(`The month's sheet for ${month}`),
      documents: [],
      rows: [],
      reports: [{ name: sheet, report: monthReport(view, practice) }],
    };
    return { plan, report };
  });
}

/** The same as data, for the pane; writes nothing. */
export async function prepareMonthView(
  context: Excel.RequestContext,
  options: ActionOptions,
): Promise<MonthEndReport> {
  const { report } = await preparePayments(context, options, 'month end', ({ book, payments }) => {
    const view = readMonth(book, payments, options.month);
    return { plan: null, report: reportMonth(view, { sheet: null, findings: payments.findings }) };
  });
  return report;
}
