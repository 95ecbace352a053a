import { Book } from '../../../desk/book/book';
import { sum, ZERO } from '../../../src/billing/values/cents';
import { readClaims } from '../../../src/x12/claim-837p/read-claims';
import { workbookOf } from '../../support/practice-workbook';
import { day } from '../../support/values';
import { openPane } from './pane-page';

const MAKE = /^Make \d+ claims?, \$/;

test('A new user starts with the sample, makes a month’s claims, takes them back and makes them again', async () => {
  const book = new Book();
  book.addSheet('Sheet1');
  const pane = await openPane(book);
  await pane.button('Use sample sessions').click();
  await pane.hears('180 read');
  expect(pane.sheets()).toContain('Sample sessions');
  await pane.button('These are right').click();
  await pane.open('Claims');
  const words = await pane.button(MAKE).textContent();
  await pane.button(MAKE).click();
  await pane.hears(/claims made for October 2026/);
  expect(pane.sheets()).toEqual(expect.arrayContaining(['Claims', 'ClaimLines', 'Claims 2026-10']));
  await pane.hears('No new claims in this month.');
  await pane.button('Claims 2026-10').click();
  await pane.desk.until(async () => (await pane.desk.selection()).split('!')[0], 'Claims 2026-10');

  await pane.button('Undo').first().click();
  await pane.hears('Undo the last run?');
  await pane.button('Undo it').click();
  await pane.hears('Taken back');
  expect(pane.sheets()).not.toContain('Claims 2026-10');
  expect(await pane.button(MAKE).textContent()).toBe(words);
  await pane.button(MAKE).click();
  await pane.hears(/claims made for October 2026/);
  expect(pane.sheets()).toContain('Claims 2026-10');
});

