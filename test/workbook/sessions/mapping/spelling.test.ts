import fc from 'fast-check';
import { editDistance, isMisspelling, isWithin } from '../../../../src/workbook/sessions/mapping/spelling';

test.each([
  ['clinet', 'client', true],
  ['clien', 'client', true],
  ['insurence', 'insurance', true],
  ['insurnace', 'insurance', true],
  ['cleint', 'patient', false],
  ['date', 'rate', false],
  ['tate', 'time', false],
  ['diagnsois', 'diagnosis', true],
])('"%s" for "%s": %j', (written, word, wanted) => {
  expect(isMisspelling(written, word)).toBe(wanted);
});

test('what is within some edits is what counting them says', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.nat(3), (a, b, edits) => {
      expect(isWithin(edits, a, b)).toBe(editDistance(a, b) <= edits);
    }),
    { numRuns: 1000 },
  );
});
