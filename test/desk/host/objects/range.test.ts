import { closeDesks, openDesk, refusal, type Desk } from '../desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(['Cells', 'My sheet']);
});
afterAll(closeDesks);
beforeEach(() =>
  desk.run(async (context) => {
    context.workbook.worksheets.getItem('Cells').getRange().clear();
    await context.sync();
  }),
);

/** Writes a property of a range and reads properties back. */
async function read<K extends keyof Excel.Range>(
  address: string,
  ...properties: K[]
): Promise<Pick<Excel.Range, K>> {
  return desk.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Cells').getRange(address);
    range.load(properties.join(','));
    await context.sync();
    return Object.fromEntries(properties.map((name) => [name, range[name]])) as Pick<Excel.Range, K>;
  });
}

async function write(address: string, properties: Excel.Interfaces.RangeUpdateData): Promise<void> {
  await desk.run(async (context) => {
    context.workbook.worksheets.getItem('Cells').getRange(address).set(properties);
    await context.sync();
  });
}

describe('values', () => {
  test('are read as they were written', async () => {
    await write('A1:B2', {
      values: [
        [1, 'x'],
        [true, ''],
      ],
    });
    expect(await read('A1:B2', 'values', 'valueTypes')).toEqual({
      values: [
        [1, 'x'],
        [true, ''],
      ],
      valueTypes: [
        ['Double', 'String'],
        ['Boolean', 'Empty'],
      ],
    });
  });

  test('null leaves a cell as it is and an empty text empties it', async () => {
    await write('A1:C1', { values: [[1, 2, 3]] });
    await write('A1:C1', { values: [[null, '', 9]] });
    expect((await read('A1:C1', 'values')).values).toEqual([[1, '', 9]]);
  });

  test('one value fills the range', async () => {
    await write('A1:B2', { values: 7 as unknown as unknown[][] });
    expect((await read('A1:B2', 'values')).values).toEqual([
      [7, 7],
      [7, 7],
    ]);
  });

  test('null is no value for a whole range', async () => {
    expect(await refusal(write('A1:B2', { values: null as unknown as unknown[][] }))).toBe('InvalidArgument');
  });

  test('an array of the wrong shape is refused with Excel’s words, and nothing is written', async () => {
    const attempt = write('A1:B2', { values: [[1, 2]] });
    await expect(attempt).rejects.toMatchObject({
      code: 'InvalidArgument',
      message: expect.stringContaining("doesn't match the size or dimensions of the range") as string,
    });
    expect((await read('A1', 'values')).values).toEqual([['']]);
  });

  test('a ragged array is refused', async () => {
    expect(await refusal(write('A1:B2', { values: [[1, 2], [3]] }))).toBe('InvalidArgument');
  });

  test('a whole column cannot be written', async () => {
    expect(await refusal(write('A:A', { values: 1 as unknown as unknown[][] }))).toBe('InvalidArgument');
  });

  test('typed dates and money become numbers with a format, and show as such', async () => {
    await write('A1:C1', { values: [['3/4/2024', '$95.00', '10%']] });
    const { values, text, numberFormat } = await read('A1:C1', 'values', 'text', 'numberFormat');
    expect(values).toEqual([[45355, 95, 0.1]]);
    expect(text).toEqual([['3/4/2024', '$95.00 ', '10%']]);
    expect(numberFormat[0]?.[0]).toBe('m/d/yyyy');
  });

  test('a text format set before writing keeps codes as text', async () => {
    await write('A1', { numberFormat: [['@']] });
    await write('A1', { values: [['00123']] });
    expect(await read('A1', 'values', 'valueTypes')).toEqual({
      values: [['00123']],
      valueTypes: [['String']],
    });
  });

  test('a formula is kept as text and its value comes from the calculation', async () => {
    await write('A1', { formulas: [['=1+1']] });
    const cell = desk.book.sheet('Cells')?.cell(0, 0);
    expect(cell?.formula).toBe('=1+1');
    desk.book.sheet('Cells')?.setCalculated(0, 0, 2);
    expect(await read('A1', 'values', 'formulas')).toEqual({ values: [[2]], formulas: [['=1+1']] });
  });

  test('errors are read as their text', async () => {
    await write('A1', { values: [['#N/A']] });
    expect(await read('A1', 'values', 'text', 'valueTypes')).toEqual({
      values: [['#N/A']],
      text: [['#N/A']],
      valueTypes: [['Error']],
    });
  });

  test('a merged cell takes content in its first cell only', async () => {
    await desk.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Cells').getRange('A1:B1');
      range.merge();
      range.values = [['first', 'lost']];
      await context.sync();
    });
    expect((await read('A1:B1', 'values')).values).toEqual([['first', '']]);
  });
});

