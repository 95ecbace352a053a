import fc from 'fast-check';
import { LIMITS } from '../../../desk/book/book';
import {
  areaAddress,
  columnName,
  columnNumber,
  fullAddress,
  parseArea,
  splitSheetName,
} from '../../../desk/book/address';

const area = fc
  .record({
    row: fc.nat(LIMITS.rows - 1),
    column: fc.nat(LIMITS.columns - 1),
    rows: fc.integer({ min: 1, max: 500 }),
    columns: fc.integer({ min: 1, max: 500 }),
  })
  .map(({ row, column, rows, columns }) => ({
    row,
    column,
    rows: Math.min(rows, LIMITS.rows - row),
    columns: Math.min(columns, LIMITS.columns - column),
  }));

describe('addresses of cells', () => {
  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16383, 'XFD'],
  ])('column %i is %s', (number, name) => {
    expect(columnName(number)).toBe(name);
    expect(columnNumber(name)).toBe(number);
  });

  test('an area is what its address says', () => {
    fc.assert(fc.property(area, (one) => expect(parseArea(areaAddress(one))).toEqual(one)));
  });

  test.each([
    ['A:C', { row: 0, column: 0, rows: LIMITS.rows, columns: 3 }],
    ['2:3', { row: 1, column: 0, rows: 2, columns: LIMITS.columns }],
    ['$B$2:A1', { row: 0, column: 0, rows: 2, columns: 2 }],
  ])('%s is read', (text, expected) => {
    expect(parseArea(text)).toEqual(expected);
  });

  test.each(['', 'A', '1', 'A0', 'XFE1', 'A1048577', 'A1:', 'A1:B', 'Total', 'A1,B2'])(
    '"%s" is no address',
    (text) => {
      expect(parseArea(text)).toBeNull();
    },
  );

  test.each([
    ['Sheet1', 'Sheet1!A1'],
    ['My sheet', "'My sheet'!A1"],
    ["Ann's", "'Ann''s'!A1"],
    ['2024', "'2024'!A1"],
    ['A1', "'A1'!A1"],
    ['Sessions_2024', 'Sessions_2024!A1'],
  ])('sheet %s is written %s', (sheet, expected) => {
    const address = fullAddress(sheet, { row: 0, column: 0, rows: 1, columns: 1 });
    expect(address).toBe(expected);
    expect(splitSheetName(address)).toEqual({ sheet, rest: 'A1' });
  });
});
