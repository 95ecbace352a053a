import fc from 'fast-check';
import { shortAddress, Workbench } from './workbench';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => {
  bench.close();
});

describe('after a change', () => {
  beforeEach(async () => {
    bench.put(
      'A1',
      60,
      'A2',
      30,
      'B1',
      '=A1*2',
      'B2',
      '=A2*2',
      'C1',
      '=SUM(B1:B2)',
      'C2',
      '=CLAIM.BILLABLE_UNITS(A2)',
      'D1',
      '=IF(A1>50,C1,C2)',
      'E1',
      '=SUM(A:A)',
      'F1',
      '=SUM(OFFSET(A1,1,0))',
      'G1',
      '=1+1',
    );
    await bench.calculate();
    bench.calls.length = 0;
  });

  it.each([
    ['A1', 45, ['B1', 'C1', 'D1', 'E1', 'F1']],
    ['A2', 45, ['B2', 'C1', 'C2', 'D1', 'E1', 'F1']],
    ['A9', 45, ['E1']],
    ['H1', 45, []],
    ['G1', '=2+2', ['G1']],
    ['B1', '=A2', ['B1', 'C1', 'D1']],
  ])('of %s, exactly what depends on it is calculated', async (cell, content, expected) => {
    expect(await bench.change(cell, content)).toEqual(expected);
  });

  it('custom functions that nothing touched are not called again', async () => {
    await bench.change('A1', 45);
    expect(bench.calls).toEqual([]);
    await bench.change('A2', 45);
    expect(bench.calls).toHaveLength(1);
    expect(bench.shown('C2')).toBe('3');
  });

  it('a formula depends on what it read last', async () => {
    expect(await bench.change('A1', 40)).toContain('D1');
    expect(bench.shown('D1')).toBe('2');
    expect(await bench.change('B2', 1)).toEqual(['C1']);
  });

  it('values follow through the whole chain', async () => {
    await bench.change('A1', 10, 'A2', 15);
    expect(['B1', 'C1', 'D1', 'E1', 'F1'].map((cell) => bench.shown(cell))).toEqual([
      '20',
      '50',
      '1',
      '25',
      '15',
    ]);
  });
});

describe('edits that nobody announced', () => {
  const edited = async () =>
    (await (await bench.calculator()).recalculate()).calculated.map(shortAddress).sort();
  beforeEach(async () => {
    bench.put('A1', 1, 'B1', '=A1+1', 'C1', '=CLAIM.GRID(A1,1)', 'D1', '=Total');
    bench.book.names.push({ name: 'Total', formula: '=SUM(Sessions!$A$1:$A$9)', scope: null, hidden: false });
  });

  it('are found: values, formulas and cleared cells', async () => {
    expect(await edited()).toEqual(['B1', 'C1', 'D1']);
    expect(await edited()).toEqual([]);
    bench.put('A1', 2);
    expect(await edited()).toEqual(['B1', 'C1', 'D1']);
    expect(await edited()).toEqual([]);
    bench.put('B1', '=A1+5', 'E1', '=B1');
    expect(await edited()).toEqual(['B1', 'E1']);
    bench.book.sheet('Sessions')?.clearCell(0, 0, { contents: true, formats: false });
    expect(await edited()).toEqual(['B1', 'C1', 'D1', 'E1']);
    expect(['B1', 'D1'].map((cell) => bench.shown(cell))).toEqual(['5', '0']);
  });

  it('to names, tables and sheets calculate everything', async () => {
    await edited();
    bench.book.names[0] = { name: 'Total', formula: '=7', scope: null, hidden: false };
    expect(await edited()).toEqual(['B1', 'C1', 'D1']);
    expect(bench.shown('D1')).toBe('7');
    bench.put('Other!A1', '=1');
    expect(await edited()).toEqual(['B1', 'C1', 'D1', 'Other!A1']);
  });
});

describe('calculations', () => {
  it('asked for together wait for each other', async () => {
    bench.put('A1', '=CLAIM.ECHO(1)', 'B1', '=A1+1');
    const calculator = await bench.calculator();
    const reports = await Promise.all([calculator.recalculateAll(), calculator.recalculateAll()]);
    expect(reports.map((report) => report.calculated.length)).toEqual([2, 2]);
    expect(bench.shown('B1')).toBe('2');
  });

  it('that the runtime broke off are made good by the next', async () => {
    bench.put('A1', '=CLAIM.ECHO(1)+1');
    bench.fails = true;
    const calculator = await bench.calculator();
    await expect(calculator.recalculateAll()).rejects.toThrow('The runtime is gone.');
    bench.fails = false;
    await calculator.recalculate();
    expect(bench.shown('A1')).toBe('2');
  });

  it('are refused after closing', async () => {
    const calculator = await bench.calculator();
    bench.close();
    await expect(calculator.recalculateAll()).rejects.toThrow('closed');
  });
});

describe('volatile functions', () => {
  it('are calculated each time, and TODAY only where the day is not fixed', async () => {
    bench.put('A1', '=RAND()', 'A2', '=TODAY()', 'B1', 5, 'C1', '=B1');
    await bench.calculate();
    expect(await bench.change('B1', 6)).toEqual(['A1', 'A2', 'C1']);
    const fixed = new Workbench(46055).put('A2', '=TODAY()', 'B1', 5, 'C1', '=B1');
    await fixed.calculate();
    expect(await fixed.change('B1', 6)).toEqual(['C1']);
    expect(fixed.shown('A2')).toBe('46055');
    fixed.close();
  });
});