test('The claims made can be taken along: as an 837P with the number of the register, as CSV and as PDF', async () => {
  const pane = await openPane();
  await pane.open('Claims');
  await pane.screen.locator('summary', { hasText: 'See them on paper first' }).click();
  const look = await pane.download('Download the PDF copy');
  expect([look.name, look.bytes.subarray(0, 5).toString()]).toEqual(['claims-2026-10-copy.pdf', '%PDF-']);
  await pane.button(MAKE).click();
  await pane.hears(/claims made for October 2026/);

  const edi = await pane.download('Download the 837P file');
  const read = readClaims(edi.bytes.toString());
  expect([edi.name, read.faults]).toEqual(['claims-2026-10.837', []]);
  expect(read.claims.map(({ account }) => account)).toEqual(pane.column('Claims', 'Account'));
  const billed = pane.column('Claims', 'Billed').reduce<number>((sum, dollars) => sum + Number(dollars), 0);
  const sent = sum(read.claims.map(({ claim }) => claim?.total ?? ZERO));
  expect(sent).toBe(Math.round(billed * 100));
  const [control] = pane.column('Claims', 'File');
  expect(Number(read.file.interchanges[0]?.control)).toBe(Number(control));

  const csv = await pane.download('Download the CSV');
  expect([csv.name, csv.bytes.toString().slice(0, 9)]).toEqual(['claims-2026-10.csv', '\uFEFFAccount,']);
  const red = await pane.download('Download the PDF for the red form');
  expect([red.name, red.bytes.subarray(0, 5).toString()]).toEqual(['claims-2026-10-red-form.pdf', '%PDF-']);
  expect(await pane.desk.axe()).toEqual([]);

  await pane.button('Put the 837P file on a sheet').click();
  await pane.button('File claims-2026-10.837').waitFor();
  expect(pane.column('File claims-2026-10.837', 'claims-2026-10.837, from the next row down').join('')).toBe(
    edi.bytes.toString().replace(/[\r\n]/g, ''),
  );

  await pane.screen.locator('summary', { hasText: 'How they go out' }).click();
  await pane.pane.getByLabel('To the right, points').fill('4.5');
  await pane.pane.getByLabel('To the right, points').press('Enter');
  const page = await pane.download('Download the test page');
  expect(page.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const second = await pane.desk.secondWindow();
  await second.pane.getByRole('tab', { name: 'Claims' }).click();
  await second.pane.locator('summary', { hasText: 'How they go out' }).click();
  expect(await second.pane.getByLabel('To the right, points').inputValue()).toBe('4.5');
});

test('The 837P says who gets it before it is made, and its claims are marked as sent, which Undo takes back', async () => {
  const pane = await openPane();
  await pane.open('Claims');
  await pane.hears(/^The 837P is addressed to Office Ally \(preset\), from \d{9}, your tax ID/);
  await pane.button(MAKE).click();
  await pane.hears(/claims made for October 2026/);
  await pane.button('Mark as sent').click();
  await pane.hears(/^\d+ claims marked as Sent in the register/);
  expect(new Set(pane.column('Claims', 'Status'))).toEqual(new Set(['Sent']));
  expect(await pane.desk.axe()).toEqual([]);

  await pane.button('Say who takes the 837P').click();
  await pane.desk.until(async () => (await pane.desk.selection()).split('!')[0], 'Clearinghouse');
  await pane.hears(
    /^The 837P is addressed to Office Ally, from \d{9}, your tax ID, as the Clearinghouse sheet/,
  );
  await pane.desk.type('Clearinghouse!B3', 'QH0001');
  await pane.open('Check');
  await pane.open('Claims');
  await pane.hears('The 837P is addressed to Office Ally, from QH0001, as the Clearinghouse sheet says.');

  await pane.button('Undo the last run…').click();
  await pane.hears(/^Marked as sent: \d+ claims/);
  await pane.button('Undo it').click();
  await pane.hears('Taken back');
  expect(new Set(pane.column('Claims', 'Status'))).toEqual(new Set(['Made']));
  await pane.screen.getByRole('button', { name: 'Clearinghouse' }).click();
  await pane.desk.until(async () => (await pane.desk.selection()).split('!')[0], 'Clearinghouse');
});

test('A layout that is unclear needs one answer, which the workbook remembers', async () => {
  const rows = [
    ['Date', 'Client', 'Patient', 'Min', 'CPT', 'Dx', 'Payer', 'Charge'],
    [day('2026-10-02'), 'Ada Applegate', 'Bruno Birchwood', 60, '97124', 'M54.2', 'Premera', 120],
    [day('2026-10-03'), 'Clara Cloverfield', 'Dmitri Dovetail', 60, '97124', 'M54.2', 'Premera', 120],
  ];
  const pane = await openPane(workbookOf({ Log: rows }));
  await pane.hears('1 question');
  await pane.hears('"Client", "Patient" could each be the client.');
  await pane.pane.getByLabel('Client', { exact: true }).selectOption('Patient');
  await pane.hears('2 read');
  await pane.button('These are right').click();
  await pane.button('Make the sheets').click();
  await pane.hears('All there');
  const [clients] = pane.desk.workbook.book.sheets.filter(({ name }) => name === 'Clients');
  expect([clients?.cell(1, 0)?.value, clients?.cell(2, 0)?.value]).toEqual([
    'Bruno Birchwood',
    'Dmitri Dovetail',
  ]);
  const second = await pane.desk.secondWindow();
  await second.pane.getByRole('tab', { name: 'Set up' }).click();
  await second.pane.getByText('2 read').waitFor();
});

test('A wrong diagnosis that is typed is found by CHECK_CODES and by Check alike', async () => {
  const pane = await openPane();
  const { desk } = pane;
  await desk.type('Sessions!F135', 'M54.5');
  await desk.type('Sessions!P135', '=CLAIM.CHECK_CODES(E135,F135,A135,H135)');
  await desk.until(async () => (await desk.cell('Sessions!P135')).text.slice(0, 5), 'STOP:');
  await pane.open('Check');
  await pane.pane.getByLabel('Find a client, a code or a word').fill('F135 M54.5');
  await pane.screen.locator('summary', { hasText: 'STOP 1' }).first().waitFor();
  await desk.select('Fees!A1');
  await pane
    .button(/Sessions!F135/)
    .first()
    .click();
  await desk.until(() => desk.selection(), 'Sessions!F135');

  await desk.type('Sessions!F136', 'M54.2O');
  await desk.type('Sessions!F137', 'M79.l8');
  await pane.pane.getByLabel('Find a client, a code or a word').fill('');
  await pane.button('Check again').click();
  await pane.hears('2 cells can be fixed at once');
  await pane.pane.getByLabel('Find a client, a code or a word').fill('F136');
  await pane.button('Write M54.20 into F136').click();
  await desk.expectText('Sessions!F136', 'M54.20');
  await pane.button('Undo this fix').click();
  await desk.expectText('Sessions!F136', 'M54.2O');
  await pane.hears('The cell says again what stood there before.');
  await pane.screen.locator('summary', { hasText: '2 cells can be fixed at once' }).click();
  await pane.hears('Sessions!F137, "M79.l8": Write M79.18');
  await pane.button('Fix all 2').click();
  await desk.expectText('Sessions!F136', 'M54.20');
  await desk.expectText('Sessions!F137', 'M79.18');
  await pane.button('Undo these fixes').waitFor();
  expect(await desk.axe()).toEqual([]);
  await pane.button('Undo these fixes').click();
  await desk.expectText('Sessions!F137', 'M79.l8');
});

test('The workbook is looked at once more before anything is written', async () => {
  const pane = await openPane();
  await pane.open('Claims');
  await pane.button(MAKE).waitFor();
  await pane.desk.type('Sessions!I135', '999');
  await pane.button(MAKE).click();
  await pane.hears('Nothing was written. This is what would be made now.');
  expect(pane.sheets()).not.toContain('Claims 2026-10');
});

test('Two windows on the same file do not make a month twice', async () => {
  const pane = await openPane();
  const second = await pane.desk.secondWindow();
  await pane.open('Claims');
  await second.pane.getByRole('tab', { name: 'Claims' }).click();
  await second.pane.getByRole('button', { name: MAKE }).waitFor();
  await pane.button(MAKE).click();
  await pane.hears(/claims made for October 2026/);
  await second.pane.getByRole('button', { name: MAKE }).click();
  await second.pane.getByText('Nothing was written. This is what would be made now.').waitFor();
  await second.pane.getByText('No new claims in this month.').waitFor();
});
