import type { Finding } from '../../billing/findings';
import type { Payment, ProviderPosting } from '../../billing/payments/posting';
import type { RowOf } from '../../workbook/tables/define-table';
import type { DepositRow, depositsTable } from '../../workbook/tables/deposits';
import { placeText, readPlace } from './file-place';

type Row = RowOf<typeof depositsTable>;

/** A check or transfer as a row of the Deposits table; `depositOf` makes the same of it again. */
export function paymentRow(
  { at, ...payment }: Payment,
  { file, notes, run }: { file: string; notes: string | null; run: string },
): Row {
  return { ...payment, kind: 'Payment', notes, file: placeText(file, at), run };
}

export function providerRow(
  { payer, ...posting }: ProviderPosting,
  { file, run }: { file: string; run: string },
): Row {
  return { ...posting, kind: 'Provider adjustment', from: payer, file, run };
}

export type Deposit =
  | { kind: 'payment'; payment: Payment }
  | { kind: 'provider'; posting: ProviderPosting }
  | { kind: 'unreadable'; finding: Finding };

/** What a row of the Deposits table says; unreadable where the day or the amount can no longer be read. */
export function depositOf(row: DepositRow): Deposit {
  const { received, amount, key, from, reference, reason, payment, content, file } = row;
  if (received === null || amount === null) return { kind: 'unreadable', finding: notCounted(row) };
  return row.kind === 'Provider adjustment'
    ? { kind: 'provider', posting: { key, payment, payer: from, received, reason, reference, amount } }
    : {
        kind: 'payment',
        payment: { key, reference, from, amount, received, content, at: readPlace(file) },
      };
}

function notCounted({ received, cells }: DepositRow): Finding {
  return {
    rule: 'deposit-row-unreadable',
    severity: 'STOP',
    place: cells[received === null ? 'received' : 'amount'] ?? null,
    message: 'The day or the amount of this check cannot be read any more, so it does not count.',
    fix: 'Type it as the remittance has it; or delete the row and import the remittance again.',
    source: 'the Deposits table',
  };
}
