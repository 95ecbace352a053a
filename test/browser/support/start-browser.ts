import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser, type BrowserServer } from 'playwright-core';

/** Where Chrome and Edge are installed on the systems for which the npm package has no browser. */
const INSTALLED: Partial<Record<NodeJS.Platform, string[]>> = {
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

sparticuz.setGraphicsMode = false;

/**
 * The package's own arguments less those that put everything into one process, where the end of one window is the
 * end of the browser, and those that switch off what keeps pages from each other: people's browsers have it on.
 */
const NOT_WANTED =
  /^--(single-process|no-zygote|in-process-gpu|disable-web-security|allow-running-insecure-content|disable-site-isolation-trials|disable-features)/;
const PACKAGED = sparticuz.args.filter((arg) => !NOT_WANTED.test(arg));

/** Milliseconds after which a browser is taken for one that never answers: at its start, when the package's may have to be unpacked, and later. */
const START = 45_000;
const ANSWER = 15_000;

const WHAT_HELPS =
  'CLAIMSHEET_BROWSER names the browser for the tests: the path of a Chrome, Edge or Chromium.';

/**
 * Starts the browser that `CLAIMSHEET_BROWSER` names, or else the one of the npm package, and waits until it shows a
 * page. Throws one sentence when it does not.
 */
export async function startBrowser(
  named = process.env['CLAIMSHEET_BROWSER'],
  limit = START,
): Promise<BrowserServer> {
  const path = named ?? (INSTALLED[process.platform] ?? []).find((each) => existsSync(each));
  const browser = path ?? 'The Chromium of the npm package @sparticuz/chromium';
  const end = Date.now() + limit;
  let server: BrowserServer;
  try {
    server = await launch(path, limit);
  } catch (cause) {
    endLaunched(cause);
    const late = Date.now() < end ? null : `did not start within ${seconds(limit)}`;
    throw new Error(`${browser} ${late ?? `could not be started${reason(cause)}`}. ${WHAT_HELPS}`, { cause });
  }
  try {
    const connected = await connectTo(server.wsEndpoint(), end - Date.now());
    await connected.close();
    return server;
  } catch (cause) {
    await server.kill();
    throw new Error(`${browser} showed no page within ${seconds(limit)}. ${WHAT_HELPS}`, { cause });
  }
}

/** Connects to a started browser that shows a page. Throws one sentence when it does not answer. */
export async function connectTo(endpoint: string, limit = ANSWER): Promise<Browser> {
  const connecting = chromium.connect(endpoint);
  try {
    const shown = connecting.then(async (browser) => {
      await (await browser.newPage()).close();
      return browser;
    });
    return await answered(shown, limit);
  } catch (problem) {
    // A browser that stands still cannot say good-bye either.
    void connecting.then((browser) => browser.close()).catch(() => undefined);
    throw problem;
  }
}

/** What a started browser was asked for. Throws one sentence when it does not answer. */
export async function answered<T>(asked: Promise<T>, limit = ANSWER): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const sentence = `The browser of the tests did not answer within ${seconds(limit)}.`;
    timer = setTimeout(() => reject(new Error(sentence)), limit);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function launch(path: string | undefined, timeout: number): Promise<BrowserServer> {
  const isRoot = process.getuid?.() === 0;
  const args = [...QUIET, ...(isRoot ? ['--no-sandbox'] : [])];
  if (path !== undefined)
    return chromium.launchServer({ executablePath: path, headless: true, args, timeout });
  return chromium.launchServer({
    executablePath: await sparticuz.executablePath(),
    headless: true,
    args: [...args, ...PACKAGED],
    env: { ...process.env, FONTCONFIG_FILE: fontsFile() },
    timeout,
  });
}

/** The package's fonts beside those of the machine, which may have none: without any, Chromium ends at the first text. */
function fontsFile(): string {
  const folder = join(__dirname, '../../../out');
  const file = join(folder, 'fonts.conf');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(tmpdir(), 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  );
  return file;
}

function reason(cause: unknown): string {
  const [, library] = /error while loading shared libraries: ([^:\s]+)/.exec(String(cause)) ?? [];
  return library === undefined ? '' : `: ${library} is not installed`;
}

/** Playwright itself gives a browser that never answers another half minute to close. */
function endLaunched(cause: unknown): void {
  const id = Number(/<launched> pid=(\d+)/.exec(String(cause))?.[1] ?? 0);
  if (id === 0) return;
  try {
    process.kill(process.platform === 'win32' ? id : -id, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

function seconds(milliseconds: number): string {
  return `${String(Math.round(milliseconds / 1000))} s`;
}
