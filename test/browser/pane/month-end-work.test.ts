import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Book } from '../../../desk/book/book';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { billedOctober, rowsOf } from '../../support/remittance/payments-desk';
import { ACCEPTED_999, F277CA } from '../../x12/acknowledgements/samples';
import { openMonthEnd } from './month-end-page';

/** With the account numbers that the sample's claims have. */
const OF_SAMPLE = F277CA.replace(/C26100/gi, (found) => `${found.slice(0, 5)}HRRN0`);

/** Right to left, with what would be markup in a page. */
const CALLA = 'שרה <img src=x> & "לוי"';

const REMITTANCE = readFileSync(join(__dirname, '../../../assets/sample/remittance-2026-10.835'), 'utf8');

/** The sample's October as it left in the file 17, and one client with a name of another script. */
async function sent(): Promise<Book> {
  const book = readXlsx(await billedOctober());
  for (const sheet of book.sheets) {
    const cells = [...sheet.entries()];
    const file = cells.find(({ cell }) => cell.value === 'File');
    for (const { row, column, cell } of cells) {
      if (cell.value === 'Calla Wintergreen') sheet.setValue(row, column, CALLA);
      const isClaim = sheet.name === 'Claims' && file && cell.value === 'Claim';
      if (isClaim) sheet.setValue(row, file.column, '17');
    }
  }
  return book;
}

test('What comes back is brought in, and what is open is worked off, also by keyboard alone', async () => {
  const pane = await openMonthEnd(await sent());
  const { desk, month, screen } = pane;
  const { book } = desk.workbook;
  const status = (account: string) =>
    rowsOf(book, 'Claims').find((row) => row['Account'] === account)?.['Status'];
  await pane.open('Month end');
  await month.shows('2026-10');

  // Answers of the clearinghouse, dropped on the card.
  await month.drop({ name: 'a.277', text: OF_SAMPLE }, { name: 'a.999', text: ACCEPTED_999 });
  const answers = screen.getByRole('group', { name: 'Answers in these files' });
  await answers.getByText('2 claims rejected').waitFor();
  await answers.getByText('Check the NPI of the billing provider').waitFor();
  const name = answers.getByText(CALLA, { exact: true });
  expect(await name.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
  expect(await screen.locator('img').count()).toBe(0);
  await answers.getByText('1 claim accepted').click();
  await answers.getByText(/^Filed on 11\/02\/2026, accepted by OFFICE ALLY/).waitFor();

  // Somebody edits the register between the look and the click.
  await desk.excel(async (context) => {
    const rows = context.workbook.tables.getItem('Claims').columns.getItem('Client').getDataBodyRange();
    rows.getCell(4, 0).values = [['Finn Harrowgate-Moss']];
    await context.sync();
  });
  await pane.button('Keep 10 answers').click();
  await pane.hears('Nothing was written. This is what would be written now.');
  expect(pane.sheets()).not.toContain('Answers');
  await answers.getByText('4 claims received').click();
  await answers.getByText('Finn Harrowgate-Moss').waitFor();
  await pane.button('Keep 10 answers').click();
  await pane.hears('10 answers kept: 2 claims rejected, 1 claim accepted, 4 claims received.');
  expect(['C2610HRRN0001', 'C2610HRRN0002', 'C2610HRRN0003', 'C2610HRRN0005'].map(status)).toEqual([
    'Accepted',
    'Rejected',
    'Rejected',
    'Received',
  ]);

  // A rejected claim is sent again, and leaves the list.
  const correct = pane.button('Correct the claim C2610HRRN0002');
  await correct.click();
  await screen.getByRole('radio', { name: 'Send it again' }).check();
  await pane.button(/^Make C2610HRRN0002 again/).click();
  await pane.hears('C2610HRRN0002 is ready to be sent again.');
  await pane.hears('Files of these claims');
  await correct.waitFor({ state: 'detached' });
  expect(status('C2610HRRN0002')).toBe('Made');

  // Remittances, one of whose payments is for another practice.
  await month.bringIn({ name: 'october.835', text: REMITTANCE });
  await pane.button(/^Post 3 payments, \$/).click();
  await pane.button('Show November 2026').click();
  await month.shows('2026-11');
  await month.unmatched('TIMBLEWICK, J').getByRole('button', { name: 'Not ours' }).click();
  await pane.hears('$81.00 of TIMBLEWICK, J is not ours.');
  await pane.hears('Every payment that came in found its line.');

  // A paper statement, which is typed wrong at first.
  const typed = {
    'Came on': '2026-11-20',
    'Check or EFT number': 'CHECK-9',
    'Amount paid': '300',
    Allowed: '400',
    'Written off': '54',
    'Client owes': '90',
  };
  await screen.locator('#month-type > summary').click();
  const form = screen.locator('#month-type');
  await form.getByLabel('Client', { exact: true }).selectOption('Bram Oxenfield');
  await form.getByLabel('Claim or superbill').selectOption('C2610HRRN0002');
  for (const [label, text] of Object.entries(typed)) await form.getByLabel(label).fill(text);
  await pane.button('Post this payment').click();
  await form.getByRole('alert').getByText('is out of balance by $10.00').waitFor();
  for (const [label, text] of Object.entries(typed))
    expect(await form.getByLabel(label).inputValue()).toBe(text);
  const checks = () => rowsOf(book, 'Payments').filter((row) => row['Check or EFT'] === 'CHECK-9');
  expect(checks()).toEqual([]);
  await form.getByLabel('Client owes').fill('100');
  await pane.button('Post this payment').click();
  await pane.hears('$300.00 posted to C2610HRRN0002.');
  expect(checks()).toMatchObject([{ Account: 'C2610HRRN0002', Paid: 300, 'Client owes': 100 }]);
  expect(await form.getByLabel('Check or EFT number').inputValue()).toBe('CHECK-9');
  expect(await form.getByLabel('Amount paid').inputValue()).toBe('');

  // A denied line, by keyboard alone: a call about it, then the letter.
  await pane.pane.getByRole('tab', { name: 'Month end' }).focus();
  await pane.tabTo('Find a client, a payer or a word');
  await desk.page.keyboard.type('denied');
  await pane.tabTo('Log a call about C2610HRRN0003');
  await desk.page.keyboard.press('Enter');
  await pane.tabTo('Spoke with');
  await desk.page.keyboard.type('Dana');
  await pane.tabTo('What was said');
  await desk.page.keyboard.type('Send the attachment');
  await pane.tabTo('Save the call');
  await desk.page.keyboard.press('Enter');
  await pane.hears('C2610HRRN0003, ' + CALLA);
  expect(await pane.focused()).toContain('Call logged');
  await pane.hears('Dana: Send the attachment');
  expect(rowsOf(book, 'Calls')).toMatchObject([{ Account: 'C2610HRRN0003', 'Spoke with': 'Dana' }]);
  await pane.tabTo('Appeal letter for C2610HRRN0003');
  await desk.page.keyboard.press('Enter');
  await pane.hears('Appeal letter made');
  expect(await pane.focused()).toContain('Appeal letter made');

  // A statement for a client who owes.
  await screen.locator('#month-documents > summary').click();
  await screen.getByLabel('For which client').selectOption('Lark Vantongeren');
  await pane.button('Make the client statement').click();
  await pane.hears('Client statement made');
  const sheets = pane.sheets().filter((sheet) => /^(Appeal|Statement)/.test(sheet));
  expect(sheets).toHaveLength(2);
}, 240_000);
