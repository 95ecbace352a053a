import fc from 'fast-check';
import type { KeptMonth } from '../../../src/billing/month/kept-months';
import { monthView, type MonthView } from '../../../src/billing/month/month-view';
import type { ProviderPosting } from '../../../src/billing/payments/posting';
import type { PostingContext } from '../../../src/billing/payments/post-remittances';
import type { BilledLine } from '../../../src/billing/records/billed-line';
import { ZERO, type Cents } from '../../../src/billing/values/cents';
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
      unapplied: [],
    },
    ...{
      calls: [],
      payers: [CASCADE],
      clients: [],
      practice: null,
      fees: [],
      benefits: [],
      authorizations: [],
      unbilled: [],
    },
    ...{ rejected: [], disagreements: [], kept },
  });
}

function keptOf({ month, toKeep }: MonthView): KeptMonth {
  return { month, isClosed: true, lines: toKeep };
}

/** What is owed by payer and by client when the month begins, and at its end. */
function openingsOf({ balances }: MonthView): [string, Cents][] {
  return [...balances.byPayer, ...balances.byClient].flatMap(({ name, opening }) =>
    opening === ZERO ? [] : [[name, opening]],
  );
}

function closingsOf({ balances }: MonthView): [string, Cents][] {
  return [...balances.byPayer, ...balances.byClient].flatMap(({ name, closing }) =>
    closing === ZERO ? [] : [[name, closing]],
  );
}

const PAYERS = [CASCADE.name, 'Larch Mutual', 'Alder Benefit Trust'];

/** Which payer and client the register names for each claim until a month, and which from then on. */
const called = fc.record({
  payers: fc.tuple(fc.constantFrom(...PAYERS), fc.constantFrom(...PAYERS)),
  clients: fc.constantFrom(['Sam Rivera', 'Sam Rivera'], ['Rivera, S.', 'Sam Rivera-Ortiz']),
  from: fc.nat({ max: MONTHS.length }),
});

/** Which months are closed after which part of the checks came in; some claims are made later than others too. */
const work = toldClaims.chain((claims) => {
  const checks = checksOf(claims);
  return fc.record({
    claims: fc.constant(claims),
    checks: fc.shuffledSubarray(checks, { minLength: checks.length }),
    at: fc.array(fc.nat({ max: MONTHS.length - 1 }), { minLength: checks.length, maxLength: checks.length }),
    closes: fc.array(fc.boolean(), { minLength: MONTHS.length, maxLength: MONTHS.length }),
    lateClaims: fc.nat({ max: 2 }),
    names: fc.array(called, { minLength: claims.length, maxLength: claims.length }),
  });
});

const staysClosed = fc.property(work, ({ claims, checks, at, closes, lateClaims, names }) => {
  const linesIn = (index: number, first: number): BilledLine[] =>
    claims.slice(first).flatMap(({ lines }, which) => {
      const name = names[first + which];
      const now = name && index >= name.from ? 1 : 0;
      return lines.map((line) => ({
        ...line,
        payer: name?.payers[now] ?? line.payer,
        client: name?.clients[now] ?? line.client,
      }));
    });
  const all = linesIn(MONTHS.length, 0);
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
    const view = viewOf(month, linesIn(index, index < 2 ? lateClaims : 0), book, kept);
    expect(view.outOfBalance).toEqual([]);
    closed.set(month, view);
    kept.push(keptOf(view));
  });
  const book = { ...context, providerPostings };
  let before = ZERO;
  let owed: ReturnType<typeof closingsOf> = [];
  for (const month of MONTHS) {
    const view = viewOf(month, all, book, kept);
    expect(view.outOfBalance).toEqual([]);
    expect(view.balances.total.opening).toBe(before);
    expect(openingsOf(view)).toEqual(owed);
    before = view.balances.total.closing;
    owed = closingsOf(view);
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

test('the table by payer of a closed month stays, also where the second payer answered first', () => {
  fc.assert(staysClosed, { numRuns: 50, seed: 554_309_110 });
});
