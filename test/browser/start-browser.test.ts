import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectTo, startBrowser } from './support/start-browser';

const WHAT_HELPS =
  'CLAIMSHEET_BROWSER names the browser for the tests: the path of a Chrome, Edge or Chromium.';

test('A browser that never answers is told in one sentence, and ended', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'browser-'));
  const path = join(folder, 'browser.sh');
  writeFileSync(path, `#!/bin/sh\necho $$ > ${join(folder, 'process')}\nexec sleep 600\n`);
  chmodSync(path, 0o755);
  const problem = await startBrowser(path, 1000).catch((error: Error) => error.message);
  expect(problem).toBe(`${path} did not start within 1 s. ${WHAT_HELPS}`);
  const id = Number(readFileSync(join(folder, 'process'), 'utf8'));
  while (isRunning(id)) await new Promise((resolve) => setTimeout(resolve, 10));
  rmSync(folder, { recursive: true });
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

test('A browser that stops answering later is told in one sentence, too', async () => {
  const browser = await startBrowser();
  const { pid = 0 } = browser.process();
  process.kill(pid, 'SIGSTOP');
  const problem = await connectTo(browser.wsEndpoint(), 1000).catch((error: Error) => error.message);
  expect(problem).toBe('The browser of the tests did not answer within 1 s.');
  process.kill(pid, 'SIGCONT');
  await browser.close();
});
