import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Book } from '../../../desk/book/book';
import { startDeskServer, type DeskServer } from '../../../desk/browser/server/desk-server';
import { FOLDERS } from '../../../desk/browser/server/folders';

const addIn = mkdtempSync(join(tmpdir(), 'add-in-'));
let server: DeskServer;
let address: string;

beforeAll(async () => {
  copyFileSync(join(FOLDERS.root, 'manifest.xml'), join(addIn, 'manifest.xml'));
  writeFileSync(join(addIn, 'functions.json'), JSON.stringify({ functions: [] }));
  server = await startDeskServer({ addIn });
  const book = new Book();
  book.addSheet('Sessions');
  address = server.open(book, 'Sessions.xlsx');
});

afterAll(async () => {
  await server.close();
  rmSync(addIn, { recursive: true });
});

test('Nobody else’s page may read or change the workbook', async () => {
  const read = (headers: Record<string, string>) => fetch(`${address}/file`, { headers });
  expect((await read({})).status).toBe(200);
  expect((await read({ Origin: server.origin })).status).toBe(200);
  expect((await read({ Origin: 'https://elsewhere.example' })).status).toBe(403);
  const write = await fetch(`${server.origin}/messages?window=window-1`, {
    method: 'POST',
    headers: { Origin: 'https://elsewhere.example' },
    body: '[]',
  });
  expect(write.status).toBe(403);
});

test('Files outside of what it serves are not found', async () => {
  expect((await fetch(`${server.origin}/add-in/manifest.xml`)).status).toBe(200);
  expect((await fetch(`${server.origin}/add-in/..%2fpackage.json`)).status).toBe(404);
});
