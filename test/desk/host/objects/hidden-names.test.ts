import { readXlsx } from '../../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../../desk/xlsx/write-xlsx';
import { closeDesks, openDesk, openDeskOver, refusal, type Desk } from '../desk';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(['Data']);
});
afterEach(closeDesks);

function onNames(
  work: (names: Excel.NamedItemCollection, context: Excel.RequestContext) => Promise<void>,
  on = desk,
): Promise<void> {
  return on.run((context) => work(context.workbook.names, context));
}

async function addMark(): Promise<void> {
  await onNames(async (names, context) => {
    const mark = names.add('Claimsheet.Run', '="run 7"', 'made by Claimsheet');
    mark.visible = false;
    await context.sync();
  });
}

const NAME = {
  name: 'Claimsheet.Run',
  formula: '="run 7"',
  type: 'String',
  value: 'run 7',
  comment: 'made by Claimsheet',
  scope: 'Workbook',
  visible: false,
};

async function mark(on: Desk): Promise<unknown> {
  return on.run(async (context) => {
    const found = context.workbook.names.getItem('claimsheet.RUN');
    found.load('name,formula,type,value,comment,scope,visible');
    await context.sync();
    return found.toJSON();
  });
}

test('a name that is hidden when it is made is found, and says that it is', async () => {
  await addMark();
  expect(await mark(desk)).toMatchObject(NAME);
});

test('it is saved with the workbook, hidden, and found when that is opened again', async () => {
  await addMark();
  expect(await mark(await openDeskOver(readXlsx(writeXlsx(desk.book))))).toMatchObject(NAME);
});

test('a name of the file is shown, and its comment changed', async () => {
  await addMark();
  const again = await openDeskOver(readXlsx(writeXlsx(desk.book)));
  await onNames(async (names, context) => {
    const found = names.getItem('Claimsheet.Run');
    found.visible = true;
    found.comment = 'A & B';
    await context.sync();
  }, again);
  const last = await openDeskOver(readXlsx(writeXlsx(again.book)));
  expect(await mark(last)).toMatchObject({ ...NAME, visible: true, comment: 'A & B' });
});

test('its value is changed by its formula', async () => {
  await addMark();
  await onNames(async (names, context) => {
    names.getItem('Claimsheet.Run').formula = '="run 8"';
    await context.sync();
  });
  expect(await mark(desk)).toMatchObject({ ...NAME, formula: '="run 8"', value: 'run 8' });
});

test('where a request asks for it and it is missing, the request ends there', async () => {
  const guarded = onNames(async (names, context) => {
    const sheet = context.workbook.worksheets.getItem('Data');
    sheet.getRange('A1').values = [['before']];
    names.getItem('Claimsheet.Run').load('value');
    sheet.getRange('A2').values = [['after']];
    await context.sync();
  });
  expect(await refusal(guarded)).toBe('ItemNotFound');
  const sheet = desk.book.sheet('Data');
  expect([sheet?.cell(0, 0)?.value, sheet?.cell(1, 0)?.value]).toEqual(['before', undefined]);
});

test('asking for it as a null object lets the request go on', async () => {
  await onNames(async (names, context) => {
    const missing = names.getItemOrNullObject('Claimsheet.Run');
    missing.delete();
    context.workbook.worksheets.getItem('Data').getRange('A1').values = [['after']];
    await context.sync();
    expect(missing.isNullObject).toBe(true);
  });
  expect(desk.book.sheet('Data')?.cell(0, 0)?.value).toBe('after');
});

test('adding it a second time ends the request, and the first one stays', async () => {
  await addMark();
  const again = onNames(async (names, context) => {
    names.add('CLAIMSHEET.RUN', '="run 9"');
    context.workbook.worksheets.getItem('Data').getRange('A1').values = [['after']];
    await context.sync();
  });
  expect(await refusal(again)).toBe('ItemAlreadyExists');
  expect(await mark(desk)).toMatchObject(NAME);
  expect(desk.book.sheet('Data')?.cell(0, 0)).toBeUndefined();
});

test('a name and a table cannot have one name', async () => {
  const attempt = onNames(async (names, context) => {
    context.workbook.worksheets.getItem('Data').tables.add('A1:B2', false).name = 'Claims';
    names.add('claims', '=1');
    await context.sync();
  });
  expect(await refusal(attempt)).toBe('ItemAlreadyExists');
});

test('a deleted name is asked for in vain', async () => {
  await addMark();
  const attempt = onNames(async (names, context) => {
    names.getItem('Claimsheet.Run').delete();
    await context.sync();
    names.getItem('Claimsheet.Run').load('value');
    await context.sync();
  });
  expect(await refusal(attempt)).toBe('ItemNotFound');
});

test.each([
  ['a formula without its sign', 'run 7', 'InvalidArgument'],
  ['a text of 256 characters', `="${'x'.repeat(256)}"`, 'InvalidArgument'],
  ['a text of 255 characters', `="${'x'.repeat(254)}"""`, 'done'],
])('%s is %s', async (_, formula, expected) => {
  const attempt = onNames((names, context) => {
    names.add('Claimsheet.Run', formula);
    return context.sync();
  });
  expect(await refusal(attempt)).toBe(expected);
});

test('a name whose cells were deleted with their sheet says so', async () => {
  await desk.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Pages');
    context.workbook.names.add('First_page', sheet.getRange('A1'));
    sheet.delete();
    const lost = context.workbook.names.getItem('First_page');
    lost.load('type,value');
    await context.sync();
    expect([lost.type, lost.value]).toEqual(['Error', '#REF!']);
  });
});
