import { closeDesks, openDesk, refusal, type Desk } from '../desk';

let desk: Desk;
let number = 0;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(closeDesks);

/** Runs on a new sheet filled with the given rows, and answers what a range of it holds afterwards. */
async function edit(
  rows: unknown[][],
  change: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void,
  address: string,
): Promise<unknown[][]> {
  return desk.run(async (context) => {
    const sheet = context.workbook.worksheets.add(`Edit ${String(++number)}`);
    sheet.getRangeByIndexes(0, 0, rows.length, rows[0]?.length ?? 0).formulas = rows;
    change(sheet, context);
    const range = sheet.getRange(address);
    range.load('formulas');
    await context.sync();
    return range.formulas as unknown[][];
  });
}

const COLUMN = [[1], [2], [3]];

describe('insert and delete', () => {
  test('inserted cells push the ones below down, and formulas follow', async () => {
    const after = await edit(
      [
        [1, '=A2'],
        [2, '=SUM(A1:A2)'],
      ],
      (sheet) => sheet.getRange('A2').insert('Down'),
      'A1:B3',
    );
    expect(after).toEqual([
      [1, '=A3'],
      ['', '=SUM(A1:A3)'],
      [2, ''],
    ]);
  });

  test('a whole row is inserted', async () => {
    const after = await edit(COLUMN, (sheet) => sheet.getRange('2:2').insert('Down'), 'A1:A4');
    expect(after).toEqual([[1], [''], [2], [3]]);
  });

  test('a whole column is inserted', async () => {
    const after = await edit([[1, 2]], (sheet) => sheet.getRange('B:B').insert('Right'), 'A1:C1');
    expect(after).toEqual([[1, '', 2]]);
  });

  test('deleted cells are closed up', async () => {
    const after = await edit(
      [
        [1, '=A3'],
        [2, ''],
        [3, ''],
      ],
      (sheet) => sheet.getRange('A2').delete('Up'),
      'A1:B3',
    );
    expect(after).toEqual([
      [1, '=A2'],
      [3, ''],
      ['', ''],
    ]);
  });

  test('a reference to deleted cells is #REF!', async () => {
    const after = await edit([[1, '=A1']], (sheet) => sheet.getRange('A1').delete('Up'), 'B1');
    expect(after).toEqual([['=#REF!']]);
  });

  test('a range that somebody holds follows its cells; one whose cells are gone is gone', async () => {
    await desk.run(async (context) => {
      const sheet = context.workbook.worksheets.add();
      const held = sheet.getRange('A5');
      await context.sync();
      sheet.getRange('1:2').insert('Down');
      held.load('address');
      await context.sync();
      expect(held.address).toMatch(/!A7$/);
      sheet.getRange('7:7').delete('Up');
      await context.sync();
      held.load('address');
      expect(await refusal(context.sync())).toBe('ItemNotFound');
    });
  });

  test('a table cannot be torn apart', async () => {
    const attempt = edit(
      [
        ['A', 'B'],
        [1, 2],
      ],
      (sheet) => {
        sheet.tables.add('A1:B2', true);
        sheet.getRange('A1').insert('Down');
      },
      'A1',
    );
    expect(await refusal(attempt)).toBe('InsertDeleteConflict');
  });

  test('cells cannot be pushed off the sheet', async () => {
    const attempt = edit(
      [[1]],
      (sheet) => {
        sheet.getRange('A1048576').values = [[1]];
        sheet.getRange('A1').insert('Down');
      },
      'A1',
    );
    expect(await refusal(attempt)).toBe('InsertDeleteConflict');
  });
});

describe('clear and copy', () => {
  test('contents are cleared and the format stays', async () => {
    await desk.run(async (context) => {
      const range = context.workbook.worksheets.add().getRange('A1');
      range.values = [['$5.00']];
      range.clear('Contents');
      range.load('values,numberFormat');
      await context.sync();
      expect(range.values).toEqual([['']]);
      expect(range.numberFormat).not.toEqual([['General']]);
    });
  });

  test('a copy takes formulas along, moved', async () => {
    const after = await edit(
      [
        [1, '=A1*2'],
        [5, ''],
      ],
      (sheet) => sheet.getRange('B2').copyFrom('B1'),
      'B1:B2',
    );
    expect(after).toEqual([['=A1*2'], ['=A2*2']]);
  });

  test('a copy of values has no formulas', async () => {
    await desk.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Values');
      sheet.getRange('A1').formulas = [['=1+1']];
      await context.sync();
      desk.book.sheet('Values')?.setCalculated(0, 0, 2);
      const copy = sheet.getRange('B1');
      copy.copyFrom('A1', 'Values');
      copy.load('formulas');
      await context.sync();
      expect(copy.formulas).toEqual([[2]]);
    });
  });

  test('one cell fills a larger target', async () => {
    const after = await edit([[7, '', '']], (sheet) => sheet.getRange('B1:C2').copyFrom('A1'), 'B1:C2');
    expect(after).toEqual([
      [7, 7],
      [7, 7],
    ]);
  });

  test('whole rows are copied with their heights, looks and merged cells', async () => {
    await desk.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Pages');
      sheet.getRange('A1:B2').values = [
        ['Box', 1],
        ['', 2],
      ];
      sheet.getRange('A1:A2').merge();
      sheet.getRange('1:1').format.rowHeight = 40;
      sheet.getRange('B2').format.fill.color = '#FF0000';
      sheet.getRange('3:6').copyFrom('1:2');
      const copy = sheet.getRange('A5:B6');
      copy.load('values');
      await context.sync();
      expect(copy.values).toEqual([
        ['Box', 1],
        ['', 2],
      ]);
    });
    const sheet = desk.book.sheet('Pages');
    expect(sheet?.merges.map((merge) => merge.row)).toEqual([0, 2, 4]);
    expect([sheet?.rowFormats.get(2)?.height, sheet?.rowFormats.get(4)?.height]).toEqual([40, 40]);
    expect(sheet?.styleOf(5, 1).fill).toBe('#FF0000');
  });

  test('a copy of formats leaves the values', async () => {
    await desk.run(async (context) => {
      const sheet = context.workbook.worksheets.add();
      const [from, to] = [sheet.getRange('A1'), sheet.getRange('B1')];
      from.format.font.bold = true;
      to.values = [[9]];
      to.copyFrom('A1', 'Formats');
      to.load('values,format/font/bold');
      await context.sync();
      expect([to.values, to.format.font.bold]).toEqual([[[9]], true]);
    });
  });
});
