import { reportSheetName } from '../../workbook/plan/own-sheets';
import type { Plan, Run } from '../../workbook/plan/plan';
import { Refusal } from '../../workbook/refusal';
import { keepMonth, reopenedMonth } from '../../practice/months/kept-months';
import type { ActionOptions } from '../../practice/options';
import { preparePayments, type PaymentsAsked } from '../../practice/payments/prepare-payments';
import type { Prepared } from '../../practice/prepare';
import { monthReport } from './month-report';
import { notCounted, readMonth, type MonthEndReport, type ReadMonth } from './read-month';

/**
 * Plans the month's sheet. A month that is over and balances is kept as the sheet says, for the months after it, until
 * its sheet is made again. Refuses where nothing was billed or paid yet.
 */
export async function prepareMonthSheet(
  context: Excel.RequestContext,
  options: ActionOptions,
): Promise<Prepared<MonthEndReport>> {
  return preparePayments(context, options, 'month end', (asked) => {
    const read = readMonth(asked.book, asked.payments, options.month);
    const { report } = read;
    const isKept = !report.isClosed && isOver(read, asked) && report.outOfBalance.length === 0;
    const run = asked.run(`The month's sheet for ${report.month}`);
    return sheetPlan(read, asked, run, isKept ? 'Sheet' : null);
  });
}

/** Closes a month with its sheet: it stays as it is, and what comes for it later counts in the next open month. */
export async function prepareClosing(
  context: Excel.RequestContext,
  options: ActionOptions,
): Promise<Prepared<MonthEndReport>> {
  return preparePayments(context, options, 'month end', (asked) => {
    const read = readMonth(asked.book, asked.payments, options.month);
    const { month, isClosed, outOfBalance } = read.report;
    const [tie] = outOfBalance;
    if (isClosed)
      throw closing(`${month} is closed already. Reopen it first, if something in it has to change.`);
    if (!isOver(read, asked))
      throw closing(`${month} is not over yet: close it when its last day has passed.`);
    if (tie !== undefined) throw closing(`${month} does not balance, so it cannot be closed: ${tie}`);
    return sheetPlan(read, asked, asked.run(`${month} closed`), 'Closed');
  });
}

/** Reopens a closed month: it says what is known now, until it is closed again. */
export async function prepareReopening(
  context: Excel.RequestContext,
  options: ActionOptions,
): Promise<Prepared<MonthEndReport>> {
  return preparePayments(context, options, 'month end', (asked) => {
    const { report, kept } = readMonth(asked.book, asked.payments, options.month);
    const { month } = report;
    const row = kept.rows.get(month);
    if (row?.state !== 'Closed') throw closing(`${month} is not closed, so there is nothing to reopen.`);
    const later = [...kept.rows.values()].filter((one) => one.month > month && one.state !== 'Open');
    const closed = later.filter(({ state }) => state === 'Closed').map((one) => one.month);
    if (closed.length > 0) {
      const names = closed.sort().join(' and ');
      throw closing(
        `${names} ${closed.length === 1 ? 'was' : 'were'} closed after ${month}: reopen the last one first.`,
      );
    }
    const plan: Plan = {
      run: asked.run(`${month} reopened`),
      documents: [],
      rows: [],
      changes: [row, ...later].map(reopenedMonth),
    };
    return { plan, report: { ...report, isClosed: false } };
  });
}

function sheetPlan(
  { report, kept }: ReadMonth,
  { book }: PaymentsAsked,
  run: Run,
  state: 'Sheet' | 'Closed' | null,
): { plan: Plan; report: MonthEndReport } {
  const taken = new Set(book.reading.sheets.map(({ name }) => name.toLowerCase()));
  const sheet = reportSheetName('Month', report.month, '', taken);
  const now = { ...report, isClosed: report.isClosed || state === 'Closed' };
  const practice = book.records.practice?.name ?? null;
  const keeping = state
    ? keepMonth(report, kept, { state, today: book.today, run: run.id })
    : { rows: [], changes: [] };
  const plan: Plan = {
    run,
    documents: [],
    ...keeping,
    reports: [{ name: sheet, report: monthReport(now, practice, notCounted(now)) }],
  };
  return { plan, report: { ...now, sheet } };
}

function isOver({ report }: ReadMonth, { book }: PaymentsAsked): boolean {
  return book.today > report.to;
}

function closing(words: string): Refusal {
  return new Refusal('month-closing', words);
}
