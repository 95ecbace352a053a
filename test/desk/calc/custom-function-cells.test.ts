import { CellError } from '../../../desk/book/book';
import { Workbench } from './workbench';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => {
  bench.close();
});

const ROWS = 2000;

describe('cells with custom functions', () => {
  it('are all filled, errors included, with one call each in one message', async () => {
    for (let row = 0; row < ROWS; row++)
      bench.put(
        `A${row + 2}`,
        row % 10 === 9 ? 'abc' : 60,
        `B${row + 2}`,
        '97124',
        `C${row + 2}`,
        `=CLAIM.BILLABLE_UNITS(A${row + 2},B${row + 2})`,
      );
    const report = await bench.calculate();
    expect(report.calculated).toHaveLength(ROWS);
    expect(bench.messages).toEqual([ROWS]);
    expect(new Set(bench.calls.map((call) => call.caller)).size).toBe(ROWS);
    expect(bench.shown('C2')).toBe('4');
    expect(bench.value('C11')).toEqual(new CellError('#VALUE!', 'These are not minutes.'));
    const shown = Array.from({ length: ROWS }, (_, row) => bench.shown(`C${row + 2}`));
    expect(shown.filter((value) => value === '4')).toHaveLength(ROWS * 0.9);
    expect(shown.filter((value) => value === '#VALUE!')).toHaveLength(ROWS * 0.1);
  });

  it('go to the runtime in as many messages as calls build upon calls', async () => {
    bench.put(
      'A1',
      '=CLAIM.ECHO(1)',
      'A2',
      '=CLAIM.ECHO(A1+1)',
      'A3',
      '=CLAIM.ECHO(CLAIM.ECHO(A2)+1)',
      'B1',
      '=CLAIM.ECHO(5)',
    );
    await bench.calculate();
    expect(bench.messages).toEqual([2, 1, 1, 1]);
    expect(['A1', 'A2', 'A3', 'B1'].map((cell) => bench.shown(cell))).toEqual(['1', '2', '3', '5']);
  });

  it('get ranges as rows of values, with the types of the cells', async () => {
    bench
      .column('A1', 60, 'text', true, null)
      .column('B1', 1, 2, 3, 4)
      .put('C1', '=CLAIM.BILLABLE_UNITS(A1:B4)');
    await bench.calculate();
    expect(bench.calls).toEqual([
      {
        functionId: 'BILLABLE_UNITS',
        args: [
          [
            [60, 1],
            ['text', 2],
            [true, 3],
            [null, 4],
          ],
          null,
          null,
        ],
        caller: 'Sessions!C1',
      },
    ]);
  });

  it('know who calls, on a sheet whose name needs quotes too', async () => {
    bench.put("'My sessions'!B7", '=CLAIM.ECHO(1)');
    await bench.calculate();
    expect(bench.calls[0]?.caller).toBe("'My sessions'!B7");
  });

  it.each([
    ['in small letters', '=claim.billable_units(A1)'],
    ['in mixed letters', '=Claim.Billable_Units(A1)'],
    ['with spaces', '= CLAIM.BILLABLE_UNITS( A1 )'],
    ['inside a worksheet function', '=SUM(CLAIM.BILLABLE_UNITS(A1),0)'],
    ['in the branch of IF that is taken', '=IF(A1>0,CLAIM.BILLABLE_UNITS(A1),"none")'],
    ['in a LET', '=LET(units,CLAIM.BILLABLE_UNITS(A1),IF(units>2,units,0))'],
    ['in a LAMBDA for each row', '=SUM(MAP(A1:A1,LAMBDA(m,CLAIM.BILLABLE_UNITS(m))))'],
    ['in an IFERROR', '=IFERROR(CLAIM.BILLABLE_UNITS(A1),"wrong")'],
  ])('are called %s', async (_, formula) => {
    bench.put('A1', 60, 'B1', formula);
    await bench.calculate();
    expect(bench.shown('B1')).toBe('4');
    expect(bench.calls).toHaveLength(1);
    expect(bench.book.sheet('Sessions')?.cell(0, 1)?.formula).toBe(formula);
  });

  it('answer anew when an argument changes, alone in their formula or not', async () => {
    bench.put(
      'A1',
      60,
      'B1',
      '=CLAIM.BILLABLE_UNITS(A1)',
      'B2',
      '=CLAIM.BILLABLE_UNITS(A1)+1',
      'C1',
      '=B1*10',
    );
    await bench.calculate();
    expect(['B1', 'B2', 'C1'].map((cell) => bench.shown(cell))).toEqual(['4', '5', '40']);
    expect(await bench.change('A1', 30)).toEqual(['B1', 'B2', 'C1']);
    expect(['B1', 'B2', 'C1'].map((cell) => bench.shown(cell))).toEqual(['2', '3', '20']);
    expect(bench.calls).toHaveLength(4);
  });

  it('spill as far as their answer reaches', async () => {
    bench.put('A1', '=CLAIM.GRID(2,2)', 'A4', '=SUM(A1:B2)', 'D1', '=SUM(CLAIM.GRID(2,2))');
    await bench.calculate();
    expect([bench.shown('B2'), bench.shown('A4'), bench.shown('D1')]).toEqual(['22', '66', '66']);
  });

  it('sum over what a call spilled in memory', async () => {
    bench.column('A1', 60, 30, 15).put('B1', '=SUM(CLAIM.BILLABLE_UNITS(A1:A3))');
    await bench.calculate();
    expect(bench.shown('B1')).toBe('7');
  });

  it('are not called in the branch of IF that is not taken', async () => {
    bench.put(
      'B1',
      '=IF(A1="","",CLAIM.BILLABLE_UNITS(A1))',
      'B2',
      '=IFERROR(1,CLAIM.FAIL(7))',
      'B3',
      '=CHOOSE(2,CLAIM.FAIL(7),"two")',
      'B4',
      '=IFS(FALSE,CLAIM.FAIL(7),TRUE,"yes",TRUE,CLAIM.FAIL(7))',
    );
    await bench.calculate();
    expect(['B1', 'B2', 'B3', 'B4'].map((cell) => bench.shown(cell))).toEqual(['', '1', 'two', 'yes']);
    expect(bench.calls).toEqual([]);
  });

  it('are #NAME? when no add-in has registered the name', async () => {
    bench.put('A1', '=CLAIM.NO_SUCH(1,2)', 'A2', '=IF(TRUE,1,CLAIM.NO_SUCH())');
    await bench.calculate();
    expect([bench.shown('A1'), bench.shown('A2')]).toEqual(['#NAME?', '1']);
  });
});
