import fc from 'fast-check';
import { caseInterest } from '../../../src/billing/documents/case-interest';
import type { LineAccount } from '../../../src/billing/payments/line-account';
import { cents, ZERO, type Cents } from '../../../src/billing/values/cents';
import { addDays, type Day } from '../../../src/billing/values/day';
import { day } from '../../support/values';

const WA = { asOf: day('2025-12-09'), state: 'WA' };
/** So many days before the day of the letter. */
const before = (days: number) => addDays(WA.asOf, -days);

function account(
  charge: Cents,
  billedOn: Day | null,
  paid: { on: Day; paid: Cents; adjusted?: Cents }[] = [],
): LineAccount {
  const line = { control: 'L1', charge, billedOn } as LineAccount['line'];
  const postings = paid.map(({ on, paid: amount, adjusted = ZERO }) => ({
    received: on,
    paid: amount,
    adjusted,
  }));
  return { line, postings } as unknown as LineAccount;
}

function interest(of: LineAccount, ratePercent = 9, signedOn = before(1000)) {
  const found = caseInterest([of], { ratePercent, signedOn, text: 'page 2' }, WA);
  return found.ok ? found.total : found.words;
}

test('1,000.00 at 9 % for 90 days is 22.19', () => {
  expect(interest(account(cents(100000), before(90)))).toBe(2219);
});

test('12 % is over the cap for medical debt', () => {
  expect(interest(account(cents(100000), before(90)), 12)).toContain('12 % is more than the 9 % a year');
});

test('no day from before the agreement counts', () => {
  expect(interest(account(cents(100000), before(400)), 9, before(90))).toBe(2219);
});

test('what was paid bears interest only until it was paid', () => {
  const half = account(cents(100000), before(90), [{ on: before(45), paid: cents(100000) }]);
  expect(interest(half)).toBe(1110);
});

test('what was paid before the claim was made bears none', () => {
  expect(
    interest(
      account(cents(100000), before(90), [{ on: before(100), paid: cents(60000), adjusted: cents(40000) }]),
    ),
  ).toBe(0);
});

test('a line without a day of billing bears none', () => {
  expect(interest(account(cents(100000), null))).toBe(0);
});

test('interest is never more than on the whole charge all the time, and never negative', () => {
  const payment = fc.record({
    on: fc.integer({ min: 0, max: 1000 }).map(before),
    paid: fc.integer({ min: 0, max: 50000 }).map(cents),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100000 }).map(cents),
      fc.array(payment, { maxLength: 4 }),
      (charge, paid) => {
        const most = interest(account(charge, before(500)));
        const found = interest(account(charge, before(500), paid));
        expect(found).toBeLessThanOrEqual(Number(most));
        expect(found).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});
