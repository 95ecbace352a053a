import type { Posting } from '../../billing/payments/posting';
import type { BilledLine } from '../../billing/records/billed-line';
import { absolute, share, ZERO, type Cents } from '../../billing/values/cents';
import { nameKey } from '../../billing/values/name-key';
import type { ClaimRow } from '../../workbook/tables/claims';
import { VOID, VOIDED } from '../../workbook/tables/retired';

/**
 * What clients paid at the visit, laid over the lines of the claim by charge, on the date of service. A claim that takes
 * the place of another has the same money again; on one that was voided it stays, until its visits are billed anew.
 */
export function paidAtVisits({
  claims,
  lines,
  retired,
}: {
  claims: readonly Pick<ClaimRow, 'account' | 'clientPaid' | 'status' | 'frequency'>[];
  lines: readonly BilledLine[];
  retired: readonly BilledLine[];
}): Posting[] {
  const paidOn = new Map(claims.map(({ account, clientPaid }) => [account, clientPaid ?? ZERO]));
  const voided = new Set(claims.filter(isVoided).map(({ account }) => account));
  const visits = new Set(lines.map(visitOf));
  const billedAnew = new Set(
    retired.filter((line) => visits.has(visitOf(line))).map(({ account }) => account),
  );
  const left = retired.filter(({ account }) => voided.has(account) && !billedAnew.has(account));
  const byAccount = new Map<string, BilledLine[]>();
  for (const line of [...lines, ...left]) {
    const own = byAccount.get(line.account);
    if (own) own.push(line);
    else byAccount.set(line.account, [line]);
  }
  return [...byAccount].flatMap(([account, own]) => {
    const paid = paidOn.get(account) ?? ZERO;
    if (paid === ZERO) return [];
    const parts = share(
      paid,
      own.map(({ charge }) => absolute(charge)),
    );
    return own.flatMap((line, index) => {
      const part = parts[index] ?? ZERO;
      return part === ZERO ? [] : [paidAtVisit(line, part)];
    });
  });
}

/** Not what voids another claim, which repeats its money. */
function isVoided({ status, frequency }: Pick<ClaimRow, 'status' | 'frequency'>): boolean {
  return frequency !== VOID && status.toLowerCase() === VOIDED.toLowerCase();
}

function visitOf({ client, date }: BilledLine): string {
  return `${nameKey(client)}|${String(date)}`;
}

function paidAtVisit({ account, control, client, charge, date }: BilledLine, paid: Cents): Posting {
  return {
    key: `visit|${account}|${control}`,
    payment: `visit|${account}`,
    from: { kind: 'client', name: client },
    isForClaim: true,
    reference: '',
    received: date,
    account,
    control,
    client,
    charge,
    allowed: null,
    paid,
    adjusted: ZERO,
    clientShare: ZERO,
    disputed: ZERO,
    adjustments: [],
    remarks: [],
    status: '',
    denied: false,
    forwardedTo: null,
    matchedBy: 'by hand',
    at: null,
  };
}
