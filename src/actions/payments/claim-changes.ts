import { isDenied, lineAccounts, type LineAccount } from '../../billing/payments/line-account';
import type { Posting } from '../../billing/payments/posting';
import { sum, ZERO, type Cents } from '../../billing/values/cents';
import { changesOf, type CellChange } from '../../workbook/plan/plan';
import type { ClaimRow } from '../../workbook/tables/claims';
import type { PaymentBook } from '../../practice/payments/payment-book';

/** The cells of a claim that payments change. */
export type ClaimCells = Pick<
  ClaimRow,
  'allowed' | 'insurerPaid' | 'adjusted' | 'clientOwes' | 'balance' | 'status' | 'payerClaimNumber'
>;

/** What a claim of the register says after payments were posted to it. */
export interface ClaimAfter {
  account: string;
  client: string;
  cells: ClaimCells;
}

/**
 * Claims of the register whose cells no longer say what all payments together come to, with what they should say. The
 * status changes only where the amounts or the payments did, so that one that the user typed stays. A claim that was
 * replaced or voided owes nothing and writes nothing off; what was paid on it stays until the payer takes it back.
 */
export function claimsAfter(
  book: Pick<PaymentBook, 'claims' | 'lines' | 'retired' | 'postings'>,
  added: readonly Posting[],
  payerClaimNumbers: ReadonlyMap<string, string>,
): ClaimAfter[] {
  const paidNow = new Set(added.map(({ account }) => account));
  const retired = new Set(book.retired.map(({ account }) => account));
  const lines = [...book.lines, ...book.retired.map((line) => ({ ...line, charge: ZERO }))];
  const byAccount = new Map<string, LineAccount[]>();
  for (const account of lineAccounts(lines, [...book.postings, ...added])) {
    const own = byAccount.get(account.line.account);
    if (own) own.push(account);
    else byAccount.set(account.line.account, [account]);
  }
  return [...byAccount].flatMap(([account, own]): ClaimAfter[] => {
    const before = book.claims.get(account);
    const isRetired = retired.has(account);
    const counts = paidNow.has(account) || hasPayments(own) || before?.insurerPaid != null;
    if (!before || !(counts || isRetired)) return [];
    const amounts = amountsOf(own, before);
    const isOther = Object.entries(amounts).some(
      ([key, amount]) => before[key as keyof ClaimCells] !== amount,
    );
    if (!isOther && !paidNow.has(account)) return [];
    const cells = {
      ...amounts,
      status: (isRetired ? null : statusOf(own)) ?? before.status,
      payerClaimNumber: payerClaimNumbers.get(account) ?? before.payerClaimNumber,
    };
    return [{ account, client: own[0]?.line.client ?? '', cells }];
  });
}

/** The same as changes of cells; those that say what they said are left out. */
export function claimChanges(
  { claims }: Pick<PaymentBook, 'claims'>,
  after: readonly ClaimAfter[],
): CellChange[] {
  return after.flatMap(({ account, cells }) => changesOf('Claims', account, cells, claims.get(account)));
}

/** Anything besides what the client paid at the visit, which the register knew when the claim was made. */
function hasPayments(own: readonly LineAccount[]): boolean {
  return own.some(({ postings }) => postings.some(({ key }) => !key.startsWith('visit|')));
}

function amountsOf(
  own: readonly LineAccount[],
  before: ClaimCells,
): Omit<ClaimCells, 'status' | 'payerClaimNumber'> {
  const answered = own.some(({ postings }) => postings.some(({ from }) => from.kind === 'payer'));
  const allowed = own.flatMap((account) => (isTakenBack(account) ? [] : (account.allowed ?? [])));
  const known = (amount: Cents, former: Cents | null) =>
    answered || amount !== ZERO || former !== null ? amount : null;
  return {
    allowed: allowed.length === 0 ? null : sum(allowed),
    insurerPaid: known(sum(own.map(({ paidByPayers }) => paidByPayers)), before.insurerPaid),
    adjusted: known(sum(own.map(({ adjusted }) => adjusted)), before.adjusted),
    clientOwes: known(sum(own.map(({ clientOwes }) => clientOwes)), before.clientOwes),
    balance: sum(own.map(({ balance }) => balance)),
  };
}

/** The payer reversed its answer and gave no other one yet. */
function isTakenBack({ postings, answers }: LineAccount): boolean {
  return answers.length === 0 && postings.some(({ from }) => from.kind === 'payer');
}

/**
 * Paid: the payer owes nothing more, though the client may. Null where no payer answered, so that the status stays.
 */
function statusOf(own: readonly LineAccount[]): string | null {
  const answered = own.filter(({ postings }) => postings.some(({ from }) => from.kind === 'payer'));
  if (answered.length === 0) return null;
  const open = sum(own.map(({ payerOwes }) => payerOwes));
  const paid = sum(own.map(({ paidByPayers }) => paidByPayers));
  const next = own.find(({ forwardedTo }) => forwardedTo !== null)?.forwardedTo;
  if (next != null && open > ZERO) return `Sent on to ${next}`;
  if (open <= ZERO) return 'Paid';
  if (paid === ZERO && answered.every(isTakenBack)) return 'Taken back';
  return paid === ZERO && answered.every(isDenied) ? 'Denied' : 'Part paid';
}
