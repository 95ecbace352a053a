import type { DeskPage } from '../support/desk-page';
import { watchDrawing, type Drawn } from '../support/drawing';
import { openDesk } from '../support/open-desk';

describe('In one window', () => {
  let desk: DeskPage;

  /** One sample for all: each test has cells of its own. */
  beforeAll(async () => {
    desk = await openDesk();
  });

  test('The add-in is told of what the user types', async () => {
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

  test('A sheet that the add-in adds, or shows again, stays behind the one in front until it is activated', async () => {
    const { book } = desk.workbook;
    await desk.select('Fees!A2');
    await desk.excel(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.getItem('Mileage').visibility = 'Hidden';
      await context.sync();
      worksheets.getItem('Mileage').visibility = 'Visible';
      worksheets.add('Behind').getRange('A1').values = [['there']];
      await context.sync();
    });
    await desk.expectText('Behind!A1', 'there');
    expect(await desk.selection()).toBe('Fees!A2');
    expect(book.sheets[book.activeSheet]?.name).toBe('Fees');
    await desk.excel(async (context) => {
      context.workbook.worksheets.add('In front').activate();
      await context.sync();
    });
    await desk.until(() => desk.selection(), 'In front!A1', 'the selection');
  });

  test('A chart stands over its cells, is drawn anew when they change, and goes when it is deleted', async () => {
    const drawn = await watchDrawing(desk.page);
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
    let place: number[] = [];
    /** How many bars the chart has as it was drawn last, with the cells; it stands in pixels from the first cell. */
    const bars = async (): Promise<number | null> => {
      const all = (await drawn()).reverse();
      const cell = all.find(({ what }) => what === 'Payer')?.bounds;
      const picture = all.find(({ what }) => what.startsWith('data:image/svg+xml'));
      if (!cell) return null;
      if (!picture) return 0;
      const { what, left, top, right, bottom } = picture;
      place = [left - cell.left + 1, top - cell.top + 1, right - left, bottom - top];
      const [, ...found] = decodeURIComponent(what).match(/<rect [^>]*fill="#C71585"/g) ?? [];
      return found.length;
    };
    await desk.until(bars, 2, 'the number of bars');
    expect(place).toEqual([3 * 64, 20, 7 * 64, 13 * 20]);
    await desk.type('Owed!B3', '0');
    await desk.until(bars, 1, 'the number of bars');
    await desk.excel(async (context) => {
      context.workbook.worksheets.getItem('Owed').charts.getItemAt(0).delete();
      await context.sync();
    });
    await desk.until(bars, 0, 'the number of bars');
  });

  test('A text runs on over the empty cells beside it to its last letter, indented or not', async () => {
    const drawn = await watchDrawing(desk.page);
    await desk.excel(async (context) => {
      const sheet = context.workbook.worksheets.add('Texts');
      // In every font some of them end a little before or behind the edge of a cell.
      const texts = Array.from({ length: 60 }, (_, row) => ['i'.repeat(row + 1)]);
      for (const [column, indent, align] of [
        ['B', 0, 'Left'],
        ['I', 3, 'Left'],
        ['P', 3, 'Right'],
      ] as const) {
        const cells = sheet.getRange(`${column}1:${column}60`);
        cells.values = texts;
        cells.format.indentLevel = indent;
        cells.format.horizontalAlignment = align;
      }
      sheet.activate();
      await context.sync();
    });
    const texts: Drawn[] = [];
    const count = async (): Promise<number> =>
      texts.push(...(await drawn()).filter(({ what }) => /^i+$/.test(what)));
    await desk.until(async () => (await count()) > 60, true, 'whether the texts are drawn');
    const cut = texts.filter(({ left, right, bounds }) => left < bounds.left || right > bounds.right);
    expect(cut).toEqual([]);
  });
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