describe('where a range is', () => {
  test.each([
    ['B2:C3', 'Cells!B2:C3'],
    ['A:C', 'Cells!A:C'],
    ['2:2', 'Cells!2:2'],
    ['$A$1', 'Cells!A1'],
    ['Cells!A1', 'Cells!A1'],
  ])('%s is %s', async (address, expected) => {
    expect((await read(address, 'address')).address).toBe(expected);
  });

  test('a sheet name that needs it is quoted', async () => {
    await desk.run(async (context) => {
      const range = context.workbook.worksheets.getItem('My sheet').getRange('A1');
      range.load('address');
      await context.sync();
      expect(range.address).toBe("'My sheet'!A1");
    });
  });

  test('its place and size are read', async () => {
    const properties = ['rowIndex', 'columnIndex', 'rowCount', 'columnCount', 'cellCount'] as const;
    expect(await read('B3:D4', ...properties)).toEqual({
      rowIndex: 2,
      columnIndex: 1,
      rowCount: 2,
      columnCount: 3,
      cellCount: 6,
    });
  });

  test('values of a whole column are null, as for any unbounded range', async () => {
    expect((await read('A:A', 'values')).values).toBeNull();
  });

  test.each(['A0', 'XFE1', 'no such name', 'A1:', 'Table9'])('%s is refused', async (address) => {
    expect(await refusal(read(address, 'address'))).toBe('InvalidArgument');
  });
});

describe('ranges from ranges', () => {
  const cases: [string, (range: Excel.Range) => Excel.Range, string][] = [
    ['getCell', (range) => range.getCell(1, 0), 'B3'],
    ['getRow', (range) => range.getRow(1), 'B3:C3'],
    ['getColumn', (range) => range.getColumn(1), 'C2:C4'],
    ['getLastRow', (range) => range.getLastRow(), 'B4:C4'],
    ['getLastColumn', (range) => range.getLastColumn(), 'C2:C4'],
    ['getLastCell', (range) => range.getLastCell(), 'C4'],
    ['getOffsetRange', (range) => range.getOffsetRange(1, -1), 'A3:B5'],
    ['getResizedRange', (range) => range.getResizedRange(1, -1), 'B2:B5'],
    ['getAbsoluteResizedRange', (range) => range.getAbsoluteResizedRange(1, 4), 'B2:E2'],
    ['getEntireRow', (range) => range.getEntireRow(), '2:4'],
    ['getEntireColumn', (range) => range.getEntireColumn(), 'B:C'],
    ['getRowsAbove', (range) => range.getRowsAbove(), 'B1:C1'],
    ['getRowsBelow', (range) => range.getRowsBelow(2), 'B5:C6'],
    ['getColumnsBefore', (range) => range.getColumnsBefore(), 'A2:A4'],
    ['getColumnsAfter', (range) => range.getColumnsAfter(2), 'D2:E4'],
    ['getBoundingRect', (range) => range.getBoundingRect('E9'), 'B2:E9'],
    ['getIntersection', (range) => range.getIntersection('C3:Z9'), 'C3:C4'],
  ];

  test.each(cases)('%s of B2:C4', async (_name, from, expected) => {
    await desk.run(async (context) => {
      const range = from(context.workbook.worksheets.getItem('Cells').getRange('B2:C4'));
      range.load('address');
      await context.sync();
      expect(range.address).toBe(`Cells!${expected}`);
    });
  });

  test('what would leave the grid is refused', async () => {
    const attempt = desk.run(async (context) => {
      context.workbook.worksheets.getItem('Cells').getRange('A1').getOffsetRange(-1, 0);
      await context.sync();
    });
    expect(await refusal(attempt)).toBe('InvalidArgument');
  });

  test('no intersection is a null object, or ItemNotFound', async () => {
    await desk.run(async (context) => {
      const range = context.workbook.worksheets
        .getItem('Cells')
        .getRange('A1')
        .getIntersectionOrNullObject('B2');
      await context.sync();
      expect(range.isNullObject).toBe(true);
    });
    const attempt = desk.run(async (context) => {
      context.workbook.worksheets.getItem('Cells').getRange('A1').getIntersection('B2');
      await context.sync();
    });
    expect(await refusal(attempt)).toBe('ItemNotFound');
  });

  test('the used range is what holds something; of an empty sheet it is A1 or a null object', async () => {
    await desk.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Cells');
      const none = sheet.getUsedRangeOrNullObject();
      const empty = sheet.getUsedRange();
      empty.load('address');
      sheet.getRange('B2').values = [[1]];
      sheet.getRange('E9').format.font.bold = true;
      const all = sheet.getUsedRange();
      const values = sheet.getUsedRange(true);
      const inColumn = sheet.getRange('E:E').getUsedRangeOrNullObject(true);
      all.load('address');
      values.load('address');
      await context.sync();
      expect([none.isNullObject, empty.address, all.address, values.address, inColumn.isNullObject]).toEqual([
        true,
        'Cells!A1',
        'Cells!B2:E9',
        'Cells!B2',
        true,
      ]);
    });
  });
});
