import fc from 'fast-check';
import type { KeptMonth } from '../../../src/billing/month/kept-months';
import { monthView, type MonthView } from '../../../src/billing/month/month-view';
import type { ProviderPosting } from '../../../src/billing/payments/posting';
import type { PostingContext } from '../../../src/billing/payments/post-remittances';
import type { BilledLine } from '../../../src/billing/records/billed-line';
import { ZERO } from '../../../src/billing/values/cents';
import { after, CASCADE, contextOf, postWritten } from '../../support/remittance/post';
import { checksOf, toldClaims } from '../../support/remittance/stories';
import { day } from '../../support/values';

const MONTHS = ['2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03'];

function viewOf(
  month: string,
  lines: BilledLine[],
  { postings, payments, providerPostings }: PostingContext & { providerPostings: ProviderPosting[] },
  kept: KeptMonth[],
): MonthView {
  return monthView({
    ...{
      month,
      today: day('2027-04-02'),
      lines,
      retired: [],
      postings,
      payments,
      providerPostings,
      loose: [],
    },
    ...{
      calls: [],
      payers: [CASCADE],
      clients: [],
      fees: [],
      benefits: [],
      authorizations: [],
      unbilled: [],
    },
    ...{ rejected: [], disagreements: [], kept },
  });
}

function keptOf({ month, lines }: MonthView): KeptMonth {
  return {
    month,
    isClosed: true,
    lines: lines.map(({ line: { control, account, client, payer }, balance }) => ({
      ...{ control, account, client, payer },
      opening: balance.opening,
      charges: balance.charges,
      paidByPayers: balance.paidByPayers,
      paidByClients: balance.paidByClients,
      adjustments: balance.adjustments,
    })),
  };
}

/** Which months are closed after which part of the checks came in; some claims are made later than others too. */
const work = toldClaims.chain((claims) => {
  const checks = checksOf(claims);
  return fc.record({
    claims: fc.constant(claims),
    checks: fc.shuffledSubarray(checks, { minLength: checks.length }),
    at: fc.array(fc.nat({ max: MONTHS.length - 1 }), { minLength: checks.length, maxLength: checks.length }),
    closes: fc.array(fc.boolean(), { minLength: MONTHS.length, maxLength: MONTHS.length }),
    lateClaims: fc.nat({ max: 2 }),
  });
});

const staysClosed = fc.property(work, ({ claims, checks, at, closes, lateClaims }) => {
  const all = claims.flatMap(({ lines }) => lines);
  const early = claims.slice(lateClaims).flatMap(({ lines }) => lines);
  let context = contextOf({ register: all });
  const kept: KeptMonth[] = [];
  let providerPostings: ProviderPosting[] = [];
  const closed = new Map<string, MonthView>();
  MONTHS.forEach((month, index) => {
    const now = checks.filter((_, which) => at[which] === index);
    const result = postWritten(now, context);
    context = after(context, result);
    providerPostings = [...providerPostings, ...result.providerPostings];
    const book = { ...context, providerPostings };
    if (!closes[index]) return;
    const view = viewOf(month, index < 2 ? early : all, book, kept);
    expect(view.outOfBalance).toEqual([]);
    closed.set(month, view);
    kept.push(keptOf(view));
  });
  const book = { ...context, providerPostings };
  let before = ZERO;
  for (const month of MONTHS) {
    const view = viewOf(month, all, book, kept);
    expect(view.outOfBalance).toEqual([]);
    expect(view.balances.total.opening).toBe(before);
    before = view.balances.total.closing;
    const then = closed.get(month);
    if (then) expect(view.balances).toEqual(then.balances);
  }
  const next = viewOf('2027-04', all, book, kept).balances.total;
  expect(next.opening).toBe(before);
  expect(next.closing).toBe(viewOf('2027-04', all, book, []).balances.total.closing);
});

test('closed months stay as they were closed, whatever comes later, and nothing of it is lost', () => {
  fc.assert(staysClosed, { numRuns: 150, seed: 20_261_201 });
});

// What a claim's second payer paid in a closed month moves, in the table by payer, to the first one when that answers later.
test.failing('the table by payer of a closed month stays, also where the second payer answered first', () => {
  fc.assert(staysClosed, { numRuns: 150, seed: 554_309_110 });
});
