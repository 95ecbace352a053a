import { Book } from '../../../desk/book/book';
import { Host, type HostOptions } from '../../../desk/host/host';
import { startClient, type Client, type ClientOptions } from '../../../desk/runtime/client';

/** A workbook with the named sheets, a host over it and Microsoft's client talking to the host. */
export interface Desk {
  book: Book;
  host: Host;
  client: Client;
  run: Client['run'];
}

const open: Client[] = [];

type Options = HostOptions & ClientOptions;

export async function openDesk(sheetNames: string[] = ['Sheet1'], options: Options = {}): Promise<Desk> {
  const book = new Book();
  for (const name of sheetNames) book.addSheet(name);
  return openDeskOver(book, options);
}

export async function openDeskOver(book: Book, options: Options = {}): Promise<Desk> {
  // 15 March 2024: dates typed without a year need a today that does not move.
  const host = new Host(book, { today: () => 45366, ...options });
  const client = await startClient(host, options);
  open.push(client);
  return { book, host, client, run: (batch) => client.run(batch) };
}

export async function closeDesks(): Promise<void> {
  for (const client of open.splice(0)) await client.close();
}

/** What a request was refused with: its code, or `done`. */
export async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}
