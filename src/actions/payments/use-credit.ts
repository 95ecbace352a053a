import {
  clientCredits,
  isCreditControl,
  postingsOfUses,
  usedBy,
  type ClientCredit,
} from '../../billing/payments/client-credit';
import { monthEntries } from '../../billing/month/month-lines';
import { closeNames, nameKey } from '../../billing/values/name-key';
import { formatDollars, minus, ZERO, type Cents } from '../../billing/values/cents';
import type { Day } from '../../billing/values/day';
import { Refusal } from '../../workbook/refusal';
import type { PaymentBook } from '../../practice/payments/payment-book';
import { preparePayments, type PaymentOptions } from '../../practice/payments/prepare-payments';
import { postingRow } from '../../practice/payments/posting-rows';
import type { Prepared } from '../../practice/prepare';
import type { Records } from '../../practice/records';
import { claimChanges, claimsAfter, type ClaimAfter } from './claim-changes';

export interface CreditReport {
  action: 'use-credit';
  client: string;
  used: Cents;
  /** What the client has with the practice afterwards. */
  left: Cents;
  /** The claims whose open share it was used for, the oldest first. */
  accounts: string[];
  claims: ClaimAfter[];
}

/** What every client has with the practice on that day, by the names of the Clients table. */
export function creditsOn(
  { lines, retired, postings }: Pick<PaymentBook, 'lines' | 'retired' | 'postings'>,
  { clients }: Pick<Records, 'clients'>,
  today: Day,
): ClientCredit[] {
  const named = monthEntries({ lines, retired, postings, kept: [] }, clients);
  const own = named.lines.filter(({ control }) => !isCreditControl(control));
  return clientCredits(
    {
      lines: own.filter(({ control }) => !named.without.has(control)),
      retired: own.filter(({ control }) => named.without.has(control)),
      postings: named.postings,
    },
    today,
  );
}

/** The credit of one client; refuses where there is none. */
export function creditOf(credits: readonly ClientCredit[], client: string): ClientCredit {
  const found = credits.find((credit) => nameKey(credit.client) === nameKey(client));
  if (found) return found;
  const near = closeNames(
    client,
    credits.map((credit) => credit.client),
  );
  const hint = near.length === 0 ? '' : ` Did you mean ${near.map((name) => `"${name}"`).join(' or ')}?`;
  throw new Refusal('no-credit', `${client} has no credit: nothing was paid ahead or too much.${hint}`);
}

/** Uses a client's credit for the oldest of what the client owes. Nothing moves before somebody asks for it. */
export async function prepareUsingCredit(
  context: Excel.RequestContext,
  { client }: { client: string },
  options: PaymentOptions,
): Promise<Prepared<CreditReport>> {
  return preparePayments(context, options, 'credit', ({ book, payments, run: runOf }) => {
    const credit = creditOf(creditsOn(payments, book.records, book.today), client);
    const used = usedBy(credit);
    if (used === ZERO) {
      const words = `${credit.client} has a credit of $${formatDollars(credit.amount)} and owes nothing that it could be used for.`;
      throw new Refusal('no-credit', words);
    }
    const run = runOf("A client's credit used for what the client owes");
    const postings = postingsOfUses(credit.uses, `credit|${run.id}`, book.today);
    const after = claimsAfter(payments, postings, new Map());
    const lineOf = new Map([...payments.retired, ...payments.lines].map((line) => [line.control, line]));
    const rows = postings.map((posting) => {
      const { date: service = null, code = '' } = lineOf.get(posting.control) ?? {};
      return postingRow(posting, { file: '', service, code, run: run.id });
    });
    return {
      plan: {
        run,
        documents: [],
        rows: [{ table: 'Payments', rows }],
        changes: claimChanges(payments, after),
      },
      report: {
        action: 'use-credit',
        client: credit.client,
        used,
        left: minus(credit.amount, used),
        accounts: [...new Set(credit.uses.map(({ to }) => to.account))],
        claims: after,
      },
    };
  });
}
