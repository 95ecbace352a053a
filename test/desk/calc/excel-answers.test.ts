import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CellError, type CellValue, type Sheet } from '../../../desk/book/book';
import { createCalculator } from '../../../desk/calc/calculator';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { functions, Workbench } from './workbench';
import { cases } from './cases/excel-answers.json';

/** 2026-10-01 */
const TODAY = 46296;

function addTable(sheet: Sheet | undefined): void {
  sheet?.tables.push({
    name: 'Sessions',
    sheet,
    area: { row: 0, column: 3, rows: 3, columns: 1 },
    hasTotals: false,
    showBandedRows: true,
    showFilterButton: true,
    style: null,
    columns: [{ name: 'Charge', formula: null }],
    source: null,
  });
}

describe('where the engine differs from Excel, the Desk answers as Excel', () => {
  const bench = new Workbench(TODAY);
  const address = (index: number) => `Z${String(100 + 10 * index)}`;

  beforeAll(async () => {
    bench
      .column('A1', 'Date', 46053, 46053)
      .column('B1', 'Client', 'Bo Chen', 'bo chen', 'Ada', 'Cy', 'Di')
      .column('D1', 'Charge', 100, 195.75);
    addTable(bench.book.sheet('Sessions'));
    bench.book.names.push({ name: 'charges', formula: '=Sessions!$D$2:$D$3', scope: null, hidden: false });
    cases.forEach(([formula], index) => bench.put(address(index), formula ?? null));
    expect((await bench.calculate()).unsupported).toEqual([]);
  });
  afterAll(() => bench.close());

  it.each(
    cases.map(([formula, shows], index): [CellValue, CellValue, number] => [
      formula ?? null,
      shows ?? null,
      index,
    ]),
  )('%s', (_, shows, index) => {
    const value = bench.value(address(index));
    expect(value instanceof CellError ? value.text : value).toEqual(shows);
  });
});

describe('SUBTOTAL and AGGREGATE', () => {
  test('leave out what a filter hides, of a table and of a plain list, and count rows hidden by hand', async () => {
    const bench = new Workbench().column('A1', 'Amount', 10, 20, 30, 40);
    const sheet = bench.book.sheet('Sessions');
    for (const row of [2, 4]) sheet?.rowFormats.set(row, { height: null, hidden: true });
    bench.put('C1', '=SUBTOTAL(9,A2:A5)', 'D1', '=SUBTOTAL(109,A2:A5)', 'E1', '=AGGREGATE(9,5,A2:A5)');
    await bench.calculate();
    expect([bench.value('C1'), bench.value('D1'), bench.value('E1')]).toEqual([100, 40, 40]);
    if (sheet) sheet.filteredArea = { row: 0, column: 0, rows: 4, columns: 1 };
    await bench.calculate();
    expect([bench.value('C1'), bench.value('D1'), bench.value('E1')]).toEqual([80, 40, 40]);
    bench.close();
  });

  test('in a file of Excel whose list is filtered', async () => {
    const book = readXlsx(readFileSync(join(__dirname, '../xlsx/cases/subtotal_filtered.xlsx')));
    const calculator = await createCalculator(book, { functions, invoke: () => Promise.resolve([]) });
    await calculator.recalculateAll();
    calculator.close();
    expect([15, 16].map((row) => book.sheets[0]?.cell(row, 0)?.value)).toEqual([10, 10]);
  });
});
