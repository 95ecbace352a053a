import { readXlsx } from '../../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../../desk/xlsx/write-xlsx';
import { closeDesks, openDesk, openDeskOver, refusal, type Desk } from '../desk';

let desk: Desk;
/** A table of three columns and two rows at A1, with totals, and a note two rows below them. */
beforeEach(async () => {
  desk = await openDesk(['Data']);
  await desk.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Data');
    sheet.getRange('A1:C3').formulas = [
      ['Client', 'Minutes', 'Units'],
      ['Ada', 60, '=[@Minutes]/15'],
      ['Ben', 90, '=[@Minutes]/15'],
    ];
    const table = sheet.tables.add('A1:C3', true);
    table.name = 'Visits';
    table.showTotals = true;
    table.getTotalRowRange().formulas = [['All', '=SUBTOTAL(109,[Minutes])', '']];
    sheet.getRange('A8').values = [['a note']];
    sheet.getRange('E1').formulas = [['=B4*2']];
    await context.sync();
  });
});
afterEach(closeDesks);

type Work = (table: Excel.Table, sheet: Excel.Worksheet) => unknown;

function onTable(work: Work, on = desk): Promise<void> {
  return on.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Data');
    work(sheet.tables.getItem('Visits'), sheet);
    await context.sync();
  });
}

const formulas = (address: string, on = desk): Promise<unknown[][]> =>
  on.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Data').getRange(address);
    range.load('formulas');
    await context.sync();
    return range.formulas as unknown[][];
  });

async function addresses(on = desk): Promise<string[]> {
  return on.run(async (context) => {
    const table = context.workbook.tables.getItem('Visits');
    const ranges = [table.getRange(), table.getDataBodyRange(), table.getTotalRowRange()];
    for (const range of ranges) range.load('address');
    await context.sync();
    return ranges.map(({ address }) => address.slice('Data!'.length));
  });
}

const TOTALS = ['All', '=SUBTOTAL(109,[Minutes])', ''];

test('the totals row is the last of the table and no part of its data', async () => {
  expect(await addresses()).toEqual(['A1:C4', 'A2:C3', 'A4:C4']);
});

test('rows are added above it, and what points at it follows', async () => {
  await onTable((table) =>
    table.rows.add(undefined, [
      ['Cleo', 30, '=[@Minutes]/15'],
      ['Dora', 45, ''],
    ]),
  );
  expect(await formulas('A4:C6')).toEqual([['Cleo', 30, '=[@Minutes]/15'], ['Dora', 45, ''], TOTALS]);
  expect(await formulas('E1')).toEqual([['=B6*2']]);
  expect(await addresses()).toEqual(['A1:C6', 'A2:C5', 'A6:C6']);
});

test('what is written just below it does not join the table', async () => {
  await onTable((_, sheet) => (sheet.getRange('A5:C5').values = [['Cleo', 30, 2]]));
  expect(await addresses()).toEqual(['A1:C4', 'A2:C3', 'A4:C4']);
});

test('it moves to the end of a table that is made longer, and the note below stays', async () => {
  await onTable((table) => table.resize('A1:C6'));
  expect(await addresses()).toEqual(['A1:C6', 'A2:C5', 'A6:C6']);
  expect(await formulas('A4:C6')).toEqual([['', '', ''], ['', '', ''], TOTALS]);
  expect([await formulas('E1'), await formulas('A8')]).toEqual([[['=B6*2']], [['a note']]]);
});

test('a table with it is made wider', async () => {
  await onTable((table) => table.resize('A1:D4'));
  expect(await addresses()).toEqual(['A1:D4', 'A2:D3', 'A4:D4']);
  expect(await formulas('A1:D1')).toEqual([['Client', 'Minutes', 'Units', 'Column4']]);
});

test.each([
  ['shorter', 'A1:C3', 'NotImplemented'],
  ['over other cells', 'A1:C8', 'NotImplemented'],
  ['so short that no row is left for data', 'A1:C2', 'InvalidArgument'],
])('it is not moved %s', async (_, address, code) => {
  expect(await refusal(onTable((table) => table.resize(address)))).toBe(code);
  expect(await addresses()).toEqual(['A1:C4', 'A2:C3', 'A4:C4']);
  expect(await formulas('A4:C4')).toEqual([TOTALS]);
});

test('it is gone when it is not shown, and comes back as it was', async () => {
  await onTable((table) => (table.showTotals = false));
  expect(await formulas('A4:C4')).toEqual([['', '', '']]);
  const attempt = onTable((table) => table.getTotalRowRange().load('address'));
  expect(await refusal(attempt)).toBe('ItemNotFound');
  await onTable((table) => (table.showTotals = true));
  expect(await formulas('A4:C4')).toEqual([TOTALS]);
});

test('it is in the file, and found again', async () => {
  const again = await openDeskOver(readXlsx(writeXlsx(desk.book)));
  expect(await addresses(again)).toEqual(['A1:C4', 'A2:C3', 'A4:C4']);
  expect(await formulas('A4:C4', again)).toEqual([TOTALS]);
});

test('the first rows of a new table that has it take the place of its empty row', async () => {
  await desk.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Fresh');
    const table = sheet.tables.add('A1:B1', true);
    table.showTotals = true;
    table.rows.add(undefined, [
      [1, 2],
      [3, 4],
    ]);
    const body = table.getDataBodyRange();
    body.load('values');
    const total = table.getTotalRowRange();
    total.load('values');
    await context.sync();
    expect(body.values).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(total.values).toEqual([['Total', '']]);
  });
});
