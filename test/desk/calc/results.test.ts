import { CellError } from '../../../desk/book/book';
import { readCustomFunctionTable } from '../../../desk/calc/custom-function-table';
import { rowsOfResult } from '../../../desk/calc/results';
import { Workbench } from './workbench';

describe('the answer of a custom function', () => {
  it.each([
    [1, '#N/A'],
    [2, '#VALUE!'],
    [3, '#VALUE!'],
    [5, '#DIV/0!'],
    [6, '#NUM!'],
    [7, '#VALUE!'],
    [8, '#NULL!'],
    [9, '#NAME?'],
    [99, '#VALUE!'],
  ])('that failed with code %i is %s, with its message', (errorCode, text) => {
    expect(rowsOfResult({ failed: true, errorCode, message: 'Why.' })).toEqual([
      [new CellError(text as '#N/A', 'Why.')],
    ]);
  });

  it.each([
    ['a number', 4, [[4]]],
    ['a text', 'OK', [['OK']]],
    ['a boolean', false, [[false]]],
    ['nothing', null, [[0]]],
    [
      'rows',
      [
        [1, 'a'],
        [null, true],
      ],
      [
        [1, 'a'],
        [0, true],
      ],
    ],
    [
      'rows of different lengths',
      [[1, 2], [3]],
      [
        [1, 2],
        [3, new CellError('#N/A')],
      ],
    ],
    ['an error among values', [[{ type: 'Error', basicValue: '#NUM!' }]], [[new CellError('#NUM!')]]],
    [
      'an error with a message',
      { type: 'Error', basicValue: '#N/A', message: 'No such client.' },
      [[new CellError('#N/A', 'No such client.')]],
    ],
    ['a formatted number', { type: 'FormattedNumber', basicValue: 95, numberFormat: '$0.00' }, [[95]]],
    ['a text too long for a cell', 'x'.repeat(40000), [[new CellError('#VALUE!')]]],
  ])('shows %s', (_, value, rows) => {
    expect(rowsOfResult({ failed: false, value })).toEqual(rows);
  });

  it('is #VALUE! when it is no grid', () => {
    expect(rowsOfResult({ failed: false, value: [1, 2] })[0]?.[0]).toMatchObject({ text: '#VALUE!' });
    expect(rowsOfResult({ failed: false, value: [] })[0]?.[0]).toMatchObject({ text: '#VALUE!' });
  });

  it('keeps the message in the cell, and other errors reach the formula around it', async () => {
    const bench = new Workbench();
    bench.put('A1', '=CLAIM.FAIL(1)', 'A2', '=IFERROR(CLAIM.FAIL(5),"caught")', 'A3', '=CLAIM.FAIL(6)+1');
    await bench.calculate();
    expect(bench.value('A1')).toEqual(new CellError('#N/A', 'It went wrong.'));
    expect([bench.shown('A2'), bench.shown('A3')]).toEqual(['caught', '#NUM!']);
    bench.close();
  });
});

describe('functions.json', () => {
  const parameters = [{ name: 'x', type: 'number', repeating: true }];

  it('is refused by name where it needs what the Desk does not do', () => {
    expect(() => readCustomFunctionTable({ functions: [{ id: 'A', name: 'A', parameters }] })).toThrow(
      'CLAIM.A, x',
    );
  });
});
