import type { Finding } from '../../billing/findings';
import type { PostedAdjustment, UnmatchedPayment } from '../../billing/payments/posting';
import { reasonsText } from '../../billing/payments/reasons';
import type { FilePlace } from '../../billing/payments/remittance/remittance';
import { ZERO, type Cents } from '../../billing/values/cents';
import type { RowOf } from '../../workbook/tables/define-table';
import type { UnmatchedRow, unmatchedTable } from '../../workbook/tables/unmatched';
import { placeText, readPlace } from './file-place';
import { reasonsUnreadable, storedAdjustments } from './posting-rows';

/** What stands in `settledWith` of a payment that belongs to none of the claims. */
export const NOT_OURS = 'not ours';

/** A row of the Unmatched table: all that is needed to post it later. */
export interface StoredUnmatched extends UnmatchedRow {
  charge: Cents;
  paid: Cents;
  /** Whether the remittance named no service lines, so that it is for a whole claim. */
  isWholeClaim: boolean;
  adjustments: PostedAdjustment[];
  at: FilePlace | null;
}

export function unmatchedRow(
  { key, payment, claim, line, paid, why }: UnmatchedPayment,
  { file, run }: { file: string; run: string },
): RowOf<typeof unmatchedTable> {
  const { patient } = claim;
  return {
    received: payment.received,
    from: payment.from,
    reference: payment.reference,
    client: patient ? [patient.last, patient.first].filter((part) => part !== '').join(', ') : null,
    memberId: patient?.id ?? null,
    account: claim.account,
    service: line?.from ?? claim.from,
    code: line?.code ?? null,
    modifiers: line?.modifiers ?? null,
    charge: (line ?? claim).charge,
    allowed: line ? line.allowed : claim.covered,
    paid,
    reasons: reasonsText((line ?? claim).adjustments),
    remarks: [...new Set([...(line?.remarks ?? []), ...claim.remarks])],
    status: claim.status,
    why,
    payerClaimNumber: claim.payerNumber,
    forwardedTo: claim.otherPayer,
    source: placeText(file, (line ?? claim).at),
    key,
    payment: payment.key,
    run,
  };
}

export function storedUnmatched(row: UnmatchedRow): { stored: StoredUnmatched; findings: Finding[] } {
  const adjustments = storedAdjustments(row.reasons);
  const stored: StoredUnmatched = {
    ...row,
    charge: row.charge ?? ZERO,
    paid: row.paid ?? ZERO,
    isWholeClaim: /\|\d+$/.test(row.key),
    adjustments: adjustments ?? [],
    at: readPlace(row.source),
  };
  return { stored, findings: adjustments ? [] : [reasonsUnreadable(row.cells.reasons)] };
}
