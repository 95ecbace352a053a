/** Takes the pictures of README.md from the running Desk: npm run pictures */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildWhatIsOld } from '../../desk/browser/server/build';
import { startDeskServer } from '../../desk/browser/server/desk-server';
import { readXlsx } from '../../desk/xlsx/read-xlsx';
import { startBrowser } from '../../test/browser/support/start-browser';

const ROOT = join(__dirname, '../..');
const SAMPLE = join(ROOT, 'assets/sample/sessions.xlsx');

/** What is shown: a tab of the pane, what to press there, and the words to wait for. */
const PICTURES = [
  { file: 'set-up.png', tab: 'Set up', press: null, wait: 'Your sessions' },
  { file: 'check.png', tab: 'Check', press: null, wait: 'holds a claim back' },
  { file: 'claims.png', tab: 'Claims', press: null, wait: 'Will be made' },
] as const;

async function takePictures(): Promise<void> {
  await buildWhatIsOld(() => undefined);
  const server = await startDeskServer();
  const started = await startBrowser();
  const browser = await chromium.connect(started.wsEndpoint());
  const page = await browser.newPage({ viewport: { width: 1280, height: 760 }, reducedMotion: 'reduce' });
  await page.goto(server.open(readXlsx(readFileSync(SAMPLE)), 'sessions.xlsx'));
  await page.locator('#grid[data-state="shown"]').waitFor();
  const pane = page.frameLocator('#pane-frame');
  for (const { file, tab, press, wait } of PICTURES) {
    await pane.getByRole('tab', { name: tab }).click();
    if (press) await pane.getByRole('button', { name: press }).click();
    await pane.getByText(wait).first().waitFor();
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(ROOT, 'docs/pictures', file) });
  }
  await browser.close();
  await started.close();
  await server.close();
}

void takePictures();
