/** Takes the pictures of README.md from the running Desk: npm run pictures, which runs the demo first. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildWhatIsOld } from '../../desk/browser/server/build';
import { startDeskServer } from '../../desk/browser/server/desk-server';
import { readXlsx } from '../../desk/xlsx/read-xlsx';
import { startBrowser } from '../../test/browser/support/start-browser';

const ROOT = join(__dirname, '../..');
const SAMPLE = join(ROOT, 'assets/sample/sessions.xlsx');
/** What the demo leaves: October billed and November closed. */
const CLOSED = join(ROOT, 'out/sample-2026-10.xlsx');
const CLOSED_ON = new Date(2026, 10, 30, 18, 0);

/** What is shown: a sheet of a workbook, a tab of the pane, and the words to wait for. */
const PICTURES = [
  { file: 'set-up.png', book: SAMPLE, sheet: 'Sessions', tab: 'Set up', month: null, wait: 'Your sessions' },
  {
    file: 'check.png',
    book: SAMPLE,
    sheet: 'Sessions',
    tab: 'Check',
    month: null,
    wait: 'holds a claim back',
  },
  { file: 'claims.png', book: SAMPLE, sheet: 'Sessions', tab: 'Claims', month: null, wait: 'Will be made' },
  {
    file: 'month-end.png',
    book: CLOSED,
    sheet: 'Month 2026-11',
    tab: 'Month end',
    month: '2026-11',
    wait: 'November 2026 at a glance',
  },
] as const;

async function takePictures(): Promise<void> {
  await buildWhatIsOld(() => undefined);
  const server = await startDeskServer();
  const started = await startBrowser();
  const browser = await chromium.connect(started.wsEndpoint());
  const context = await browser.newContext({
    viewport: { width: 1280, height: 760 },
    reducedMotion: 'reduce',
  });
  await context.clock.setFixedTime(CLOSED_ON);
  for (const { file, book, sheet, tab, month, wait } of PICTURES) {
    const page = await context.newPage();
    const opened = readXlsx(readFileSync(book));
    opened.activeSheet = opened.sheets.findIndex(({ name }) => name === sheet);
    await page.goto(server.open(opened, basename(book)));
    await page.locator('#grid[data-state="shown"]').waitFor();
    const pane = page.frameLocator('#pane-frame');
    await pane.getByRole('tab', { name: tab }).click();
    if (month) await pane.getByLabel('Month', { exact: true }).selectOption(month);
    await pane.getByText(wait).first().waitFor();
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(ROOT, 'docs/pictures', file) });
    await page.close();
  }
  await browser.close();
  await started.close();
  await server.close();
}

void takePictures();
