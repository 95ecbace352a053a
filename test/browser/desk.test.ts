import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from '../../desk/xlsx/read-xlsx';
import type { DeskPage } from './support/desk-page';
import { leaveBrowser, openDesk, SAMPLE } from './support/open-desk';

afterAll(leaveBrowser);

test('The grid shows the sample: its values, formats, formulas and sheets', async () => {
  const desk = await openDesk();
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
  expect(await desk.cell('Sessions!G4')).toMatchObject({ text: '4' });
  expect((await desk.cell('Sessions!G4')).formula).toContain('CLAIM.BILLABLE_UNITS');
});

test('Typing into a cell recalculates the formulas that read it, custom functions too', async () => {
  const desk = await openDesk();
  await desk.type('Sessions!D4', '53 min');
  await desk.expectText('Sessions!D4', '53 min');
  await desk.expectText('Sessions!G4', '4');
  await desk.type('Sessions!D4', '30');
  await desk.expectText('Sessions!G4', '2');
});

test('What is typed is read as Excel reads it', async () => {
  const desk = await openDesk();
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

test('The add-in is told of what the user types', async () => {
  const desk = await openDesk();
  await desk.paneFrame.evaluate(async () => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add((event) => {
        const { address, changeType, source, triggerSource, details } = event;
        heard.push([address, changeType, source, triggerSource, details.valueAfter].join(' '));
        return Promise.resolve();
      });
      await context.sync();
    });
  });
  await desk.type('Sessions!D4', '45');
  await desk.expectText('Sessions!G4', '3');
  const heard = await desk.paneFrame.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(heard).toEqual(['D4 RangeEdited Local Unknown 45']);
});

test('What the add-in changes shows in the grid at once', async () => {
  const desk = await openDesk();
  await desk.excel(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.add('Made here');
    sheet.getRange('A1:B2').values = [
      ['Hours', 'Rate'],
      [2, 90.5],
    ];
    sheet.getRange('C2').formulas = [['=A2*B2']];
    sheet.getRange('B2:C2').numberFormat = [['$0.00', '$0.00']];
    sheet.getRange('A:A').format.columnWidth = 120;
    sheet.getRange('A1:C1').format.font.bold = true;
    sheet.freezePanes.freezeRows(1);
    sheet.getRange('A4:C4').merge();
    worksheets.getItem('Mileage').delete();
    worksheets.getItem('Benefits').visibility = 'Hidden';
    worksheets.getItem('Fees').name = 'Prices';
    sheet.activate();
    sheet.getRange('C2').select();
    await context.sync();
  });
  await desk.expectText('Made here!C2', '$181.00');
  expect(await desk.cell('Made here!C2')).toEqual({ text: '$181.00', formula: '=A2*B2' });
  expect(await desk.sheetTabs()).toEqual([
    'Sessions',
    'Practice',
    'Payers',
    'Clients',
    'Authorizations',
    'Prices',
    'Made here',
  ]);
  const looks = await desk.page.evaluate(() => {
    const sheet = window.deskGrid?.getActiveWorkbook()?.getSheetByName('Made here');
    return {
      width: sheet?.getColumnWidth(0),
      frozen: sheet?.getFrozenRows(),
      merges: sheet?.getMergeData().map((range) => range.getA1Notation()),
      bold: sheet?.getRange(0, 0).getCellStyleData()?.bl,
    };
  });
  expect(looks).toEqual({ width: 160, frozen: 1, merges: ['A4:C4'], bold: 1 });
});

test('A sheet that the add-in adds, or shows again, stays behind the one in front until it is activated', async () => {
  const desk = await openDesk();
  const { book } = desk.workbook;
  await desk.select('Fees!A2');
  await desk.excel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem('Mileage').visibility = 'Hidden';
    await context.sync();
    worksheets.getItem('Mileage').visibility = 'Visible';
    worksheets.add('Made here').getRange('A1').values = [['there']];
    await context.sync();
  });
  await desk.expectText('Made here!A1', 'there');
  expect(await desk.selection()).toBe('Fees!A2');
  expect(book.sheets[book.activeSheet]?.name).toBe('Fees');
});

