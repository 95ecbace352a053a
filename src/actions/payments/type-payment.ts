import { postTypedPayments } from '../../billing/payments/typed-payments';
import { sum, type Cents } from '../../billing/values/cents';
import type { Day } from '../../billing/values/day';
import { findTable } from '../../workbook/tables/own-table';
import { Refusal } from '../../workbook/refusal';
import type { Prepared } from '../../practice/prepare';
import { claimChanges, claimsAfter, type ClaimAfter } from './claim-changes';
import { preparePayments, type PaymentOptions } from '../../practice/payments/prepare-payments';

/** A payment as the pane's form has it; null for what was left empty. */
export interface PaymentForm {
  received: Day | null;
  /** A payer, or the client; `Client` for whoever the claim is for. */
  from: string | null;
  /** Check or EFT number. */
  reference: string | null;
  account: string | null;
  /** Null for the whole claim. */
  control: string | null;
  paid: Cents | null;
  allowed: Cents | null;
  adjusted: Cents | null;
  clientOwes: Cents | null;
  /** `CO-45 40.00; PR-1 80.00`. */
  reasons: string | null;
  notes: string | null;
}

export interface TypedReport {
  action: 'type-payment';
  posted: Cents;
  claims: ClaimAfter[];
}

/** Makes the Payments table, so that payments can be typed into it; the plan is null where it is there. */
export async function preparePaymentsTable(
  context: Excel.RequestContext,
  options: PaymentOptions,
): Promise<Prepared<{ tablesMade: string[]; sheet: string }>> {
  return preparePayments(context, options, 'payments', ({ book, run }) => {
    const table = findTable(book.reading, 'Payments');
    if (table) return { plan: null, report: { tablesMade: [], sheet: table.sheet.name } };
    return {
      plan: { run: run('Payments table made'), documents: [], rows: [{ table: 'Payments', rows: [] }] },
      report: { tablesMade: ['Payments'], sheet: 'Payments' },
    };
  });
}

/** One payment, as if it had been typed into the table. What is missing or does not balance is refused in its words. */
export async function preparePayment(
  context: Excel.RequestContext,
  form: PaymentForm,
  options: PaymentOptions,
): Promise<Prepared<TypedReport>> {
  return preparePayments(context, options, 'payments', ({ book, payments, run: runOf }) => {
    const { notes, ...typed } = form;
    const { postings, findings } = postTypedPayments([{ ...typed, key: 'typed|new', place: null }], {
      register: [...payments.lines, ...payments.retired],
      payers: book.records.payers,
      clients: book.records.clients,
      sameCheck: book.memory.answers,
      imported: payments.postings,
      today: book.today,
    });
    const wrong = findings.find(({ severity }) => severity === 'STOP');
    if (wrong) throw new Refusal('payment-unclear', `${wrong.message} ${wrong.fix}`);
    const after = claimsAfter(payments, postings, new Map());
    const run = runOf('Payment typed');
    const account = form.account ?? postings[0]?.account ?? null;
    return {
      plan: {
        run,
        documents: [],
        rows: [{ table: 'Payments', rows: [{ ...typed, notes, account, run: run.id }] }],
        changes: claimChanges(payments, after),
      },
      report: {
        action: 'type-payment',
        posted: sum(postings.map(({ paid }) => paid)),
        claims: after,
      },
    };
  });
}
