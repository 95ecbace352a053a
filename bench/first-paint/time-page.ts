import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { OFFICE_THEMES } from '../../desk/browser/page/office-themes';
import { OpenWorkbook } from '../../desk/browser/server/open-workbook';
import { FOLDERS } from '../../desk/browser/server/folders';
import type { ToPage } from '../../desk/browser/view/messages';
import { readCustomFunctionTable, type CustomFunctionTable } from '../../desk/calc/custom-function-table';
import { REQUIREMENT_SETS } from '../../desk/runtime/external';
import { readXlsx } from '../../desk/xlsx/read-xlsx';
import type { MeasuredPage, PageServer } from './pages';

/** Pixels of Excel's pane on Windows. */
const VIEWPORT = { width: 350, height: 800 };
const SLOWER = 4;

/** Milliseconds since the page was asked for; null: the page shows nothing. */
export interface Timing {
  /** All scripts of the page have run: custom functions can be called. */
  scripts: number;
  paint: number | null;
  /** The first button can be clicked. */
  button: number | null;
  /** The first button can be clicked that needs what stands in the workbook. */
  fromWorkbook: number | null;
  /** What the page had asked for by then. */
  addresses: string[];
}

/** Loads a page once, with nothing cached, on a processor slowed down four times. */
export async function timePage(browser: Browser, server: PageServer, page: MeasuredPage): Promise<Timing> {
  const context = await browser.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce' });
  try {
    const tab = await context.newPage();
    const failures: string[] = [];
    tab.on('pageerror', (error) => failures.push(error.message));
    const closeExcel = await prepare(tab, page);
    const session = await context.newCDPSession(tab);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await tab.goto(server.addressOf(page));
    const [button, fromWorkbook] = await tab.evaluate<[number | null, number | null]>('whenButtons');
    const { functions, ...timing } = await tab.evaluate<
      Pick<Timing, 'scripts' | 'paint' | 'addresses'> & { functions: number }
    >(READ);
    if (page.isShown) await tab.locator('button:enabled').first().click({ trial: true });
    closeExcel();
    if (functions !== page.functions) failures.push(`${String(functions)} functions associated`);
    if (failures.length > 0) throw new Error(`${page.name}: ${failures.join('; ')}`);
    return { ...timing, button, fromWorkbook };
  } finally {
    await context.close();
  }
}

const READ = `({
  scripts: performance.getEntriesByType('navigation')[0].domContentLoadedEventStart,
  paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
  addresses: [location.href, ...performance.getEntriesByType('resource').map(({ name }) => name)],
  functions: Object.keys(CustomFunctions._association.mappings).length,
})`;

/** Puts a workbook behind the page: the sample, as the demo opens it. */
async function prepare(tab: Page, page: MeasuredPage): Promise<() => void> {
  const book = readXlsx(readFileSync(join(FOLDERS.root, 'assets/sample/sessions.xlsx')));
  const workbook = new OpenWorkbook(book, 'sessions.xlsx', functionsOfAddIn());
  const toPage = (message: ToPage): void => {
    if (message.kind !== 'client') return;
    const text = JSON.stringify(JSON.stringify(message.message));
    // The page may be gone by the time an event reaches it.
    tab.evaluate(`deskFrame.receive(${text})`).catch(() => undefined);
  };
  const window = workbook.openWindow(toPage, page.displayMode === 'taskpane');
  await tab.exposeFunction('sendToHost', (text: string) => void window.receive({ kind: 'client', text }));
  const bench = {
    buttons: [page.isShown ? 'button' : null, page.fromWorkbook],
    excel: {
      requirementSets: REQUIREMENT_SETS,
      displayMode: page.displayMode,
      theme: OFFICE_THEMES['light'],
    },
  };
  await tab.addInitScript(`window.bench = ${JSON.stringify(bench)}`);
  await tab.addInitScript({ path: join(__dirname, 'in-page.js') });
  return () => workbook.closeWindow(window);
}

function functionsOfAddIn(): CustomFunctionTable {
  const text = readFileSync(join(FOLDERS.addIn, 'functions.json'), 'utf8');
  return readCustomFunctionTable(JSON.parse(text) as Parameters<typeof readCustomFunctionTable>[0]);
}
