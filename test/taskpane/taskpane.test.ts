import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { JSDOM } from 'jsdom';
import pkg from '../../package.json';

const root = path.join(__dirname, '../..');
type Shown = (change: { visibilityMode: string }) => void;

/** Starts the page as Excel would, with the pane hidden or shown. */
async function start(
  visibilityMode: string,
): Promise<{ main: () => string; document: Document; shown: Shown[] }> {
  const html = readFileSync(path.join(root, 'src/taskpane/taskpane.html'), 'utf8');
  const { document } = new JSDOM(html).window;
  const shown: Shown[] = [];
  const Office = {
    onReady: () => Promise.resolve({ addin: { visibilityMode } }),
    addin: { onVisibilityModeChanged: (handler: Shown) => Promise.resolve(shown.push(handler)) },
    VisibilityMode: { hidden: 'Hidden', taskpane: 'Taskpane' },
  };
  Object.assign(globalThis, { Office, document });
  jest.resetModules();
  await import('../../src/taskpane/taskpane');
  await setImmediate();
  return { main: () => document.querySelector('main')?.textContent?.trim() ?? '', document, shown };
}

describe('the pane', () => {
  test('is filled at once when Excel opens with it', async () => {
    const { main } = await start('Taskpane');
    expect(main()).toContain(`Version ${pkg.version}`);
  });

  test('waits, when Excel starts the add-in without it, until it is shown', async () => {
    const { main, shown } = await start('Hidden');
    expect(main()).toBe('Loading…');
    for (const handler of shown) handler({ visibilityMode: 'Hidden' });
    await setImmediate();
    expect(main()).toBe('Loading…');
    for (const handler of shown) handler({ visibilityMode: 'Taskpane' });
    await setImmediate();
    expect(main()).toContain('=CLAIM.BILLABLE_UNITS(60,"97124")');
  });

  test('links only to pages that are there', async () => {
    const { document } = await start('Taskpane');
    const links = [...document.querySelectorAll('main a')].map((anchor) => anchor.getAttribute('href') ?? '');
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !existsSync(path.join(root, 'assets', link)))).toEqual([]);
  });
});
