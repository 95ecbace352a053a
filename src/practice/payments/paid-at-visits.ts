import type { Posting } from '../../billing/payments/posting';
import type { BilledLine } from '../../billing/records/billed-line';
import { absolute, share, ZERO, type Cents } from '../../billing/values/cents';
import type { ClaimRow } from '../../workbook/tables/claims';

/** What clients paid at the visit, laid over the lines of the claim by charge, on the date of service. */
export function paidAtVisits({
  claims,
  lines,
}: {
  claims: readonly Pick<ClaimRow, 'account' | 'clientPaid'>[];
  lines: readonly BilledLine[];
}): Posting[] {
  const paidOn = new Map(claims.map(({ account, clientPaid }) => [account, clientPaid ?? ZERO]));
  const byAccount = new Map<string, BilledLine[]>();
  for (const line of lines) {
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
