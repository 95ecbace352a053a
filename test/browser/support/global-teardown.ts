import type { BrowserServer } from 'playwright-core';

export default async function tearDown(): Promise<void> {
  await (globalThis as { deskBrowser?: BrowserServer }).deskBrowser?.close();
}
