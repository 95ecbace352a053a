import { unitsOfRange } from '../../src/functions/units-of-range';

const units = (value: unknown[][]): unknown => ({ ok: true, value });
const refusal = (words: string): unknown => ({ ok: false, words });

describe('without codes', () => {
  test('one cell of minutes gives the units of the table', () => {
    expect(unitsOfRange([[60]], null, 'CMS')).toEqual(units([[4]]));
  });

  test('a range gives one cell: the units of all its minutes together', () => {
    expect(unitsOfRange([[20], [''], [20]], null, 'CMS')).toEqual(units([[3]]));
    expect(unitsOfRange([[5], [4]], null, 'CMS')).toEqual(units([[1]]));
  });

  test('nothing but empty cells stays empty', () => {
    expect(unitsOfRange([[''], ['']], null, 'CMS')).toEqual(units([['']]));
    expect(unitsOfRange([['']], [['']], 'CMS')).toEqual(units([['']]));
  });

  test('one cell of minutes beside an empty code cell is counted as one timed service', () => {
    expect(unitsOfRange([['60 min']], [['']], 'CMS')).toEqual(units([[4]]));
  });

  test('more than a day together is refused', () => {
    expect(unitsOfRange([[1000], [1000]], null, 'CMS')).toEqual(
      refusal('Together that is 2000 minutes, more than a day has (1440).'),
    );
  });
});

describe('one row', () => {
  test('a timed code gives the units of its minutes', () => {
    expect(unitsOfRange([[52]], [['97124-GP']], 'CMS')).toEqual(units([[3]]));
  });

  test('an untimed code is 1, with minutes or without', () => {
    expect(unitsOfRange([[45]], [[97010]], 'CMS')).toEqual(units([[1]]));
    expect(unitsOfRange([['']], [[97010]], 'CMS')).toEqual(units([[1]]));
  });

  test('a timed code without minutes is refused', () => {
    expect(unitsOfRange([['']], [['97124']], 'CMS')).toEqual(
      refusal('97124 is billed by time, and its minutes are missing.'),
    );
  });

  test('two timed codes in one cell share the minutes under the CMS rule, since only the total counts', () => {
    expect(unitsOfRange([[60]], [['97124; 97140']], 'CMS')).toEqual(units([[4]]));
  });

  test('minutes written behind the code count when the minutes cell is empty', () => {
    expect(unitsOfRange([['']], [['97124 60min']], 'CMS')).toEqual(units([[4]]));
    expect(unitsOfRange([['']], [['97110 33min; 97140 7min']], 'AMA')).toEqual(units([[2]]));
    expect(unitsOfRange([[40]], [['97110 33min; 97140 7min']], 'CMS')).toEqual(units([[3]]));
  });

  test.each(['97124 45min', '97110 30min; 97140 15min'])(
    'minutes that contradict "%s" are refused',
    (code) => {
      expect(unitsOfRange([[60]], [[code]], 'CMS')).toEqual(
        refusal('The code says 45 minutes and the minutes say 60: make them agree.'),
      );
    },
  );

  test.each([
    ['AMA', '97124; 97140'],
    ['CMS', '97124; 97010'],
  ] as const)('under %s the shares of "%s" must be known', (rule, codes) => {
    const listed = codes.replace(';', ',');
    expect(unitsOfRange([[60]], [[codes]], rule)).toEqual(
      refusal(`The cell holds 2 codes (${listed}) and one time: give each code its own row and minutes.`),
    );
  });
});

describe('a range of minutes with a range of codes', () => {
  test('spills the units of each code in the same shape', () => {
    expect(unitsOfRange([[33], [7]], [['97110'], ['97140']], 'CMS')).toEqual(units([[2], [1]]));
    expect(unitsOfRange([[33, 7]], [['97110', '97140']], 'CMS')).toEqual(units([[2, 1]]));
    expect(unitsOfRange([[33], [7]], [['97110'], ['97140']], 'AMA')).toEqual(units([[2], [0]]));
  });

  test('empty rows stay empty', () => {
    expect(unitsOfRange([[23], [''], [30]], [['97124'], [null], ['97150']], 'CMS')).toEqual(
      units([[2], [''], [1]]),
    );
  });

  test('codes in small letters, with blanks or full-width digits are read', () => {
    expect(unitsOfRange([[10], [60]], [[' g0283'], ['９７１２４']], 'CMS')).toEqual(units([[1], [4]]));
  });

  test('lines of one code are counted together', () => {
    expect(unitsOfRange([[22], [22]], [['97124'], ['97124']], 'AMA')).toEqual(units([[2], [1]]));
  });

  test('one code holds for every cell of minutes', () => {
    expect(unitsOfRange([[30], [''], [30]], [['97124']], 'CMS')).toEqual(units([[2], [''], [2]]));
  });

  test.each([
    [
      'ranges of different sizes',
      [[30], [15]],
      [['97124'], ['97140'], ['']],
      'The minutes are 2 x 1 cells and the codes 3 x 1: use ranges of one size.',
    ],
    [
      'a row beside a column',
      [[30, 15]],
      [['97124'], ['97140']],
      'The minutes are 1 x 2 cells and the codes 2 x 1: use ranges of one size.',
    ],
    [
      'one time for several codes',
      [[30]],
      [['97124'], ['97140']],
      'The minutes are 1 x 1 cells and the codes 2 x 1: use ranges of one size.',
    ],
    ['minutes without a code', [[30], [15]], [['97124'], ['']], 'Row 2: there are minutes but no code.'],
    [
      'unreadable minutes',
      [[30], ['abc']],
      [['97124'], ['97140']],
      'Row 2: "abc" is not a number of minutes. Write 60, "60 min" or 1:00.',
    ],
    [
      'an unknown code in a row of cells',
      [[30, 15]],
      [['97124', '00000']],
      'Column 2: "00000" is not a procedure code known here, so whether it is billed by time is not known.',
    ],
    [
      'an unknown code below an empty row',
      [[60], [''], [10]],
      [['97124'], [''], ['99999']],
      'Row 3: "99999" is not a procedure code known here, so whether it is billed by time is not known.',
    ],
    [
      'two codes in one cell',
      [[30], [15]],
      [['97124; 97110'], ['97140']],
      'Row 1: there is more than one code in the cell (97124, 97110): give each its own row.',
    ],
  ])('%s are refused, with the place', (_, minutes, codes, words) => {
    expect(unitsOfRange(minutes, codes, 'CMS')).toEqual(refusal(words));
  });
});
