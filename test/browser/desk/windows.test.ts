import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Request } from 'playwright-core';
import { startDeskServer } from '../../../desk/browser/server/desk-server';
import { FOLDERS } from '../../../desk/browser/server/folders';
import { CDN } from '../../../desk/browser/server/pane-page';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { DeskPage } from '../support/desk-page';
import { openDesk, SAMPLE } from '../support/open-desk';

describe('Of one workbook', () => {
  let first: DeskPage;

  /** One sample for all: each test has cells of its own. */
  beforeAll(async () => {
    first = await openDesk();
  });

  test('Two windows on the same file see each other’s changes, and their add-ins hear of them', async () => {
    const second = await first.secondWindow({ pane: 'hidden' });
    await second.paneFrame.evaluate(async () => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      await Excel.run(async (context) => {
        context.workbook.worksheets.onChanged.add(({ address, source }) => {
          heard.push(`${address} ${source}`);
          return Promise.resolve();
        });
        await context.sync();
      });
    });
    await second.select('Fees!A2');
    await first.type('Sessions!D4', '30');
    await second.expectText('Sessions!G4', '2');
    await second.type('Sessions!D5', '15');
    await first.expectText('Sessions!G5', '1');
    expect(await first.selection()).toBe('Sessions!D5');
    const heard = await second.paneFrame.evaluate(() => (window as unknown as { heard: string[] }).heard);
    expect(heard).toEqual(['D4 Remote', 'D5 Local']);
  });

  test('A window that closes leaves the calculation to the others', async () => {
    const second = await first.secondWindow();
    await second.type('Sessions!D8', '30');
    await first.expectText('Sessions!G8', '2');
    await second.page.close();
    await first.type('Sessions!D8', '15');
    await first.expectText('Sessions!G8', '1');
  });

  test('A copy holds what was typed; the file itself is not touched', async () => {
    await first.type('Sessions!D7', '30');
    await first.expectText('Sessions!G7', '2');
    const download = first.page.waitForEvent('download');
    await first.page.getByRole('link', { name: 'Save a copy' }).click();
    const file = join(mkdtempSync(join(tmpdir(), 'desk-')), 'copy.xlsx');
    await (await download).saveAs(file);
    const sheet = readXlsx(readFileSync(file)).sheet('Sessions');
    expect([sheet?.cell(6, 3)?.value, sheet?.cell(6, 6)?.value]).toEqual([30, 2]);
    expect(readXlsx(readFileSync(SAMPLE)).sheet('Sessions')?.cell(6, 3)?.value).toBe(45);
  });
});

test('Another file is opened in the window, and a file that is no workbook is refused in one sentence', async () => {
  const desk = await openDesk();
  const choose = (name: string, text: string) =>
    desk.page
      .locator('#open-file')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') });
  await choose('broken.xlsx', 'no workbook');
  await desk.until(async () => /^broken\.xlsx: .+\.$/.test((await desk.status.textContent()) ?? ''), true);
  await choose('visits.csv', 'Date,Client,Minutes\n2026-10-01,Ada Fernwhistle,60\n');
  await desk.page.waitForURL('**/book/2');
  await desk.whenShown();
  await desk.expectText('visits!B2', 'Ada Fernwhistle');
});

test('The ribbon has the buttons of the manifest; they do their job while the pane is hidden, and show it if need be', async () => {
  const desk = await openDesk(SAMPLE, { pane: 'hidden' });
  expect(await desk.page.locator('.ribbon').getByRole('button').allTextContents()).toEqual([
    'Open Claimsheet',
    'Check',
    'Claims',
    'Superbills',
    'Undo',
  ]);
  expect(await desk.page.locator('.pane').isVisible()).toBe(false);
  await desk.ribbonButton('Claims').click();
  // Sessions of the sample are held back, which the pane has to tell.
  await desk.page.locator('.pane').waitFor({ state: 'visible' });
  await desk.pane.getByText(/claims made for October 2026/).waitFor();
  expect((await desk.selection()).split('!')[0]).toBe('Claims 2026-10');
  await desk.page.getByRole('button', { name: 'Close the pane' }).click();
  await desk.ribbonButton('Undo').click();
  await desk.until(
    async () => (await desk.sheetTabs()).includes('Claims 2026-10'),
    false,
    'the claims sheet',
  );
  expect(await desk.page.locator('.pane').isVisible()).toBe(false);
  await desk.ribbonButton('Open Claimsheet').click();
  await desk.page.locator('.pane').waitFor({ state: 'visible' });
});

test('What the pane shows is loaded when it is first shown, not with the functions', async () => {
  const desk = await openDesk(SAMPLE, { pane: 'hidden' });
  const asked: string[] = [];
  const note = (request: Request): void => void asked.push(behindToken(request.url()));
  desk.page.on('request', note);
  await desk.page.reload();
  await desk.whenShown();
  expect(asked).toContain('/add-in/functions.js');
  expect(asked.filter((path) => path.startsWith('/add-in/pane.'))).toEqual([]);
  await desk.ribbonButton('Open Claimsheet').click();
  await desk.pane.getByRole('heading', { level: 2 }).first().waitFor();
  expect(asked.filter((path) => path.startsWith('/add-in/pane.'))).toHaveLength(1);
  desk.page.off('request', note);
});

test('The add-in’s page as it is published loads Office.js from Microsoft, and nothing from anybody else', async () => {
  const { page: shared } = await openDesk();
  const server = await startDeskServer({ keepCdn: true });
  const context = await shared.context().browser()?.newContext();
  if (!context) throw new Error('there is no browser');
  await context.route(`${CDN}**`, async (route) => {
    const path = join(FOLDERS.office, route.request().url().slice(CDN.length));
    if (existsSync(path)) await route.fulfill({ contentType: 'text/javascript', body: readFileSync(path) });
    else await route.fulfill({ status: 404 });
  });
  const asked = new Set<string>();
  context.on('request', (request) => asked.add(new URL(request.url()).origin));
  const address = server.open(readXlsx(readFileSync(SAMPLE)), 'sessions.xlsx');
  const workbook = server.workbookAt(address);
  if (!workbook) throw new Error('the workbook is not open');
  const desk = new DeskPage(await context.newPage(), workbook);
  await desk.page.goto(address);
  await desk.pane.getByText('180 read').waitFor();
  expect([...asked].filter((origin) => origin !== 'null')).toEqual(
    [server.address, CDN].map((where) => new URL(where).origin),
  );
  await context.close();
  await server.close();
});

/** `/add-in/functions.js` of an address of the Desk. */
function behindToken(address: string): string {
  return new URL(address).pathname.replace(/^\/[^/]*/, '');
}
