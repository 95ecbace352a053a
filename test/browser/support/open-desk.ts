import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { Book } from '../../../desk/book/book';
import { startDeskServer, type DeskServer } from '../../../desk/browser/server/desk-server';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { DeskPage } from './desk-page';
import { answered, connectTo } from './start-browser';

export const SAMPLE = join(__dirname, '../../../assets/sample/sessions.xlsx');

export interface DeskOptions {
  /** Whether the pane is on screen at first; hidden, only the shared runtime runs. */
  pane?: 'visible' | 'hidden';
  theme?: 'light' | 'dark' | 'contrast';
  /** Pixels of the pane. */
  width?: number;
  /** The requirement set that this Excel claims to have, such as `1.8`. */
  ExcelApi?: string;
  /** The workbook is open for reading only. */
  readOnly?: boolean;
}

/** What the tests of a file share: loading the Desk into the same window again takes half the time of a new one. */
interface Place {
  server: DeskServer;
  context: BrowserContext;
  window: Page;
  session: CDPSession;
  /** Requests that left the page's own origin. */
  strangers: string[];
  /** Errors that nothing in a page caught. */
  errors: string[];
}

let browser: Promise<Browser> | null = null;
let usual: Promise<Place> | null = null;

/**
 * Opens a workbook (a file, or a book made by the test) in the Desk, as `npm run desk -- open` does, in the one window
 * of the test file: what was open there before is gone.
 */
export async function openDesk(file: string | Book = SAMPLE, options: DeskOptions = {}): Promise<DeskPage> {
  usual ??= startPlace();
  const place = await usual;
  await place.window.emulateMedia({ forcedColors: 'none' });
  await place.session.send('Storage.clearDataForOrigin', {
    origin: new URL(place.server.address).origin,
    storageTypes: 'local_storage',
  });
  const book = typeof file === 'string' ? readXlsx(readFileSync(file)) : file;
  const address = place.server.open(book, typeof file === 'string' ? basename(file) : 'Workbook.xlsx', {
    readOnly: options.readOnly ?? false,
  });
  const workbook = place.server.workbookAt(address);
  if (!workbook) throw new Error('the workbook is not open');
  const show = async (page: Page, more: DeskOptions): Promise<DeskPage> => {
    const desk = new DeskPage(page, workbook, async (other) => show(await place.context.newPage(), other));
    await page.goto(addressWith(address, { ...options, ...more }));
    await desk.whenShown();
    return desk;
  };
  return show(place.window, {});
}

/** Closes the other windows that a test opened, and fails if a page asked anybody but the Desk for anything. */
export async function closeOtherWindows(): Promise<void> {
  if (!usual) return;
  const { context, window, session, strangers, errors } = await usual;
  try {
    await answered(session.send('Page.getNavigationHistory'));
  } catch (problem) {
    // So that whatever else is asked of this browser fails at once.
    void (await browser)?.close();
    throw problem;
  }
  for (const page of context.pages()) if (page !== window) await page.close();
  expect({ strangers: strangers.splice(0), errors: errors.splice(0) }).toEqual({ strangers: [], errors: [] });
}

/** Closes all that a test file opened and lets go of the browser; it is closed when all browser tests are done. */
export async function leaveBrowser(): Promise<void> {
  await (await browser)?.close();
  await (await usual)?.server.close();
  browser = usual = null;
}

/** Milliseconds until what a test waits for is taken for missing, on a machine with other work too. */
const WAIT = 60_000;

async function startPlace(): Promise<Place> {
  const problem = process.env['DESK_PROBLEM'];
  if (problem !== undefined) throw new Error(problem);
  browser ??= connectTo(process.env['DESK_BROWSER'] ?? '');
  const connected = await browser;
  const context = await connected.newContext({
    viewport: { width: 1440, height: 860 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(WAIT);
  const server = await startDeskServer();
  const strangers: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(server.address) && !/^(data|blob):/.test(url)) strangers.push(url);
  });
  context.on('weberror', (error) => errors.push(error.error().stack ?? error.error().message));
  const window = await context.newPage();
  const session = await context.newCDPSession(window);
  return { server, context, window, session, strangers, errors };
}

function addressWith(address: string, { pane, theme, width, ExcelApi }: DeskOptions): string {
  const url = new URL(address);
  for (const [key, value] of Object.entries({ pane, theme, width, ExcelApi }))
    if (value !== undefined) url.searchParams.set(key, String(value));
  return url.href;
}
