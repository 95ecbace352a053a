import fc from 'fast-check';
import { tidyText } from '../../../../src/workbook/sessions/cells/text';
import { anyText } from '../../../support/any-text';

/** What tidying is, one step after the other. */
function stepByStep(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b\u200e\u200f\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Letters, blanks of several kinds and full-width forms, so that texts often have something to tidy. */
const written = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', 'Z', '7', '-', '.', ' ', '\t', '\u00a0', '\u200b', 'Ａ', '，', 'é'),
  }),
  anyText(),
);

test('texts that are tidy already stay as they are, all others become so', () => {
  fc.assert(
    fc.property(written, (text) => {
      expect(tidyText(text)).toBe(stepByStep(text));
    }),
  );
});

test.each([
  ['Ana Ruiz', 'Ana Ruiz'],
  ['M54.50, M54.2', 'M54.50, M54.2'],
  ['Ana  Ruiz', 'Ana Ruiz'],
  [' Ana Ruiz', 'Ana Ruiz'],
  ['Ana Ruiz\n', 'Ana Ruiz'],
  ['９７１２４', '97124'],
  ['', ''],
])('%j is tidied to %j', (text, tidy) => {
  expect(tidyText(text)).toBe(tidy);
});
