import type { Finding } from '../../billing/findings';
import type { Payment, ProviderPosting } from '../../billing/payments/posting';
import type { RowValue } from '../../workbook/plan/plan';
import type { RecordCells } from '../../workbook/tables/cells';
import { placeText, readPlace } from './file-place';

/** A check or transfer as a row of the Deposits table; `depositOf` makes the same of it again. */
export function paymentRow(
  payment: Payment,
  { file, notes, run }: { file: string; notes: string | null; run: string },
): Record<string, RowValue> {
  return {
    received: payment.received,
    kind: 'Payment',
    from: payment.from,
    reference: payment.reference,
    amount: payment.amount,
    notes,
    file: placeText(file, payment.at),
    content: payment.content,
    key: payment.key,
    run,
  };
}

export function providerRow(
  posting: ProviderPosting,
  { file, run }: { file: string; run: string },
): Record<string, RowValue> {
  return {
    received: posting.received,
    kind: 'Provider adjustment',
    from: posting.payer,
    reference: posting.reference,
    amount: posting.amount,
    reason: posting.reason,
    file,
    key: posting.key,
    payment: posting.payment,
    run,
  };
}

export type Deposit =
  | { kind: 'payment'; payment: Payment }
  | { kind: 'provider'; posting: ProviderPosting }
  | { kind: 'unreadable' };

/** What a row of the Deposits table says; unreadable where the day or the amount can no longer be read. */
export function depositOf(row: RecordCells): { deposit: Deposit; findings: Finding[] } {
  const received = row.date('received');
  const amount = row.money('amount');
  const key = row.text('key') ?? '';
  const from = row.text('from') ?? '';
  const reference = row.text('reference') ?? '';
  const isProvider = row.choice('kind', ['Payment', 'Provider adjustment']) === 'Provider adjustment';
  const reason = row.text('reason') ?? '';
  const payment = row.text('payment') ?? '';
  const content = row.text('content') ?? '';
  const at = readPlace(row.text('file') ?? '');
  if (received === null || amount === null) {
    return { deposit: { kind: 'unreadable' }, findings: [...row.findings, notCounted(row, received)] };
  }
  const deposit: Deposit = isProvider
    ? { kind: 'provider', posting: { key, payment, payer: from, received, reason, reference, amount } }
    : { kind: 'payment', payment: { key, reference, from, amount, received, content, at } };
  return { deposit, findings: row.findings };
}

function notCounted(row: RecordCells, received: number | null): Finding {
  return {
    rule: 'deposit-row-unreadable',
    severity: 'STOP',
    place: row.cells[received === null ? 'received' : 'amount'] ?? null,
    words: 'The day or the amount of this check cannot be read any more, so it does not count.',
    toDo: 'Type it as the remittance has it; or delete the row and import the remittance again.',
    source: 'the Deposits table',
  };
}
