import type { Book } from '../book/book';
import { Host, type HostOptions } from '../host/host';
import { installGlobals, startClient, type Client, type ClientOptions } from '../runtime/client';

export type AuthorOptions = HostOptions & ClientOptions;

/** Somebody who works on a workbook: an add-in of its own, in an Excel or a window of its own. */
export interface Author {
  readonly book: Book;
  readonly host: Host;
  readonly client: Client;
  run: Client['run'];
  /** Lets code that takes `Excel` and `Office` from the page find this author's. One author at a time. */
  as<T>(work: () => Promise<T>): Promise<T>;
}

export async function openAuthor(book: Book, options: AuthorOptions): Promise<Author> {
  const host = new Host(book, options);
  const client = await startClient(host, options);
  return {
    book,
    host,
    client,
    run: (batch) => client.run(batch),
    async as(work) {
      const restore = installGlobals(client);
      try {
        return await work();
      } finally {
        restore();
      }
    },
  };
}
