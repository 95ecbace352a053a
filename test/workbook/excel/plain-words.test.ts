import { plainWords } from '../../../src/workbook/excel/plain-words';

const excelError = (code: string) => ({ code, message: 'The operation failed.', debugInfo: {} });

test.each([
  ['InvalidOperationInCellEditMode', /Press Enter or Esc/],
  ['AccessDenied', /protected, or open for reading only/],
  ['ItemNotFound', /renamed or deleted/],
  ['ApiNotFound', /too old/],
  ['RequestPayloadSizeLimitExceeded', /too much/],
])('Excel’s %s is told in plain words', (code, words) => {
  expect(plainWords(excelError(code))).toMatch(words);
});

test('a code that nobody foresaw is named, with what to do', () => {
  expect(plainWords(excelError('NewTrouble'))).toBe(
    'Excel could not do this (NewTrouble). Try again; if it happens again, save and reopen the workbook.',
  );
});

test.each([[new Error('a bug')], ['text'], [null], [{ code: 'ENOENT' }]])(
  '%p is no error of Excel',
  (error) => expect(plainWords(error)).toBeNull(),
);
