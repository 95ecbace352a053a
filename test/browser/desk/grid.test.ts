import type { DeskPage } from '../support/desk-page';
import { openDesk } from '../support/open-desk';

let desk: DeskPage;

/** One sample for all: each test has cells of its own. */
beforeAll(async () => {
  desk = await openDesk();
});

test('The grid shows the sample: its values, formats, formulas and sheets', async () => {
  expect(await desk.sheetTabs()).toEqual([
    'Sessions',
    'Mileage',
    'Practice',
    'Payers',
    'Clients',
    'Authorizations',
    'Benefits',
    'Fees',
  ]);
  expect((await desk.cell('Sessions!A1')).text).toBe('Quiet Harbor Massage: sessions 2026');
  expect((await desk.cell('Sessions!A4')).text).toBe('Sat 8/1/26');
  expect((await desk.cell('Sessions!I4')).text).toBe('$120.00');
  expect((await desk.cell('Sessions!G4')).text).toBe('4');
  expect((await desk.cell('Sessions!G4')).formula).toContain('CLAIM.BILLABLE_UNITS');
});

test('Typing into a cell recalculates the formulas that read it, custom functions too', async () => {
  await desk.type('Sessions!D4', '53 min');
  await desk.expectText('Sessions!D4', '53 min');
  await desk.expectText('Sessions!G4', '4');
  await desk.type('Sessions!D4', '30');
  await desk.expectText('Sessions!G4', '2');
});

test('What is typed is read as Excel reads it', async () => {
  await desk.type('Mileage!H3', '3/14/2026');
  await desk.expectText('Mileage!H3', '3/14/2026');
  await desk.type('Mileage!H4', '$12.50');
  await desk.expectText('Mileage!H4', '$12.50');
  await desk.type('Mileage!H5', "'0042");
  await desk.expectText('Mileage!H5', '0042');
  await desk.type('Mileage!H6', '=SUM(1,2)*CLAIM.BILLABLE_UNITS(60,"97124")');
  await desk.expectText('Mileage!H6', '12');
  await desk.type('Mileage!H7', '=CLAIM.BILLABLE_UNITS("abc")');
  await desk.expectText('Mileage!H7', '#VALUE!');
  const sheet = desk.workbook.book.sheet('Mileage');
  expect(sheet?.cell(2, 7)?.value).toBe(46095);
  expect(sheet?.cell(3, 7)?.value).toBe(12.5);
  expect(sheet?.cell(4, 7)?.value).toBe('0042');
});

test('Selections go both ways', async () => {
  await desk.select('Payers!B3');
  const selected = () =>
    desk.excel(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load('address');
      await context.sync();
      return range.address;
    });
  await desk.until(selected, 'Payers!B3');
  await desk.excel(async (context) => {
    context.workbook.worksheets.getItem('Sessions').getRange('C120:D121').select();
    await context.sync();
  });
  await desk.until(() => desk.selection(), 'Sessions!C120:D121');
});

test('Cells are cleared, copied and filled, lines are pulled and panes frozen in the book as in the grid', async () => {
  const sheet = desk.workbook.book.sheet('Mileage');
  const formulas = (...rows: number[]) =>
    desk.until(
      () => Promise.resolve(rows.map((row) => sheet?.cell(row - 1, 5)?.formula).join()),
      rows.map((row) => `=D${String(row)}*E${String(row)}`).join(),
    );
  await desk.keepCopies();
  await desk.select('Mileage!F3');
  await desk.page.keyboard.press('ControlOrMeta+c');
  await desk.select('Mileage!F20');
  await desk.run('univer.command.paste', {});
  await formulas(20);
  await desk.excel(async (context) => {
    context.workbook.worksheets.getItem('Mileage').getRange('F20:F22').select();
    await context.sync();
  });
  await desk.until(() => desk.selection(), 'Mileage!F20:F22');
  await desk.page.keyboard.press('ControlOrMeta+d');
  await formulas(20, 21, 22);
  await desk.select('Mileage!D3');
  await desk.page.keyboard.press('Delete');
  await desk.expectText('Mileage!F3', '$0.00');
  expect(sheet?.cell(2, 3)?.value ?? null).toBeNull();
  await desk.page.keyboard.press('ControlOrMeta+z');
  await desk.expectText('Mileage!F3', '$4.34');
  await desk.run('sheet.command.set-worksheet-col-width', {
    ranges: [{ startRow: 0, endRow: 0, startColumn: 2, endColumn: 2 }],
    value: 300,
  });
  await desk.until(() => Promise.resolve(sheet?.columnFormats.get(2)?.width), 225);
  await desk.run('sheet.command.set-frozen', { startRow: 2, startColumn: 1, ySplit: 2, xSplit: 1 });
  await desk.until(() => Promise.resolve(JSON.stringify(sheet?.freeze)), '{"rows":2,"columns":1}');
});

test('A change that Excel refuses is taken back and explained', async () => {
  await desk.excel(async (context) => {
    context.workbook.worksheets.getItem('Fees').protection.protect();
    await context.sync();
  });
  const before = await desk.cell('Fees!A3');
  await desk.type('Fees!A3', 'something else');
  await desk.expectText('Fees!A3', before.text);
  expect(await desk.status.textContent()).toBe(
    'The sheet or the workbook is protected, so this cannot be changed.',
  );
});

test('While a cell is edited Excel refuses what the add-in asks', async () => {
  const attempt = () =>
    desk
      .excel(async (context) => {
        context.workbook.worksheets.load('items/name');
        await context.sync();
        return 'done';
      })
      .catch((error: unknown) => String(error));
  await desk.select('Sessions!C4');
  await desk.page.keyboard.type('Ada');
  await desk.until(async () => (await attempt()).includes('cell-editing mode'), true);
  await desk.page.keyboard.press('Escape');
  await desk.until(attempt, 'done');
});

test('Rows and sheets are inserted, deleted and renamed as Excel does it', async () => {
  await desk.select('Sessions!A1');
  await desk.run('sheet.command.insert-row-by-range', {
    range: { startRow: 3, endRow: 3, startColumn: 0, endColumn: 25 },
    direction: 0,
  });
  await desk.expectText('Sessions!C5', 'Ada Fernwhistle');
  expect((await desk.cell('Sessions!G5')).formula).toContain('D5');
  await desk.run('sheet.command.remove-row-by-range', {
    range: { startRow: 3, endRow: 3, startColumn: 0, endColumn: 25 },
  });
  await desk.expectText('Sessions!C4', 'Ada Fernwhistle');
  await desk.select('Clients!A1');
  await desk.run('sheet.command.set-worksheet-name', { name: 'People' });
  await desk.until(async () => (await desk.sheetTabs()).includes('People'), true, 'the renamed sheet');
  await desk.run('sheet.command.insert-sheet', {});
  await desk.until(async () => (await desk.sheetTabs()).at(-1), 'Sheet9');
});
