import type { Book } from '../../../desk/book/book';
import { areaAddress } from '../../../desk/book/address';
import type { HostOptions } from '../../../desk/host/host';
import { createCalculator } from '../../../desk/calc/calculator';
import { unpack } from '../../../desk/xlsx/package/zip';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { undoLast, writePlan } from '../../support/write-plan';
import { dollarsOf } from '../../../src/billing/values/cents';
import type { LaidValue } from '../../../src/forms/report/laid-out';
import { layOut } from '../../../src/forms/report/lay-out';
import type { Report } from '../../../src/forms/report/report';
import { runSteps } from '../../../src/workbook/excel/payload';
import { reportSteps } from '../../../src/workbook/excel/write-report';
import { isOwnDocument, reportSheetName } from '../../../src/workbook/plan/own-sheets';
import type { Plan } from '../../../src/workbook/plan/plan';
import { contentsOf, onDesk } from '../../support/desk';
import { workbookOf } from '../../support/practice-workbook';
import { sampleReport } from '../../forms/report/sample-report';

const NAME = 'Month 2026-10';

async function written(
  report: Report,
  book = workbookOf({ Sessions: [['Date'], ['x']] }),
  options: HostOptions = {},
): Promise<Book> {
  await onDesk(
    book,
    async (context) => {
      const run = { id: 'r1', when: '2026-11-02 09:00', what: 'A month' };
      const plan: Plan = { run, documents: [], rows: [], reports: [{ name: NAME, report }] };
      await writePlan(context, plan);
    },
    options,
  );
  const calculator = await createCalculator(book, {
    functions: { namespace: 'CLAIM', functions: new Map() },
    invoke: () => Promise.reject(new Error('a report has no function of the add-in')),
  });
  await calculator.recalculateAll();
  calculator.close();
  return book;
}

function sheetOf(book: Book) {
  const sheet = book.sheet(NAME);
  if (!sheet) throw new Error(`no sheet ${NAME}`);
  return sheet;
}

/** What stands in a row, from its first filled cell: formulas as formulas. */
function rowWith(book: Book, text: string): unknown[] {
  const sheet = sheetOf(book);
  const cells = [...sheet.entries()].filter(({ cell }) => cell.value !== null || cell.formula !== null);
  const found = cells.find(({ cell }) => cell.value === text);
  return cells
    .filter(({ row }) => row === found?.row)
    .sort((a, b) => a.column - b.column)
    .map(({ cell }) => cell.formula ?? cell.value);
}

function valuesWith(book: Book, text: string): unknown[] {
  const sheet = sheetOf(book);
  const found = [...sheet.entries()].find(({ cell }) => cell.value === text);
  return [...sheet.entries()]
    .filter(({ row, cell }) => row === found?.row && cell.value !== null)
    .sort((a, b) => a.column - b.column)
    .map(({ cell }) => cell.value);
}

test('dollars, days, texts and formulas stand where the report has them', async () => {
  const book = await written(sampleReport());
  expect(rowWith(book, 'Ada Applegate')).toEqual([
    46_330,
    'Ada Applegate',
    120.5,
    20,
    expect.stringMatching(/^=C\d+-D\d+$/),
  ]);
  expect(valuesWith(book, 'Ada Applegate')).toEqual([46_330, 'Ada Applegate', 120.5, 20, 100.5]);
  expect(valuesWith(book, 'Total')).toEqual(['Total', 320.5, 60, 260.5]);
});

test('a text that looks like a formula or a number stays a text', async () => {
  const book = await written(sampleReport());
  expect(rowWith(book, '=1+1')[1]).toBe('=1+1');
  expect([...sheetOf(book).entries()].filter(({ cell }) => cell.formula?.includes('1+1'))).toEqual([]);
});

test('the looks: formats of the columns, a wrapped paragraph over the whole width, the page', async () => {
  const sheet = sheetOf(await written(sampleReport()));
  const at = (text: string) => [...sheet.entries()].find(({ cell }) => cell.value === text);
  const row = at('Ada Applegate')?.row ?? -1;
  expect([0, 2, 4].map((column) => sheet.styleOf(row, column).numberFormat)).toEqual([
    'mm/dd/yyyy',
    '#,##0.00',
    '#,##0.00',
  ]);
  const long = [...sheet.entries()].find(({ cell }) => String(cell.value).startsWith('Long words'));
  expect(long && sheet.styleOf(long.row, long.column).wrapText).toBe(true);
  expect(sheet.merges.map(areaAddress)).toContain(
    `A${String((long?.row ?? 0) + 1)}:E${String((long?.row ?? 0) + 1)}`,
  );
  expect(sheet.rowFormats.get(long?.row ?? 0)?.height).toBeGreaterThan(25);
  expect(sheet.pageLayout).toMatchObject({
    orientation: 'Portrait',
    paperSize: 'Letter',
    rightFooter: 'Page &P of &N',
  });
  expect(sheet.pageBreakRows).toContain(at('After the break')?.row);
});

