import type { Book } from '../../../desk/book/book';
import { readMonthScreen, type MonthScreen } from '../../../src/actions/month-end/month-screen';
import { NOW, workbook } from '../../states/workbook';
import { columnOf, deleteSheets, setCell, sheetOf } from '../../support/book-edits';
import { onDesk } from '../../support/desk';

/** November of a workbook whose October was billed, answered and closed, after somebody changed it. */
async function november(change: (book: Book) => void): Promise<MonthScreen> {
  const book = await workbook();
  change(book);
  const { answer } = await onDesk(book, (context) =>
    readMonthScreen(context, { month: '2026-11', now: NOW }),
  );
  return answer;
}

test('a month whose payments were deleted with their sheet does not balance, and says which table is gone', async () => {
  const { report } = await november((book) => deleteSheets(book, 'Payments'));
  expect(report?.outOfBalance.join(' ')).toContain('The table Payments is gone, to which 1 row was added');
});

test('a payment that was deleted is told by the claim that still has its amount', async () => {
  const { report } = await november((book) => {
    const sheet = sheetOf(book, 'Payments');
    const width = sheet.tables[0]?.area.columns ?? 0;
    for (let column = 0; column < width; column++) sheet.setValue(1, column, null);
  });
  expect(report?.findings).toContainEqual(
    expect.objectContaining({
      rule: 'paid-less-than-before',
      message:
        'Claims says that $80.00 was paid on C2610WFLM0001, and its payments come to $0.00: one was deleted or changed since.',
    }),
  );
});

test.each([
  ['Adjusted', 'The cell "Adjusted" of this payment on C2610WFLM0001 was emptied, and counts as nothing.'],
  ['Line', 'The line of this payment on C2610WFLM0001 is empty, so the $40.00 that it writes off'],
])('a payment whose "%s" was emptied is told at that cell', async (header, message) => {
  const { report } = await november((book) => setCell(book, 'Payments', 1, header, null));
  const found = report?.findings.find(({ rule }) => rule === 'payment-row-changed');
  const book = await workbook();
  const column = columnOf(sheetOf(book, 'Payments'), header) + 1;
  expect(found).toMatchObject({ severity: 'STOP', place: { sheet: 'Payments', row: 2, column } });
  expect(found?.message).toContain(message);
});

test('where the register is gone the screen says what is known of it, and works otherwise', async () => {
  const screen = await november((book) => deleteSheets(book, 'Claims', 'ClaimLines'));
  expect(screen.report).toBeNull();
  expect(screen.nothing).toContain('There is nothing to reconcile.');
  expect(screen.nothing).toContain('are no longer in the register');
  expect(screen.months).toContain('2026-11');
});
