import { closeDesks, openDesk, refusal, type Desk } from '../desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(['Cells']);
});
afterAll(closeDesks);
beforeEach(() =>
  desk.run(async (context) => {
    context.workbook.worksheets.getItem('Cells').getRange().clear();
    await context.sync();
  }),
);

/** Formats a range, then reads a property of it. */
async function look<T>(
  address: string,
  change: (range: Excel.Range) => void,
  load: string,
  of: (range: Excel.Range) => T,
) {
  return desk.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Cells').getRange(address);
    change(range);
    range.load(load);
    await context.sync();
    return of(range);
  });
}

describe('how cells look', () => {
  test('fills are written as #RRGGBB or by name, and cleared', async () => {
    const fill = (range: Excel.Range): string => range.format.fill.color;
    expect(
      await look('A1', (range) => (range.format.fill.color = '#f2f2f2'), 'format/fill/color', fill),
    ).toBe('#F2F2F2');
    expect(await look('A1', (range) => (range.format.fill.color = 'yellow'), 'format/fill/color', fill)).toBe(
      '#FFFF00',
    );
    for (const [name, color] of [
      ['LightBlue', '#ADD8E6'],
      ['pink', '#FFC0CB'],
      ['DarkMagenta', '#8B008B'],
      ['rebeccapurple', '#663399'],
    ] as const)
      expect(await look('A1', (range) => (range.format.fill.color = name), 'format/fill/color', fill)).toBe(
        color,
      );
    expect(await look('A1', (range) => range.format.fill.clear(), 'format/fill/color', fill)).toBe('#FFFFFF');
  });

  test('fonts have a name, a size, a colour and flags', async () => {
    const font = await look(
      'A1:B2',
      (range) => {
        range.format.font.set({ name: 'Arial', size: 9, color: '#112233', bold: true, italic: true });
        range.format.font.underline = 'Single';
        range.format.font.strikethrough = true;
      },
      'format/font/name,format/font/size,format/font/color,format/font/bold,format/font/underline',
      ({ format: { font } }) => [font.name, font.size, font.color, font.bold, font.underline],
    );
    expect(font).toEqual(['Arial', 9, '#112233', true, 'Single']);
  });

  test('a property that differs within the range is null', async () => {
    const bold = await look(
      'A1:B1',
      (range) => (range.getCell(0, 0).format.font.bold = true),
      'format/font/bold',
      (range) => range.format.font.bold,
    );
    expect(bold).toBeNull();
  });

  test('alignment, wrapping and indent', async () => {
    const format = await look(
      'A1',
      (range) =>
        range.format.set({
          horizontalAlignment: 'Center',
          verticalAlignment: 'Top',
          wrapText: true,
          indentLevel: 2,
        }),
      'format/horizontalAlignment,format/verticalAlignment,format/wrapText,format/indentLevel',
      ({ format: one }) => [one.horizontalAlignment, one.verticalAlignment, one.wrapText, one.indentLevel],
    );
    expect(format).toEqual(['Center', 'Top', true, 2]);
  });

  test('a wrong word is refused', async () => {
    const attempt = look(
      'A1',
      (range) => (range.format.horizontalAlignment = 'Middle' as 'Center'),
      'address',
      () => null,
    );
    expect(await refusal(attempt)).toBe('InvalidArgument');
  });

  test('widths and heights are points', async () => {
    const size = await look(
      'A1:B1',
      (range) => range.format.set({ columnWidth: 100, rowHeight: 30 }),
      'format/columnWidth,format/rowHeight',
      ({ format }) => [format.columnWidth, format.rowHeight],
    );
    expect(size).toEqual([100, 30]);
  });

  test('a column that is fitted is as wide as its longest text asks', async () => {
    const width = await look(
      'A1',
      (range) => {
        range.values = [['a rather long line of text']];
        range.format.autofitColumns();
      },
      'format/columnWidth',
      (range) => range.format.columnWidth,
    );
    expect(width).toBeGreaterThan(100);
  });

  test('borders: an outer edge belongs to its cells, an inside line to both its neighbours', async () => {
    await look(
      'A1:B2',
      (range) => {
        range.format.borders.getItem('EdgeTop').style = 'Double';
        const inside = range.format.borders.getItem('InsideHorizontal');
        inside.style = 'Continuous';
        inside.color = '#FF0000';
      },
      'address',
      () => null,
    );
    const sheet = desk.book.sheet('Cells');
    expect(sheet?.styleOf(0, 1).borders).toEqual({
      EdgeTop: { style: 'Double', weight: 'Thick', color: '#000000' },
      EdgeBottom: { style: 'Continuous', weight: 'Thin', color: '#FF0000' },
    });
    expect(sheet?.styleOf(1, 0).borders.EdgeTop?.color).toBe('#FF0000');
  });

  test('a border is taken away with style None', async () => {
    const style = await look(
      'A1',
      (range) => {
        range.format.borders.getItem('EdgeLeft').style = 'Dash';
        range.format.borders.getItem('EdgeLeft').style = 'None';
      },
      'address',
      () => desk.book.sheet('Cells')?.styleOf(0, 0).borders,
    );
    expect(style).toEqual({});
  });

  test('the format of a whole column reaches cells that are written later', async () => {
    await look(
      'C:C',
      (range) => (range.format.font.bold = true),
      'address',
      () => null,
    );
    const bold = await look(
      'C7',
      (range) => (range.values = [[1]]),
      'format/font/bold',
      (range) => range.format.font.bold,
    );
    expect(bold).toBe(true);
  });

  test('the format of a whole row reaches its empty cells', async () => {
    await look(
      '3:3',
      (range) => (range.format.fill.color = '#ABCDEF'),
      'address',
      () => null,
    );
    const color = await look(
      'F3',
      () => undefined,
      'format/fill/color',
      (range) => range.format.fill.color,
    );
    expect(color).toBe('#ABCDEF');
  });

  test('rows and columns are hidden and shown', async () => {
    const hidden = await look(
      'B2',
      (range) => range.set({ rowHidden: true, columnHidden: true }),
      'rowHidden,columnHidden',
      (range) => [range.rowHidden, range.columnHidden],
    );
    expect(hidden).toEqual([true, true]);
  });
});
