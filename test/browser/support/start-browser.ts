import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { chromium, type BrowserServer } from 'playwright-core';

/** Where Chrome, Edge and Chromium are installed. */
const INSTALLED: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((folder) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((file) =>
      join(process.env[folder] ?? 'C:\\', file),
    ),
  ),
};

/** Nothing in the background: the tests count what the browser asks for. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NONE =
  'The browser tests need Chrome, Edge or Chromium, or the Chromium of the npm package @sparticuz/chromium, and none of them could be started here.';

/**
 * The package's own arguments less those that put everything into one process: there the end of one window is the
 * end of the browser.
 */
const PACKAGED = sparticuz.args.filter((arg) => !/^--(single-process|no-zygote|in-process-gpu)/.test(arg));

/** Starts an installed browser, or else the one of the npm package. Throws one sentence when none starts. */
export async function startBrowser(): Promise<BrowserServer> {
  const installed = (INSTALLED[process.platform] ?? []).filter((path) => existsSync(path));
  const causes: unknown[] = [];
  for (const path of [...installed, null]) {
    try {
      return await launch(path);
    } catch (cause) {
      causes.push(cause);
    }
  }
  throw new Error(NONE, { cause: causes });
}

async function launch(path: string | null): Promise<BrowserServer> {
  const isRoot = process.getuid?.() === 0;
  const args = [...QUIET, ...(isRoot ? ['--no-sandbox'] : []), ...(path === null ? PACKAGED : [])];
  const executablePath = path ?? (await sparticuz.executablePath());
  return chromium.launchServer({ executablePath, headless: true, args, timeout: 20_000 });
}
