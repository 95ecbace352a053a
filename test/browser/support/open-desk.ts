import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Book } from '../../../desk/book/book';
import { startDeskServer, type DeskServer } from '../../../desk/browser/server/desk-server';
import { FOLDERS } from '../../../desk/browser/server/folders';
import { CDN } from '../../../desk/browser/server/pane-page';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { DeskPage } from './desk-page';

export const SAMPLE = join(__dirname, '../../../assets/sample/sessions.xlsx');

export interface DeskOptions {
  /** Whether the pane is on screen at first; hidden, only the shared runtime runs. */
  pane?: 'visible' | 'hidden';
  theme?: 'light' | 'dark' | 'contrast';
  /** Pixels of the pane. */
  width?: number;
  /** The requirement set that this Excel claims to have, such as `1.8`. */
  ExcelApi?: string;
  viewport?: { width: number; height: number };
  /** The workbook is open for reading only. */
  readOnly?: boolean;
}

interface Open {
  server: DeskServer;
  context: BrowserContext;
  /** Requests that left the page's own origin. */
  strangers: string[];
  /** Errors that nothing in a page caught. */
  errors: string[];
}

const open: Open[] = [];
let browser: Promise<Browser> | null = null;

/** Opens a workbook (a file, or a book made by the test) in the Desk, as `npm run desk -- open` does. */
export async function openDesk(file: string | Book = SAMPLE, options: DeskOptions = {}): Promise<DeskPage> {
  const problem = process.env['DESK_PROBLEM'];
  if (problem !== undefined) throw new Error(problem);
  browser ??= chromium.connect(process.env['DESK_BROWSER'] ?? '');
  const server = await startDeskServer({ keepCdn: true });
  const book = typeof file === 'string' ? readXlsx(readFileSync(file)) : file;
  const address = server.open(book, typeof file === 'string' ? basename(file) : 'Workbook.xlsx', {
    readOnly: options.readOnly ?? false,
  });
  const context = await (
    await browser
  ).newContext({
    viewport: options.viewport ?? { width: 1440, height: 860 },
    reducedMotion: 'reduce',
  });
  const strangers: string[] = [];
  const errors: string[] = [];
  open.push({ server, context, strangers, errors });
  await answerForCdn(context);
  context.on('request', (request) => {
    const url = request.url();
    const isOwn = url.startsWith(server.origin) || url.startsWith(CDN) || /^(data|blob):/.test(url);
    if (!isOwn) strangers.push(url);
  });
  context.on('weberror', (error) => errors.push(error.error().stack ?? error.error().message));
  const workbook = server.workbookAt(address);
  if (!workbook) throw new Error('the workbook is not open');
  const show = async (more: DeskOptions): Promise<DeskPage> => {
    const page: Page = await context.newPage();
    const desk = new DeskPage(page, workbook, show);
    await page.goto(addressWith(address, { ...options, ...more }));
    await desk.whenShown();
    return desk;
  };
  return show({});
}

/** Closes everything that a test opened, and fails if a page asked anybody but the Desk for anything. */
export async function closeDesks(): Promise<void> {
  const closing = open.splice(0);
  for (const { context, server } of closing) {
    await context.close();
    await server.close();
  }
  const strangers = closing.flatMap((each) => each.strangers);
  const errors = closing.flatMap((each) => each.errors);
  expect({ strangers, errors }).toEqual({ strangers: [], errors: [] });
}

/** Lets go of the browser; it is closed when all browser tests are done. */
export async function leaveBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = null;
}

/** Microsoft's files at Microsoft's address, from the npm package; unknown ones are not found. */
async function answerForCdn(context: BrowserContext): Promise<void> {
  await context.route(`${CDN}**`, async (route) => {
    const path = new URL(route.request().url()).pathname.slice(new URL(CDN).pathname.length);
    try {
      const body = readFileSync(join(FOLDERS.office, path));
      await route.fulfill({ status: 200, contentType: 'text/javascript', body });
    } catch {
      await route.fulfill({ status: 404 });
    }
  });
}

function addressWith(address: string, { pane, theme, width, ExcelApi }: DeskOptions): string {
  const url = new URL(address);
  for (const [key, value] of Object.entries({ pane, theme, width, ExcelApi }))
    if (value !== undefined) url.searchParams.set(key, String(value));
  return url.href;
}
