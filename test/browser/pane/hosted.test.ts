import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { BrowserContext, Route } from 'playwright-core';
import { FOLDERS } from '../../../desk/browser/server/folders';
import { readManifest } from '../../add-in/manifest-file';
import { answered, connectTo } from '../support/start-browser';

/** As GitHub serves the pages of a fork: below the name of the repository. */
const BASE = 'https://therapist.example/claimsheet/';
const EXCEL = 'https://excel.example/';
const OFFICE = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
/** As Excel on the web frames an add-in: of another origin, and without leave to navigate its window. */
const SANDBOX = 'allow-scripts allow-forms allow-same-origin allow-popups';
/** Office.js as far as a page is started by it. What it does with a workbook is tried with the real one, elsewhere. */
const CLIENT = `
  window.CustomFunctions = { associate() {} };
  window.Excel = { run: () => new Promise(() => {}) };
  window.Office = {
    onReady: () => Promise.resolve({ host: 'Excel', platform: 'OfficeOnline', addin: { visibilityMode: 'Taskpane' } }),
    actions: { associate() {} },
    context: {
      requirements: { isSetSupported: () => true },
      document: { settings: { get() {}, set() {}, remove() {}, saveAsync() {} } },
    },
  };`;
const TYPES = new Map([
  ['.html', 'text/html'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.json', 'application/json'],
  ['.xml', 'application/xml'],
  ['.png', 'image/png'],
]);

/** Built for the browser tests; only these two files hold an address (`test/add-in/build.test.ts`). */
const DIST = FOLDERS.addIn;
const WITH_ADDRESS = /^(manifest\.xml|functions\.json)$/;

const built = readManifest(join(DIST, 'manifest.xml'));
const builtFor = (built.urls[0] ?? '').replace(/assets\/.*$/, '');
const urls = built.urls.map((url) => url.replace(builtFor, BASE));
const taskpane = (built.resources('Urls').get('Taskpane.Url') ?? '').replace(builtFor, BASE);
let context: BrowserContext;
const asked: string[] = [];

beforeAll(async () => {
  const browser = await answered(connectTo(process.env['DESK_BROWSER'] ?? ''));
  context = await browser.newContext();
  await context.route('**', (route) => {
    asked.push(route.request().url());
    return serve(route);
  });
});

afterAll(async () => {
  await context.close();
});

test('Every address of the manifest is served, each as what Excel takes it for', async () => {
  const page = await context.newPage();
  await page.goto(`${BASE}index.html`);
  const served = await page.evaluate(
    (all) =>
      Promise.all(
        all.map(async (url) => {
          const answer = await fetch(url);
          return `${String(answer.status)} ${answer.headers.get('content-type') ?? ''} ${url}`;
        }),
      ),
    urls,
  );
  const wrong = served.filter(
    (line) => !/^200 (text\/html|text\/javascript|application\/json|image\/png) /.test(line),
  );
  expect(wrong).toEqual([]);
  expect(await page.getAttribute('a[download]', 'href')).toBe('manifest.xml');
  await page.close();
});

test('In the frame of another origin that Excel on the web gives it, the pane is there, and asks nobody else', async () => {
  asked.length = 0;
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(EXCEL);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('tab', { name: 'Month end' }).waitFor();
  expect(await frame.locator('body').evaluate(() => window.origin)).toBe('https://therapist.example');
  expect(errors).toEqual([]);
  const others = asked.filter((url) => ![BASE, EXCEL, OFFICE].some((own) => url.startsWith(own)));
  expect(others).toEqual([]);
  await page.close();
});

/** Three places: Excel's window with its frame, Office.js at Microsoft's address, and the pages of the fork. */
function serve(route: Route): Promise<void> {
  const url = new URL(route.request().url());
  url.search = '';
  url.hash = '';
  if (url.href === EXCEL) {
    return route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Excel</title><iframe sandbox="${SANDBOX}" src="${taskpane}"></iframe>`,
    });
  }
  if (url.href === OFFICE) return route.fulfill({ contentType: 'text/javascript', body: CLIENT });
  const name = url.href.startsWith(BASE) ? url.href.slice(BASE.length) : '';
  const file = join(DIST, name);
  if (name === '' || name.includes('..') || !existsSync(file))
    return route.fulfill({ status: 404, body: '' });
  return route.fulfill({
    contentType: TYPES.get(extname(file)) ?? 'application/octet-stream',
    body: WITH_ADDRESS.test(name)
      ? readFileSync(file, 'utf8').replaceAll(builtFor, BASE)
      : readFileSync(file),
  });
}
