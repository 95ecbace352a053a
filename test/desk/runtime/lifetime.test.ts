import { installGlobals } from '../../../desk/runtime/client';
import { closeDesks, openDesk } from '../host/desk';

afterEach(closeDesks);

test('clients follow one another in one process, each with its own workbook', async () => {
  for (const name of ['One', 'Two', 'Three']) {
    const desk = await openDesk([name]);
    const found = await desk.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.load('name');
      await context.sync();
      return sheet.name;
    });
    expect(found).toBe(name);
    await desk.client.close();
  }
});

test('two clients at once do not mix', async () => {
  const [one, two] = [await openDesk(['One']), await openDesk(['Two'])];
  const write = (desk: typeof one, value: string): Promise<void> =>
    desk.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange('A1').values = [[value]];
      await context.sync();
    });
  await Promise.all([write(one, '1st'), write(two, '2nd')]);
  expect([one.book.sheets[0]?.cell(0, 0)?.value, two.book.sheets[0]?.cell(0, 0)?.value]).toEqual([
    '1st',
    '2nd',
  ]);
});

test('the add-in’s code finds the client in its globals, until they are taken back', async () => {
  const desk = await openDesk(['Sessions']);
  const uninstall = installGlobals(desk.client);
  const name = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.load('name');
    await context.sync();
    return sheet.name;
  });
  expect(name).toBe('Sessions');
  expect(Office.context.host).toBe('Excel');
  expect(new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, 'x').code).toBe('#VALUE!');
  uninstall();
  expect('Excel' in globalThis).toBe(false);
});

test('document settings of the older API are those of the workbook', async () => {
  const desk = await openDesk(['Sessions']);
  const { settings } = desk.client.Office.context.document;
  settings.set('mapping', { client: 'A' });
  await new Promise<void>((resolve) => settings.saveAsync(() => resolve()));
  expect(desk.book.settings.get('mapping')).toEqual({ client: 'A' });
});