describe('any sheet of sums', () => {
  /** Row n adds cells of rows before it, given as [n, rows]. */
  const sums = fc.array(fc.array(fc.nat({ max: 30 }), { maxLength: 4 }), { minLength: 5, maxLength: 30 });

  it('shows the same after changes as when all is calculated anew', async () => {
    await fc.assert(
      fc.asyncProperty(sums, fc.nat({ max: 4 }), fc.integer(), async (rows, changed, value) => {
        const [after, anew] = [new Workbench(), new Workbench()];
        rows.forEach((read, row) => {
          const formula =
            row < 5 ? row : `=1+${read.map((other) => `A${rows.length - (other % row)}`).join('+') || '0'}`;
          for (const either of [after, anew]) either.put(`A${rows.length - row}`, formula);
        });
        await after.calculate();
        await after.change(`A${rows.length - changed}`, value);
        await anew.put(`A${rows.length - changed}`, value).calculate();
        const cells = rows.map((_, row) => `A${row + 1}`);
        expect(cells.map((cell) => after.shown(cell))).toEqual(cells.map((cell) => anew.shown(cell)));
        after.close();
        anew.close();
      }),
      { numRuns: 15 },
    );
  });
});

describe('circles', () => {
  it('are reported, and what depends on them is calculated', async () => {
    bench.put('A1', '=B1+1', 'B1', '=C1+1', 'C1', '=A1+1', 'D1', '=A1+5', 'E1', '=E1', 'F1', '=2');
    const report = await bench.calculate();
    expect(report.circular.map(shortAddress).sort()).toEqual(['A1', 'B1', 'C1', 'E1']);
    expect(['A1', 'D1', 'E1', 'F1'].map((cell) => bench.shown(cell))).toEqual(['0', '5', '0', '2']);
  });

  it('through custom functions are reported too', async () => {
    bench.put('A1', '=CLAIM.ECHO(1)+B1', 'B1', '=CLAIM.ECHO(2)+A1', 'C1', '=CLAIM.ECHO(C1)');
    const report = await bench.calculate();
    expect(report.circular.map(shortAddress).sort()).toEqual(['A1', 'B1', 'C1']);
  });

  it('keep the value they had', async () => {
    bench.put('A1', '=B1', 'B1', 7);
    await bench.calculate();
    await bench.change('B1', '=A1');
    expect(bench.shown('A1')).toBe('7');
  });

  it('are gone when one of them is overwritten', async () => {
    bench.put('A1', '=B1+1', 'B1', '=A1+1');
    await bench.calculate();
    await bench.change('B1', 3);
    expect(bench.shown('A1')).toBe('4');
  });

  it('are not made by asking where a cell is', async () => {
    bench.put('A5', '=ROW(A5)+ROWS(A1:A9)');
    const report = await bench.calculate();
    expect(report.circular).toEqual([]);
    expect(bench.shown('A5')).toBe('14');
  });

  it('do not include a running balance of thousands of rows, written upwards', async () => {
    const rows = 3000;
    bench.put(`A${rows}`, 1);
    for (let row = 1; row < rows; row++) bench.put(`A${row}`, `=A${row + 1}+1`);
    await bench.calculate();
    expect(bench.shown('A1')).toBe(String(rows));
  });
});

describe('formulas that the Desk cannot calculate', () => {
  it.each([
    ['an unknown function', '=STOCKHISTORY("MSFT",1)', 'The Desk does not know the function STOCKHISTORY.'],
    [
      'another workbook',
      "='[Rates 2026.xlsx]Sheet1'!A1",
      'The Desk cannot calculate references to other workbooks.',
    ],
    [
      'another workbook by number',
      '=[1]Sheet1!A1',
      'The Desk cannot calculate references to other workbooks.',
    ],
    [
      'several sheets at once',
      '=SUM(Sessions:Other!A1)',
      'The Desk cannot calculate references over several sheets.',
    ],
  ])('keep the value of the file: %s', async (_, formula, reason) => {
    bench.book.sheet('Sessions')?.loadCell(0, 0, { value: 12.5, formula, style: 0 });
    bench.put('B1', '=A1*2');
    const report = await bench.calculate();
    expect(report.unsupported).toEqual([{ sheet: 'Sessions', row: 0, column: 0, reason }]);
    expect([bench.shown('A1'), bench.shown('B1')]).toEqual(['12.5', '25']);
    expect(bench.book.sheet('Sessions')?.touched.has(0)).toBe(false);
  });

  it('show #NAME? where the file has no value', async () => {
    bench.put('A1', '=STOCKHISTORY("MSFT",1)');
    await bench.calculate();
    expect(bench.shown('A1')).toBe('#NAME?');
  });
});

describe('a workbook without formulas', () => {
  it('needs no engine and no calls', async () => {
    bench.put('A1', 1);
    const report = await bench.calculate();
    expect(report).toEqual({ calculated: [], circular: [], unsupported: [], calls: 0, messages: 0 });
  });
});
