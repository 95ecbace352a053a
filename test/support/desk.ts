import type { Book, CellValue } from '../../desk/book/book';
import { CellError } from '../../desk/book/book';
import { Host, type HostOptions } from '../../desk/host/host';
import { installGlobals, startClient } from '../../desk/runtime/client';

/** Lets the add-in's code work on a book through Microsoft's client, and answers what the host was asked. */
export async function onDesk<T>(
  book: Book,
  work: (context: Excel.RequestContext) => Promise<T>,
  options: HostOptions = {},
): Promise<{ answer: T; host: Host; roundTrips: number }> {
  const host = new Host(book, options);
  const client = await startClient(host, { mayShareWindow: true });
  const restore = installGlobals(client);
  try {
    const answer = await client.run(work);
    const roundTrips = host.requests.filter((request) => request.kind === 'sync').length;
    return { answer, host, roundTrips };
  } finally {
    restore();
    await client.close();
  }
}

/** Every filled cell of every sheet, with its table areas: what a user would see change. */
export function contentsOf(book: Book): Record<string, unknown> {
  return Object.fromEntries(
    book.sheets.map((sheet) => {
      const cells: Record<string, CellValue | string> = {};
      for (const { row, column, cell } of sheet.entries()) {
        if (cell.value === null && cell.formula === null) continue;
        const value = cell.value instanceof CellError ? cell.value.text : cell.value;
        cells[`${String(row)}:${String(column)}`] = cell.formula ?? value;
      }
      const tables = sheet.tables.map(({ name, area }) => ({ name, area: { ...area } }));
      return [sheet.name, { cells, tables, visibility: sheet.visibility }];
    }),
  );
}
