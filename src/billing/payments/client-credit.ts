import { lineWithoutCharge, type BilledLine } from '../records/billed-line';
import { larger, minus, negated, plus, smaller, sum, ZERO, type Cents } from '../values/cents';
import { byDay, LAST_DAY, type Day } from '../values/day';
import { nameKey } from '../values/name-key';
import { lineAccounts, type LineAccount } from './line-account';
import type { Posting } from './posting';

/** Stands for the payer of what clients paid ahead. */
export const CREDIT_PAYER = 'Credit of clients';

const CREDIT = 'credit|';

/** The line of what a client paid for no claim yet; one a client, whatever the name looks like. */
export function creditControl(client: string): string {
  return `${CREDIT}${nameKey(client)}`;
}

export function isCreditControl(control: string): boolean {
  return control.startsWith(CREDIT);
}

/** The line of what a client paid ahead since that day. */
export function creditLine(client: string, date: Day): BilledLine {
  return lineWithoutCharge({
    control: creditControl(client),
    account: '',
    client,
    payer: CREDIT_PAYER,
    date,
  });
}

/** A credit line for each client who paid something ahead, whether or not anything of it is left. */
export function creditLines(postings: readonly Posting[]): BilledLine[] {
  const lines = new Map<string, BilledLine>();
  for (const { control, client, received } of postings) {
    const known = lines.get(control);
    if (!isCreditControl(control) || (known && known.date <= received)) continue;
    lines.set(control, creditLine(known?.client ?? client, received));
  }
  return [...lines.values()];
}

/** Where a client's money lies that nobody needs there. */
export interface CreditSource {
  kind: 'paid ahead' | 'paid too much' | 'claim counts no longer';
  client: string;
  control: string;
  /** Empty for what was paid ahead. */
  account: string;
  /** Of the service, or of the first payment ahead. */
  date: Day;
  amount: Cents;
}

/** A part of a claim that the client still owes. */
export interface OpenShare {
  client: string;
  control: string;
  account: string;
  date: Day;
  amount: Cents;
}

/** How credit would be used, once somebody says so: the oldest credit for the oldest open share. */
export interface CreditUse {
  from: CreditSource;
  to: OpenShare;
  amount: Cents;
}

/** What a practice holds for one client. */
export interface ClientCredit {
  client: string;
  amount: Cents;
  sources: CreditSource[];
  open: OpenShare[];
  uses: CreditUse[];
}

export interface CreditBook {
  lines: readonly BilledLine[];
  /** Lines of claims that were replaced or voided: what their clients paid on them is theirs. */
  retired: readonly BilledLine[];
  postings: readonly Posting[];
}

/** All lines on which clients' money lies, as of a day; those of claims that count no longer charge nothing. */
export function accountsWithCredit(
  { lines, retired, postings }: CreditBook,
  asOf: Day = LAST_DAY,
): LineAccount[] {
  const without = retired.map((line) => ({ ...line, charge: ZERO }));
  return lineAccounts([...lines, ...without, ...creditLines(postings)], postings, asOf);
}

/** The credit of every client who has one, by name. Visits of one claim are judged together, never line by line. */
export function clientCredits(book: CreditBook, asOf: Day = LAST_DAY): ClientCredit[] {
  const retired = new Set(book.retired.map(({ control }) => control));
  const claims = new Map<string, LineAccount[]>();
  for (const account of accountsWithCredit(book, asOf)) {
    const { line } = account;
    const key = isCreditControl(line.control) ? line.control : `${line.account}|${nameKey(line.client)}`;
    const own = claims.get(key);
    if (own) own.push(account);
    else claims.set(key, [account]);
  }
  const clients = new Map<string, Pick<ClientCredit, 'client' | 'sources' | 'open'>>();
  for (const claim of claims.values()) {
    const net = sum(claim.map(({ clientOwes }) => clientOwes));
    const client = claim[0]?.line.client ?? '';
    if (net === ZERO) continue;
    const own = clients.get(nameKey(client)) ?? { client, sources: [], open: [] };
    clients.set(nameKey(client), own);
    for (const part of partsOf(claim, net)) {
      if (net > ZERO) own.open.push(part);
      else own.sources.push({ ...part, kind: kindOf(part, retired) });
    }
  }
  return [...clients.values()]
    .filter(({ sources }) => sources.length > 0)
    .map((own) => withUses(own))
    .sort((a, b) => a.client.localeCompare(b.client, 'en'));
}

