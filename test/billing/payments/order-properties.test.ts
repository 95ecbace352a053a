import fc from 'fast-check';
import { ledgerOf, monthBalances, tieOut } from '../../../src/billing/month/ledger';
import { lineAccounts, type LineAccount } from '../../../src/billing/payments/line-account';
import type { PostingContext } from '../../../src/billing/payments/post-remittances';
import { plus, sum, ZERO } from '../../../src/billing/values/cents';
import { after, contextOf, postWritten } from '../../support/remittance/post';
import { checksOf, toldClaims, type ToldClaim } from '../../support/remittance/stories';
import type { WrittenRemittance } from '../../support/remittance/write-remittance';

const MONTHS = ['2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03'];

function posted(claims: readonly ToldClaim[], runs: readonly WrittenRemittance[][]): PostingContext {
  let context = contextOf({ register: claims.flatMap(({ lines }) => lines) });
  for (const run of runs) {
    const result = postWritten(run, context);
    expect(result.unmatched).toEqual([]);
    expect(result.held).toEqual([]);
    context = after(context, result);
  }
  return context;
}

/** The same checks in any order, any number of them a run. */
function shuffled(checks: readonly WrittenRemittance[]): fc.Arbitrary<WrittenRemittance[][]> {
  return fc
    .record({
      order: fc.shuffledSubarray([...checks], { minLength: checks.length }),
      cuts: fc.array(fc.boolean(), { minLength: checks.length, maxLength: checks.length }),
    })
    .map(({ order, cuts }) =>
      order.reduce<WrittenRemittance[][]>((runs, check, index) => {
        const last = runs.at(-1);
        if (last && cuts[index]) last.push(check);
        else runs.push([check]);
        return runs;
      }, []),
    );
}

/** Where in its file a line stood is not the same in another file. */
function withoutPlaces({ register, postings }: PostingContext): LineAccount[] {
  return lineAccounts(
    register,
    postings.map((posting) => ({ ...posting, at: null })),
  );
}

const book = toldClaims.chain((claims) =>
  fc.record({ claims: fc.constant(claims), runs: shuffled(checksOf(claims)) }),
);

test('whatever payers do, in whatever order it comes in, each claim ends as they left it', () => {
  fc.assert(
    fc.property(book, ({ claims, runs }) => {
      const { postings, register } = posted(claims, runs);
      const accounts = lineAccounts(register, postings);
      for (const { lines, outcome } of claims) {
        const own = accounts.filter(({ line }) => lines.includes(line));
        expect({
          paid: sum(own.map(({ paidByPayers }) => paidByPayers)),
          writtenOff: sum(own.map(({ adjusted }) => adjusted)),
          toClient: sum(own.map(({ clientOwes }) => clientOwes)),
        }).toEqual(outcome);
      }
    }),
    { numRuns: 300, seed: 20_261_201 },
  );
});

test('the accounts of all lines are the same in every order, with all that stands on them', () => {
  fc.assert(
    fc.property(book, ({ claims, runs }) => {
      const inOrder = posted(claims, [checksOf(claims)]);
      const other = posted(claims, runs);
      expect(withoutPlaces(other)).toEqual(withoutPlaces(inOrder));
    }),
    { numRuns: 200, seed: 20_261_201 },
  );
});

test('every cent of every check is posted once, and each month follows from the one before', () => {
  fc.assert(
    fc.property(book, ({ claims, runs }) => {
      const { postings, register } = posted(claims, runs);
      const paid = checksOf(claims).flatMap((check) => check.claims.flatMap(({ lines }) => lines));
      expect(sum(postings.map((posting) => posting.paid))).toBe(sum(paid.map((line) => line.paid)));
      const entries = ledgerOf(register, postings);
      let before = ZERO;
      for (const month of MONTHS) {
        const balances = monthBalances(entries, month);
        expect(tieOut(balances)).toEqual([]);
        expect(balances.total.opening).toBe(before);
        before = balances.total.closing;
      }
      const accounts = lineAccounts(register, postings);
      expect(before).toBe(sum(accounts.map(({ balance }) => balance)));
      for (const { balance, clientOwes, payerOwes } of accounts)
        expect(plus(clientOwes, payerOwes)).toBe(balance);
    }),
    { numRuns: 200, seed: 20_261_201 },
  );
});
