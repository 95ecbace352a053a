import type { CellPlace, Finding } from '../../billing/findings';
import { creditControl, isCreditControl } from '../../billing/payments/client-credit';
import type { PostedAdjustment, Posting } from '../../billing/payments/posting';
import { parseReasons, reasonsText } from '../../billing/payments/reasons';
import { cents, formatDollars, plus, ZERO } from '../../billing/values/cents';
import type { Day } from '../../billing/values/day';
import type { RowOf } from '../../workbook/tables/define-table';
import type { PaymentRow, paymentsTable } from '../../workbook/tables/payments';
import { placeText, readPlace } from './file-place';

/** A posting as a row of the Payments table; `postingOf` makes the same posting of it again. */
export function postingRow(
  posting: Posting,
  { file, service, code, run }: { file: string; service: Day | null; code: string; run: string },
): RowOf<typeof paymentsTable> {
  const { from, adjustments, at, ...same } = posting;
  const { received, reference, account, control, allowed, paid, adjusted, client, charge } = same;
  const { disputed, remarks, status, denied, forwardedTo, matchedBy, key, payment } = same;
  return {
    ...{ received, reference, account, control, allowed, paid, adjusted, client, charge },
    ...{ disputed, remarks, status, denied, forwardedTo, matchedBy, key, payment },
    ...(isCreditControl(control) ? { control: null } : {}),
    from: from.name,
    clientOwes: posting.clientShare,
    reasons: reasonsText(adjustments),
    fromKind: from.kind === 'client' ? 'Client' : 'Payer',
    service,
    code,
    source: placeText(file, at),
    run,
  };
}

/**
 * The posting of a row that an import wrote; null where the day or the amount can no longer be read. An amount that
 * was cleared counts as nothing; a cell that says something else than an amount is a finding.
 */
export function postingOf(
  row: PaymentRow,
  nameOf: (client: string) => string = (client) => client,
): { posting: Posting | null; findings: Finding[] } {
  const { received, paid, allowed, remarks, forwardedTo, cells } = row;
  const adjustments = storedAdjustments(row.reasons ?? '');
  const findings = adjustments ? [] : [reasonsUnreadable(cells.reasons)];
  if (received === null || paid === null) {
    return {
      posting: null,
      findings: [...findings, notCounted(row, received === null ? 'received' : 'paid')],
    };
  }
  const posting = {
    ...{ received, paid, allowed, remarks, forwardedTo },
    key: row.key ?? '',
    payment: row.payment ?? '',
    from: {
      kind: row.fromKind === 'Client' ? ('client' as const) : ('payer' as const),
      name: row.from ?? '',
    },
    reference: row.reference ?? '',
    account: row.account ?? '',
    ...lineOf(row, nameOf),
    client: row.client ?? '',
    charge: row.charge ?? ZERO,
    adjusted: row.adjusted ?? ZERO,
    clientShare: row.clientOwes ?? ZERO,
    disputed: row.disputed ?? ZERO,
    adjustments: adjustments ?? [],
    status: row.status ?? '',
    denied: row.denied ?? false,
    matchedBy: row.matchedBy ?? ('by hand' as const),
    at: readPlace(row.source ?? ''),
  };
  return { posting, findings: [...findings, ...clearedSince(posting, row)] };
}

const AMOUNTS = {
  charge: 'Charge',
  adjusted: 'Adjusted',
  clientOwes: 'Client owes',
  disputed: 'Left open',
} as const;

/** An import writes every amount, also none, and the line of what is written off. */
function clearedSince(posting: Posting, row: PaymentRow): Finding[] {
  if (row.run === '') return [];
  const { adjusted, clientShare, disputed, account, control } = posting;
  const cleared = (Object.keys(AMOUNTS) as (keyof typeof AMOUNTS)[]).find((key) => row[key] === null);
  if (cleared)
    return [
      rowChanged(
        row.cells[cleared],
        `The cell "${AMOUNTS[cleared]}" of this payment${account === '' ? '' : ` on ${account}`} was emptied, and counts as nothing.`,
      ),
    ];
  const left = plus(adjusted, clientShare, disputed);
  if (control === '' && account !== '' && left !== ZERO)
    return [
      rowChanged(
        row.cells.control,
        `The line of this payment on ${account} is empty, so the $${formatDollars(left)} that it writes off or leaves to the client do not count.`,
      ),
    ];
  return [];
}

function rowChanged(place: CellPlace | undefined, message: string): Finding {
  return {
    rule: 'payment-row-changed',
    severity: 'STOP',
    place: place ?? null,
    message,
    fix: 'Put back what the remittance said; or delete the row and import the remittance again.',
    source: 'the Payments table',
  };
}

/** Money of a client that is on no claim is on the client's credit. */
function lineOf(
  { control, account, client, fromKind }: PaymentRow,
  nameOf: (client: string) => string,
): Pick<Posting, 'control'> {
  const isCredit = control === null && account === null && client !== null && fromKind === 'Client';
  return { control: isCredit ? creditControl(nameOf(client)) : (control ?? '') };
}

/** What `reasonsText` wrote, whatever groups and codes the payer used; else what a person may have typed. */
export function storedAdjustments(text: string): PostedAdjustment[] | null {
  const parts = text === '' ? [] : text.split('; ');
  const stored = parts.flatMap((part): PostedAdjustment[] => {
    const [, group, reason, amount] = /^([A-Z0-9]{2})(?:-([^\s;]+))? (-?\d{1,9}\.\d\d)$/.exec(part) ?? [];
    if (group === undefined || amount === undefined) return [];
    return [{ group, reason: reason ?? '', amount: cents(Number(amount.replace('.', ''))) }];
  });
  if (stored.length === parts.length) return stored;
  const typed = parseReasons(text);
  if (!typed || typed.some(({ amount }) => amount === null)) return null;
  return typed.map(({ group, reason, amount }) => ({ group, reason, amount: amount ?? ZERO }));
}

export function reasonsUnreadable(place: Finding['place'] | undefined): Finding {
  return {
    rule: 'payment-reasons-unreadable',
    severity: 'WARN',
    place: place ?? null,
    message: 'The reasons of this payment cannot be read any more; its amounts still count.',
    fix: 'Write them as CO-45 40.00; PR-1 80.00.',
    source: 'the Payments table',
  };
}

function notCounted({ cells }: PaymentRow, key: 'received' | 'paid'): Finding {
  const what = key === 'received' ? 'day on which this payment came' : 'amount of this payment';
  return {
    rule: 'payment-row-unreadable',
    severity: 'STOP',
    place: cells[key] ?? cells.key ?? null,
    message: `The ${what} cannot be read any more, so it does not count.`,
    fix: 'Type it as the remittance has it; or delete the row and import the remittance again.',
    source: 'the Payments table',
  };
}
