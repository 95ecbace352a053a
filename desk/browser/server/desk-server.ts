import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Book } from '../../book/book';
import { readCustomFunctionTable, type CustomFunctionTable } from '../../calc/custom-function-table';
import { BadWorkbook } from '../../xlsx/bad-workbook';
import { readCsv } from '../../xlsx/read-csv';
import { readXlsx } from '../../xlsx/read-xlsx';
import type { FromPage, Ribbon } from '../view/messages';
import type { DeskWindow } from './desk-window';
import { EventStream } from './event-stream';
import { FOLDERS, LIBRARIES } from './folders';
import { OpenWorkbook, type OpenOptions } from './open-workbook';
import { CDN, panePage } from './pane-page';
import { answer, answerFile, refuse } from './responses';
import { readRibbon } from './ribbon';

export interface DeskServerOptions {
  /** The built add-in; `dist/` without it. */
  addIn?: string;
  /** Leave the CDN's address in the add-in's page: whoever drives the browser answers for it. */
  keepCdn?: boolean;
  /** Day number of today, for dates typed without a year; without it the computer's own. */
  today?: () => number;
  port?: number;
}

export interface DeskServer {
  /** Such as `http://127.0.0.1:49152`. */
  origin: string;
  /** Opens a workbook and gives the address of its page. */
  open(book: Book, fileName: string, options?: Pick<OpenOptions, 'readOnly'>): string;
  /** The workbook behind an address that `open` gave. */
  workbookAt(address: string): OpenWorkbook | undefined;
  close(): Promise<void>;
}

/** Bytes: more than any workbook that a person keeps sessions in. */
const LARGEST_UPLOAD = 64 * 1024 * 1024;

