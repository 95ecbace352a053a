import { closeDesks, openDesk, refusal, type Desk } from '../desk';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(['Data', 'Other']);
});
afterEach(closeDesks);

/** A table of two columns and two rows at A1 of the sheet Data. */
async function withTable<T>(
  work: (table: Excel.Table, sheet: Excel.Worksheet, context: Excel.RequestContext) => T | Promise<T>,
): Promise<T> {
  return desk.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Data');
    const known = sheet.tables.getItemOrNullObject('Clients');
    await context.sync();
    if (known.isNullObject) {
      sheet.getRange('A1:B3').values = [
        ['Client', 'Minutes'],
        ['Ada', 60],
        ['Ben', 90],
      ];
      sheet.tables.add('A1:B3', true).name = 'Clients';
    }
    const result = await work(sheet.tables.getItem('Clients'), sheet, context);
    await context.sync();
    return result;
  });
}

const grid = (address: string): Promise<unknown[][]> =>
  desk.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Data').getRange(address);
    range.load('formulas');
    await context.sync();
    return range.formulas as unknown[][];
  });

const area = (): unknown => desk.book.sheet('Data')?.tables[0]?.area;

describe('making tables', () => {
  test('a new table has Excel’s name, style, bands and filter buttons', async () => {
    await desk.run(async (context) => {
      const table = context.workbook.tables.add('Data!A1:C4', false);
      table.load('name,style,showBandedRows,showFilterButton,showTotals,showHeaders');
      table.columns.load('items/name');
      await context.sync();
      expect(table.toJSON()).toMatchObject({
        name: 'Table1',
        style: 'TableStyleMedium2',
        showBandedRows: true,
        showFilterButton: true,
        showTotals: false,
        showHeaders: true,
      });
      expect(table.columns.items.map((column) => column.name)).toEqual(['Column1', 'Column2', 'Column3']);
    });
  });

  test('without headers the data moves down by one row', async () => {
    await desk.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Data');
      sheet.getRange('A1:A2').values = [[1], [2]];
      sheet.tables.add('A1:A2', false);
      await context.sync();
    });
    expect(await grid('A1:A3')).toEqual([['Column1'], [1], [2]]);
  });

  test('headers become text, filled and unique', async () => {
    await desk.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Data');
      sheet.getRange('A1:D1').values = [['Date', 'date', '', 2024]];
      sheet.tables.add('A1:D2', true);
      await context.sync();
    });
    expect(await grid('A1:D1')).toEqual([['Date', 'date2', 'Column3', '2024']]);
  });

  test('a header row alone gets an empty row', async () => {
    await desk.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Data');
      sheet.getRange('A1').values = [['Client']];
      sheet.tables.add('A1', true);
      await context.sync();
    });
    expect(area()).toEqual({ row: 0, column: 0, rows: 2, columns: 1 });
  });

  test('tables do not overlap', async () => {
    const attempt = withTable((_table, sheet) => sheet.tables.add('B3:C5', true));
    expect(await refusal(attempt)).toBe('InvalidArgument');
  });

  test.each([
    ['Clients', 'done'],
    ['clients_2024', 'done'],
    ['Taken', 'ItemAlreadyExists'],
    ['TAKEN', 'ItemAlreadyExists'],
    ['A name', 'InvalidArgument'],
    ['2024', 'InvalidArgument'],
    ['A1', 'InvalidArgument'],
  ])('the name %s: %s', async (name, expected) => {
    await desk.run(async (context) => {
      context.workbook.names.add('Taken', '=Other!$A$1');
      await context.sync();
    });
    expect(await refusal(withTable((table) => (table.name = name)))).toBe(expected);
  });

  test('a renamed table is renamed in formulas', async () => {
    await withTable((table, sheet) => {
      sheet.getRange('D1').formulas = [['=SUM(Clients[Minutes])']];
      table.name = 'People';
    });
    expect(await grid('D1')).toEqual([['=SUM(People[Minutes])']]);
  });
});

describe('finding tables', () => {
  test('by name in any case, by id, on a sheet, in a range', async () => {
    await withTable(async (_table, sheet, context) => {
      const byName = context.workbook.tables.getItem('CLIENTS');
      const none = context.workbook.worksheets.getItem('Other').tables.getItemOrNullObject('Clients');
      const inRange = sheet.getRange('B2').getTables(false);
      inRange.load('items/name');
      context.workbook.tables.load('items/name,count');
      byName.load('id');
      await context.sync();
      expect([none.isNullObject, inRange.items.length, context.workbook.tables.count]).toEqual([true, 1, 1]);
      const byId = context.workbook.tables.getItem(byName.id);
      byId.load('name,worksheet/name');
      await context.sync();
      expect([byId.name, byId.worksheet.name]).toEqual(['Clients', 'Data']);
    });
  });

  test('a missing table is ItemNotFound', async () => {
    expect(await refusal(withTable((_table, sheet) => sheet.tables.getItem('Nothing')))).toBe('ItemNotFound');
  });

  test('its parts are ranges', async () => {
    await withTable(async (table, _sheet, context) => {
      const parts = [
        table.getRange(),
        table.getHeaderRowRange(),
        table.getDataBodyRange(),
        table.columns.getItem('Minutes').getDataBodyRange(),
        table.rows.getItemAt(1).getRange(),
      ];
      for (const part of parts) part.load('address');
      await context.sync();
      expect(parts.map((part) => part.address)).toEqual([
        'Data!A1:B3',
        'Data!A1:B1',
        'Data!A2:B3',
        'Data!B2:B3',
        'Data!A3:B3',
      ]);
    });
  });
});

