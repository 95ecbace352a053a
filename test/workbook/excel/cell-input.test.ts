import { cellInput } from '../../../src/workbook/excel/cell-input';

test.each(['Ada Applegate', 'Žofie', 'kept', ''])('plain words are written as they are: "%s"', (text) => {
  expect(cellInput(text, 'General')).toBe(text);
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  "'quoted",
  '3-4',
  '00123',
  '1e5',
  '12/3',
  'TRUE',
  'false',
  '#N/A',
  'Mar 3',
])('what Excel would convert is marked as text: "%s"', (text) => {
  expect(cellInput(text, 'General')).toBe(`'${text}`);
});

test.each(['=1+1', '00123', "'quoted"])(
  'a cell formatted as text takes every text as it is: "%s"',
  (text) => {
    expect(cellInput(text, '@')).toBe(text);
  },
);

test('numbers, yes and no, and cells to leave alone pass through', () => {
  expect([95.5, true, null].map((value) => cellInput(value, 'General'))).toEqual([95.5, true, null]);
});