/** Serves the Desk's page, the add-in and the workbooks, to this computer only. The build must be there. */
export async function startDeskServer(options: DeskServerOptions = {}): Promise<DeskServer> {
  const routes = new Routes(options);
  const server = createServer((request, response) => void routes.handle(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  routes.origin = `http://127.0.0.1:${String(port)}`;
  return {
    origin: routes.origin,
    open: (book, fileName, workbook) => routes.origin + routes.open(book, fileName, workbook),
    workbookAt: (address) => routes.workbook(new URL(address).pathname),
    async close() {
      await routes.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

class Routes {
  origin = '';
  private readonly addIn: string;
  private readonly functions: CustomFunctionTable;
  private readonly ribbon: Ribbon;
  private readonly workbooks = new Map<string, OpenWorkbook>();
  private readonly windows = new Map<string, { window: DeskWindow; stream: EventStream }>();
  private nextBook = 1;
  private nextWindow = 1;

  constructor(private readonly options: DeskServerOptions) {
    this.addIn = options.addIn ?? FOLDERS.addIn;
    const read = (name: string): string => readFileSync(join(this.addIn, name), 'utf8');
    this.functions = readCustomFunctionTable(
      JSON.parse(read('functions.json')) as Parameters<typeof readCustomFunctionTable>[0],
    );
    this.ribbon = readRibbon(read('manifest.xml'));
  }

  open(book: Book, fileName: string, options: Pick<OpenOptions, 'readOnly'> = {}): string {
    const path = `/book/${String(this.nextBook++)}`;
    const { today } = this.options;
    const workbook = new OpenWorkbook(book, fileName, this.functions, {
      ...options,
      ...(today && { today }),
    });
    this.workbooks.set(path, workbook);
    return path;
  }

  workbook(path: string): OpenWorkbook | undefined {
    return this.workbooks.get(/^\/book\/\d+/.exec(path)?.[0] ?? '');
  }

  async close(): Promise<void> {
    for (const { stream } of this.windows.values()) stream.end();
    for (const workbook of this.workbooks.values()) await workbook.close();
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin);
    // Another page of the browser may neither read nor change the workbook, whatever name it found for this address.
    const { host, origin } = request.headers;
    const isOwn = host === new URL(this.origin).host && (origin === undefined || origin === this.origin);
    if (!isOwn) return refuse(response, 403, 'This address is only for the Desk itself.');
    try {
      await this.route(request, response, url);
    } catch (error) {
      if (error instanceof BadWorkbook) return refuse(response, 422, error.message);
      report(error);
      if (!response.headersSent) refuse(response, 500, 'Something went wrong in the Desk.');
    }
  }

  private async route(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const [, first = '', ...rest] = decodeURIComponent(url.pathname).split('/');
    const path = rest.join('/');
    if (request.method === 'POST') return this.post(request, response, url);
    if (request.method !== 'GET') return refuse(response, 405, 'The Desk does not do this.');
    switch (first) {
      case '':
        response.writeHead(302, { Location: [...this.workbooks.keys()][0] ?? '/none' });
        response.end();
        return;
      case 'book':
        return this.getBook(response, url, rest[1] ?? '');
      case 'desk':
        return path.endsWith('.js')
          ? answerFile(response, FOLDERS.page, path)
          : answerFile(response, join(FOLDERS.pageSource, 'page'), path);
      case 'library':
        return answerLibrary(response, path);
      case 'office':
        return answerFile(response, FOLDERS.office, path, { isFixed: true });
      case 'add-in':
        return path === 'taskpane.html' ? this.pane(response) : answerFile(response, this.addIn, path);
      case 'ribbon.json':
        return answer(response, { type: '.json', body: JSON.stringify(this.ribbon) });
      default:
        return refuse(response, 404, 'There is no such page.');
    }
  }

  private pane(response: ServerResponse): void {
    const { keepCdn = false } = this.options;
    const html = readFileSync(join(this.addIn, 'taskpane.html'), 'utf8');
    answer(response, {
      type: '.html',
      body: panePage(html, keepCdn),
      ...(keepCdn && { scriptsFrom: new URL(CDN).origin }),
    });
  }

  private getBook(response: ServerResponse, url: URL, what: string): void {
    const workbook = this.workbook(url.pathname);
    if (!workbook) return refuse(response, 404, 'This workbook is not open.');
    if (what === '') return answerFile(response, join(FOLDERS.pageSource, 'page'), 'index.html');
    if (what === 'events') return this.connect(response, url, workbook);
    if (what !== 'file') return refuse(response, 404, 'There is no such page.');
    const name = `${workbook.fileName.replace(/\.\w+$/, '')}.xlsx`;
    answer(response, {
      type: '.xlsx',
      body: workbook.save(),
      headers: { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` },
    });
  }

  private connect(response: ServerResponse, url: URL, workbook: OpenWorkbook): void {
    const stream = new EventStream(response);
    const id = `window-${String(this.nextWindow++)}`;
    stream.send({ kind: 'window', window: id });
    const isPaneVisible = url.searchParams.get('pane') !== 'hidden';
    const window = workbook.openWindow((message) => stream.send(message), isPaneVisible);
    this.windows.set(id, { window, stream });
    response.on('close', () => {
      this.windows.delete(id);
      workbook.closeWindow(window);
    });
  }

  private async post(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const body = await readBody(request);
    if (!body) return refuse(response, 413, 'The file is too large for the Desk.');
    if (url.pathname === '/open') {
      const name = url.searchParams.get('name') ?? 'Workbook.xlsx';
      return answer(response, {
        type: '.json',
        body: JSON.stringify({ address: this.openFile(body, name) }),
      });
    }
    const window = this.windows.get(url.searchParams.get('window') ?? '')?.window;
    if (!window || url.pathname !== '/messages') return refuse(response, 404, 'This window is closed.');
    response.writeHead(204).end();
    for (const message of JSON.parse(body.toString('utf8')) as FromPage[]) {
      window.receive(message).catch((error: unknown) => report(error));
    }
  }

  private openFile(bytes: Uint8Array, name: string): string {
    const isText = /\.(csv|tsv|txt)$/i.test(name);
    return this.open(isText ? readCsv(bytes, name.replace(/\.\w+$/, '')) : readXlsx(bytes), name);
  }
}

function report(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

function answerLibrary(response: ServerResponse, name: string): void {
  const file = Object.hasOwn(LIBRARIES, name) ? LIBRARIES[name] : undefined;
  if (file === undefined) return refuse(response, 404, 'There is no such file.');
  const at = file.lastIndexOf('/');
  answerFile(response, file.slice(0, at), file.slice(at + 1), { isFixed: true });
}

/** Null when it is too large. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > LARGEST_UPLOAD) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
