import * as fc from 'fast-check';
import {
  centsOf,
  formatDollars,
  multiply,
  nearestCents,
  plainDollars,
  share,
  sum,
} from '../../../src/billing/values/cents';

const anyCents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

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
  ])('%p is %p cents', (dollars, cents) => expect(centsOf(dollars)).toBe(cents));

  test('a calculated amount goes to the nearest cent, half a cent away from zero', () => {
    expect(nearestCents(100 / 3)).toBe(3333);
    expect(nearestCents(1.005)).toBe(101);
    expect(nearestCents(-1.005)).toBe(-101);
    expect(nearestCents(NaN)).toBeNull();
  });
});

test('any amount survives the way to text or to a cell and back', () => {
  fc.assert(
    fc.property(anyCents, (cents) => {
      expect(centsOf(plainDollars(cents))).toBe(cents);
      expect(centsOf(formatDollars(cents))).toBe(cents);
      expect(centsOf(cents / 100)).toBe(cents);
      expect(nearestCents(cents / 100)).toBe(cents);
    }),
  );
});

test.each([
  [0, '0.00', '0.00'],
  [5, '0.05', '0.05'],
  [-5, '-0.05', '-0.05'],
  [99_950, '999.50', '999.50'],
  [123_450, '1,234.50', '1234.50'],
  [-123_456_789, '-1,234,567.89', '-1234567.89'],
])('%d cents read %s on paper and %s in a file', (cents, paper, file) => {
  expect(formatDollars(cents)).toBe(paper);
  expect(plainDollars(cents)).toBe(file);
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
    expect(multiply(amount, factor)).toBe(product),
  );

  test('by a whole number is repeated addition', () => {
    fc.assert(
      fc.property(anyCents, fc.integer({ min: 0, max: 50 }), (amount, times) => {
        expect(multiply(amount, times)).toBe(sum(Array.from({ length: times }, () => amount)));
      }),
    );
  });

  test('by something that is no number is a mistake of the program', () => {
    expect(() => multiply(100, NaN)).toThrow(RangeError);
  });
});

describe('sharing', () => {
  test('adds up to the total, and no part is a cent off its exact share', () => {
    fc.assert(
      fc.property(
        anyCents,
        fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1 }),
        (total, weights) => {
          const parts = share(total, weights);
          expect(sum(parts)).toBe(total);
          const whole = sum(weights);
          parts.forEach((part, index) => {
            const exact = whole === 0 ? total / weights.length : (total * (weights[index] ?? 0)) / whole;
            expect(Math.abs(part - exact)).toBeLessThan(1);
          });
        },
      ),
    );
  });

  test('gives the cents that do not divide to the largest remainders, then to the first', () => {
    expect(share(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(share(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(share(100, [1, 2])).toEqual([33, 67]);
    expect(share(3, [0, 0])).toEqual([2, 1]);
  });

  test('among nobody, or by negative weights, is a mistake of the program', () => {
    expect(() => share(100, [])).toThrow(RangeError);
    expect(() => share(100, [1, -1])).toThrow(RangeError);
  });
});
