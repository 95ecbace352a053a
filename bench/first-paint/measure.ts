import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { buildWhatIsOld } from '../../desk/browser/server/build';
import { startBrowser } from '../../test/browser/support/start-browser';
import { CLAIMSHEET_PAGES, TEMPLATE_PAGES, servePages, type MeasuredPage, type PageServer } from './pages';
import { buildReactTemplate } from './react-template';
import { timePage, type Timing } from './time-page';

const TIMES = 7;

/**
 * What the add-in's page weighs and when it is there, beside a pane made of the packages of Microsoft's React
 * template. There custom functions of a shared runtime wait for the pane's scripts; here they do not.
 */
export async function measureFirstPaint(): Promise<void> {
  console.log(
    `\nPages as Excel loads them, nothing cached, processor slowed down 4 times, median of ${String(TIMES)}.`,
  );
  console.log('Sizes are the own files loaded by then, without Office.js, which all load.');
  await buildWhatIsOld();
  const problem = await buildReactTemplate();
  if (problem !== null) console.log(`The React template is left out: ${problem}`);
  const pages = problem === null ? [...CLAIMSHEET_PAGES, ...TEMPLATE_PAGES] : CLAIMSHEET_PAGES;
  const timings = await timeAll(pages);
  console.log(line(['', 'KB', 'KB gzipped', 'scripts ms', 'paint ms', 'button ms', 'read ms']));
  for (const each of timings) console.log(line(each));
}

async function timeAll(pages: readonly MeasuredPage[]): Promise<(string | number)[][]> {
  const [launched, server] = await Promise.all([startBrowser(), servePages(pages)]);
  const browser = await chromium.connect(launched.wsEndpoint());
  try {
    const timings = new Map<MeasuredPage, Timing[]>(pages.map((page) => [page, []]));
    // In turns, so that whatever else the computer does meets all pages alike; the first round warms up.
    for (let round = 0; round <= TIMES; round += 1) {
      for (const page of pages) {
        const timing = await timePage(browser, server, page);
        if (round > 0) timings.get(page)?.push(timing);
      }
    }
    return pages.map((page) => cellsOf(server, page, timings.get(page) ?? []));
  } finally {
    await browser.close();
    await launched.close();
    server.close();
  }
}

function cellsOf(server: PageServer, page: MeasuredPage, timings: readonly Timing[]): (string | number)[] {
  const addresses = new Set(timings.flatMap((timing) => timing.addresses));
  const files = new Set([...addresses].flatMap((address) => server.ownFile(page, address) ?? []));
  const contents = [...files].map((file) => readFileSync(file));
  const kilobytes = (sizes: number[]): string =>
    (sizes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(1);
  return [
    page.name,
    kilobytes(contents.map(({ length }) => length)),
    kilobytes(contents.map((content) => gzipSync(content, { level: 9 }).length)),
    median(timings.map(({ scripts }) => scripts)),
    median(timings.map(({ paint }) => (page.isShown ? paint : null))),
    median(timings.map(({ button }) => button)),
    median(timings.map(({ fromWorkbook }) => fromWorkbook)),
  ];
}

function median(values: readonly (number | null)[]): string {
  const sorted = values.flatMap((value) => value ?? []).sort((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle === undefined ? '-' : String(Math.round(middle));
}

function line([name = '', ...cells]: readonly (string | number)[]): string {
  return String(name).padEnd(34) + cells.map((cell) => String(cell).padStart(12)).join('');
}
