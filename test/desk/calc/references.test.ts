import type { Table } from '../../../desk/book/book';
import { table as tableCells, cases } from './cases/table-references.json';
import { Workbench } from './workbench';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
  const sheet = bench.book.sheet('Sessions');
  if (!sheet) throw new Error('The workbench has a sheet.');
  tableCells.forEach((line, row) => {
    line.forEach((value, column) => {
      sheet.setValue(row, column, value);
    });
  });
  const visits: Table = {
    name: 'Visits',
    sheet,
    area: { row: 0, column: 0, rows: 5, columns: 3 },
    hasTotals: true,
    showBandedRows: true,
    showFilterButton: true,
    style: null,
    columns: ['Client', 'Minutes', 'Fee [$]'].map((name) => ({ name, formula: null })),
    source: null,
  };
  sheet.tables.push(visits);
});
afterEach(() => {
  bench.close();
});

describe('references to a table', () => {
  it.each(cases.map(({ formula, at, shows }): [string, string, string] => [formula, at, shows]))(
    '%s in %s is %s',
    async (formula, at, shows) => {
      bench.put(at, formula);
      await bench.calculate();
      expect(bench.shown(at)).toBe(shows);
      const { sheet, row, column } = bench.place(at);
      expect(bench.book.sheet(sheet)?.cell(row, column)?.formula).toBe(formula);
    },
  );

  it('may leave out the table inside it', async () => {
    bench.put(
      'C2',
      '=[@Minutes]*2',
      'C3',
      '=CLAIM.BILLABLE_UNITS([@Minutes],[@Client])',
      'C4',
      '=SUM([Minutes])',
    );
    await bench.calculate();
    expect(['C2', 'C3', 'C4'].map((cell) => bench.shown(cell))).toEqual(['120', '2', '135']);
  });
});

describe('references to other sheets', () => {
  it.each(['Plain', "O'Brien", 'Jan-Feb 26!', '2026', 'A1', 'R1C1', 'Zoë & co. (old)', 'DeskSheet'])(
    'take the sheet name %s',
    async (name) => {
      const quoted = `'${name.replaceAll("'", "''")}'`;
      bench.book.addSheet(name).setValue(1, 0, 5);
      bench.put('E1', `=${quoted}!A2+1`, 'E2', `=SUM(${quoted}!A:A)`, 'E3', `=CLAIM.ECHO(${quoted}!$A$2)`);
      await bench.calculate();
      expect(['E1', 'E2', 'E3'].map((cell) => bench.shown(cell))).toEqual(['6', '5', '5']);
      expect(await bench.change(`${quoted}!A2`, 7)).toEqual(['E1', 'E2', 'E3']);
    },
  );
});

describe('names', () => {
  const define = (name: string, formula: string, sheet?: string) =>
    bench.book.names.push({
      name,
      formula,
      hidden: false,
      scope: (sheet && bench.book.sheet(sheet)) || null,
    });

  it('stand for cells, values and formulas, in any case', async () => {
    define('Minutes', '=Sessions!$B$2:$B$4');
    define('Rate', '=1.5');
    define('TotalFee', '=SUM(Minutes)*Rate');
    bench.put('E1', '=SUM(MINUTES)', 'E2', '=TotalFee', 'E3', '=2-rate', 'Other!A1', '=SUM(minutes)');
    await bench.calculate();
    expect(['E1', 'E2', 'E3', 'Other!A1'].map((cell) => bench.shown(cell))).toEqual([
      '135',
      '202.5',
      '0.5',
      '135',
    ]);
  });

  it('of the sheet come before those of the workbook', async () => {
    bench.put('Other!A1', '=Rate', 'E1', '=Rate', 'E2', '=Other!Rate');
    define('Rate', '=1');
    define('Rate', '=2', 'Other');
    await bench.calculate();
    expect(['Other!A1', 'E1', 'E2'].map((cell) => bench.shown(cell))).toEqual(['2', '1', '2']);
  });

  it('of a LET hide those of the workbook', async () => {
    define('Rate', '=1');
    bench.put('E1', '=LET(rate,5,rate*2)');
    await bench.calculate();
    expect(bench.shown('E1')).toBe('10');
  });

  it('that name each other are #NAME?, and do not hang', async () => {
    define('One', '=Two');
    define('Two', '=One');
    bench.put('E1', '=One');
    await bench.calculate();
    expect(bench.shown('E1')).toBe('#NAME?');
  });
});

describe('what a value cell holds', () => {
  it('stays text when it looks like a formula, a number or an error', async () => {
    bench.book.sheet('Sessions')?.setValue(0, 7, '=1+1');
    bench.put('H2', '60', 'I1', '=H1', 'I2', '=ISTEXT(H2)', 'I3', '=LEN(H1)');
    await bench.calculate();
    expect([bench.value('I1'), bench.value('I2'), bench.value('I3')]).toEqual(['=1+1', true, 4]);
    expect(bench.book.sheet('Sessions')?.cell(0, 7)).toMatchObject({ value: '=1+1', formula: null });
  });
});

test('what is not fixed in a name is meant from the cell that uses it', async () => {
  const name = (text: string, formula: string) =>
    bench.book.names.push({ name: text, formula, scope: null, hidden: false });
  name('beside', '=Other!XFD1');
  name('rate', '=Other!$A$1');
  name('own_row', '=Other!$B1:$C1');
  name('both', '=beside+rate');
  bench.put('Other!A1', 10, 'Other!B3', 2, 'Other!C3', 3);
  bench.put('Other!D3', '=beside', 'Other!E3', '=SUM(own_row)', 'Other!C4', '=both', 'Other!B4', 7);
  await bench.calculate();
  expect(['D3', 'E3', 'C4'].map((cell) => bench.value(`Other!${cell}`))).toEqual([3, 5, 17]);
});
