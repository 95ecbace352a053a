import { readXlsx } from '../../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../../desk/xlsx/write-xlsx';
import { closeDesks, openDesk, openDeskOver, refusal, type Desk } from '../desk';

const MOST = 1026;

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(['Pages']);
});
afterEach(closeDesks);

function onSheet(work: (sheet: Excel.Worksheet) => unknown, on = desk): Promise<void> {
  return on.run(async (context) => {
    work(context.workbook.worksheets.getItem('Pages'));
    await context.sync();
  });
}

const addRows = (count: number): Promise<void> =>
  onSheet((sheet) => {
    for (let at = 1; at <= count; at++) sheet.horizontalPageBreaks.add(`A${String(at * 2)}`);
  });
const addColumns = (count: number): Promise<void> =>
  onSheet((sheet) => {
    for (let at = 1; at <= count; at++) sheet.verticalPageBreaks.add(sheet.getCell(0, at));
  });
const counts = (): number[] => {
  const [sheet] = desk.book.sheets;
  return [sheet?.pageBreakRows.size ?? 0, sheet?.pageBreakColumns.size ?? 0];
};

test('a sheet has 1,026 breaks across, and no more', async () => {
  expect(await refusal(addRows(MOST))).toBe('done');
  expect(await refusal(onSheet((sheet) => sheet.horizontalPageBreaks.add('A5001')))).toBe('GeneralException');
  expect(counts()).toEqual([MOST, 0]);
});

test('what came before the one too many stays', async () => {
  expect(await refusal(addRows(MOST + 10))).toBe('GeneralException');
  expect(counts()).toEqual([MOST, 0]);
});

test('a break that is there already is not one more', async () => {
  await addRows(MOST);
  expect(await refusal(onSheet((sheet) => sheet.horizontalPageBreaks.add('A2')))).toBe('done');
});

test('room is made by taking one out', async () => {
  await addRows(MOST);
  const swap = onSheet((sheet) => {
    sheet.horizontalPageBreaks.getItem(0).delete();
    sheet.horizontalPageBreaks.add('A5001');
  });
  expect(await refusal(swap)).toBe('done');
  expect(counts()).toEqual([MOST, 0]);
});

test('breaks down are counted apart', async () => {
  await addRows(MOST);
  expect(await refusal(addColumns(MOST))).toBe('done');
  expect(await refusal(onSheet((sheet) => sheet.verticalPageBreaks.add('ZZZ1')))).toBe('InvalidArgument');
  expect(await refusal(onSheet((sheet) => sheet.verticalPageBreaks.add('XFD1')))).toBe('GeneralException');
  expect(counts()).toEqual([MOST, MOST]);
});

test('a break down stands before its column, follows inserted columns, and is in the file', async () => {
  await onSheet((sheet) => {
    sheet.verticalPageBreaks.add('D7');
    sheet.getRange('B:C').insert('Right');
  });
  const again = await openDeskOver(readXlsx(writeXlsx(desk.book)));
  await again.run(async (context) => {
    const breaks = context.workbook.worksheets.getItem('Pages').verticalPageBreaks;
    breaks.load('items/columnIndex');
    const cell = breaks.getItem(0).getCellAfterBreak();
    cell.load('address');
    await context.sync();
    expect([breaks.items.map(({ columnIndex }) => columnIndex), cell.address]).toEqual([[5], 'Pages!F1']);
    breaks.removePageBreaks();
    await context.sync();
  });
  expect(again.book.sheets[0]?.pageBreakColumns.size).toBe(0);
});
