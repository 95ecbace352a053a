import { SAMPLE } from '../support/open-desk';
import { openPane } from './pane-page';

/** Whether a message is where the user looks. */
function standsOut(message: Element): { isInSight: boolean; hasFocus: boolean } {
  const { top, bottom } = message.getBoundingClientRect();
  const header = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
  return {
    isInSight: top >= header && bottom <= window.innerHeight,
    hasFocus: document.activeElement === message,
  };
}

const MAKE = /^Make \d+ claims?, \$/;

test('While a cell is typed into, the pane says so, and goes on afterwards without a reload', async () => {
  const pane = await openPane();
  await pane.open('Claims');
  await pane.button(MAKE).waitFor();
  await pane.desk.select('Mileage!H3');
  await pane.desk.page.keyboard.type('5');
  // A click that leaves the focus, and with it the editing, in the grid.
  await pane.button(MAKE).evaluate((button) => (button as HTMLButtonElement).click());
  await pane.hears(/A cell is being typed into\. Press Enter or Esc/);
  await pane.desk.page.keyboard.press('Escape');
  await pane.button('Try again').click();
  await pane.hears(/claims made for October 2026/);
});

test('What was typed into the practice form stays when its sheet is protected, and is saved later', async () => {
  const pane = await openPane();
  const protect = (on: boolean) =>
    pane.desk.excel(
      on
        ? async (context) => {
            context.workbook.worksheets.getItem('Practice').protection.protect();
            await context.sync();
          }
        : async (context) => {
            context.workbook.worksheets.getItem('Practice').protection.unprotect();
            await context.sync();
          },
    );
  await protect(true);
  await pane.screen.locator('summary', { hasText: 'Your practice' }).click();
  await pane.pane.getByLabel('Phone').fill('360-555-0199');
  await pane.button('Save').click();
  await pane.hears(/protected/);
  expect(await pane.pane.getByRole('alert').evaluate(standsOut)).toEqual({ isInSight: true, hasFocus: true });
  expect(await pane.pane.getByLabel('Phone').inputValue()).toBe('360-555-0199');
  await protect(false);
  await pane.button('Save').click();
  await pane.desk.until(
    () =>
      Promise.resolve(
        [...(pane.desk.workbook.book.sheet('Practice')?.entries() ?? [])].some(
          ({ cell }) => cell.value === '360-555-0199',
        ),
      ),
    true,
  );
});

test('A sheet that is deleted while its finding is shown is told in plain words', async () => {
  const pane = await openPane();
  await pane.open('Check');
  const cell = pane.button(/Payers!/).first();
  await cell.waitFor();
  await pane.desk.excel(async (context) => {
    context.workbook.worksheets.getItem('Payers').delete();
    await context.sync();
  });
  await cell.click();
  await pane.hears(/renamed or deleted/);
  await pane.hears('The workbook has changed.');

  await pane.pane.getByLabel('Find a client, a code or a word').fill('Sessions');
  const session = pane.button(/Sessions!/).first();
  await session.waitFor();
  await pane.desk.excel(async (context) => {
    context.workbook.worksheets.getItem('Sessions').name = 'My log';
    await context.sync();
  });
  await session.click();
  await pane.hears(/renamed or deleted/);
  await pane.button('Close').click();
  expect(await pane.pane.getByLabel('Find a client, a code or a word').inputValue()).toBe('Sessions');
  await pane.pane.getByLabel('Find a client, a code or a word').fill('My log');
  await pane.button('Check again').click();
  await pane
    .button(/My log!/)
    .first()
    .click();
  await pane.desk.until(async () => (await pane.desk.selection()).split('!')[0], 'My log');
});

test('An older Excel is told which one is needed', async () => {
  const pane = await openPane(SAMPLE, { ExcelApi: '1.9' });
  await pane.hears(/This Excel is too old for making claims\. Claimsheet needs/);
});

test('A workbook that is open for reading only says so, and its claims can be made for a copy', async () => {
  const pane = await openPane(SAMPLE, { readOnly: true });
  await pane.hears('This workbook is open for reading only. Save a copy to keep what Claimsheet makes.');
  await pane.open('Claims');
  await pane.button(MAKE).click();
  await pane.hears(/claims made for October 2026/);
  expect(pane.sheets()).toContain('Claims 2026-10');
});

test('From far down a list the tabs are in reach, and another screen is shown from its beginning', async () => {
  const pane = await openPane();
  await pane.open('Check');
  await pane.button('Payers!C8').waitFor();
  const scrolled = () => pane.pane.locator('html').evaluate((page) => page.scrollTop);
  await pane.pane.locator('html').evaluate((page) => page.scrollTo(0, page.scrollHeight));
  expect(await scrolled()).toBeGreaterThan(200);
  const tab = pane.pane.getByRole('tab', { name: 'Claims' });
  const top = await tab.evaluate((one) => one.getBoundingClientRect().top);
  expect(top).toBeGreaterThanOrEqual(0);
  await tab.click();
  expect(await scrolled()).toBe(0);
});

test('What the buttons of the ribbon do is told in the pane that is open, with the files of the claims', async () => {
  const pane = await openPane();
  const working = pane.desk.page.getByText('Claims: working…').waitFor();
  await pane.desk.ribbonButton('Claims').click();
  await working;
  await pane.hears(/claims made for October 2026/);
  await pane.hears(/Held back: 13 visits, \$1,456\.00/);
  await pane.button('Download the 837P file').waitFor();
  await pane.desk.page.getByText('Claims: working…').waitFor({ state: 'hidden' });
  await pane.desk.ribbonButton('Claims').click();
  await pane.hears('No new claims in this month.');
  await pane.desk.ribbonButton('Undo').click();
  await pane.hears(/Taken back: Claims for 2026-10/);
  await pane.button(MAKE).waitFor();
  expect(await pane.button('Download the 837P file').count()).toBe(0);
  expect(pane.sheets()).not.toContain('Claims 2026-10');
  await pane.desk.ribbonButton('Undo').click();
  await pane.hears('There is nothing to undo');
});
