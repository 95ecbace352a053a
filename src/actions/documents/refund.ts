import { clientLines, letterheadOf, patientName, therapistOf } from '../../billing/documents/letterhead';
import { refundOf } from '../../billing/documents/refund';
import { postingsOfRefund } from '../../billing/payments/client-credit';
import { formatDollars, ZERO, type Cents } from '../../billing/values/cents';
import { refundReport } from '../../forms/documents/refund-report';
import type { Prepared } from '../../practice/prepare';
import { postingRow } from '../../practice/payments/posting-rows';
import { Refusal } from '../../workbook/refusal';
import { claimChanges, claimsAfter } from '../payments/claim-changes';
import { creditOf, creditsOn } from '../payments/use-credit';
import { clientOf, paymentWarnings, readDocumentBook, type DocumentOptions } from './document-book';
import { prepareDocument, type DocumentReport } from './document-plan';

export interface RefundOptions extends DocumentOptions {
  /** Null: all of the credit. */
  amount?: Cents | null;
  /** Check number, or how it is sent. */
  reference?: string | null;
}

/** Plans a refund letter for a client's credit; the refund is booked with it, and Undo takes back both. */
export async function prepareRefund(
  context: Excel.RequestContext,
  options: RefundOptions,
): Promise<Prepared<DocumentReport>> {
  const book = await readDocumentBook(context, options.now);
  const client = clientOf(book, options.client);
  const credit = creditOf(creditsOn(book.payments, book.records, book.today), client.name);
  const reference = options.reference ?? null;
  const read = refundOf(credit, { on: book.today, amount: options.amount ?? null, reference });
  if (!read.ok) throw new Refusal('document-incomplete', read.words);
  const { refund } = read;
  const bookedAs = (run: string) =>
    postingsOfRefund(refund.sources, {
      payment: `refund|${run}`,
      received: book.today,
      reference: reference ?? 'Refund',
    });
  const name = patientName(client);
  return prepareDocument(book, {
    kind: 'refund',
    client: client.name,
    named: client.name,
    report: refundReport({
      from: letterheadOf(book.practice),
      to: clientLines(client),
      name,
      signed: therapistOf(book.practice) || letterheadOf(book.practice).name,
      refund,
    }),
    words: [
      `$${formatDollars(refund.amount)} goes back to ${client.name}, and is booked as returned today.`,
      ...(refund.left === ZERO ? [] : [`$${formatDollars(refund.left)} stays as credit.`]),
    ],
    warnings: [
      ...refund.warnings,
      ...paymentWarnings(book),
      ...(client.address.street === null ? [`${client.name} has no address in the Clients table.`] : []),
    ],
    rows: (run) => [
      {
        table: 'Payments',
        rows: bookedAs(run).map((posting) => postingRow(posting, { file: '', service: null, code: '', run })),
      },
    ],
    changes: (run) => claimChanges(book.payments, claimsAfter(book.payments, bookedAs(run), new Map())),
  });
}
