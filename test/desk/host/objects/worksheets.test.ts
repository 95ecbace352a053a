import { closeDesks, openDesk, refusal, type Desk } from '../desk';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(['First', 'Second']);
});
afterEach(closeDesks);

const onSheets = <T>(
  work: (sheets: Excel.WorksheetCollection, context: Excel.RequestContext) => T,
): Promise<T> =>
  desk.run(async (context) => {
    const result = work(context.workbook.worksheets, context);
    await context.sync();
    return result;
  });

describe('sheets', () => {
  test('are listed, counted and found by name in any case or by id', async () => {
    await desk.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name,items/position,items/visibility');
      const count = worksheets.getCount();
      const last = worksheets.getLast();
      last.load('id');
      await context.sync();
      expect(worksheets.items.map((sheet) => sheet.name)).toEqual(['First', 'Second']);
      expect(count.value).toBe(2);
      const byId = worksheets.getItem(last.id);
      const byName = worksheets.getItem('SECOND');
      byId.load('name');
      byName.load('name');
      await context.sync();
      expect([byId.name, byName.name]).toEqual(['Second', 'Second']);
    });
  });

  test('are added at the end, with a free name if none is given', async () => {
    await onSheets((sheets) => [sheets.add('Claims'), sheets.add()]);
    expect(desk.book.sheets.map((sheet) => sheet.name)).toEqual(['First', 'Second', 'Claims', 'Sheet4']);
  });

  test.each([
    ['a name that is taken', 'first', 'ItemAlreadyExists'],
    ['more than 31 characters', 'x'.repeat(32), 'InvalidArgument'],
    ['a slash', 'May/June', 'InvalidArgument'],
    ['a colon', 'A:B', 'InvalidArgument'],
    ['brackets', '[Claims]', 'InvalidArgument'],
    ['an asterisk', 'Claims*', 'InvalidArgument'],
    ['a question mark', 'Claims?', 'InvalidArgument'],
    ['a backslash', 'A\\B', 'InvalidArgument'],
    ['an apostrophe at the end', "Clients'", 'InvalidArgument'],
    ['the name Excel keeps for itself', 'History', 'InvalidArgument'],
  ])('%s is refused, for a new sheet and for a rename', async (_what, name, code) => {
    expect(await refusal(onSheets((sheets) => sheets.add(name)))).toBe(code);
    expect(await refusal(onSheets((sheets) => (sheets.getItem('Second').name = name)))).toBe(code);
  });

  test('31 characters are fine, and a sheet may change the case of its own name', async () => {
    await onSheets((sheets) => sheets.add('x'.repeat(31)));
    await onSheets((sheets) => (sheets.getItem('First').name = 'FIRST'));
    expect(desk.book.sheets[0]?.name).toBe('FIRST');
  });

  test('a rename is followed by formulas and names', async () => {
    await onSheets((sheets, context) => {
      sheets.getItem('Second').getRange('A1').formulas = [['=First!A1']];
      context.workbook.names.add('Start', sheets.getItem('First').getRange('A1'));
    });
    await onSheets((sheets) => (sheets.getItem('First').name = 'My first'));
    expect(desk.book.sheet('Second')?.cell(0, 0)?.formula).toBe("='My first'!A1");
    expect(desk.book.names[0]?.formula).toBe("='My first'!$A$1");
  });

  test('a deleted sheet is gone, for whoever still holds it and for formulas', async () => {
    await desk.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Second');
      const cell = sheet.getRange('A1');
      context.workbook.worksheets.getItem('First').getRange('A1').formulas = [['=Second!B2']];
      await context.sync();
      sheet.delete();
      await context.sync();
      cell.load('values');
      expect(await refusal(context.sync())).toBe('ItemNotFound');
    });
    expect(desk.book.sheet('First')?.cell(0, 0)?.formula).toBe('=#REF!');
  });

  test('the last visible sheet can neither be deleted nor hidden', async () => {
    await onSheets((sheets) => (sheets.getItem('Second').visibility = 'Hidden'));
    expect(await refusal(onSheets((sheets) => sheets.getItem('First').delete()))).toBe('InvalidOperation');
    expect(await refusal(onSheets((sheets) => (sheets.getItem('First').visibility = 'Hidden')))).toBe(
      'InvalidOperation',
    );
  });

  test('a very hidden sheet cannot be deleted', async () => {
    await onSheets((sheets) => (sheets.getItem('Second').visibility = 'VeryHidden'));
    expect(await refusal(onSheets((sheets) => sheets.getItem('Second').delete()))).toBe('InvalidOperation');
  });

  test('the delete-or-nothing idiom of Microsoft’s samples works', async () => {
    await onSheets((sheets) => {
      sheets.getItemOrNullObject('Claims').delete();
      sheets.add('Claims');
    });
    expect(desk.book.sheets).toHaveLength(3);
  });

  test('position, tab colour, grid lines and activation', async () => {
    await onSheets((sheets) => {
      const second = sheets.getItem('Second');
      second.set({ position: 0, tabColor: '#ff0000' });
      second.showGridlines = false;
      second.activate();
    });
    const [sheet] = desk.book.sheets;
    expect([sheet?.name, sheet?.tabColor, sheet?.showGridlines, desk.book.activeSheet]).toEqual([
      'Second',
      '#FF0000',
      false,
      0,
    ]);
  });

  test('with the structure protected, sheets are neither added, deleted, renamed nor hidden', async () => {
    desk.book.structureProtected = true;
    expect(await refusal(onSheets((sheets) => sheets.add('New')))).toBe('AccessDenied');
    expect(await refusal(onSheets((sheets) => sheets.getItem('First').delete()))).toBe('AccessDenied');
    expect(await refusal(onSheets((sheets) => (sheets.getItem('First').name = 'Other')))).toBe(
      'AccessDenied',
    );
    expect(await refusal(onSheets((sheets) => (sheets.getItem('First').visibility = 'Hidden')))).toBe(
      'AccessDenied',
    );
  });
});

