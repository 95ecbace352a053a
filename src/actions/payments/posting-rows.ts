import type { Finding } from '../../billing/findings';
import type { MatchedBy, PostedAdjustment, Posting } from '../../billing/payments/posting';
import { parseReasons, reasonsText } from '../../billing/payments/reasons';
import type { RecordCells } from '../../workbook/tables/cells';
import type { RowValue } from '../../workbook/plan/plan';
import { placeText, readPlace } from './file-place';

const MATCHED_BY = [
  'line control number',
  'claim number',
  'date, charge and code',
  'date, charge and code without modifier',
  'name and member ID',
  'by hand',
] as const satisfies readonly MatchedBy[];

/** A posting as a row of the Payments table; `postingOf` makes the same posting of it again. */
export function postingRow(
  posting: Posting,
  { file, service, code, run }: { file: string; service: number | null; code: string; run: string },
): Record<string, RowValue> {
  return {
    received: posting.received,
    from: posting.from.name,
    reference: posting.reference,
    account: posting.account,
    control: posting.control,
    allowed: posting.allowed,
    paid: posting.paid,
    adjusted: posting.adjusted,
    clientOwes: posting.clientShare,
    reasons: reasonsText(posting.adjustments),
    fromKind: posting.from.kind === 'client' ? 'Client' : 'Payer',
    client: posting.client,
    service,
    code,
    charge: posting.charge,
    disputed: posting.disputed,
    remarks: posting.remarks.join(' '),
    status: posting.status,
    denied: posting.denied,
    forwardedTo: posting.forwardedTo,
    matchedBy: posting.matchedBy,
    source: placeText(file, posting.at),
    key: posting.key,
    payment: posting.payment,
    run,
  };
}

/**
 * The posting of a row that an import wrote; null where the day or the amount can no longer be read. An amount that
 * was cleared counts as nothing; a cell that says something else than an amount is a finding.
 */
export function postingOf(row: RecordCells): { posting: Posting | null; findings: Finding[] } {
  const key = row.text('key') ?? '';
  const received = row.date('received');
  const paid = row.money('paid');
  const adjustments = storedAdjustments(row.text('reasons') ?? '');
  const kind = row.choice('fromKind', ['Payer', 'Client']);
  const name = row.text('from') ?? '';
  const posting = {
    key,
    payment: row.text('payment') ?? '',
    from: { kind: kind === 'Client' ? ('client' as const) : ('payer' as const), name },
    reference: row.text('reference') ?? '',
    account: row.text('account') ?? '',
    control: row.text('control') ?? '',
    client: row.text('client') ?? '',
    charge: row.money('charge') ?? 0,
    allowed: row.money('allowed'),
    adjusted: row.money('adjusted') ?? 0,
    clientShare: row.money('clientOwes') ?? 0,
    disputed: row.money('disputed') ?? 0,
    adjustments: adjustments ?? [],
    remarks: wordsOf(row.text('remarks')),
    status: row.text('status') ?? '',
    denied: row.yesNo('denied') ?? false,
    forwardedTo: row.text('forwardedTo'),
    matchedBy: row.choice('matchedBy', MATCHED_BY) ?? 'by hand',
    at: readPlace(row.text('source') ?? ''),
  };
  const findings = [...row.findings, ...(adjustments ? [] : [reasonsUnreadable(row)])];
  if (received !== null && paid !== null) return { posting: { ...posting, received, paid }, findings };
  return { posting: null, findings: [...findings, notCounted(row, received === null ? 'received' : 'paid')] };
}

/** What `reasonsText` wrote, whatever groups and codes the payer used; else what a person may have typed. */
export function storedAdjustments(text: string): PostedAdjustment[] | null {
  const parts = text === '' ? [] : text.split('; ');
  const stored = parts.flatMap((part): PostedAdjustment[] => {
    const [, group, reason, amount] = /^([A-Z0-9]{2})(?:-([^\s;]+))? (-?\d{1,9}\.\d\d)$/.exec(part) ?? [];
    if (group === undefined || amount === undefined) return [];
    return [{ group, reason: reason ?? '', amount: Number(amount.replace('.', '')) }];
  });
  if (stored.length === parts.length) return stored;
  const typed = parseReasons(text);
  if (!typed || typed.some(({ amount }) => amount === null)) return null;
  return typed.map(({ group, reason, amount }) => ({ group, reason, amount: amount ?? 0 }));
}

export function wordsOf(text: string | null): string[] {
  return (text ?? '').split(/\s+/).filter((word) => word !== '');
}

export function reasonsUnreadable(row: RecordCells): Finding {
  return {
    rule: 'payment-reasons-unreadable',
    severity: 'WARN',
    place: row.cells['reasons'] ?? null,
    words: 'The reasons of this payment cannot be read any more; its amounts still count.',
    toDo: 'Write them as CO-45 40.00; PR-1 80.00.',
    source: 'the Payments table',
  };
}

function notCounted(row: RecordCells, key: 'received' | 'paid'): Finding {
  const what = key === 'received' ? 'day on which this payment came' : 'amount of this payment';
  return {
    rule: 'payment-row-unreadable',
    severity: 'STOP',
    place: row.cells[key] ?? row.cells['key'] ?? null,
    words: `The ${what} cannot be read any more, so it does not count.`,
    toDo: 'Type it as the remittance has it; or delete the row and import the remittance again.',
    source: 'the Payments table',
  };
}
