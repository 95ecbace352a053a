import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Book } from '../../../desk/book/book';
import { startDeskServer, type DeskServer } from '../../../desk/browser/server/desk-server';
import type { RequestBody, ResponseBody } from '../../../desk/host/protocol';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { zipOf } from '../xlsx/support/package-files';

let server: DeskServer;
let addIn: string;
let page: string;

beforeAll(async () => {
  addIn = mkdtempSync(join(tmpdir(), 'add-in-'));
  writeFileSync(join(addIn, 'functions.json'), '{"functions":[]}');
  writeFileSync(join(addIn, 'manifest.xml'), '<OfficeApp/>');
  writeFileSync(join(addIn, 'taskpane.html'), '<html><head></head></html>');
  server = await startDeskServer({ addIn });
  page = server.open(bookOf('Sessions'), 'Sessions.xlsx');
});
afterAll(async () => {
  await server.close();
  rmSync(addIn, { recursive: true });
});

function bookOf(name: string): Book {
  const book = new Book();
  book.addSheet(name).setValue(0, 0, 'Date');
  return book;
}

/** Asks as any program can, with whatever headers and path it likes. */
function ask(
  path: string,
  { headers = {}, body, method }: { headers?: object; body?: string | Uint8Array; method?: string } = {},
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        hostname,
        port,
        path,
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: { ...headers },
      },
      (response) => {
        let text = '';
        response.on('data', (piece: Buffer) => (text += piece.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

const within = (path: string): string => new URL(server.address).pathname + path;

describe('a request is admitted only', () => {
  const file = () => `${new URL(page).pathname}/file`;

  test('with the token of the address that was printed', async () => {
    expect(new URL(page).pathname).toMatch(/^\/[0-9a-f]{32}\/book\/1$/);
    expect((await ask(file())).status).toBe(200);
    expect((await ask('/book/1/file')).status).toBe(403);
    expect((await ask(`/${'0'.repeat(32)}/book/1/file`)).status).toBe(403);
    expect((await ask('/')).status).toBe(403);
  });

  test('by the name of this computer, so that no other name leads here', async () => {
    expect((await ask(file(), { headers: { Host: 'elsewhere.example' } })).status).toBe(403);
    expect((await ask(file(), { headers: { Host: 'localhost' } })).status).toBe(403);
  });

  test('from the Desk’s own pages', async () => {
    expect((await ask(file(), { headers: { Origin: new URL(page).origin } })).status).toBe(200);
    expect((await ask(file(), { headers: { Origin: 'https://elsewhere.example' } })).status).toBe(403);
    expect((await ask(file(), { headers: { Origin: 'null' } })).status).toBe(403);
  });
});

describe('no request can stop the server, nor keep its sender waiting', () => {
  test.each<[string, string, { headers?: object; body?: string; method?: string }, number]>([
    ['an address that cannot be read', '/%', {}, 400],
    ['an address of slashes', '///', {}, 302],
    ['a folder above', '/add-in/..%2f..%2fpackage.json', {}, 404],
    ['a library named like a member of every object', '/library/constructor', {}, 404],
    ['a workbook that is not open', '/book/99', {}, 404],
    ['another method', '/book/1', { method: 'DELETE' }, 405],
    ['messages of a window that is closed', '/messages?window=window-9', { body: '[]' }, 404],
    ['a file that is no workbook', '/open?name=a.xlsx', { body: 'Dear diary' }, 422],
  ])('%s', async (_, path, options, status) => {
    expect((await ask(within(path), options)).status).toBe(status);
    expect((await ask(within('/ribbon.json'))).status).toBe(200);
  });

  test('a file that is said to be larger than any, and never sent', async () => {
    const { host } = new URL(server.address);
    const head = `POST ${within('/open')} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${String(2 ** 40)}\r\n\r\n`;
    expect(await send(head)).toMatch(/^HTTP\/1\.1 413/);
  });

  test('a line that is no HTTP', async () => {
    await send('GET / HTTP/9.9\r\n\r\n');
    expect((await ask(within('/ribbon.json'))).status).toBe(200);
  });

  test('an address that is none, in a request with every right header', async () => {
    const host = new URL(server.address).host;
    expect(await send(`GET http://[ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toContain(
      '403',
    );
    expect((await ask(within('/ribbon.json'))).status).toBe(200);
  });
});

test('a workbook sent to the server is opened at an address of its own; a hostile one is explained', async () => {
  const sent = await ask(within('/open?name=May.xlsx'), { body: writeXlsx(bookOf('May')) });
  const { address } = JSON.parse(sent.text) as { address: string };
  const opened = new URL(address, page);
  expect((await ask(opened.pathname)).status).toBe(200);
  expect(server.workbookAt(opened.href)?.fileName).toBe('May.xlsx');
  const bomb = await ask(within('/open?name=x.xlsx'), { body: zipOf({ 'word/document.xml': '<d/>' }) });
  expect(bomb).toEqual({ status: 422, text: 'This is a Word or PowerPoint file, not an Excel workbook.' });
});

test('a request of Office.js that cannot be carried out fails in the add-in, and the next is answered', async () => {
  const quiet = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const workbook = server.workbookAt(page);
  const answers: ResponseBody[] = [];
  const window = workbook?.openWindow((message) => {
    if (message.kind !== 'client') return;
    answers.push((message.message as { message: { body: ResponseBody } }).message.body);
  }, false);
  const receive = (body: unknown) =>
    window?.receive({
      kind: 'client',
      text: JSON.stringify({ id: 1, message: { body: body as RequestBody } }),
    });
  await receive({ ObjectPaths: null });
  await receive({ Actions: [], ObjectPaths: {} });
  expect(answers.map(({ Error: error }) => error?.Code)).toEqual(['GeneralException', undefined]);
  expect(quiet).toHaveBeenCalledTimes(1);
  quiet.mockRestore();
});

/** What comes back for bytes that are sent as they are. */
function send(text: string): Promise<string> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.on('data', (piece) => (answer += piece.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', () => undefined);
  });
}
