import { Workbench } from './workbench';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => {
  bench.close();
});
const show = (...cells: string[]) => cells.map((cell) => bench.shown(cell));

describe('a formula that gives an array', () => {
  it('fills its neighbours, a custom function’s too', async () => {
    bench.put('A1', '=CLAIM.GRID(2,3)', 'E1', '=SEQUENCE(2)');
    await bench.calculate();
    expect(show('A1', 'B1', 'C1', 'A2', 'B2', 'C2', 'E1', 'E2')).toEqual([
      '11',
      '12',
      '13',
      '21',
      '22',
      '23',
      '1',
      '2',
    ]);
    const sheet = bench.book.sheet('Sessions');
    expect(sheet?.cell(0, 0)?.spill).toEqual({ rows: 2, columns: 3 });
    expect(sheet?.cell(1, 2)).toMatchObject({ formula: null, spilledFrom: { row: 0, column: 0 } });
  });

  it('is #SPILL! over a filled cell, and spills when that is cleared', async () => {
    bench.put('A1', '=CLAIM.GRID(2,2)', 'B2', 'in the way');
    await bench.calculate();
    expect(show('A1', 'B1', 'A2', 'B2')).toEqual(['#SPILL!', '', '', 'in the way']);
    expect(await bench.change('B2', null)).toEqual(['A1']);
    expect(show('A1', 'B1', 'A2', 'B2')).toEqual(['11', '12', '21', '22']);
    await bench.change('A2', 'in the way');
    expect(show('A1', 'B1', 'A2', 'B2')).toEqual(['#SPILL!', '', 'in the way', '']);
  });

  it.each([
    [
      'a merged cell',
      () => bench.book.sheet('Sessions')?.merges.push({ row: 1, column: 0, rows: 1, columns: 2 }),
    ],
    ['another formula', () => bench.put('A2', '=1')],
    ['another array', () => bench.put('A2', '=CLAIM.GRID(1,2)')],
  ])('is #SPILL! over %s', async (_, block) => {
    block();
    bench.put('A1', '=CLAIM.GRID(3,1)');
    await bench.calculate();
    expect(bench.shown('A1')).toBe('#SPILL!');
  });

  it('is #SPILL! at the edge of the sheet', async () => {
    bench.put('XFD1', '=CLAIM.GRID(1,2)');
    await bench.calculate();
    expect(bench.shown('XFD1')).toBe('#SPILL!');
  });

  it('leaves nothing behind when it shrinks or is replaced', async () => {
    bench.put('A1', '=CLAIM.GRID(D1,1)', 'D1', 3);
    await bench.calculate();
    await bench.change('D1', 2);
    expect(show('A1', 'A2', 'A3')).toEqual(['11', '21', '']);
    await bench.change('D1', 1);
    expect(show('A1', 'A2', 'A3')).toEqual(['11', '', '']);
    expect(bench.book.sheet('Sessions')?.cell(0, 0)?.spill).toBeUndefined();
  });

  it('reaches formulas that read its cells, wherever they stand', async () => {
    bench.put('B1', '=SUM(D1:D3)', 'C1', '=SUM(D:D)', 'D1', '=CLAIM.GRID(E1,1)', 'E1', 3, 'F1', '=SUM(D1#)');
    await bench.calculate();
    expect(show('B1', 'C1', 'F1')).toEqual(['63', '63', '63']);
    await bench.change('E1', 2);
    expect(show('B1', 'C1', 'F1')).toEqual(['32', '32', '32']);
    await bench.change('D1', 5);
    expect(show('B1', 'C1', 'D1', 'D2')).toEqual(['5', '5', '5', '']);
  });

  it('whose cells decide on its own size does not run forever', async () => {
    bench.put('A1', '=CLAIM.GRID(2+SUM(A2:A9),1)');
    const report = await bench.calculate();
    expect(report.circular.length).toBeGreaterThan(0);
  });
});

test('a formula that takes an array as large as it is comes after that, wherever it stands', async () => {
  bench.put('A1', '=SUM(C5#)', 'A2', '=ROWS(C5#)', 'C5', '=SEQUENCE(B9)', 'B9', '=3+0');
  await bench.calculate();
  expect(show('A1', 'A2')).toEqual(['6', '3']);
  await bench.change('B9', '=4+0');
  expect(show('A1', 'A2')).toEqual(['10', '4']);
});
