import { closeDesks, openDesk, refusal, type Desk } from '../desk';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(['Claims']);
});
afterEach(closeDesks);

const onClaims = (work: (sheet: Excel.Worksheet) => void): Promise<void> =>
  desk.run(async (context) => {
    work(context.workbook.worksheets.getItem('Claims'));
    await context.sync();
  });

describe('the printed page', () => {
  test('is laid out as the add-in asks', async () => {
    await onClaims(({ pageLayout }) => {
      pageLayout.orientation = 'Landscape';
      pageLayout.paperSize = 'Letter';
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.centerHorizontally = true;
      pageLayout.printGridlines = true;
      pageLayout.setPrintArea('A1:H60');
      pageLayout.setPrintTitleRows('$1:$2');
      pageLayout.setPrintMargins('Inches', { left: 0.5, right: 0.5, top: 1 });
      pageLayout.headersFooters.defaultForAllPages.centerFooter = '&P of &N';
    });
    expect(desk.book.sheet('Claims')?.pageLayout).toEqual({
      orientation: 'Landscape',
      paperSize: 'Letter',
      printArea: { row: 0, column: 0, rows: 60, columns: 8 },
      titleRows: { first: 0, last: 1 },
      zoom: { horizontalFitToPages: 1 },
      margins: { left: 36, right: 36, top: 72, bottom: 54, header: 21.6, footer: 21.6 },
      centerHorizontally: true,
      printGridlines: true,
      centerFooter: '&P of &N',
      leftFooter: null,
      rightFooter: null,
    });
  });

  test('is read back', async () => {
    await desk.run(async (context) => {
      const { pageLayout } = context.workbook.worksheets.getItem('Claims');
      pageLayout.leftMargin = 10;
      pageLayout.load('orientation,leftMargin,zoom');
      await context.sync();
      expect([pageLayout.orientation, pageLayout.leftMargin, pageLayout.zoom]).toEqual([
        'Portrait',
        10,
        { scale: 100, horizontalFitToPages: null, verticalFitToPages: null },
      ]);
    });
  });

  test('page breaks stand before their row', async () => {
    await onClaims((sheet) => {
      sheet.horizontalPageBreaks.add('A40');
      sheet.horizontalPageBreaks.add(sheet.getRange('A20'));
    });
    await desk.run(async (context) => {
      const breaks = context.workbook.worksheets.getItem('Claims').horizontalPageBreaks;
      breaks.load('items/rowIndex');
      await context.sync();
      expect(breaks.items.map((one) => one.rowIndex)).toEqual([19, 39]);
      breaks.removePageBreaks();
      await context.sync();
    });
    expect(desk.book.sheet('Claims')?.pageBreakRows.size).toBe(0);
  });

  test('breaks, print area and titles follow inserted rows', async () => {
    await onClaims((sheet) => {
      sheet.horizontalPageBreaks.add('A20');
      sheet.pageLayout.setPrintArea('A1:C30');
      sheet.pageLayout.setPrintTitleRows('5:5');
      sheet.getRange('3:4').insert('Down');
    });
    const sheet = desk.book.sheet('Claims');
    expect([...(sheet?.pageBreakRows ?? [])]).toEqual([21]);
    expect(sheet?.pageLayout.printArea?.rows).toBe(32);
    expect(sheet?.pageLayout.titleRows).toEqual({ first: 6, last: 6 });
  });

  test('a zoom that Excel does not know is refused', async () => {
    expect(await refusal(onClaims(({ pageLayout }) => (pageLayout.zoom = { scale: 5 })))).toBe(
      'InvalidArgument',
    );
  });
});

describe('frozen panes', () => {
  test.each<[string, (panes: Excel.WorksheetFreezePanes) => void, { rows: number; columns: number } | null]>([
    ['rows', (panes) => panes.freezeRows(2), { rows: 2, columns: 0 }],
    ['columns', (panes) => panes.freezeColumns(1), { rows: 0, columns: 1 }],
    ['a corner', (panes) => panes.freezeAt('A1:B3'), { rows: 3, columns: 2 }],
    ['rows by their address', (panes) => panes.freezeAt('1:2'), { rows: 2, columns: 0 }],
  ])('%s', async (_what, freeze, expected) => {
    await onClaims((sheet) => freeze(sheet.freezePanes));
    expect(desk.book.sheet('Claims')?.freeze).toEqual(expected);
  });

  test('their place is a range, or a null object', async () => {
    await desk.run(async (context) => {
      const panes = context.workbook.worksheets.getItem('Claims').freezePanes;
      panes.freezeRows(1);
      const frozen = panes.getLocationOrNullObject();
      frozen.load('address');
      panes.unfreeze();
      const none = panes.getLocationOrNullObject();
      await context.sync();
      expect([frozen.address, none.isNullObject]).toEqual(['Claims!1:1', true]);
    });
  });
});
