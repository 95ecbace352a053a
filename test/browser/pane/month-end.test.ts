import { readFileSync } from 'node:fs';
import type { Book } from '../../../desk/book/book';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { prepareClaims } from '../../../src/actions/claims/make-claims';
import { applyPrepared } from '../../../src/practice/prepare';
import { prepareSuperbills } from '../../../src/actions/superbills/make-superbills';
import { contentsOf, onDesk } from '../../support/desk';
import { importInto } from '../../support/remittance/payments-desk';
import { SAMPLE } from '../support/open-desk';
import { answersOfPayers, openMonthEnd, sumsOf } from './month-end-page';

/** The sample with some of its months billed, each on the first day of the next. */
async function billed(...months: number[]): Promise<Book> {
  const book = readXlsx(readFileSync(SAMPLE));
  for (const month of months) {
    const asked = { month: `2026-${String(month).padStart(2, '0')}`, now: new Date(2026, month, 1, 9, 0) };
    await onDesk(book, async (context) => {
      await applyPrepared(context, await prepareClaims(context, asked));
      await applyPrepared(context, await prepareSuperbills(context, asked));
    });
  }
  return book;
}

test('Three months from the first claim to the sheet that outOfBalance out, and back', async () => {
  const pane = await openMonthEnd(await billed(8, 9));
  const { desk, month } = pane;
  const { book } = desk.workbook;
  await pane.open('Claims');
  await pane.button(/^Make \d+ claims?, \$/).click();
  await pane.hears(/claims made for October 2026/);
  const before = contentsOf(book);
  const answers = await answersOfPayers(book);

  await pane.open('Month end');
  await month.shows('2026-10');
  await month.bringIn(answers.file);
  await month.preview.getByText('unmatched').first().waitFor();
  await pane.button(answers.postLabel).click();
  await pane.hears('Payments posted');
  await pane.button('Show November 2026').click();
  await month.shows('2026-11');
  const wanted = await sumsOf(book, '2026-08', '2026-09', '2026-10', '2026-11');
  for (const [each, sums] of Object.entries(wanted)) {
    await month.choose(each);
    await pane.hears('The month balances.');
    expect(await month.sums()).toEqual(sums);
  }

  const stranger = month.unmatched('NOBODY, NOEL');
  await stranger.getByRole('radio').first().check();
  await stranger.getByRole('button', { name: 'Post to this line' }).click();
  await pane.hears(/posted to .* C26/);
  await pane.hears('Every payment that came in found its line.');
  expect({ '2026-11': await month.sums() }).toEqual(await sumsOf(book, '2026-11'));

  await pane.button('Make the month’s sheet').click();
  await pane.hears('The sheet of November 2026 is there.');
  await desk.until(async () => (await desk.selection()).split('!')[0], 'Month 2026-11');
  const closing = (await month.sums()).at(-1) ?? NaN;
  const values = [...(book.sheet('Month 2026-11')?.entries() ?? [])].map(({ cell }) => cell.value);
  expect(values).toContain(closing);
  expect(values.join(' ')).toContain('The month balances');

  for (const run of ['The month', 'Unmatched payment settled', 'Remittances imported']) {
    await pane.screen.getByRole('button', { name: 'Undo the last run…' }).click();
    await pane.hears(new RegExp(`^${run}`));
    await pane.button('Undo it').click();
    await pane.hears('Taken back');
    await pane.button(/^Close$/).click();
  }
  expect(contentsOf(book)).toEqual(before);
}, 240_000);

test('axe-core finds nothing on the month end in three themes at three widths', async () => {
  const book = await billed(8, 9, 10);
  const answers = await answersOfPayers(book);
  await importInto(book, answers.file);
  const pane = await openMonthEnd(book);
  const { month } = pane;
  await pane.open('Month end');
  await month.choose('2026-11');
  await month.bringIn({ ...answers.file, text: answers.file.text.slice(0, 2000) });
  await pane.hears('To know before you post');
  await pane.unfold();
  await pane
    .button(/^Log a call/)
    .first()
    .click();
  expect(await pane.faults([270, 320, 500])).toEqual([]);
}, 240_000);
