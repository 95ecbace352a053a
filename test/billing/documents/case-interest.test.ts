import fc from 'fast-check';
import { caseInterest } from '../../../src/billing/documents/case-interest';
import type { LineAccount } from '../../../src/billing/payments/line-account';

const WA = { asOf: 46000, state: 'WA' };

function account(
  charge: number,
  billedOn: number | null,
  paid: { on: number; paid: number; adjusted?: number }[] = [],
): LineAccount {
  const line = { control: 'L1', charge, billedOn } as LineAccount['line'];
  const postings = paid.map(({ on, paid: amount, adjusted = 0 }) => ({
    received: on,
    paid: amount,
    adjusted,
  }));
  return { line, postings } as unknown as LineAccount;
}

function interest(of: LineAccount, ratePercent = 9, signedOn = 45000) {
  const found = caseInterest([of], { ratePercent, signedOn, text: 'page 2' }, WA);
  return found.ok ? found.total : found.words;
}

test('1,000.00 at 9 % for 90 days is 22.19', () => {
  expect(interest(account(100000, WA.asOf - 90))).toBe(2219);
});

test('12 % is over the cap for medical debt', () => {
  expect(interest(account(100000, WA.asOf - 90), 12)).toContain('12 % is more than the 9 % a year');
});

test('no day from before the agreement counts', () => {
  expect(interest(account(100000, WA.asOf - 400), 9, WA.asOf - 90)).toBe(2219);
});

test('what was paid bears interest only until it was paid', () => {
  const half = account(100000, WA.asOf - 90, [{ on: WA.asOf - 45, paid: 100000 }]);
  expect(interest(half)).toBe(1110);
});

test('what was paid before the claim was made bears none', () => {
  expect(interest(account(100000, WA.asOf - 90, [{ on: WA.asOf - 100, paid: 60000, adjusted: 40000 }]))).toBe(
    0,
  );
});

test('a line without a day of billing bears none', () => {
  expect(interest(account(100000, null))).toBe(0);
});

test('interest is never more than on the whole charge all the time, and never negative', () => {
  const payment = fc.record({
    on: fc.integer({ min: 45000, max: 46000 }),
    paid: fc.integer({ min: 0, max: 50000 }),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100000 }), fc.array(payment, { maxLength: 4 }), (charge, paid) => {
      const most = interest(account(charge, 45500));
      const found = interest(account(charge, 45500, paid));
      expect(found).toBeLessThanOrEqual(Number(most));
      expect(found).toBeGreaterThanOrEqual(0);
    }),
  );
});
