import { cents } from '../../../src/billing/values/cents';
import { amountText, segmentText } from '../../../src/x12/segments/write-x12';

test.each([
  [12000, '120'],
  [9550, '95.5'],
  [9505, '95.05'],
  [5, '0.05'],
  [0, '0'],
  [-1250, '-12.5'],
  [99999999999, '999999999.99'],
])('%i cents are written %s', (amount, text) => {
  expect(amountText(cents(amount))).toBe(text);
});

test('empty elements and components at the end are left out, those in between kept', () => {
  expect(segmentText('CLM', ['A1', '120', '', '', ['11', 'B', '1'], '', ''])).toBe('CLM*A1*120***11:B:1');
  expect(
    segmentText('SV1', [
      ['HC', '97124', '', ''],
      ['', '', ''],
    ]),
  ).toBe('SV1*HC:97124');
});

test('a delimiter or line break in a value becomes a blank', () => {
  expect(segmentText('NM1', ['A*B', ['C:D', 'E~F'], 'G^H', 'I\r\nJ'])).toBe('NM1*A B*C D:E F*G H*I  J');
});
