import { Book } from '../../../desk/book/book';
import { OpenWorkbook } from '../../../desk/browser/server/open-workbook';
import type { ToPage } from '../../../desk/browser/view/messages';
import { readCustomFunctionTable } from '../../../desk/calc/custom-function-table';
import { startClient } from '../../../desk/runtime/client';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { openClientWindow } from '../../../desk/runtime/client-window';
import { REQUIREMENT_SETS } from '../../../desk/runtime/external';

const FUNCTIONS = readCustomFunctionTable({
  functions: [{ id: 'SLOW', name: 'SLOW', parameters: [], result: { dimensionality: 'scalar' } }],
} as unknown as Parameters<typeof readCustomFunctionTable>[0]);

/** Messages to a page, and a wait for the first one that calls a function. */
function listening() {
  let called: () => void = () => undefined;
  const functionCalled = new Promise<void>((resolve) => (called = resolve));
  const send = (message: ToPage): void => {
    if (message.kind === 'client') called();
  };
  return { send, functionCalled };
}

test('while all formulas are calculated, a window that writes and reads is answered at once', async () => {
  const book = new Book();
  const sheet = book.addSheet('Sessions');
  sheet.loadCell(0, 0, { value: null, formula: '=CLAIM.SLOW()', style: 0 });
  const workbook = new OpenWorkbook(book, 'Sessions.xlsx', FUNCTIONS);
  const { send, functionCalled } = listening();
  const calculating = workbook.openWindow(send, false);
  const other = workbook.openWindow(() => undefined, false);
  await calculating.receive({ kind: 'runtime ready' });
  await functionCalled;
  const read = await Promise.all(
    [calculating, other].map(async (window, row) => {
      const client = await startClient(window.host);
      const answer = await client.run(async (context) => {
        const cell = context.workbook.worksheets.getItem('Sessions').getRange(`B${String(row + 1)}`);
        cell.values = [[row]];
        await context.sync();
        cell.load('values');
        await context.sync();
        return cell.values as unknown;
      });
      await client.close();
      return answer;
    }),
  );
  expect(read).toEqual([[[0]], [[1]]]);
  await workbook.close();
});

test.each([
  ['for reading only', { readOnly: true }, true],
  ['as usual', {}, false],
])('a workbook that is open %s says so, and takes what is written', async (_, options, readOnly) => {
  const book = new Book();
  book.addSheet('Sessions');
  const workbook = new OpenWorkbook(book, 'Sessions.xlsx', FUNCTIONS, options);
  const client = await startClient(workbook.openWindow(() => undefined, false).host);
  const answer = await client.run(async (context) => {
    context.workbook.worksheets.getItem('Sessions').getRange('A1').values = [['kept']];
    context.workbook.load('readOnly');
    await context.sync();
    return context.workbook.readOnly;
  });
  await client.close();
  expect(answer).toBe(readOnly);
  expect(book.sheet('Sessions')?.cell(0, 0)?.value).toBe('kept');
  await workbook.close();
});

test('what the add-in keeps with the workbook goes into a copy that is saved, and is there in the next window', async () => {
  const book = new Book();
  book.addSheet('Sessions');
  const workbook = new OpenWorkbook(book, 'Sessions.xlsx', FUNCTIONS);
  const client = await startClient(workbook.openWindow(() => undefined, false).host);
  await client.run(async (context) => {
    context.workbook.customXmlParts.add('<run xmlns="urn:run">1</run>');
    await context.sync();
  });
  await client.close();
  const opened = new OpenWorkbook(readXlsx(workbook.save()), 'Copy.xlsx', FUNCTIONS);
  const next = await startClient(opened.openWindow(() => undefined, false).host);
  const xml = await next.run(async (context) => {
    const answer = context.workbook.customXmlParts.getByNamespace('urn:run').getOnlyItem().getXml();
    await context.sync();
    return answer.value;
  });
  expect(xml).toBe('<run xmlns="urn:run">1</run>');
  await next.close();
  await opened.close();
});

test('a new sheet that is brought to the front is shown before it is selected', async () => {
  const book = new Book();
  book.addSheet('Sessions');
  const workbook = new OpenWorkbook(book, 'Sessions.xlsx', FUNCTIONS);
  const told: string[] = [];
  const window = workbook.openWindow((message) => {
    if (message.kind === 'client') page.send(message.message);
    else told.push(message.kind);
  }, false);
  const page = await openClientWindow({
    settings: book.settings,
    requirementSets: REQUIREMENT_SETS,
    keepFunctionPause: false,
    onPageError: (error) => {
      throw error;
    },
    onMessage: (text) => window.receive({ kind: 'client', text }),
  });
  await page.window.Excel.run(async (context) => {
    context.workbook.worksheets.add('Owed').activate();
    await context.sync();
  });
  await new Promise(setImmediate);
  expect(told).toEqual(['book', 'change', 'select']);
  page.close();
  await workbook.close();
});
