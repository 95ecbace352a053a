import { Book } from '../../../desk/book/book';
import { Host } from '../../../desk/host/host';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { closeDesks, openDesk, openDeskOver, type Desk } from '../host/desk';
import { handMade } from './support/package-files';

afterEach(closeDesks);

/** The ids that add-ins see, by the names of the sheets. */
async function idsIn(desk: Desk): Promise<Record<string, string>> {
  return desk.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name');
    await context.sync();
    return Object.fromEntries(worksheets.items.map(({ id, name }) => [name, id]));
  });
}

test('a sheet keeps its id when it is renamed, moved, saved and opened again', async () => {
  const desk = await openDesk(['Data', 'Other']);
  const before = await idsIn(desk);
  await desk.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Data');
    sheet.name = 'Sessions';
    sheet.position = 1;
    await context.sync();
  });
  const after = { Other: before['Other'], Sessions: before['Data'] };
  expect(await idsIn(desk)).toEqual(after);
  expect(await idsIn(await openDeskOver(readXlsx(writeXlsx(desk.book))))).toEqual(after);
});

test('sheets of a file without ids have some that do not change when sheets are moved and added', async () => {
  const desk = await openDeskOver(readXlsx(handMade({ sheets: [{}, {}, {}] })));
  const before = await idsIn(desk);
  expect(new Set(Object.values(before)).size).toBe(3);
  await desk.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem('Sheet3').position = 0;
    worksheets.add('New');
    worksheets.getItem('Sheet1').delete();
    await context.sync();
  });
  const now = await idsIn(desk);
  expect(now).toMatchObject({ Sheet2: before['Sheet2'], Sheet3: before['Sheet3'] });
  expect(await idsIn(await openDeskOver(readXlsx(writeXlsx(desk.book))))).toEqual(now);
});

test('the id that Excel wrote is the sheet’s, and no second sheet has it', () => {
  const uid = '{3D0C4B6A-7E0F-4B4D-9B7E-2A1C5D6E7F80}';
  const xml = (name: string): [string, string] => [
    name,
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="${uid}"><sheetData/></worksheet>`,
  ];
  const book = readXlsx(
    handMade({
      sheets: [{}, {}],
      parts: [xml('xl/worksheets/sheet1.xml'), xml('xl/worksheets/sheet2.xml')],
    }),
  );
  const { workspace } = new Host(book);
  const [first = '', second = ''] = book.sheets.map((sheet) => workspace.sheetId(sheet));
  expect(first).toBe(uid);
  expect(second).toMatch(/^\{00000000-0001-0000-0100-0{12}\}$/);
});

test('a sheet that is made anew under its old name is another sheet', () => {
  const book = new Book();
  const old = book.addSheet('Pages');
  const { workspace } = new Host(book);
  const before = workspace.sheetId(old);
  book.addSheet('Other');
  book.deleteSheet(old);
  expect(workspace.sheetId(book.addSheet('Pages'))).not.toBe(before);
});
