import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { FOLDERS } from '../../desk/browser/server/folders';
import { panePage } from '../../desk/browser/server/pane-page';
import { answer, answerFile } from '../../desk/browser/server/responses';
import { TEMPLATE_FOLDERS, TEMPLATE_PAGE } from './react-template';

export interface MeasuredPage {
  name: string;
  folder: string;
  file: string;
  displayMode: 'taskpane' | 'hidden';
  /** Whether the page shows anything. */
  isShown: boolean;
  /** The first button that needs what stands in the workbook; null: the page reads nothing. */
  fromWorkbook: string | null;
  /** Custom functions that the page associates. */
  functions: number;
}

const CLAIMSHEET = { folder: FOLDERS.addIn, file: 'taskpane.html', functions: 3 };
const TEMPLATE = {
  file: TEMPLATE_PAGE,
  displayMode: 'taskpane',
  isShown: true,
  fromWorkbook: null,
  functions: 0,
} as const;

export const CLAIMSHEET_PAGES: readonly MeasuredPage[] = [
  {
    name: 'Claimsheet, pane hidden',
    ...CLAIMSHEET,
    displayMode: 'hidden',
    isShown: false,
    fromWorkbook: null,
  },
  {
    name: 'Claimsheet, pane shown',
    ...CLAIMSHEET,
    displayMode: 'taskpane',
    isShown: true,
    fromWorkbook: '[role=tabpanel]:not([hidden]) button',
  },
];

export const TEMPLATE_PAGES: readonly MeasuredPage[] = [
  { name: 'React template', ...TEMPLATE, folder: TEMPLATE_FOLDERS.asPublished },
  { name: '  without polyfills, in one file', ...TEMPLATE, folder: TEMPLATE_FOLDERS.bundled },
];

export interface PageServer {
  addressOf(page: MeasuredPage): string;
  /** The file of an own script, style or page behind an address; null for Office.js and the Desk. */
  ownFile(page: MeasuredPage, address: string): string | null;
  close(): void;
}

/** Serves built add-ins, Office.js from its package and the Desk's script in front of it, on loopback. */
export async function servePages(pages: readonly MeasuredPage[]): Promise<PageServer> {
  const server = createServer((request, response) => {
    const [, first = '', ...rest] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/');
    const path = rest.join('/');
    const page = pages[Number(first)];
    if (first === 'office') return answerFile(response, FOLDERS.office, path);
    if (first === 'desk') return answerFile(response, FOLDERS.page, path);
    if (path !== page?.file) return answerFile(response, page?.folder ?? FOLDERS.page, path);
    const html = readFileSync(join(page.folder, page.file), 'utf8');
    answer(response, { type: '.html', body: panePage(html, false) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = (page: MeasuredPage): string =>
    `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/${String(pages.indexOf(page))}/`;
  return {
    addressOf: (page) => base(page) + page.file,
    ownFile: (page, address) =>
      address.startsWith(base(page))
        ? join(page.folder, new URL(address.slice(base(page).length), 'file:///').pathname)
        : null,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
