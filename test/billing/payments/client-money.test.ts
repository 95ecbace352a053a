import fc from 'fast-check';
import { lineAccounts } from '../../../src/billing/payments/line-account';
import { paidAtVisits } from '../../../src/practice/payments/paid-at-visits';
import { cents, larger, minus, sum, ZERO } from '../../../src/billing/values/cents';
import { contextOf, postWritten } from '../../support/remittance/post';
import { checksOf, toldClaims } from '../../support/remittance/stories';

test('what a client paid at the visits of a claim is too much only where the claim as a whole says so', () => {
  fc.assert(
    fc.property(
      toldClaims,
      fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 8, maxLength: 8 }),
      (claims, paid) => {
        const register = claims.flatMap(({ lines }) => lines);
        const { postings } = postWritten(checksOf(claims), contextOf({ register }));
        const visits = claims.map(({ lines }, index) => ({
          account: lines[0]?.account ?? '',
          clientPaid: cents(paid[index] ?? 0),
          ...{ status: 'Made', frequency: '1' },
        }));
        const accounts = lineAccounts(register, [
          ...postings,
          ...paidAtVisits({ claims: visits, lines: register, retired: [] }),
        ]);
        for (const [index, { lines, outcome }] of claims.entries()) {
          const own = accounts.filter(({ line }) => lines.includes(line));
          const charged = sum(lines.map(({ charge }) => charge));
          const byClient = visits[index]?.clientPaid ?? ZERO;
          expect(sum(own.map(({ paidByClient }) => paidByClient))).toBe(byClient);
          const room = minus(charged, outcome.paid, outcome.writtenOff);
          const tooMuch = sum(own.map(({ balance }) => larger(ZERO, minus(ZERO, balance))));
          expect(tooMuch).toBe(larger(ZERO, minus(byClient, room)));
          const owed = sum(own.map(({ clientOwes }) => larger(ZERO, clientOwes)));
          expect(owed).toBe(larger(ZERO, minus(outcome.toClient, byClient)));
        }
      },
    ),
    { numRuns: 200, seed: 20_261_201 },
  );
});
