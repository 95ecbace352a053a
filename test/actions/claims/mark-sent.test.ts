import type { Book } from '../../../desk/book/book';
import { claimOptions } from '../../../src/actions/claims/claim-options';
import { prepareClaims } from '../../../src/actions/claims/make-claims';
import { prepareMarkSent, type SentClaims } from '../../../src/actions/claims/mark-sent';
import { applyPrepared } from '../../../src/practice/prepare';
import { NOTHING_REMEMBERED } from '../../../src/practice/set-up/remembered';
import { undoLast } from '../../support/write-plan';
import { contentsOf, onDesk } from '../../support/desk';
import { inventedPractice } from '../../support/invented-practice';
import { workbookOf } from '../../support/practice-workbook';

/** Excel's own client is started for each of these. */

const NOW = new Date(2026, 10, 2, 9, 30);
const CLIENTS = ['Ada Applegate', 'Bruno Birchwood', 'Clara Cloverfield'];

/** A workbook with three claims of October made, and what their files say of them. */
async function billed(): Promise<{ book: Book; sent: SentClaims }> {
  const book = workbookOf(
    {
      Sessions: [
        ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge'],
        ...CLIENTS.map((client) => [46296, client, 60, '97124', 'M54.2', 'Cascade Health Plan', 120]),
      ],
    },
    inventedPractice,
  );
  const { answer } = await onDesk(book, async (context) => {
    const options = claimOptions({ month: '2026-10', now: NOW }, NOTHING_REMEMBERED.sending);
    const prepared = await prepareClaims(context, options);
    await applyPrepared(context, prepared);
    return {
      accounts: prepared.report.claims.map(({ account }) => account),
      file: prepared.files?.control ?? null,
    };
  });
  return { book, sent: answer };
}

async function mark(book: Book, sent: SentClaims) {
  const { answer } = await onDesk(book, async (context) => {
    const prepared = await prepareMarkSent(context, sent, NOW);
    await applyPrepared(context, prepared);
    return prepared.report;
  });
  return answer;
}

const undo = (book: Book) => onDesk(book, async (context) => (await undoLast(context)).what);

function statuses(book: Book): unknown[] {
  const column = book.sheet('Claims')?.tables[0]?.columns.findIndex(({ name }) => name === 'Status') ?? -1;
  return CLIENTS.map((_, index) => book.sheet('Claims')?.cell(index + 1, column)?.value);
}

function setStatus(book: Book, row: number, status: string): void {
  const column = book.sheet('Claims')?.tables[0]?.columns.findIndex(({ name }) => name === 'Status') ?? -1;
  book.sheet('Claims')?.setValue(row, column, status);
}

test('the claims of a run are marked as sent, and Undo gives Made back, then takes the claims back', async () => {
  const { book, sent } = await billed();
  const before = contentsOf(book);
  expect(sent.accounts).toHaveLength(3);
  expect(await mark(book, sent)).toEqual({ marked: 3, others: 0 });
  expect(statuses(book)).toEqual(['Sent', 'Sent', 'Sent']);
  expect((await undo(book)).answer).toBe('Marked as sent: 3 claims');
  expect(contentsOf(book)).toEqual(before);
  expect((await undo(book)).answer).toBe('Claims for 2026-10: 3 claims made');
  expect(book.sheet('Claims')).toBeUndefined();
});

test('claims that a payer or clearinghouse has answered keep their status', async () => {
  const { book, sent } = await billed();
  setStatus(book, 2, 'Accepted');
  expect(await mark(book, sent)).toEqual({ marked: 2, others: 1 });
  expect(statuses(book)).toEqual(['Sent', 'Accepted', 'Sent']);
});

test('a second press writes nothing, and neither does one for a file that was made anew', async () => {
  const { book, sent } = await billed();
  expect(await mark(book, { ...sent, file: (sent.file ?? 0) + 1 })).toEqual({ marked: 0, others: 3 });
  expect(await mark(book, { ...sent, file: null })).toEqual({ marked: 3, others: 0 });
  const before = contentsOf(book);
  expect(await mark(book, sent)).toEqual({ marked: 0, others: 3 });
  expect(contentsOf(book)).toEqual(before);
});
