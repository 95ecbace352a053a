import * as fc from 'fast-check';
import {
  absolute,
  byAmount,
  cents,
  centsOf,
  dollarsOf,
  formatDollars,
  larger,
  minus,
  multiply,
  nearestCents,
  negated,
  plainDollars,
  plus,
  portion,
  share,
  smaller,
  sum,
  usDollars,
  ZERO,
} from '../../../src/billing/values/cents';
import { plainNumber } from '../../../src/billing/values/plain-number';

const anyCents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(cents);

describe('reading dollars', () => {
  test.each<[number | string, number | null]>([
    [95, 9500],
    [95.1, 9510],
    [0.29, 29],
    [1.15, 115],
    [94.99999999999999, 9500],
    [0.1 + 0.2, 30],
    [-0, 0],
    ['95', 9500],
    ['95.1', 9510],
    ['$1,234.50', 123_450],
    ['-$5.00', -500],
    ['$-5.00', -500],
    ['(12.00)', -1200],
    ['.5', 50],
    ['95.100', 9510],
    ['95.105', null],
    [95.105, null],
    [100 / 3, null],
    [NaN, null],
    [Infinity, null],
    ['', null],
    ['.', null],
    ['$', null],
    ['1,23.4', null],
    ['12,34', null],
    ['95 per hour', null],
    ['1.2.3', null],
    [1e15, null],
    ['99999999999999999', null],
  ])('%p is %p cents', (dollars, cents) => expect(centsOf(dollars)).toBe(cents));

  test('a calculated amount goes to the nearest cent, half a cent away from zero', () => {
    expect(nearestCents(100 / 3)).toBe(3333);
    expect(nearestCents(1.005)).toBe(101);
    expect(nearestCents(-1.005)).toBe(-101);
    expect(nearestCents(NaN)).toBeNull();
    expect(nearestCents(1e15)).toBeNull();
  });
});

test('any amount survives the way to text or to a cell and back', () => {
  fc.assert(
    fc.property(anyCents, (amount) => {
      expect(centsOf(plainDollars(amount))).toBe(amount);
      expect(centsOf(formatDollars(amount))).toBe(amount);
      expect(centsOf(dollarsOf(amount))).toBe(amount);
      expect(nearestCents(dollarsOf(amount))).toBe(amount);
    }),
  );
});

test.each([
  [0, '0.00', '0.00', '$0.00'],
  [5, '0.05', '0.05', '$0.05'],
  [-5, '-0.05', '-0.05', '-$0.05'],
  [99_950, '999.50', '999.50', '$999.50'],
  [123_450, '1,234.50', '1234.50', '$1,234.50'],
  [-123_456_789, '-1,234,567.89', '-1234567.89', '-$1,234,567.89'],
])('%d cents read %s on paper, %s in a file and %s on screen', (amount, paper, file, screen) => {
  expect(usDollars(cents(amount))).toBe(screen);
  expect(formatDollars(cents(amount))).toBe(paper);
  expect(plainDollars(cents(amount))).toBe(file);
});

test.each([95.5, NaN, Infinity, 2 ** 53])('%d as cents is a mistake of the program', (amount) =>
  expect(() => cents(amount)).toThrow(RangeError),
);

test('adding, taking away and turning around never make a negative zero', () => {
  fc.assert(
    fc.property(anyCents, anyCents, anyCents, (a, b, c) => {
      expect(plus(a, b, c)).toBe(sum([a, b, c]));
      expect(minus(plus(a, b, c), b, c)).toBe(a);
      expect(minus(a, a)).toBe(0);
      expect(plus(a, negated(a))).toBe(0);
      expect(absolute(a)).toBe(larger(a, negated(a)));
      expect(plus(smaller(a, b), larger(a, b))).toBe(plus(a, b));
      expect([a, b, c].sort(byAmount)[0]).toBe(smaller(smaller(a, b), c));
    }),
  );
  expect([negated(ZERO), absolute(cents(-0)), cents(-0)]).toEqual([0, 0, 0]);
});

describe('multiplying', () => {
  test.each([
    [1050, 0.15, 158],
    [-1050, 0.15, -158],
    [955, 12, 11_460],
    [12_000, 0.8, 9600],
    [100_000, 1e-7, 0],
    [33, 1 / 3, 11],
  ])('%d cents times %d is %d cents', (amount, factor, product) =>
    expect(multiply(cents(amount), factor)).toBe(product),
  );

  test('by a whole number is repeated addition', () => {
    fc.assert(
      fc.property(anyCents, fc.integer({ min: 0, max: 50 }), (amount, times) => {
        expect(multiply(amount, times)).toBe(sum(Array.from({ length: times }, () => amount)));
      }),
    );
  });

  test.each([
    [10_000, 1, 4, 2500],
    [10_000, 1, 3, 3333],
    [-5, 1, 2, -3],
    [9000, 1, 1.5, 6000],
    [100_000, 9 * 90, 36_500, 2219],
  ])('%d cents, %d of %d, is %d cents', (amount, part, whole, share) =>
    expect(portion(cents(amount), part, whole)).toBe(share),
  );

  test('by something that is no number is a mistake of the program', () => {
    expect(() => multiply(cents(100), NaN)).toThrow(RangeError);
    expect(() => portion(cents(100), 1, 0)).toThrow(RangeError);
  });
});

describe('sharing', () => {
  test('adds up to the total, and no part is a cent off its exact share', () => {
    fc.assert(
      fc.property(
        anyCents,
        fc.array(fc.integer({ min: 0, max: 10_000 }).map(cents), { minLength: 1 }),
        (total, weights) => {
          const parts = share(total, weights);
          expect(sum(parts)).toBe(total);
          const whole = sum(weights);
          parts.forEach((part, index) => {
            const [of, by] = whole === ZERO ? [1, weights.length] : [weights[index] ?? ZERO, whole];
            const exact = (plainNumber(total) * plainNumber(of)) / plainNumber(by);
            expect(Math.abs(plainNumber(part) - exact)).toBeLessThan(1);
          });
        },
      ),
    );
  });

  test('gives the cents that do not divide to the largest remainders, then to the first', () => {
    expect(share(cents(100), [cents(1), cents(1), cents(1)])).toEqual([34, 33, 33]);
    expect(share(cents(-100), [cents(1), cents(1), cents(1)])).toEqual([-34, -33, -33]);
    expect(share(cents(100), [cents(1), cents(2)])).toEqual([33, 67]);
    expect(share(cents(3), [ZERO, ZERO])).toEqual([2, 1]);
  });

  test('among nobody, or by negative weights, is a mistake of the program', () => {
    expect(() => share(cents(100), [])).toThrow(RangeError);
    expect(() => share(cents(100), [cents(1), cents(-1)])).toThrow(RangeError);
  });
});
