import type { CellPlace, Finding } from '../../billing/findings';
import type { PostedAdjustment, UnmatchedPayment } from '../../billing/payments/posting';
import { reasonsText } from '../../billing/payments/reasons';
import type { FilePlace } from '../../billing/payments/remittance/remittance';
import type { Cents } from '../../billing/values/cents';
import type { Day } from '../../billing/values/day';
import type { RowValue } from '../../workbook/plan/plan';
import type { RecordCells } from '../../workbook/tables/cells';
import { placeText, readPlace } from './file-place';
import { reasonsUnreadable, storedAdjustments, wordsOf } from './posting-rows';

/** What stands in `settledWith` of a payment that belongs to none of the claims. */
export const NOT_OURS = 'not ours';

/** A row of the Unmatched table: all that is needed to post it later. */
export interface StoredUnmatched {
  /** Of the posting that it becomes. */
  key: string;
  /** Key of the payment it came with. */
  payment: string;
  /** Whether the remittance named no service lines, so that it is for a whole claim. */
  isWholeClaim: boolean;
  received: Day | null;
  from: string;
  reference: string;
  /** `Last, First`, as the remittance has it. */
  client: string;
  memberId: string;
  account: string;
  service: Day | null;
  code: string;
  modifiers: string[];
  charge: Cents;
  allowed: Cents | null;
  paid: Cents;
  adjustments: PostedAdjustment[];
  remarks: string[];
  /** CLP02. */
  status: string;
  why: string;
  payerClaimNumber: string;
  forwardedTo: string | null;
  /** Where it was read: file, line, segment. */
  source: string;
  at: FilePlace | null;
  /** The line it was posted to, or `not ours`; null while it is open. */
  settledWith: string | null;
  place: CellPlace | null;
}

export function unmatchedRow(
  { key, payment, claim, line, paid, why }: UnmatchedPayment,
  { file, run }: { file: string; run: string },
): Record<string, RowValue> {
  const { patient } = claim;
  const adjustments = (line ?? claim).adjustments;
  return {
    received: payment.received,
    from: payment.from,
    reference: payment.reference,
    client: patient ? [patient.last, patient.first].filter((part) => part !== '').join(', ') : null,
    memberId: patient?.id ?? null,
    account: claim.account,
    service: line?.from ?? claim.from,
    code: line?.code ?? null,
    modifiers: line?.modifiers.join(' ') ?? null,
    charge: (line ?? claim).charge,
    allowed: line ? line.allowed : claim.covered,
    paid,
    reasons: reasonsText(adjustments),
    remarks: [...new Set([...(line?.remarks ?? []), ...claim.remarks])].join(' '),
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

export function storedUnmatched(row: RecordCells): { stored: StoredUnmatched; findings: Finding[] } {
  const key = row.text('key') ?? '';
  const adjustments = storedAdjustments(row.text('reasons') ?? '');
  const source = row.text('source') ?? '';
  const stored: StoredUnmatched = {
    key,
    payment: row.text('payment') ?? '',
    isWholeClaim: /\|\d+$/.test(key),
    received: row.date('received'),
    from: row.text('from') ?? '',
    reference: row.text('reference') ?? '',
    client: row.text('client') ?? '',
    memberId: row.text('memberId') ?? '',
    account: row.text('account') ?? '',
    service: row.date('service'),
    code: row.text('code') ?? '',
    modifiers: wordsOf(row.text('modifiers')),
    charge: row.money('charge') ?? 0,
    allowed: row.money('allowed'),
    paid: row.money('paid') ?? 0,
    adjustments: adjustments ?? [],
    remarks: wordsOf(row.text('remarks')),
    status: row.text('status') ?? '',
    why: row.text('why') ?? '',
    payerClaimNumber: row.text('payerClaimNumber') ?? '',
    forwardedTo: row.text('forwardedTo'),
    source,
    at: readPlace(source),
    settledWith: row.text('settledWith'),
    place: row.cells['paid'] ?? null,
  };
  return { stored, findings: [...row.findings, ...(adjustments ? [] : [reasonsUnreadable(row)])] };
}
