import { clientLines, letterheadOf } from '../../billing/documents/letterhead';
import { statementOf } from '../../billing/documents/statement';
import { usedBy, type ClientCredit } from '../../billing/payments/client-credit';
import { labelKey, nameKey } from '../../billing/values/name-key';
import type { LineAccount } from '../../billing/payments/line-account';
import type { Payer } from '../../billing/records/practice';
import { formatDollars, ZERO } from '../../billing/values/cents';
import type { Day } from '../../billing/values/day';
import { statementReport } from '../../forms/documents/statement-report';
import { Refusal } from '../../workbook/refusal';
import type { Prepared } from '../../practice/prepare';
import {
  withCreditOf,
  clientOf,
  paymentWarnings,
  readDocumentBook,
  type DocumentOptions,
} from './document-book';
import { creditsOn } from '../payments/use-credit';
import { prepareDocument, type DocumentReport } from './document-plan';

export interface StatementOptions extends DocumentOptions {
  /** Lists settled visits from this date of service on; null: those settled since last month began. */
  from?: Day | null;
  /** Null: due on receipt. */
  dueBy?: Day | null;
}

/** Plans a statement for a client: what was billed, what insurance did, and what the client owes now. */
export async function prepareStatement(
  context: Excel.RequestContext,
  options: StatementOptions,
): Promise<Prepared<DocumentReport>> {
  const book = await readDocumentBook(context, options.now);
  const client = clientOf(book, options.client);
  const accounts = withCreditOf(book, client);
  const credits = creditsOn(book.payments, book.records, book.today);
  const credit = credits.find((one) => nameKey(one.client) === nameKey(client.name));
  if (accounts.length === 0) {
    throw new Refusal(
      'document-incomplete',
      `Nothing was billed for ${client.name} yet: make claims or superbills first, then the statement.`,
    );
  }
  const statement = statementOf({
    accounts,
    credit: credit?.amount ?? ZERO,
    asOf: book.today,
    from: options.from ?? null,
  });
  const dueBy = options.dueBy ?? null;
  return prepareDocument(book, {
    kind: 'statement',
    client: client.name,
    named: client.name,
    report: statementReport({
      from: letterheadOf(book.practice),
      to: clientLines(client),
      statement,
      dueBy,
    }),
    words: [
      `${client.name} owes $${formatDollars(statement.owes)}; $${formatDollars(statement.waiting)} is with insurance.`,
    ],
    warnings: [
      ...paymentWarnings(book),
      ...(client.address.street === null ? [`${client.name} has no address in the Clients table.`] : []),
      ...(dueBy !== null && dueBy < book.today ? ['The day it is due is over.'] : []),
      ...notBillable(accounts, book.records.payers),
      ...creditWords(credit),
    ],
  });
}

/** What the statement leaves to the therapist: credit is used when she says so, never by a letter. */
function creditWords(credit: ClientCredit | undefined): string[] {
  if (!credit || usedBy(credit) === ZERO) return [];
  return [
    `${credit.client} has a credit of $${formatDollars(credit.amount)}, which is taken off the amount due and not used yet: once the client agrees, use it under Month end.`,
  ];
}

/** Veterans are never billed for authorized care, and injured workers only within the rules of their state. */
function notBillable(accounts: readonly LineAccount[], payers: readonly Payer[]): string[] {
  const owing = new Set(
    accounts.filter(({ clientOwes }) => clientOwes > ZERO).map(({ line }) => labelKey(line.payer)),
  );
  return payers.flatMap(({ name, kind }) => {
    if (!owing.has(labelKey(name))) return [];
    if (kind === 'va') return [`${name}: a veteran is never billed for authorized care. Do not send this.`];
    if (kind === 'workers-comp') {
      return [`${name}: injured workers may mostly not be billed. Look at the rules of your state first.`];
    }
    return [];
  });
}
