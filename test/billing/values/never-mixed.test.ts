import { cents, sum, ZERO, type Cents } from '../../../src/billing/values/cents';
import { addDays, type Day } from '../../../src/billing/values/day';
import { day } from '../../support/values';

const amount = cents(9500);
const on = day('2026-10-03');
let total = ZERO;

/** Compiles only as long as the compiler refuses the line below each comment. */
const REFUSED: (() => unknown)[] = [
  // @ts-expect-error: a number is no amount
  (): Cents => 9500,
  // @ts-expect-error: a number is no day
  (): Day => 46_298,
  // @ts-expect-error: a day is no amount
  (): Cents => on,
  // @ts-expect-error: an amount is no day
  (): Day => amount,
  // @ts-expect-error: an amount is no count
  (): number => amount,
  // @ts-expect-error: a day is no count
  (): number => on,
  // @ts-expect-error: the sum of an amount and a day is nothing
  () => amount + on,
  // @ts-expect-error: amounts are added by `plus`
  () => amount + amount,
  // @ts-expect-error: dollars are told by `dollarsOf`
  () => amount / 100,
  // @ts-expect-error: amounts are added by `plus`
  () => (total += amount),
  // @ts-expect-error: days are added by `addDays`
  () => on + 1,
  // @ts-expect-error: days are counted by `daysBetween`
  () => on - on,
  // @ts-expect-error: an amount turned around is `negated`
  (): Cents => -amount,
  // @ts-expect-error: an amount is not so many days
  () => addDays(on, amount),
  // @ts-expect-error: counts are added by `totalCount`
  () => sum([4, 4]),
];

const NOT_COMPARED: (() => boolean)[] = [
  // @ts-expect-error: an amount is neither before nor after a day
  () => amount < on,
  // @ts-expect-error: an amount is neither more nor less than a number, of dollars or of cents
  () => amount < 5000,
  // @ts-expect-error: no amount is a number
  () => amount === 9500,
  // @ts-expect-error: no day is a number
  () => on >= 46_298,
  // @ts-expect-error: no day is an amount
  () => on === amount,
];

test('only the compiler keeps amounts, days and numbers apart: at run time all of them are numbers', () => {
  expect(REFUSED.map((mix) => typeof mix())).toEqual(REFUSED.map(() => 'number'));
  expect(NOT_COMPARED.map((compare) => compare())).toEqual([true, false, true, true, false]);
  expect(JSON.stringify({ amount, on })).toBe('{"amount":9500,"on":46298}');
});

test('amounts compare with amounts, and days with days', () => {
  expect([amount > ZERO, on < addDays(on, 1), amount === cents(9500)]).toEqual([true, true, true]);
});