test('days in a workbook that counts from 1904 are the same days', async () => {
  const book = workbookOf({ Sessions: [['Date'], ['x']] });
  book.date1904 = true;
  expect(valuesWith(await written(sampleReport(), book), 'Ada Applegate')[0]).toBe(46_330 - 1462);
});

test('Activity names the sheet, nothing is read from it, and Undo takes it away', async () => {
  const book = workbookOf({ Sessions: [['Date'], ['x']] });
  const before = contentsOf(book);
  await written(sampleReport(), book);
  expect(isOwnDocument(NAME)).toBe(true);
  expect(JSON.stringify(contentsOf(book)['Activity'])).toContain(NAME);
  await onDesk(book, undoLast);
  expect(contentsOf(book)).toEqual(before);
});

test('a report is never written over a sheet of the user', async () => {
  const book = workbookOf({ Sessions: [['Date'], ['x']], [NAME.toUpperCase()]: [['mine']] });
  const before = contentsOf(book);
  await expect(written(sampleReport(), book)).rejects.toMatchObject({ code: 'name-taken' });
  expect(contentsOf(book)).toEqual(before);
});

test('the chart is drawn from the columns of its table, also in the file', async () => {
  const book = await written(sampleReport());
  const first = [...sheetOf(book).entries()].find(({ cell }) => cell.value === 'Ada Applegate')?.row ?? 0;
  const rows = (column: string) => `$${column}$${String(first + 1)}:$${column}$${String(first + 3)}`;
  const xml = unpack(writeXlsx(book)).text('xl/charts/chart1.xml');
  expect([...xml.matchAll(/<c:f>([^<]*)<\/c:f>/g)].map((found) => found[1])).toEqual(
    ['B', 'D', 'B', 'E'].map((column) => `'${NAME}'!${rows(column)}`),
  );
  // What the formulas came to stands there for who does not calculate.
  expect(xml).toContain('<c:v>100.5</c:v>');
  expect(sheetOf(book).charts).toMatchObject([{ type: 'ColumnStacked', legend: 'Bottom', categoryAngle: 0 }]);
});

test('every formula comes to what the report says', async () => {
  const book = await written(sampleReport());
  const { cells } = layOut(sampleReport());
  const formulas = cells.filter(({ value }) => value.kind === 'formula');
  expect(formulas.length).toBe(6);
  for (const { row, column, value } of formulas) {
    const { comesTo } = value as Extract<LaidValue, { kind: 'formula' }>;
    const dollars = comesTo.kind === 'money' ? dollarsOf(comesTo.cents) : NaN;
    expect(sheetOf(book).cell(row - 1, column - 1)?.value).toBe(dollars);
  }
});

test('what fails half-way is taken back with its sheet', async () => {
  const book = workbookOf({ Sessions: [['Date'], ['x']] });
  const before = contentsOf(book);
  await expect(
    written(sampleReport(), book, {
      failAt: { code: 'GeneralException', request: 4, kind: 'sync', afterWrites: 100 },
    }),
  ).rejects.toMatchObject({
    code: 'excel-failed',
  });
  expect(contentsOf(book)).toEqual(before);
});

test('a report takes no more bytes than its steps say, so that Excel on the web takes it in parts', async () => {
  const report = sampleReport();
  const table = report.blocks.find((block) => block.kind === 'table');
  if (table?.kind !== 'table') throw new Error('the sample has a table');
  table.rows = Array.from({ length: 20 }, () => table.rows).flat();
  const steps = reportSteps({ name: NAME, report }, false, 'mark 0');
  const { host } = await onDesk(workbookOf({ Sessions: [['Date'], ['x']] }), (context) =>
    runSteps(context, steps),
  );
  const sent = host.requests.reduce((sum, { requestBytes }) => sum + requestBytes, 0);
  const said = steps.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(sent).toBeGreaterThan(50_000);
  expect(sent).toBeLessThan(said);
});

test('the file holds what the sheet shows', async () => {
  const saved = readXlsx(writeXlsx(await written(sampleReport())));
  expect(valuesWith(saved, 'Total')).toEqual(['Total', 320.5, 60, 260.5]);
  expect(sheetOf(saved).pageLayout.rightFooter).toBe('Page &P of &N');
});

test.each([
  ['Month 2026-10', true],
  ['Statement 2026-10-31 Ada Appleg', true],
  ['Letter 2026-10-31 Ada (2)', true],
  ['Claims 2026-10 run 2', true],
  ['Report', false],
  ['Benefits', false],
  ['Month', false],
  ['Statement of Ada', false],
  ['Claims', false],
  ['October 2026', false],
])('whether "%s" is a sheet of ours: %s', (name, own) => {
  expect(isOwnDocument(name)).toBe(own);
});

test('whatever it is about, the name of a report is known as ours', () => {
  const taken = new Set(['statement 2026-10-31 ada applega']);
  const name = reportSheetName('Statement', '2026-10-31', 'Ada Applegate [Mrs]', taken);
  expect(name.length).toBeLessThanOrEqual(31);
  expect(isOwnDocument(name)).toBe(true);
});
