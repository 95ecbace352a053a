import { textInput } from '../../../src/workbook/excel/cell-input';

test.each(['Ada Applegate', 'Žofie', 'kept', ''])('plain words are written as they are: "%s"', (text) => {
  expect(textInput(text)).toBe(text);
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
  expect(textInput(text)).toBe(`'${text}`);
});
