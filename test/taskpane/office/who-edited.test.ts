import { excelActions } from '../../../src/taskpane/office/excel-actions';
import type { Editor } from '../../../src/taskpane/office/who-edited';
import { Book } from '../../../desk/book/book';
import { Host } from '../../../desk/host/host';
import { installGlobals, startClient } from '../../../desk/runtime/client';

/** What the pane hears of four edits: its own, one typed at the same moment, a co-author's, and a sheet of its own. */
async function heard(excelApi: string): Promise<Editor[]> {
  const book = new Book();
  const sheet = book.addSheet('Sessions');
  const host = new Host(book);
  const client = await startClient(host, { requirementSets: { ExcelApi: excelApi } });
  const restore = installGlobals(client);
  const editors: Editor[] = [];
  const settle = () => new Promise((resolve) => setTimeout(resolve, 10));
  const stop = await excelActions.onEdited((editor) => editors.push(editor));
  await client.run(async (context) => {
    context.workbook.worksheets.getItem('Sessions').getRange('A1').values = [['ours']];
    await context.sync();
  });
  await settle();
  const area = { row: 1, column: 0, rows: 1, columns: 1 };
  host.raiseChanged(sheet, area);
  await settle();
  host.raiseChanged(sheet, area, { source: 'Remote' });
  await settle();
  await client.run(async (context) => {
    context.workbook.worksheets.add('New');
    await context.sync();
  });
  await settle();
  stop();
  await settle();
  restore();
  await client.close();
  return editors;
}

test('Excel tells whose edit it is, so that one typed while the pane writes is not missed', async () => {
  expect(await heard('1.17')).toEqual(['this-add-in', 'somebody', 'somebody', 'unknown']);
});

test('an older Excel tells only of co-authors; the moment tells of the rest', async () => {
  expect(await heard('1.13')).toEqual(['unknown', 'unknown', 'somebody', 'unknown']);
});
