import { closeDesks, openDesk, refusal, type Desk } from '../desk';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(['Data', 'Other']);
});
afterEach(closeDesks);

/** Works on the custom properties of the sheet Data. */
function onProperties(
  work: (properties: Excel.WorksheetCustomPropertyCollection, context: Excel.RequestContext) => Promise<void>,
): Promise<void> {
  return desk.run((context) => work(context.workbook.worksheets.getItem('Data').customProperties, context));
}

test('a property is found by its key in any case, and keeps the key as it was written', async () => {
  await onProperties(async (properties, context) => {
    properties.add('Claimsheet.Run', 'Lauf 7 ✓');
    const found = properties.getItem('CLAIMSHEET.RUN');
    found.load('key,value');
    const count = properties.getCount();
    const elsewhere = context.workbook.worksheets
      .getItem('Other')
      .customProperties.getItemOrNullObject('Claimsheet.Run');
    await context.sync();
    expect([found.key, found.value, count.value, elsewhere.isNullObject]).toEqual([
      'Claimsheet.Run',
      'Lauf 7 ✓',
      1,
      true,
    ]);
  });
});

test('a key that is added again has the second value', async () => {
  await onProperties(async (properties, context) => {
    properties.add('Run', '1');
    properties.add('RUN', '2');
    properties.getItem('run').value = '3';
    properties.load('items/key,items/value');
    await context.sync();
    expect(properties.items.map(({ key, value }) => [key, value])).toEqual([['Run', '3']]);
  });
});

test('a deleted property is gone', async () => {
  await onProperties(async (properties, context) => {
    properties.add('Run', '1');
    await context.sync();
    properties.getItem('run').delete();
    const gone = properties.getItemOrNullObject('Run');
    await context.sync();
    expect(gone.isNullObject).toBe(true);
    properties.getItem('Run').load('value');
    expect(await refusal(context.sync())).toBe('ItemNotFound');
  });
});

test.each([
  ['an empty key', '', 'x'],
  ['a key of 256 characters', 'k'.repeat(256), 'x'],
  ['a value that is no text', 'Run', 7 as unknown as string],
])('%s is refused', async (_, key, value) => {
  const attempt = onProperties(async (properties, context) => {
    properties.add(key, value);
    await context.sync();
  });
  expect(await refusal(attempt)).toBe('InvalidArgument');
  expect(desk.book.sheet('Data')?.customProperties.size).toBe(0);
});

test('a key of 255 characters is taken', async () => {
  await onProperties(async (properties, context) => {
    properties.add('k'.repeat(255), 'x');
    await context.sync();
  });
  expect(desk.book.sheet('Data')?.customProperties.size).toBe(1);
});

test('a new sheet takes properties and tells its id in the request that adds it', async () => {
  await desk.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Pages');
    sheet.customProperties.add('Run', '1');
    sheet.load('id');
    await context.sync();
    const found = context.workbook.worksheets.getItem(sheet.id);
    found.load('name');
    await context.sync();
    expect(found.name).toBe('Pages');
  });
});

test('a property is gone with its sheet', async () => {
  await desk.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Pages');
    const property = sheet.customProperties.add('Run', '1');
    property.load('value');
    await context.sync();
    sheet.delete();
    property.load('value');
    expect(await refusal(context.sync())).toBe('ItemNotFound');
  });
});
