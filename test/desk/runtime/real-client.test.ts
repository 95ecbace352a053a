import { closeDesks, openDesk, type Desk } from '../host/desk';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk(['Sheet1', 'My sessions']);
});
afterAll(closeDesks);

describe('the client is Microsoft’s own', () => {
  test('a property read before load and sync fails with PropertyNotLoaded', async () => {
    const attempt = desk.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
      await context.sync();
      return range.values;
    });
    await expect(attempt).rejects.toMatchObject({ code: 'PropertyNotLoaded' });
  });

  test('a missing sheet fails with ItemNotFound and names the failing statement', async () => {
    const attempt = desk.run(async (context) => {
      context.workbook.worksheets.getItem('Nowhere').load('name');
      await context.sync();
    });
    await expect(attempt).rejects.toMatchObject({
      code: 'ItemNotFound',
      debugInfo: {
        errorLocation: 'WorksheetCollection.getItem',
        statement: expect.stringContaining('worksheets.getItem(') as string,
      },
    });
  });

  test('its errors are errors of the calling code too', async () => {
    const attempt = desk.run((context) => {
      context.workbook.worksheets.getItem('Nowhere');
      return context.sync();
    });
    await expect(attempt).rejects.toBeInstanceOf(Error);
    await expect(attempt).rejects.toBeInstanceOf(desk.client.OfficeExtension.Error);
  });

  test('a missing sheet asked for with OrNullObject is a null object', async () => {
    await desk.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('Nowhere');
      const range = sheet.getRange('A1');
      sheet.load('name');
      range.load('values');
      await context.sync();
      expect([sheet.isNullObject, range.isNullObject]).toEqual([true, true]);
    });
  });

  test('a range outlives the sync it was made in', async () => {
    await desk.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('B2');
      await context.sync();
      range.values = [[7]];
      await context.sync();
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([[7]]);
    });
  });

  test('Excel.run takes options', async () => {
    const { Excel } = desk.client;
    const name = await Excel.run({ delayForCellEdit: true }, async (context) => {
      const sheet = context.workbook.worksheets.getItem('my SESSIONS');
      sheet.load({ name: true });
      await context.sync();
      return sheet.name;
    });
    expect(name).toBe('My sessions');
  });

  test('the requirement sets are answered', () => {
    const { requirements } = desk.client.Office.context;
    expect(requirements.isSetSupported('ExcelApi', '1.16')).toBe(true);
    expect(requirements.isSetSupported('ExcelApi', '1.99')).toBe(false);
  });
});
