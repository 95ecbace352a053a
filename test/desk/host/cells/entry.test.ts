import { CellError } from '../../../../desk/book/book';
import { readEntry } from '../../../../desk/host/cells/entry';
import cases from './entry-cases.json';

/** 15 March 2024. */
const TODAY = 45366;

describe('what Excel makes of something typed into a General cell', () => {
  test.each(cases)('$typed: $why', ({ typed, value, format }) => {
    expect(readEntry(typed, 'General', TODAY)).toMatchObject({ value, formula: null, format });
  });

  test('an empty text empties the cell', () => {
    expect(readEntry('', 'General', TODAY).value).toBeNull();
  });

  test('the text of an error is that error', () => {
    expect(readEntry('#n/a', 'General', TODAY).value).toEqual(new CellError('#N/A'));
  });

  test('what begins with = is a formula; a lone = is text', () => {
    expect(readEntry('=SUM(A1:A3)', 'General', TODAY).formula).toBe('=SUM(A1:A3)');
    expect(readEntry('=', 'General', TODAY)).toEqual({ value: '=', formula: null, format: null });
  });

  test('a formula may begin with a sign, a number may as well', () => {
    expect(readEntry('-A1', 'General', TODAY).formula).toBe('=-A1');
    expect(readEntry('+A1+B1', 'General', TODAY).formula).toBe('=+A1+B1');
    expect(readEntry('+5', 'General', TODAY)).toEqual({ value: 5, formula: null, format: null });
    expect(readEntry('-', 'General', TODAY).value).toBe('-');
  });

  test.each(['97124', '3/4/2024', '$95.00', '=A1', 'TRUE'])('in a text cell %s stays as it is', (typed) => {
    expect(readEntry(typed, '@', TODAY)).toEqual({ value: typed, formula: null, format: null });
  });

  test('more characters than a cell holds are refused', () => {
    expect(() => readEntry('x'.repeat(32768), 'General', TODAY)).toThrow(
      expect.objectContaining({ code: 'InvalidArgument' }) as Error,
    );
  });
});