describe('rows', () => {
  test('are added at the end and in between', async () => {
    await withTable((table) => {
      table.rows.add(undefined, [['Cid', 30]]);
      table.rows.add(1, [['Amy', 45]]);
    });
    expect(await grid('A1:B5')).toEqual([
      ['Client', 'Minutes'],
      ['Ada', 60],
      ['Amy', 45],
      ['Ben', 90],
      ['Cid', 30],
    ]);
  });

  test('what stands below moves down when rows are added', async () => {
    await withTable((table, sheet) => {
      sheet.getRange('A4:C4').values = [['below', 1, 'beside']];
      table.rows.add(undefined, [['Cid', 30]]);
    });
    expect(await grid('A4:C5')).toEqual([
      ['Cid', 30, 'beside'],
      ['below', 1, ''],
    ]);
  });

  test('a calculated column fills the rows that are added', async () => {
    await withTable((table) => {
      void table;
    });
    const table = desk.book.sheet('Data')?.tables[0];
    if (table?.columns[1]) table.columns[1].formula = '=LEN([@Client])';
    await withTable((one) => one.rows.add(undefined, [['Cid', null as unknown as string]]));
    expect(await grid('A4:B4')).toEqual([['Cid', '=LEN([@Client])']]);
  });

  test('the first row that is added takes the place of the only empty one', async () => {
    await desk.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Data');
      sheet.getRange('A1').values = [['Client']];
      const table = sheet.tables.add('A1', true);
      table.rows.add(undefined, [['Ada'], ['Ben']]);
      await context.sync();
    });
    expect(await grid('A1:A3')).toEqual([['Client'], ['Ada'], ['Ben']]);
    expect(area()).toMatchObject({ rows: 3 });
  });

  test('are deleted, and the last one is only emptied', async () => {
    await withTable((table) => table.rows.deleteRows([0]));
    expect(await grid('A2:B3')).toEqual([
      ['Ben', 90],
      ['', ''],
    ]);
    await withTable((table) => table.rows.getItemAt(0).delete());
    expect(await grid('A1:B2')).toEqual([
      ['Client', 'Minutes'],
      ['', ''],
    ]);
    expect(area()).toMatchObject({ rows: 2 });
  });

  test('a row of the wrong length is refused', async () => {
    expect(await refusal(withTable((table) => table.rows.add(undefined, [['Cid']])))).toBe('InvalidArgument');
  });
});

describe('AutoExpansion', () => {
  test('what is written right below joins the table', async () => {
    await withTable((_table, sheet) => {
      sheet.getRange('A4:B5').values = [
        ['Cid', 30],
        ['Dee', 15],
      ];
    });
    expect(area()).toEqual({ row: 0, column: 0, rows: 5, columns: 2 });
  });

  test('what is written further below or wider than the table does not', async () => {
    await withTable((_table, sheet) => {
      sheet.getRange('A5').values = [['far']];
      sheet.getRange('A4:D4').values = [[1, 2, 3, 4]];
    });
    expect(area()).toMatchObject({ rows: 3, columns: 2 });
  });

  test('a header written beside the table is a new column', async () => {
    await withTable((_table, sheet) => (sheet.getRange('C1').values = [['Code']]));
    expect(area()).toMatchObject({ columns: 3 });
    expect(desk.book.sheet('Data')?.tables[0]?.columns.map((column) => column.name)).toEqual([
      'Client',
      'Minutes',
      'Code',
    ]);
  });

  test('not below a totals row', async () => {
    await withTable((table, sheet) => {
      table.showTotals = true;
      sheet.getRange('A5').values = [['below']];
    });
    expect(area()).toMatchObject({ rows: 4 });
  });
});

describe('columns', () => {
  test('are added at the end with a name and values', async () => {
    await withTable((table) => table.columns.add(undefined, [['Code'], [97124], [97140]], 'Procedure'));
    expect(await grid('A1:C3')).toEqual([
      ['Client', 'Minutes', 'Procedure'],
      ['Ada', 60, 97124],
      ['Ben', 90, 97140],
    ]);
  });

  test('are renamed through their header', async () => {
    await withTable((_table, sheet) => (sheet.getRange('B1').values = [['Length']]));
    await withTable(async (table, _sheet, context) => {
      const column = table.columns.getItem('length');
      column.load('index,values');
      await context.sync();
      expect([column.index, column.values]).toEqual([1, [['Length'], [60], [90]]]);
    });
  });

  test('are deleted', async () => {
    await withTable((table) => table.columns.getItem('Client').delete());
    expect(await grid('A1:B2')).toEqual([
      ['Minutes', ''],
      [60, ''],
    ]);
  });
});

describe('resize, delete, convert', () => {
  test('a table takes more rows and columns', async () => {
    await withTable((table) => table.resize('A1:C6'));
    expect(area()).toEqual({ row: 0, column: 0, rows: 6, columns: 3 });
  });

  test('the header row stays where it is', async () => {
    expect(await refusal(withTable((table) => table.resize('A2:B6')))).toBe('InvalidArgument');
  });

  test('a deleted table takes its cells along', async () => {
    await withTable((table) => table.delete());
    expect(desk.book.sheet('Data')?.tables).toHaveLength(0);
    expect(await grid('A1:B3')).toEqual([
      ['', ''],
      ['', ''],
      ['', ''],
    ]);
  });

  test('a converted table leaves its cells', async () => {
    await withTable((table) => table.convertToRange());
    expect(desk.book.sheet('Data')?.tables).toHaveLength(0);
    expect((await grid('A2'))[0]).toEqual(['Ada']);
  });
});
