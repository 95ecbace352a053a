import { CellError, type CellValue } from '../../../desk/book/book';
import { emptyReport, type CalculationReport } from '../../../desk/calc/report';
import { Workbench } from './workbench';
import { sheet, cases } from './cases/worksheet-functions.json';

/** 30 days after the first date in the cases. */
const TODAY = 46085;

describe('worksheet functions over a session sheet', () => {
  const bench = new Workbench(TODAY);
  let report: CalculationReport = emptyReport();
  const addresses = new Map<string, string>();

  beforeAll(async () => {
    sheet.forEach((line, row) => {
      line.forEach((value, column) => bench.book.sheet('Sessions')?.setValue(row, column, value));
    });
    bench.put('Sheet2!A1', 1, 'Sheet2!A2', 2);
    cases.forEach(({ formula, ...at }: { formula: string; row?: number; column?: string }, index) => {
      const address = `${at.column ?? 'J'}${String(at.row ?? 100 + index)}`;
      addresses.set(formula, address);
      bench.put(address, formula);
    });
    report = await bench.calculate();
  });
  afterAll(() => {
    bench.close();
  });

  it('are all known', () => {
    expect(report.unsupported).toEqual([]);
  });

  it.each(cases.map(({ formula, shows }): [string, CellValue] => [formula, shows]))(
    '%s',
    (formula, shows) => {
      const value = bench.value(addresses.get(formula) ?? '');
      expect(value instanceof CellError ? value.text : value).toBe(shows);
    },
  );
});