/** The lines on which the net of a claim lies, the oldest first, without its sign. */
function partsOf(claim: readonly LineAccount[], net: Cents): OpenShare[] {
  const isCredit = net < ZERO;
  let left = isCredit ? negated(net) : net;
  return [...claim]
    .sort((a, b) => byDay(a.line.date, b.line.date))
    .flatMap(({ line: { client, control, account, date }, clientOwes }): OpenShare[] => {
      const own = larger(ZERO, isCredit ? negated(clientOwes) : clientOwes);
      const amount = smaller(left, own);
      left = minus(left, amount);
      return amount === ZERO ? [] : [{ client, control, account, date, amount }];
    });
}

function kindOf({ control }: OpenShare, retired: ReadonlySet<string>): CreditSource['kind'] {
  if (isCreditControl(control)) return 'paid ahead';
  return retired.has(control) ? 'claim counts no longer' : 'paid too much';
}

function withUses({ client, ...own }: Pick<ClientCredit, 'client' | 'sources' | 'open'>): ClientCredit {
  const sources = own.sources.sort(byAge);
  const open = own.open.sort(byAge);
  const uses: CreditUse[] = [];
  const left = sources.map(({ amount }) => amount);
  for (const to of open) {
    let owed = to.amount;
    sources.forEach((from, index) => {
      const amount = smaller(owed, left[index] ?? ZERO);
      if (amount === ZERO) return;
      owed = minus(owed, amount);
      left[index] = minus(left[index] ?? ZERO, amount);
      uses.push({ from, to, amount });
    });
  }
  return { client, amount: sum(sources.map(({ amount }) => amount)), sources, open, uses };
}

function byAge(a: OpenShare, b: OpenShare): number {
  return byDay(a.date, b.date) || a.control.localeCompare(b.control, 'en', { numeric: true });
}

/** How much of a client's credit its open shares would use up. */
export function usedBy({ uses }: Pick<ClientCredit, 'uses'>): Cents {
  return sum(uses.map(({ amount }) => amount));
}

/** Postings that move credit to the shares it is used for: they add up to nothing. `payment` names them all. */
export function postingsOfUses(uses: readonly CreditUse[], payment: string, received: Day): Posting[] {
  return uses.flatMap(({ from, to, amount }, index) => {
    const key = `${payment}|${String(index + 1)}`;
    return [
      moved({ ...from, amount: negated(amount) }, { key: `${key}.from`, payment, received }),
      moved({ ...to, amount }, { key: `${key}.to`, payment, received }),
    ];
  });
}

/** Postings that give credit back to the client. */
export function postingsOfRefund(
  sources: readonly CreditSource[],
  { payment, received, reference }: { payment: string; received: Day; reference: string },
): Posting[] {
  return sources.map((source, index) => ({
    ...moved(
      { ...source, amount: negated(source.amount) },
      { key: `${payment}|${String(index + 1)}`, payment, received },
    ),
    reference,
  }));
}

/** Of the oldest sources as much as comes to the amount. */
export function sourcesFor(sources: readonly CreditSource[], amount: Cents): CreditSource[] {
  let left = amount;
  return sources.flatMap((source): CreditSource[] => {
    const part = smaller(left, source.amount);
    left = minus(left, part);
    return part === ZERO ? [] : [{ ...source, amount: part }];
  });
}

function moved(
  { client, control, account, amount }: OpenShare,
  about: Pick<Posting, 'key' | 'payment' | 'received'>,
): Posting {
  return {
    ...about,
    from: { kind: 'client', name: client },
    reference: '',
    account,
    control,
    client,
    charge: ZERO,
    allowed: null,
    paid: amount,
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

/** All that clients have with the practice. */
export function creditTotal(credits: readonly Pick<ClientCredit, 'amount'>[]): Cents {
  return credits.reduce((total, { amount }) => plus(total, amount), ZERO);
}
