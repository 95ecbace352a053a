import fc from 'fast-check';
import { statementOf } from '../../../src/billing/documents/statement';
import type { KeptMonth } from '../../../src/billing/month/kept-months';
import { monthView, type MonthView } from '../../../src/billing/month/month-view';
import {
  accountsWithCredit,
  clientCredits,
  creditTotal,
  postingsOfRefund,
  postingsOfUses,
  sourcesFor,
} from '../../../src/billing/payments/client-credit';
import type { PostingContext } from '../../../src/billing/payments/post-remittances';
import type { Posting, ProviderPosting } from '../../../src/billing/payments/posting';
import { postTypedPayments, type TypedPayment } from '../../../src/billing/payments/typed-payments';
import { cents, minus, plus, portion, sum, ZERO } from '../../../src/billing/values/cents';
import { addDays, lastOfMonth, parseIso, type Day } from '../../../src/billing/values/day';
import { after, CASCADE, contextOf, postWritten } from '../../support/remittance/post';
import { checksOf, toldClaims } from '../../support/remittance/stories';
import type { WrittenRemittance } from '../../support/remittance/write-remittance';
import { day } from '../../support/values';
import { clientOf } from '../claims/records';

const MONTHS = ['2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02'];
const TODAY = day('2027-04-02');
const START = day('2026-09-01');
const CLIENTS = ['Sam Rivera', 'Ada Applegate'];

/** What a person types: money of a client for a claim, or ahead of any. */
const typedRow = fc.record({
  claim: fc.nat({ max: 7 }),
  isAhead: fc.boolean(),
  amount: fc.integer({ min: 100, max: 9_000 }),
  on: fc.nat({ max: 180 }),
  who: fc.constantFrom(...CLIENTS),
});

/** What is done with credit when a month is over: nothing, used for what is owed, or a part of it given back. */
const deed = fc.constantFrom<'nothing' | 'use' | 'give back'>('nothing', 'use', 'give back');

const practice = toldClaims.chain((claims) => {
  const checks = checksOf(claims);
  return fc.record({
    claims: fc.constant(claims),
    order: fc.shuffledSubarray(checks, { minLength: checks.length }),
    cuts: fc.array(fc.boolean(), { minLength: checks.length, maxLength: checks.length }),
    typed: fc.array(typedRow, { maxLength: 6 }),
    deeds: fc.array(deed, { minLength: MONTHS.length, maxLength: MONTHS.length }),
    closes: fc.array(fc.boolean(), { minLength: MONTHS.length, maxLength: MONTHS.length }),
    who: fc.array(fc.constantFrom(...CLIENTS), { minLength: claims.length, maxLength: claims.length }),
  });
});

interface Practice {
  register: PostingContext['register'];
  postings: readonly Posting[];
  providerPostings: readonly ProviderPosting[];
  payments: PostingContext['payments'];
}

function posted(register: PostingContext['register'], runs: readonly WrittenRemittance[][]): Practice {
  let context = contextOf({ register });
  const providerPostings: ProviderPosting[] = [];
  for (const run of runs) {
    const result = postWritten(run, context);
    expect([result.unmatched, result.held]).toEqual([[], []]);
    context = after(context, result);
    providerPostings.push(...result.providerPostings);
  }
  return { register, postings: context.postings, payments: context.payments, providerPostings };
}

function viewOf(month: string, { register, ...book }: Practice, kept: KeptMonth[] = []): MonthView {
  return monthView({
    ...{ month, today: TODAY, lines: register, retired: [], unapplied: [], calls: [], payers: [CASCADE] },
    ...{
      practice: null,
      clients: [],
      fees: [],
      benefits: [],
      authorizations: [],
      unbilled: [],
      rejected: [],
    },
    ...{ disagreements: [], kept, ...book },
  });
}

const endOf = (month: string): Day => lastOfMonth(parseIso(`${month}-01`) ?? START);
const creditBook = ({ register, postings }: Practice) => ({ lines: register, retired: [], postings });

