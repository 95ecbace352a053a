import fc from 'fast-check';
import { controlNumber } from '../../../src/actions/claims/control-number';

const NOW = new Date('2026-11-02T09:30:00Z');
const NONE = new Set<number>();

test('numbers of files grow with every second and fit nine digits', () => {
  const first = controlNumber(null, NONE, NOW);
  expect(controlNumber(null, NONE, new Date('2026-11-02T09:30:01Z'))).toBe(first + 1);
  expect(String(first)).toHaveLength(9);
});

test('a number is larger than all that were used, even by a clock that goes behind', () => {
  expect(controlNumber(null, new Set([4711, 400_000_000]), NOW)).toBe(400_000_001);
});

test('a number that was used before is refused in one sentence', () => {
  expect(controlNumber(4711, NONE, NOW)).toBe(4711);
  expect(() => controlNumber(4711, new Set([4711]), NOW)).toThrow(
    'A file of claims with the number 4711 was made before, and the clearinghouse refuses a second one; take another number, or none.',
  );
});

test('whatever was used, the next number is new and fits', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 999_999_999 }), fc.constant(999_999_999))),
      fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
      (used, now) => {
        const number = controlNumber(null, new Set(used), now);
        expect(used).not.toContain(number);
        expect(number >= 1 && number <= 999_999_999).toBe(true);
      },
    ),
  );
});
