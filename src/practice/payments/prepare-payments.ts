import type { Plan, Run } from '../../workbook/plan/plan';
import type { ActionOptions } from '../options';
import { readPracticeBook, type PracticeBook } from '../practice-book';
import type { Prepared } from '../prepare';
import { finishPlan } from '../finish-plan';
import { nextRun } from '../numbers';
import { readPaymentBook, type PaymentBook } from './payment-book';

/** Payments belong to no month of service. */
export type PaymentOptions = Pick<ActionOptions, 'sheet' | 'columns' | 'answers' | 'now'>;

/** All that an action on payments decides from. */
export interface PaymentsAsked {
  book: PracticeBook;
  payments: PaymentBook;
  /** The run that the plan's rows belong to; `what` goes to the Activity sheet, without names of clients. */
  run(what: string): Run;
}

/** Reads the workbook once and lets `decide` plan over it. */
export async function preparePayments<Report>(
  context: Excel.RequestContext,
  options: PaymentOptions,
  kind: string,
  decide: (asked: PaymentsAsked) => { plan: Plan | null; report: Report },
): Promise<Prepared<Report>> {
  const book = await readPracticeBook(context, { ...options, month: null });
  const { reading, when } = book;
  const run = (what: string) => ({ id: nextRun(reading, kind, when.slice(0, 7)).id, when, what });
  const { plan, report } = decide({ book, payments: readPaymentBook(book), run });
  return { reading, plan: plan && finishPlan(plan, reading, book.memory), report };
}
