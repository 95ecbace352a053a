import type { Finding } from '../../billing/findings';
import type { BilledLine } from '../../billing/payments/billed-line';
import type { Payment, Posting, ProviderPosting } from '../../billing/payments/posting';
import { postTypedPayments, type TypedPayment } from '../../billing/payments/typed-payments';
import { recordsOf, type RecordCells } from '../../workbook/tables/cells';
import { findOwnTable } from '../../workbook/tables/own-table';
import type { PracticeBook } from '../practice-book';
import { billedRegister, paidAtVisits, type ClaimRow } from './billed-lines';
import { depositOf } from './deposit-rows';
import { postingOf } from './posting-rows';
import { storedUnmatched, type StoredUnmatched } from './unmatched-rows';

export type { StoredUnmatched };

/** All that was billed and all that came back, as the workbook holds it. */
export interface PaymentBook {
  /**
   * Lines of claims and superbills that count: not those of claims that were replaced or voided. A superbill's line
   * has the payer of the register and `isClients`: the client owes it.
   */
  lines: BilledLine[];
  /** Imported and typed rows of Payments, and what clients paid at the visit. */
  postings: Posting[];
  payments: Payment[];
  providerPostings: ProviderPosting[];
  unmatched: StoredUnmatched[];
  findings: Finding[];
  /** Lines of replaced and voided claims: nothing is owed on them, but payers still answer them. */
  retired: BilledLine[];
  claims: ReadonlyMap<string, ClaimRow>;
  /** Keys of imported rows that cannot be read any more. */
  unreadable: string[];
}

/** Puts the rows of the workbook together; a cell that cannot be read is a finding, and never stops the rest. */
export function readPaymentBook({
  reading,
  records,
}: Pick<PracticeBook, 'reading' | 'records'>): PaymentBook {
  const rowsOf = (name: 'Payments' | 'Deposits' | 'Unmatched'): RecordCells[] => {
    const table = findOwnTable(reading, name);
    return table ? recordsOf(table) : [];
  };
  const register = billedRegister(
    { claims: findOwnTable(reading, 'Claims'), claimLines: findOwnTable(reading, 'ClaimLines') },
    records.clients,
  );
  const book: PaymentBook = {
    lines: register.lines,
    postings: [],
    payments: [],
    providerPostings: [],
    unmatched: [],
    findings: [...register.findings],
    retired: register.retired,
    claims: register.claims,
    unreadable: [],
  };
  const typed: TypedPayment[] = [];
  for (const row of rowsOf('Payments')) {
    const key = row.text('key');
    if (key === null) typed.push(typedOf(row, book.findings));
    else addImported(row, key, book);
  }
  const fromTyped = postTypedPayments(typed, {
    register: [...register.lines, ...register.retired],
    payers: records.payers,
  });
  for (const posting of fromTyped.postings) book.postings.push(posting);
  for (const posting of paidAtVisits(register)) book.postings.push(posting);
  book.findings.push(...fromTyped.findings);
  for (const row of rowsOf('Deposits')) {
    const { deposit, findings } = depositOf(row);
    if (deposit.kind === 'payment') book.payments.push(deposit.payment);
    if (deposit.kind === 'provider') book.providerPostings.push(deposit.posting);
    book.findings.push(...findings);
  }
  for (const row of rowsOf('Unmatched')) {
    const { stored, findings } = storedUnmatched(row);
    book.unmatched.push(stored);
    book.findings.push(...findings);
  }
  return book;
}

function addImported(row: RecordCells, key: string, book: PaymentBook): void {
  const { posting, findings } = postingOf(row);
  if (posting) book.postings.push(posting);
  else book.unreadable.push(key);
  book.findings.push(...findings);
}

/** A row that the user typed: named by where it stands, since nothing else of it is certain. */
function typedOf(row: RecordCells, findings: Finding[]): TypedPayment {
  const place = row.cells['paid'] ?? row.cells['received'] ?? null;
  const typed = {
    key: `typed|${String(place?.row ?? 0)}`,
    place,
    received: row.date('received'),
    from: row.text('from'),
    reference: row.text('reference'),
    account: row.text('account'),
    control: row.text('control'),
    allowed: row.money('allowed'),
    paid: row.money('paid'),
    adjusted: row.money('adjusted'),
    clientOwes: row.money('clientOwes'),
    reasons: row.text('reasons'),
  };
  findings.push(...row.findings);
  return typed;
}
