import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectTo, startBrowser } from './support/start-browser';

const WHAT_HELPS =
  'CLAIMSHEET_BROWSER names the browser for the tests: the path of a Chrome, Edge or Chromium.';

const folder = mkdtempSync(join(tmpdir(), 'browser-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The path of a command in place of a browser. */
function command(script: string): string {
  const path = join(folder, 'browser.sh');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('A browser that never answers is told in one sentence, and ended', async () => {
  const path = command(`echo $$ > ${join(folder, 'process')}\nexec sleep 600`);
  const problem = await startBrowser(path, 1000).catch((error: Error) => error.message);
  expect(problem).toBe(`${path} did not start within 1 s. ${WHAT_HELPS}`);
  const id = Number(readFileSync(join(folder, 'process'), 'utf8'));
  while (isRunning(id)) await new Promise((resolve) => setTimeout(resolve, 10));
});

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

test.each([
  ['is not there', '/nowhere/browser'],
  ['ends at once', process.execPath],
])('A browser that %s is told in one sentence', async (_, path) => {
  const problem = await startBrowser(path).catch((error: Error) => error.message);
  expect(problem).toBe(`${path} could not be started. ${WHAT_HELPS}`);
});

test('A library that a browser lacks is named', async () => {
  const path = command(
    'echo "chromium: error while loading shared libraries: libnss3.so: cannot open it" >&2; exit 127',
  );
  const problem = await startBrowser(path).catch((error: Error) => error.message);
  expect(problem).toBe(`${path} could not be started: libnss3.so is not installed. ${WHAT_HELPS}`);
});

test('A browser that stops answering later is told in one sentence, too', async () => {
  const browser = await startBrowser();
  const { pid = 0 } = browser.process();
  process.kill(pid, 'SIGSTOP');
  const problem = await connectTo(browser.wsEndpoint(), 1000).catch((error: Error) => error.message);
  expect(problem).toBe('The browser of the tests did not answer within 1 s.');
  process.kill(pid, 'SIGCONT');
  await browser.close();
});