test('A chart stands over its cells, is drawn anew when they change, and goes when it is deleted', async () => {
  const desk = await openDesk();
  await desk.excel(async (context) => {
    const sheet = context.workbook.worksheets.add('Owed');
    sheet.getRange('A1:B3').values = [
      ['Payer', 'Owed'],
      ['Apple Health', 450],
      ['Puget Mutual', 150],
    ];
    const chart = sheet.charts.add('BarStacked', sheet.getRange('A1:B3'), 'Columns');
    chart.series.getItemAt(0).format.fill.setSolidColor('#C71585');
    chart.setPosition('D2', 'J14');
    sheet.activate();
    await context.sync();
  });
  const bars = () => pixelsOf(desk, [0xc7, 0x15, 0x85]);
  await desk.until(async () => (await bars()) > 2000, true, 'a chart');
  const both = await bars();
  await desk.type('Owed!B3', '0');
  await desk.until(async () => (await bars()) < both * 0.85, true, 'the chart with one bar');
  await desk.excel(async (context) => {
    context.workbook.worksheets.getItem('Owed').charts.getItemAt(0).delete();
    await context.sync();
  });
  await desk.until(bars, 0, 'what is left of the chart');
});

test('An indented text runs on over the empty cells beside it, to its last letter', async () => {
  const desk = await openDesk();
  await desk.excel(async (context) => {
    const sheet = context.workbook.worksheets.add('Texts');
    const texts = Array.from({ length: 12 }, (_, row) => ['M'.repeat(row + 1)]);
    for (const [column, color] of [
      ['B', '#C71585'],
      ['H', '#1585C7'],
    ] as const) {
      const cells = sheet.getRange(`${column}2:${column}13`);
      cells.values = texts;
      cells.format.indentLevel = 3;
      cells.format.horizontalAlignment = 'Left';
      cells.format.font.color = color;
    }
    sheet.getRange('H:H').format.columnWidth = 250;
    sheet.activate();
    sheet.getRange('A20').select();
    await context.sync();
  });
  await desk.expectText('Texts!H13', 'M'.repeat(12));
  const narrow = () => pixelsOf(desk, [0xc7, 0x15, 0x85]);
  const wide = () => pixelsOf(desk, [0x15, 0x85, 0xc7]);
  await desk.until(async () => (await wide()) > 200, true, 'the text in the wide column');
  expect((await narrow()) / (await wide())).toBeCloseTo(1, 1);
});

test('Selections go both ways', async () => {
  const desk = await openDesk();
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

test('Two windows on the same file see each other’s changes, and their add-ins hear of them', async () => {
  const first = await openDesk();
  const second = await first.secondWindow({ pane: 'hidden' });
  await second.paneFrame.evaluate(async () => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(({ address, source }) => {
        heard.push(`${address} ${source}`);
        return Promise.resolve();
      });
      await context.sync();
    });
  });
  await second.select('Fees!A2');
  await first.type('Sessions!D4', '30');
  await second.expectText('Sessions!G4', '2');
  await second.type('Sessions!D5', '15');
  await first.expectText('Sessions!G5', '1');
  expect(await first.selection()).toBe('Sessions!D5');
  const heard = await second.paneFrame.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(heard).toEqual(['D4 Remote', 'D5 Local']);
});

test('A window that closes leaves the calculation to the others', async () => {
  const first = await openDesk();
  const second = await first.secondWindow();
  await second.type('Sessions!D4', '30');
  await first.expectText('Sessions!G4', '2');
  await second.page.close();
  await first.type('Sessions!D4', '15');
  await first.expectText('Sessions!G4', '1');
});

test('A copy holds what was typed; the file itself is not touched', async () => {
  const desk = await openDesk();
  await desk.type('Sessions!D4', '30');
  await desk.expectText('Sessions!G4', '2');
  const download = desk.page.waitForEvent('download');
  await desk.page.getByRole('link', { name: 'Save a copy' }).click();
  const file = join(mkdtempSync(join(tmpdir(), 'desk-')), 'copy.xlsx');
  await (await download).saveAs(file);
  const sheet = readXlsx(readFileSync(file)).sheet('Sessions');
  expect([sheet?.cell(3, 3)?.value, sheet?.cell(3, 6)?.value]).toEqual([30, 2]);
  expect(readXlsx(readFileSync(SAMPLE)).sheet('Sessions')?.cell(3, 3)?.value).toBe(60);
});

test('Another file is opened in the window, and a file that is no workbook is refused in one sentence', async () => {
  const desk = await openDesk();
  const choose = (name: string, text: string) =>
    desk.page
      .locator('#open-file')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') });
  await choose('broken.xlsx', 'no workbook');
  await desk.until(async () => /^broken\.xlsx: .+\.$/.test((await desk.status.textContent()) ?? ''), true);
  await choose('visits.csv', 'Date,Client,Minutes\n2026-10-01,Ada Fernwhistle,60\n');
  await desk.page.waitForURL('**/book/2');
  await desk.whenShown();
  await desk.expectText('visits!B2', 'Ada Fernwhistle');
});

