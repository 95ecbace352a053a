import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../../desk/cli/run-command';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { CLIENT_NAMES, inventedPractice } from '../../support/invented-practice';
import { workbookOf } from '../../support/practice-workbook';
import { day } from '../../support/values';
import { openPane } from './pane-page';

const HEADERS = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Notes'];
const row = (date: string, notes: string) => [
  day(date),
  CLIENT_NAMES[0] ?? '',
  60,
  '97124',
  'M54.2',
  'Cascade Health Plan',
  120,
  notes,
];

test('An answer is taken back where it was given, and changed and forgotten under My answers, by keyboard too', async () => {
  const rows = [row('2026-10-05', ''), row('2026-10-12', 'no show - charged')];
  const book = workbookOf({ Log: [HEADERS, ...rows] }, inventedPractice);
  const pane = await openPane(book, { width: 320, theme: 'light' });
  const { keyboard } = pane.desk.page;
  await pane.open('Claims');
  await pane.button(/^Make 1 claim, \$120/).waitFor();
  const held = pane.screen.locator('summary', { hasText: CLIENT_NAMES[0] ?? '' });
  await held.click();
  await pane.button('Came: bill it').click();
  await pane.button(/^Make 1 claim, \$240/).waitFor();
  await pane.desk.until(async () => /^Answered/.test(await pane.focused()), true, 'the focus');
  await pane.button('Undo this answer').click();
  await pane.button(/^Make 1 claim, \$120/).waitFor();
  await held.click();
  await pane.button('Came: bill it').click();
  await pane.button(/^Make 1 claim, \$240/).waitFor();

  await pane.open('Set up');
  const summary = pane.screen.locator('summary', { hasText: 'My answers' });
  await summary.focus();
  await keyboard.press('Enter');
  const answer = pane.pane.getByLabel(/^1 row \(Log!H3\) says "no show - charged"/);
  await answer.waitFor();
  expect(await pane.faults([270, 320])).toEqual([]);
  await keyboard.press('Tab');
  await keyboard.press('ArrowDown');
  await pane.hears(/^Did not come: no bill, at most a fee\. Set up/);
  expect(await answer.inputValue()).toBe('did-not-come');
  await pane.button('Undo this answer').click();
  await pane.desk.until(() => answer.inputValue(), 'came', 'the answer');

  const folder = mkdtempSync(join(tmpdir(), 'claimsheet-'));
  const file = join(folder, 'book.xlsx');
  writeFileSync(file, writeXlsx(pane.desk.workbook.book));
  const listed = await runCommand(['my-answers', file, '--json']);
  rmSync(folder, { recursive: true });
  expect(JSON.parse(listed.output)).toMatchObject({
    answers: [{ value: 'came', sheet: 'Log', cell: 'H3', words: 'Came: bill it' }],
  });

  await pane.button('Forget this answer: Came: bill it').click();
  await pane.hears('No question was answered yet.');
  await pane.button('Undo: keep it').click();
  await answer.waitFor();
  await pane.button('Forget this answer: Came: bill it').click();
  await pane.hears('No question was answered yet.');
  await pane.open('Claims');
  await pane.button(/^Make 1 claim, \$120/).waitFor();
});
