import fc from 'fast-check';
import type { Book } from '../../../desk/book/book';
import { undoLast } from '../../support/write-plan';
import { Refusal } from '../../../src/workbook/refusal';
import { onDesk } from '../../support/desk';
import { workbookOf } from '../../support/practice-workbook';

/** A register whose rows, from top to bottom, were made by these runs; '' is a row that the user typed. */
function registerOf(runs: readonly string[]): Book {
  return workbookOf(
    { Sessions: [['Date'], ['x']] },
    {
      Claims: runs.map((run, index) => ({
        account: `C2610${String(index).padStart(4, '0')}`,
        kind: 'Claim',
        client: `Client ${String(index)}`,
        billed: 100 * index,
        status: run === '' ? 'mine' : 'Made',
        run: run === '' ? null : run,
      })),
      Activity: [
        { run: 'first', when: '2026-11-01 09:00', what: 'First', sheets: 'Claims', number: 1 },
        { run: 'last', when: '2026-11-02 09:00', what: 'Last', rows: 'Claims: 1', number: 2 },
      ],
    },
  );
}

const undo = (book: Book) => onDesk(book, undoLast);

/** Every cell of the table's rows, as texts. */
function rowsOf(book: Book): string[] {
  const sheet = book.sheet('Claims');
  const [table] = sheet?.tables ?? [];
  return Array.from({ length: (table?.area.rows ?? 1) - 1 }, (_, row) =>
    Array.from({ length: table?.area.columns ?? 0 }, (__, column) =>
      String(sheet?.cell(row + 1, column)?.value ?? ''),
    ).join('|'),
  );
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (problem: unknown) => problem,
  );
  if (error instanceof Refusal) return error.message;
  throw new Error('expected a refusal', { cause: error });
}

test('rows of a run are taken from among those of others, at each cell', async () => {
  const book = registerOf(['first', 'last', '', 'last', 'last', 'first', 'last', '']);
  const before = rowsOf(book);
  await undo(book);
  expect(rowsOf(book)).toEqual([0, 2, 5, 7].map((row) => before[row]));
});

test('whatever the order in which the user sorted them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .array(fc.constantFrom('first', 'last', ''), { minLength: 2, maxLength: 9 })
        .filter((runs) => runs.some((run) => run !== 'last') && runs.includes('last')),
      async (runs) => {
        const book = registerOf(runs);
        const before = rowsOf(book);
        await undo(book);
        expect(rowsOf(book).filter((row) => row.replaceAll('|', '') !== '')).toEqual(
          before.filter((_, row) => runs[row] !== 'last'),
        );
      },
    ),
    { numRuns: 25, seed: 20_261_201 },
  );
});

test('Undo refuses, before anything is touched, where a table that it would change is filtered', async () => {
  const book = registerOf(['first', 'last']);
  const [column] = book.sheet('Claims')?.tables[0]?.columns ?? [];
  if (column)
    column.filter = { criteria: { on: 'Values', values: ['C26100000'], blanks: false }, source: null };
  const before = rowsOf(book);
  expect(await refusalOf(undo(book))).toContain('is filtered');
  expect(rowsOf(book)).toEqual(before);
});

test('a total row stays below the rows that are left', async () => {
  const book = registerOf(['first', 'last', 'first']);
  const before = rowsOf(book);
  await onDesk(book, async (context) => {
    context.workbook.tables.getItem('Claims').showTotals = true;
    await context.sync();
  });
  await undo(book);
  const [table] = book.sheet('Claims')?.tables ?? [];
  expect(table?.hasTotals).toBe(true);
  expect(rowsOf(book).slice(0, -1)).toEqual([before[0], before[2]]);
});
