import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { JSDOM } from 'jsdom';

type Shown = (change: { visibilityMode: string }) => void;

export interface Pane {
  document: Document;
  /** What stands in the pane below its title. */
  main: () => string;
  /** What Claimsheet last said. */
  said: () => string[];
  click: (button: string) => Promise<void>;
  /** Excel's news about the pane. */
  turn: (visibilityMode: string) => Promise<void>;
}

/** Starts the page as Excel would, with the pane hidden or shown. */
export async function startPane(visibilityMode: string): Promise<Pane> {
  const html = readFileSync(path.join(__dirname, '../../src/taskpane/taskpane.html'), 'utf8');
  const { document } = new JSDOM(html).window;
  const handlers: Shown[] = [];
  const Office = {
    onReady: () => Promise.resolve({ addin: { visibilityMode } }),
    addin: { onVisibilityModeChanged: (handler: Shown) => Promise.resolve(handlers.push(handler)) },
    VisibilityMode: { hidden: 'Hidden', taskpane: 'Taskpane' },
  };
  Object.assign(globalThis, { Office, document });
  jest.resetModules();
  await import('../../src/taskpane/taskpane');
  await setImmediate();
  return {
    document,
    main: () => document.querySelector('main')?.textContent?.trim() ?? '',
    said: () => [...document.querySelectorAll('.result p')].map((line) => line.textContent ?? ''),
    click: async (words) => {
      const button = [...document.querySelectorAll('button')].find((each) => each.textContent === words);
      if (!button) throw new Error(`there is no button "${words}"`);
      button.click();
      await setImmediate();
    },
    turn: async (mode) => {
      for (const handler of handlers) handler({ visibilityMode: mode });
      await setImmediate();
    },
  };
}
