import { readXlsx } from '../../desk/xlsx/read-xlsx';
import type { Book } from '../../desk/book/book';
import { openAuthor } from '../../desk/together/author';
import { wordsFor } from '../../src/taskpane/office/work';
import { Refusal } from '../../src/workbook/refusal';
import { TABLE_NAMES } from '../../src/workbook/tables';
import { onDesk } from '../support/desk';
import { cleanRun } from './run-fault';
import { SCENARIOS, type Scenario } from './scenarios';
import { stateOf } from './state';
import { fileOf } from './workbooks';

/** What a user leaves on in a workbook, how it is put on and taken off again. */
const OBSTACLES: Record<string, { on: (book: Book) => Promise<void>; off: (book: Book) => Promise<void> }> = {
  'own tables whose rows a filter hides': {
    on: (book) =>
      ownTables(book, (table) => {
        table.columns.getItemAt(0).filter.applyValuesFilter(['nothing says this']);
      }),
    off: (book) =>
      ownTables(book, (table) => {
        table.clearFilters();
      }),
  },
  'sheets that are protected': {
    on: (book) => protectedSheets(book, true),
    off: (book) => protectedSheets(book, false),
  },
};

async function ownTables(book: Book, each: (table: Excel.Table) => void): Promise<void> {
  await onDesk(book, async (context) => {
    const tables = context.workbook.tables.load('items/name');
    await context.sync();
    for (const table of tables.items) if (TABLE_NAMES.some((name) => name === table.name)) each(table);
    await context.sync();
  });
}

function protectedSheets(book: Book, isProtected: boolean): Promise<void> {
  for (const sheet of book.sheets) sheet.isProtected = isProtected;
  return Promise.resolve();
}

/** The sentence that the user is told; null where it was done. */
async function press(book: Book, scenario: Scenario): Promise<string | null> {
  const author = await openAuthor(book, {});
  try {
    return await author.as(async () => {
      try {
        await scenario.press('with an obstacle');
        return null;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return wordsFor(error);
      }
    });
  } finally {
    await author.client.close();
  }
}

test.each(SCENARIOS)(
  '$name: with filters or protection left on it is done as without them, or refused with nothing written',
  async (scenario) => {
    const before = stateOf(readXlsx(await fileOf(scenario.on)));
    for (const [obstacle, { on, off }] of Object.entries(OBSTACLES)) {
      const book = readXlsx(await fileOf(scenario.on));
      await on(book);
      const words = await press(book, scenario);
      await off(book);
      // Most presses are refused, and cost no press without an obstacle.
      const expected = words === null ? (await cleanRun(scenario)).after : before;
      expect({ obstacle, words, state: stateOf(book) }).toEqual({ obstacle, words, state: expected });
    }
  },
);