describe('a protected sheet', () => {
  beforeEach(async () => {
    await onSheets((sheets) => {
      const sheet = sheets.getItem('First');
      sheet.getRange('B1').format.protection.locked = false;
      sheet.protection.protect();
    });
  });

  const onFirst = (work: (sheet: Excel.Worksheet) => void): Promise<string> =>
    refusal(onSheets((sheets) => work(sheets.getItem('First'))));

  test('takes values in unlocked cells only', async () => {
    expect(await onFirst((sheet) => (sheet.getRange('A1').values = [[1]]))).toBe('AccessDenied');
    expect(await onFirst((sheet) => (sheet.getRange('B1').values = [[1]]))).toBe('done');
  });

  test('keeps a range as it is when one of its cells is locked', async () => {
    expect(await onFirst((sheet) => (sheet.getRange('B1:C1').values = [[5, 6]]))).toBe('AccessDenied');
    expect(desk.book.sheet('First')?.cell(0, 1)?.value ?? null).toBeNull();
  });

  test('keeps formats, rows, tables and its page', async () => {
    expect(await onFirst((sheet) => (sheet.getRange('A1').format.font.bold = true))).toBe('AccessDenied');
    expect(await onFirst((sheet) => sheet.getRange('1:1').insert('Down'))).toBe('AccessDenied');
    expect(await onFirst((sheet) => sheet.tables.add('D1:E2', true))).toBe('AccessDenied');
    expect(await onFirst((sheet) => (sheet.pageLayout.orientation = 'Landscape'))).toBe('AccessDenied');
  });

  test('says so, and can be opened again where it was closed without a password', async () => {
    await desk.run(async (context) => {
      const { protection } = context.workbook.worksheets.getItem('First');
      protection.load('protected');
      await context.sync();
      expect(protection.protected).toBe(true);
      protection.unprotect();
      protection.load('protected');
      await context.sync();
      expect(protection.protected).toBe(false);
    });
  });

  test('that the file protected is not opened: whether it has a password is not known', async () => {
    const second = desk.book.sheet('Second');
    if (second) second.isProtected = true;
    expect(await refusal(onSheets((sheets) => sheets.getItem('Second').protection.unprotect()))).toBe(
      'NotImplemented',
    );
  });
});
