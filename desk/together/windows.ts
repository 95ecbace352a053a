import type { Book } from '../book/book';
import { openAuthor, type Author, type AuthorOptions } from './author';

/**
 * Windows of one Excel on one workbook, each with an add-in of its own: all see every change at once, and each request
 * is done as one.
 */
export async function openWindows(
  book: Book,
  count = 2,
  options: (window: number) => AuthorOptions = () => ({}),
): Promise<{ windows: Author[]; close(): Promise<void> }> {
  const windows: Author[] = [];
  for (let window = 0; window < count; window++)
    windows.push(await openAuthor(book, { ...options(window), isWindow: true }));
  return {
    windows,
    async close() {
      for (const { client, host } of windows) {
        await client.close();
        host.workspace.close();
      }
    },
  };
}