/** Does with all credit what was decided, on the last day of the month. */
function withDeed(book: Practice, what: 'nothing' | 'use' | 'give back', month: string): Practice {
  if (what === 'nothing') return book;
  const on = endOf(month);
  const before = clientCredits(creditBook(book), on);
  const added = before.flatMap((credit, index) => {
    const payment = `${what}|${month}|${String(index)}`;
    const half = minus(credit.amount, portion(credit.amount, 50, 100));
    return what === 'use'
      ? postingsOfUses(credit.uses, payment, on)
      : postingsOfRefund(sourcesFor(credit.sources, half), { payment, received: on, reference: 'Refund' });
  });
  const now = { ...book, postings: [...book.postings, ...added] };
  const moved = sum(added.map(({ paid }) => paid));
  if (what === 'use') expect(moved).toBe(ZERO);
  else expect(creditTotal(clientCredits(creditBook(now), on))).toBe(plus(creditTotal(before), moved));
  return now;
}

const holds = fc.property(practice, ({ claims, order, cuts, typed, deeds, closes, who }) => {
  const register = claims.flatMap(({ lines }, index) =>
    lines.map((line) => ({ ...line, client: who[index] ?? line.client, names: [] })),
  );
  const runs = order.reduce<WrittenRemittance[][]>((all, check, index) => {
    const last = all.at(-1);
    if (last && cuts[index]) last.push(check);
    else all.push([check]);
    return all;
  }, []);
  const rows = typed.map(({ claim, isAhead, amount, on, who: from }, index): TypedPayment => {
    const account = isAhead ? null : (claims[claim % claims.length]?.lines[0]?.account ?? null);
    return {
      ...{ key: `typed|${String(index + 2)}`, place: null, received: addDays(START, on), reference: null },
      ...{ from: account === null ? from : 'client', account, control: null, allowed: null },
      ...{ paid: cents(amount), adjusted: null, clientOwes: null, reasons: null },
    };
  });
  const byHand = postTypedPayments(rows, {
    ...{ register, payers: [CASCADE], clients: CLIENTS.map((name) => clientOf({ name })) },
    ...{ imported: [], sameCheck: new Map(), today: TODAY },
  });
  expect(byHand.findings).toEqual([]);

  const fromFiles = posted(register, runs);
  let book: Practice = { ...fromFiles, postings: [...fromFiles.postings, ...byHand.postings] };
  const inOrder = posted(register, [checksOf(claims)]);
  const other = { ...inOrder, postings: [...byHand.postings, ...inOrder.postings] };
  for (const month of MONTHS) expect(viewOf(month, other).balances).toEqual(viewOf(month, book).balances);

  const paid = [
    ...checksOf(claims).flatMap((check) => check.claims.flatMap(({ lines }) => lines)),
    ...typed.map(({ amount }) => ({ paid: cents(amount) })),
  ];
  expect(sum(book.postings.map((posting) => posting.paid))).toBe(sum(paid.map((one) => one.paid)));

  const kept: KeptMonth[] = [];
  const closed = new Map<string, MonthView['balances']>();
  let owed = ZERO;
  MONTHS.forEach((month, index) => {
    book = withDeed(book, deeds[index] ?? 'nothing', month);
    const view = viewOf(month, book, kept);
    expect(view.outOfBalance).toEqual([]);
    expect(view.balances.total.opening).toBe(owed);
    owed = view.balances.total.closing;
    for (const { opening, charges, payments, adjustments, closing } of view.balances.byPayer)
      expect(minus(plus(opening, charges), payments, adjustments)).toBe(closing);
    if (!closes[index]) return;
    closed.set(month, view.balances);
    kept.push({ month, isClosed: true, lines: view.toKeep });
  });
  for (const [month, balances] of closed) expect(viewOf(month, book, kept).balances).toEqual(balances);

  for (const client of CLIENTS) {
    const accounts = accountsWithCredit(creditBook(book)).filter(({ line }) => line.client === client);
    const credit = clientCredits(creditBook(book)).find((one) => one.client === client)?.amount ?? ZERO;
    const { owes, rows: listed } = statementOf({ accounts, credit, asOf: TODAY, from: START });
    const left = claims.flatMap(({ outcome }, index) => (who[index] === client ? [outcome.toClient] : []));
    expect(owes > sum(left)).toBe(false);
    expect(sum(listed.map((row) => row.owes))).toBe(owes);
  }
});

test('six months of payers, clients, credits and refunds in any order: each cent once, months that follow, fair statements', () => {
  fc.assert(holds, { numRuns: 40, seed: 20_261_201 });
});
