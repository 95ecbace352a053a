import fc from 'fast-check';
import { freeSheetName } from '../../../src/workbook/plan/sheet-name';
import { anyText } from '../../support/any-text';

const none = new Set<string>();

test('a name that Excel takes stays as it is', () => {
  expect(freeSheetName('SB 2026-10 Ada Applegate', none)).toBe('SB 2026-10 Ada Applegate');
});

test.each([
  ['A/B: the [best] client?*\\', 'A B the best client'],
  ["'Quoted'", 'Quoted'],
  ['   ', 'Sheet'],
])('characters that Excel forbids are left out of "%s"', (wanted, name) => {
  expect(freeSheetName(wanted, none)).toBe(name);
});

test('a taken name gets a number, whatever its letter case', () => {
  expect(freeSheetName('Ada', new Set(['ada', 'ada (2)']))).toBe('Ada (3)');
});

test('any text becomes a name of at most 31 characters without half an emoji', () => {
  fc.assert(
    fc.property(anyText({ maxLength: 60 }), (wanted) => {
      const name = freeSheetName(wanted, none);
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[:\\/?*[\]]/);
      expect(name).not.toMatch(/^'|'$/);
    }),
  );
  expect(() => encodeURIComponent(freeSheetName('👩‍🦰'.repeat(12), none))).not.toThrow();
});
