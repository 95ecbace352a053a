import type { Finding } from '../../billing/findings';
import type { Payment, Posting, ProviderPosting } from '../../billing/payments/posting';
import { postTypedPayments, type TypedPayment } from '../../billing/payments/typed-payments';
import type { BilledLine } from '../../billing/records/billed-line';
import type { Client } from '../../billing/records/practice';
import { addAll } from '../../billing/values/lists';
import { directoryOf } from '../../billing/visits/directory';
import type { ClaimRow } from '../../workbook/tables/claims';
import type { PaymentRow } from '../../workbook/tables/payments';
import { readTable } from '../../workbook/tables/read-table';
import type { PracticeBook } from '../practice-book';
import { depositOf } from './deposit-rows';
import { paidAtVisits } from './paid-at-visits';
import { postingOf } from './posting-rows';
import { storedUnmatched, type StoredUnmatched } from './unmatched-rows';

/** All that was billed and all that came back, as the workbook holds it. */
export interface PaymentBook {
  /**
   * Lines of claims and superbills that stand: not those of claims that were replaced or voided. A superbill's line
   * has the payer of the register: the client owes it.
   */
  lines: BilledLine[];
  /** Lines of replaced and voided claims: nothing is owed on them, but payers still answer them. */
  retired: BilledLine[];
  /** Imported and typed rows of Payments, and what clients paid at the visit. */
  postings: Posting[];
  payments: Payment[];
  providerPostings: ProviderPosting[];
  unmatched: StoredUnmatched[];
  findings: Finding[];
  claims: ReadonlyMap<string, ClaimRow>;
  /** Keys of imported rows that cannot be read any more. */
  unreadable: string[];
}

/** Puts the rows of the workbook together; a cell that cannot be read is a finding, and never stops the rest. */
export function readPaymentBook({
  reading,
  records,
  register,
  today,
  memory,
}: Pick<PracticeBook, 'reading' | 'records' | 'register' | 'today' | 'memory'>): PaymentBook {
  const payments = readTable(reading, 'Payments');
  const deposits = readTable(reading, 'Deposits');
  const unmatched = readTable(reading, 'Unmatched');
  const { lines, retired } = register;
  const book: PaymentBook = {
    lines,
    retired,
    postings: [],
    payments: [],
    providerPostings: [],
    unmatched: [],
    findings: [register, payments, deposits, unmatched].flatMap(({ findings }) => findings),
    claims: new Map(register.claims.map((claim) => [claim.account, claim])),
    unreadable: [],
  };
  const typed: TypedPayment[] = [];
  const nameOf = namesByTable(records.clients);
  for (const row of payments.rows) {
    if (row.key === null) typed.push(typedOf(row));
    else addImported(row, row.key, { book, nameOf });
  }
  const fromTyped = postTypedPayments(typed, {
    register: [...lines, ...retired],
    payers: records.payers,
    clients: records.clients,
    imported: [...book.postings],
    sameCheck: memory.answers,
    today,
  });
  for (const posting of fromTyped.postings) book.postings.push(posting);
  for (const posting of paidAtVisits(register)) book.postings.push(posting);
  addAll(book.findings, fromTyped.findings);
  for (const row of deposits.rows) {
    const deposit = depositOf(row);
    if (deposit.kind === 'payment') book.payments.push(deposit.payment);
    if (deposit.kind === 'provider') book.providerPostings.push(deposit.posting);
    if (deposit.kind === 'unreadable') book.findings.push(deposit.finding);
  }
  for (const row of unmatched.rows) {
    const { stored, findings } = storedUnmatched(row);
    book.unmatched.push(stored);
    addAll(book.findings, findings);
  }
  return book;
}

function addImported(
  row: PaymentRow,
  key: string,
  { book, nameOf }: { book: PaymentBook; nameOf: (client: string) => string },
): void {
  const { posting, findings } = postingOf(row, nameOf);
  if (posting) book.postings.push(posting);
  else book.unreadable.push(key);
  addAll(book.findings, findings);
}

/** As the Clients table spells a client today; a name that it lacks stays. */
function namesByTable(clients: readonly Client[]): (name: string) => string {
  const directory = directoryOf(clients, []);
  return (name) => directory.clients(name)[0]?.name ?? name;
}

/** A row that the user typed: named by where it stands, since nothing else of it is certain. */
function typedOf(row: PaymentRow): TypedPayment {
  const { received, from, reference, account, control, allowed, paid, adjusted, clientOwes, reasons } = row;
  const place = row.cells.paid ?? row.cells.received ?? null;
  return {
    key: `typed|${String(place?.row ?? 0)}`,
    place,
    ...{ received, from, reference, account, control, allowed, paid, adjusted, clientOwes, reasons },
  };
}
