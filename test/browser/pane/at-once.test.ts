import { openPane, PanePage } from './pane-page';

const MAKE = /^Make \d+ claims?, \$/;

/** Sessions of the month are on claims once, and no claim is there twice. */
function expectBilledOnce(pane: PanePage): void {
  const accounts = pane.column('Claims', 'Account');
  expect(new Set(accounts).size).toBe(accounts.length);
  expect(pane.sheets().filter((name) => name.startsWith('Claims 2026-10'))).toEqual(['Claims 2026-10']);
}

test('Make in the pane and Claims on the ribbon, pressed together, make the claims once', async () => {
  const pane = await openPane();
  await pane.open('Claims');
  await pane.button(MAKE).waitFor();
  await Promise.all([pane.button(MAKE).click(), pane.desk.ribbonButton('Claims').click()]);
  await pane.hears(/claims made for October 2026/);
  await pane.hears('No new claims in this month.');
  expectBilledOnce(pane);
});

test('Two windows that press Make together make the claims once, and each is told what is true', async () => {
  const first = await openPane();
  const second = new PanePage(await first.desk.secondWindow({}));
  await second.pane.getByRole('heading', { level: 2 }).first().waitFor();
  for (const pane of [first, second]) {
    await pane.open('Claims');
    await pane.button(MAKE).waitFor();
  }
  await Promise.all([first.button(MAKE).click(), second.button(MAKE).click()]);
  const told =
    /claims made for October 2026|at the same moment|changed meanwhile|No new claims in this month|is being written/;
  await Promise.all([first.hears(told), second.hears(told)]);
  expectBilledOnce(first);
  await second.desk.page.close();
});

test('Undo says what of yours stands in its way, and takes back all but that', async () => {
  const pane = await openPane();
  await pane.open('Claims');
  await pane.button(MAKE).click();
  await pane.hears(/claims made for October 2026/);
  const { book } = pane.desk.workbook;
  const cells = [...(book.sheet('Claims')?.entries() ?? [])];
  const status = cells.find(({ cell }) => cell.value === 'Status')?.column ?? -1;
  await pane.desk.paneFrame.evaluate(async (column) => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Claims').getRangeByIndexes(1, column, 1, 1).values = [['Sent']];
      await context.sync();
    });
  }, status);
  const [sent] = pane.column('Claims', 'Account');
  await pane.button('Undo').first().click();
  await pane.hears('Undo would lose something of yours');
  await pane.hears(/is marked "Sent" in the register/);
  await pane.button('Undo all but these').click();
  await pane.hears('Undo the last run?');
  await pane.button('Undo it').click();
  await pane.hears('Taken back');
  expect(pane.column('Claims', 'Account')).toEqual([sent]);
});
