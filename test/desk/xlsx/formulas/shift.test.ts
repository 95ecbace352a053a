import { SharedFormula } from '../../../../desk/xlsx/formulas/shift';

test.each([
  ['A1*2', 1, 0, 'A2*2'],
  ['A1*2', 0, 2, 'C1*2'],
  ['$A1+A$1+$A$1', 3, 3, '$A4+D$1+$A$1'],
  ['SUM(A1:B2)', 1, 1, 'SUM(B2:C3)'],
  ['SUM(A:B)+SUM(1:2)', 1, 1, 'SUM(B:C)+SUM(2:3)'],
  ['SUM($A:B)', 0, 1, 'SUM($A:C)'],
  ['LOG10(A1)+ATAN2(A1,B1)', 1, 0, 'LOG10(A2)+ATAN2(A2,B2)'],
  ['"A1"&A1', 1, 0, '"A1"&A2'],
  ["'A1 sheet'!A1", 1, 0, "'A1 sheet'!A2"],
  ['Jan!A1:B1', 2, 0, 'Jan!A3:B3'],
  ['Sessions[A1]+A1', 1, 0, 'Sessions[A1]+A2'],
  ['A2', -2, 0, '#REF!'],
  ['XFD1', 0, 1, '#REF!'],
  ['TAX2024+RATE1', 1, 0, 'TAX2025+RATE1'],
  ['1+2E5+TRUE', 1, 1, '1+2E5+TRUE'],
])('%s moved by %i rows and %i columns is %s', (formula, down, right, expected) => {
  expect(new SharedFormula(formula).shifted(down, right)).toBe(expected);
});
