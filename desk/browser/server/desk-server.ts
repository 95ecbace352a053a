import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Book } from '../../book/book';
import { readCustomFunctionTable, type CustomFunctionTable } from '../../calc/custom-function-table';
import { BadWorkbook } from '../../xlsx/bad-workbook';
import { MOST } from '../../xlsx/limits';
import { readCsv } from '../../xlsx/read-csv';
import { readXlsx } from '../../xlsx/read-xlsx';
import { workbookEnding } from '../../xlsx/workbook-ending';
import type { FromPage, Ribbon } from '../view/messages';
import { Access } from './access';
import type { DeskWindow } from './desk-window';
import { EventStream } from './event-stream';
import { FOLDERS, LIBRARIES } from './folders';
import { OpenWorkbook, type OpenOptions } from './open-workbook';
import { CDN, panePage } from './pane-page';
import { report } from './report';
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
  /** Such as `http://127.0.0.1:49152/` and the token, which every address of the Desk begins with. */
  address: string;
  /** Opens a workbook and gives the address of its page. */
  open(book: Book, fileName: string, options?: Pick<OpenOptions, 'readOnly'>): string;
  /** The workbook behind an address that `open` gave. */
  workbookAt(address: string): OpenWorkbook | undefined;
  close(): Promise<void>;
}

/** Serves the Desk's page, the add-in and the workbooks, to this computer only. The build must be there. */
export async function startDeskServer(options: DeskServerOptions = {}): Promise<DeskServer> {
  const routes = new Routes(options);
  const server = createServer((request, response) => void handle(routes, access, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const access = new Access(`http://127.0.0.1:${String(port)}`);
  const address = access.origin + access.base;
  return {
    address,
    open: (book, fileName, workbook) => address + routes.open(book, fileName, workbook),
    workbookAt: (where) => routes.workbook(new URL(where).pathname.slice(access.base.length)),
    async close() {
      await routes.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers every request, whatever is wrong with it. */
async function handle(
  routes: Routes,
  access: Access,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A page that is gone can be told nothing more.
  response.on('error', () => response.destroy());
  try {
    const url = access.admitted(request);
    if (!url) return refuse(response, 403, 'This address is only for the Desk itself.');
    await routes.route(request, response, url);
  } catch (error) {
    if (response.headersSent) response.destroy();
    else if (error instanceof BadWorkbook) refuse(response, 422, error.message);
    else if (error instanceof URIError || error instanceof SyntaxError)
      refuse(response, 400, 'The Desk cannot read this request.');
    else if (!request.destroyed || !isBroken(error)) {
      report(error);
      refuse(response, 500, 'Something went wrong in the Desk.');
    }
  }
}

/** The page went away while it was sending. */
function isBroken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
}

class Routes {
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

  async route(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const [, first = '', ...rest] = decodeURIComponent(url.pathname).split('/');
    const path = rest.join('/');
    if (request.method === 'POST') return this.post(request, response, url);
    if (request.method !== 'GET') return refuse(response, 405, 'The Desk does not do this.');
    switch (first) {
      case '':
        response.writeHead(302, { Location: ([...this.workbooks.keys()][0] ?? '/none').slice(1) });
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
    const name = workbook.fileName.replace(/\.\w+$/, '') + workbookEnding(workbook.fileName);
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
    if (!body) {
      response.setHeader('Connection', 'close');
      return refuse(response, 413, 'The file is too large for the Desk.');
    }
    if (url.pathname === '/open') {
      const name = url.searchParams.get('name') ?? 'Workbook.xlsx';
      return answer(response, {
        type: '.json',
        // As seen from the page of a workbook, like all addresses in it.
        body: JSON.stringify({ address: `..${this.openFile(body, name)}` }),
      });
    }
    const window = this.windows.get(url.searchParams.get('window') ?? '')?.window;
    if (!window || url.pathname !== '/messages') return refuse(response, 404, 'This window is closed.');
    const messages = JSON.parse(body.toString('utf8')) as unknown;
    if (!Array.isArray(messages)) throw new SyntaxError('no list of messages');
    response.writeHead(204).end();
    for (const message of messages as FromPage[]) window.receive(message).catch(report);
  }

  private openFile(bytes: Uint8Array, name: string): string {
    const isText = /\.(csv|tsv|txt)$/i.test(name);
    return this.open(isText ? readCsv(bytes, name.replace(/\.\w+$/, '')) : readXlsx(bytes), name);
  }
}

function answerLibrary(response: ServerResponse, name: string): void {
  const file = Object.hasOwn(LIBRARIES, name) ? LIBRARIES[name] : undefined;
  if (file === undefined) return refuse(response, 404, 'There is no such file.');
  const at = file.lastIndexOf('/');
  answerFile(response, file.slice(0, at), file.slice(at + 1), { isFixed: true });
}

/** Null when it is too large, which a page says beforehand. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > MOST.fileBytes) return null;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > MOST.fileBytes) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
