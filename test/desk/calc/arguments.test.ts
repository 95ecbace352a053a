import { CellError } from '../../../desk/book/book';
import { prepareArguments } from '../../../desk/calc/arguments';
import { functions, Workbench } from './workbench';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => {
  bench.close();
});

/** Cells: A1 is 60, A2 "60", A3 "abc", A4 TRUE, A5 blank, A6 "", A7 #DIV/0!. ECHO takes any, number, string, boolean. */
async function argumentsOf(formula: string) {
  bench.put(
    'A1',
    60,
    'A2',
    '60',
    'A3',
    'abc',
    'A4',
    true,
    'A6',
    '',
    'A7',
    new CellError('#DIV/0!'),
    'C1',
    formula,
  );
  await bench.calculate();
  return bench.calls[0]?.args ?? bench.shown('C1');
}

describe('the arguments of a custom function', () => {
  it.each([
    ['omitted at the end', '=CLAIM.ECHO(1)', [1, null, null, null]],
    ['omitted in the middle', '=CLAIM.ECHO(1,,"x")', [1, null, 'x', null]],
    ['omitted altogether', '=CLAIM.ECHO()', [null, null, null, null]],
    ['left empty at the end', '=CLAIM.ECHO(1,2,)', [1, 2, null, null]],
    ['cells of every type in place of anything', '=CLAIM.ECHO(A2,A1,A3,A4)', ['60', 60, 'abc', true]],
    ['text that is a number in a number’s place', '=CLAIM.ECHO(1,A2)', [1, 60, null, null]],
    ['a number in a text’s place', '=CLAIM.ECHO(1,2,A1)', [1, 2, '60', null]],
    ['a boolean in a number’s and a text’s place', '=CLAIM.ECHO(A4,A4,A4)', [true, 1, 'TRUE', null]],
    ['a number in a boolean’s place', '=CLAIM.ECHO(1,2,"",A1)', [1, 2, '', true]],
    ['blank cells by type', '=CLAIM.ECHO(A5,A5,A5,A5)', [null, 0, '', false]],
    ['an empty text, which is not blank', '=CLAIM.ECHO(A6,1,A6)', ['', 1, '', null]],
    ['a calculation', '=CLAIM.ECHO(A1*2,A1+1)', [120, 61, null, null]],
  ])('arrive: %s', async (_, formula, expected) => {
    expect(await argumentsOf(formula)).toEqual(expected);
  });

  it.each([
    ['other text in a number’s place', '=CLAIM.ECHO(1,A3)', '#VALUE!'],
    ['an empty text in a number’s place', '=CLAIM.ECHO(1,A6)', '#VALUE!'],
    ['an error', '=CLAIM.ECHO(A7)', '#DIV/0!'],
    ['an error within a range', '=CLAIM.BILLABLE_UNITS(A1:A7)', '#DIV/0!'],
    ['an error of the formula’s own', '=CLAIM.ECHO(1/0)', '#DIV/0!'],
    ['a range where one value is wanted', '=CLAIM.ECHO(A1:A3)', '#VALUE!'],
    ['too few', '=CLAIM.GRID(1)', '#VALUE!'],
    ['too many', '=CLAIM.GRID(1,2,3)', '#VALUE!'],
  ])('are answered without a call: %s', async (_, formula, expected) => {
    expect(await argumentsOf(formula)).toBe(expected);
    expect(bench.calls).toEqual([]);
  });

  it('hold errors when the metadata allow them', async () => {
    await argumentsOf('=CLAIM.SEES_ERRORS(A7)');
    expect(bench.shown('C1')).toBe('saw #DIV/0!');
  });

  it('keep the message of an error that is passed on', async () => {
    bench.put('A1', '=CLAIM.FAIL(7)', 'B1', '=CLAIM.ECHO(A1)');
    await bench.calculate();
    expect(bench.value('B1')).toEqual(new CellError('#VALUE!', 'It went wrong.'));
  });

  it('take a single value for a matrix of one', () => {
    const units = functions.functions.get('CLAIM.BILLABLE_UNITS');
    expect(units && prepareArguments(units, [[[60]]])).toEqual({ args: [[[60]], null, null] });
  });
});
