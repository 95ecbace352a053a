import type { Book } from '../../desk/book/book';
import { readXlsx } from '../../desk/xlsx/read-xlsx';
import { prepareClaims } from '../../src/actions/claims/make-claims';
import { prepareStatement } from '../../src/actions/documents/statement';
import { applyUndo, prepareUndo, UndoRefusal, type UndoReport } from '../../src/actions/undo/undo';
import { applyPrepared } from '../../src/practice/prepare';
import { stateOf } from '../faults/state';
import { fileOf, MONTH, NOW } from '../faults/workbooks';
import { onDesk } from '../support/desk';
import { rowsOf } from '../support/remittance/payments-desk';

async function withClaims(): Promise<Book> {
  const book = readXlsx(await fileOf('practice'));
  await onDesk(book, async (context) =>
    applyPrepared(context, await prepareClaims(context, { month: MONTH, now: NOW })),
  );
  return book;
}

async function undo(book: Book, allBut = false): Promise<UndoReport> {
  const { answer } = await onDesk(book, async (context) =>
    applyUndo(context, await prepareUndo(context, { now: NOW, allBut })),
  );
  return answer;
}

async function refusalOf(book: Book): Promise<UndoRefusal> {
  const error: unknown = await undo(book).then(
    () => null,
    (problem: unknown) => problem,
  );
  if (error instanceof UndoRefusal) return error;
  throw new Error('expected Undo to refuse', { cause: error });
}

const edit = (book: Book, work: (workbook: Excel.Workbook) => void) =>
  onDesk(book, async (context) => {
    work(context.workbook);
    await context.sync();
  });

test('a claim that was sent stands in the way; all but that one can be taken back, and it stays with its lines', async () => {
  const book = await withClaims();
  const claims = rowsOf(book, 'Claims');
  const row = claims.findIndex((claim) => claim['Account'] === 'C2610WFLM0001') + 1;
  const column = Object.keys(claims[0] ?? {}).indexOf('Status');
  book.sheet('Claims')?.setValue(row, column, 'Sent');
  const refusal = await refusalOf(book);
  expect([refusal.canLeave, refusal.message]).toEqual([
    true,
    expect.stringContaining('C2610WFLM0001 is marked "Sent"'),
  ]);
  expect((await undo(book, true)).left).toEqual(['C2610WFLM0001']);
  expect(rowsOf(book, 'Claims').map((claim) => claim['Account'])).toEqual(['C2610WFLM0001']);
  expect(new Set(rowsOf(book, 'ClaimLines').map((line) => line['Account']))).toEqual(
    new Set(['C2610WFLM0001']),
  );
});

test('a letter that was filled in is not thrown away', async () => {
  const book = readXlsx(await fileOf('answered'));
  await onDesk(book, async (context) =>
    applyPrepared(context, await prepareStatement(context, { client: 'Ada Applegate', now: NOW })),
  );
  const letter = book.sheets.find(({ name }) => name.startsWith('Statement'));
  letter?.setValue(60, 0, 'See you on Monday');
  const before = stateOf(book);
  expect((await refusalOf(book)).message).toContain(`You wrote on the sheet "${letter?.name ?? ''}"`);
  expect(stateOf(book)).toBe(before);
});

test('what the user noted in a column of her own is not lost', async () => {
  const book = await withClaims();
  const columns = Object.keys(rowsOf(book, 'Claims')[0] ?? {}).length;
  await edit(book, ({ tables }) => {
    tables.getItem('Claims').columns.add(undefined, [['My notes'], ['call her'], ['']]);
  });
  expect((await refusalOf(book)).message).toContain('the column "My notes" of the sheet "Claims"');
  book.sheet('Claims')?.setValue(1, columns, null);
  expect((await undo(book)).what).toContain('Claims for 2026-10');
});

test('a run is found again where its sheets were renamed and Activity was sorted', async () => {
  const book = readXlsx(await fileOf('billed'));
  const superbill = book.sheets.find(({ name }) => name.startsWith('SB '));
  await edit(book, ({ worksheets }) => {
    worksheets.getItem(superbill?.name ?? '').name = 'Clara, October';
  });
  const activity = book.sheet('Activity');
  const lines = [1, 2].map((row) =>
    Array.from({ length: 11 }, (_, column) => activity?.cell(row, column)?.value ?? null),
  );
  lines
    .reverse()
    .forEach((line, row) => line.forEach((value, column) => activity?.setValue(row + 1, column, value)));
  expect((await undo(book)).sheetsRemoved).toEqual(['Clara, October']);
  expect(book.sheets.some(({ name }) => name.startsWith('Claims 2026-10'))).toBe(true);
});

test('a sheet of the user that bears the old name of a page stays', async () => {
  const book = readXlsx(await fileOf('billed'));
  const name = book.sheets.find((sheet) => sheet.name.startsWith('SB '))?.name ?? '';
  await edit(book, ({ worksheets }) => {
    worksheets.getItem(name).name = 'Clara, October';
    worksheets.add(name).getRange('A1').values = [['mine']];
  });
  expect((await undo(book)).sheetsRemoved).toEqual(['Clara, October']);
  expect(book.sheet(name)?.cell(0, 0)?.value).toBe('mine');
});