test('Rows and sheets are inserted, deleted and renamed as Excel does it', async () => {
  const desk = await openDesk();
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
  await desk.run('sheet.command.set-worksheet-name', { name: 'Visits' });
  await desk.until(async () => (await desk.sheetTabs())[0], 'Visits');
  await desk.run('sheet.command.insert-sheet', {});
  await desk.until(async () => (await desk.sheetTabs()).at(-1), 'Sheet9');
});

test('Cells are cleared, copied and filled, lines are pulled and panes frozen in the book as in the grid', async () => {
  const desk = await openDesk();
  const sheet = desk.workbook.book.sheet('Mileage');
  await desk.select('Mileage!F3');
  await desk.page.keyboard.press('ControlOrMeta+c');
  await desk.select('Mileage!F20');
  await desk.page.keyboard.press('ControlOrMeta+v');
  await desk.until(() => Promise.resolve(sheet?.cell(19, 5)?.formula ?? ''), '=D20*E20');
  await desk.select('Mileage!D3');
  await desk.page.keyboard.press('Delete');
  await desk.expectText('Mileage!F3', '$0.00');
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
  const desk = await openDesk();
  await desk.excel(async (context) => {
    context.workbook.worksheets.getItem('Mileage').protection.protect();
    await context.sync();
  });
  const before = await desk.cell('Mileage!A3');
  await desk.type('Mileage!A3', 'something else');
  await desk.expectText('Mileage!A3', before.text);
  expect(await desk.status.textContent()).toBe(
    'The sheet or the workbook is protected, so this cannot be changed.',
  );
});

test('While a cell is edited Excel refuses what the add-in asks', async () => {
  const desk = await openDesk();
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

test('The ribbon has the buttons of the manifest; they do their job while the pane is hidden, and show it if need be', async () => {
  const desk = await openDesk(SAMPLE, { pane: 'hidden' });
  expect(await desk.page.locator('.ribbon').getByRole('button').allTextContents()).toEqual([
    'Open Claimsheet',
    'Check',
    'Claims',
    'Superbills',
    'Undo',
  ]);
  expect(await desk.page.locator('.pane').isVisible()).toBe(false);
  await desk.ribbonButton('Claims').click();
  // Sessions of the sample are held back, which the pane has to tell.
  await desk.page.locator('.pane').waitFor({ state: 'visible' });
  await desk.pane.getByText(/claims made for October 2026/).waitFor();
  expect((await desk.selection()).split('!')[0]).toBe('Claims 2026-10');
  await desk.page.getByRole('button', { name: 'Close the pane' }).click();
  await desk.ribbonButton('Undo').click();
  await desk.until(
    async () => (await desk.sheetTabs()).includes('Claims 2026-10'),
    false,
    'the claims sheet',
  );
  expect(await desk.page.locator('.pane').isVisible()).toBe(false);
  await desk.ribbonButton('Open Claimsheet').click();
  await desk.page.locator('.pane').waitFor({ state: 'visible' });
});

test('What the pane shows is loaded when it is first shown, not with the functions', async () => {
  const desk = await openDesk(SAMPLE, { pane: 'hidden' });
  const asked: string[] = [];
  const second = await desk.secondWindow({ pane: 'hidden' });
  second.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await second.page.reload();
  await second.whenShown();
  expect(asked).toContain('/add-in/functions.js');
  expect(asked.filter((path) => path.startsWith('/add-in/pane.'))).toEqual([]);
  await second.ribbonButton('Open Claimsheet').click();
  await second.pane.getByRole('heading', { level: 2 }).first().waitFor();
  expect(asked.filter((path) => path.startsWith('/add-in/pane.'))).toHaveLength(1);
});

test('Nobody else’s page may read or change the workbook', async () => {
  const desk = await openDesk();
  const { origin } = new URL(desk.page.url());
  const foreign = await fetch(`${origin}/book/1/file`, { headers: { Origin: 'https://elsewhere.example' } });
  expect(foreign.status).toBe(403);
  const outside = await fetch(`${origin}/add-in/..%2fpackage.json`);
  expect(outside.status).toBe(404);
});

/** How many pixels of the grid's canvas have just this colour. */
function pixelsOf(desk: DeskPage, color: [red: number, green: number, blue: number]): Promise<number> {
  return desk.page.evaluate(([red, green, blue]) => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[id^="univer-sheet-main-canvas"]');
    const image = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
    const data = image?.data ?? [];
    let count = 0;
    for (let at = 0; at < data.length; at += 4)
      if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) count++;
    return count;
  }, color);
}
