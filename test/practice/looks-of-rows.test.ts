import type { Book } from '../../desk/book/book';
import { checkMonth } from '../../src/actions/check/check-month';
import { onDesk } from '../support/desk';
import { CLIENT_NAMES, inventedPractice } from '../support/invented-practice';
import { workbookOf, type WrittenCell } from '../support/practice-workbook';
import { day } from '../support/values';

const HEADERS = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Notes'];
const row = (date: string, notes = ''): WrittenCell[] => [
  day(date),
  CLIENT_NAMES[0] ?? '',
  60,
  '97124',
  'M54.2',
  'Cascade Health Plan',
  120,
  notes,
];
const DAYS = ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06'];

/** What is said of how rows look, and how many of them are sessions of the month. */
async function said(more: WrittenCell[][], look: (sheet: Excel.Worksheet) => void) {
  const rows = more.length > 0 ? more : DAYS.map((date) => row(date));
  const book: Book = workbookOf({ Log: [HEADERS, ...rows] }, inventedPractice);
  const { answer } = await onDesk(book, async (context) => {
    look(context.workbook.worksheets.getItem('Log'));
    await context.sync();
    return checkMonth(context, { month: '2026-10', now: new Date(2026, 10, 2) });
  });
  const all = [...answer.general, ...answer.clients.flatMap(({ findings, visits }) => [...findings, ...visits.flatMap((one) => one.findings)])]; // prettier-ignore
  return {
    sessions: answer.sessions,
    words: all
      .filter(({ rule }) => ['session-rows-hidden', 'session-fills-not-read', 'session-perhaps-not-kept'].includes(rule))
      .map(({ severity, message }) => `${severity} ${message}`),
  }; // prettier-ignore
}
const fill = (sheet: Excel.Worksheet, address: string, color: string) => {
  sheet.getRange(address).format.fill.color = color;
};

test('hidden rows are billed as all others, and counted', async () => {
  expect(await said([], (sheet) => (sheet.getRange('3:4').rowHidden = true))).toEqual({
    sessions: 4,
    words: ['NOTE 2 sessions stand in rows that are hidden, by a filter or by hand: they are billed as all others.'],
  }); // prettier-ignore
});

test('several colors on sessions are told as not read; one color, stripes and headers are not', async () => {
  const several = await said([], (sheet) => {
    fill(sheet, 'A2:H3', '#FFC000');
    fill(sheet, 'A5:H5', '#7030A0');
  });
  expect(several.words).toEqual([
    'NOTE Sessions of "Log" are filled in 2 colors (2, 1 rows): what a color says is not read.',
  ]);
  const striped = await said([], (sheet) => {
    for (const at of [2, 3, 4, 5]) fill(sheet, `A${String(at)}:H${String(at)}`, at % 2 ? '#EEEEEE' : '#DDDDDD');
  }); // prettier-ignore
  const plain = await said([], (sheet) => {
    fill(sheet, 'A1:H1', '#004488');
    fill(sheet, 'A3:H3', '#EEEEEE');
  });
  expect([striped.words, plain.words]).toEqual([[], []]);
});

test('a legend is told, and what a session says of a color is none', async () => {
  const legend = await said([...DAYS.map((date) => row(date)), [], ['purple = paid']], () => undefined);
  expect(legend.words).toEqual(['NOTE "purple = paid" says what a color means, and no color is read.']);
  const notes = await said([row('2026-10-01', 'red: skin irritated'), row('2026-10-02')], () => undefined);
  expect(notes.words).toEqual([]);
});

test('a row that is struck out asks', async () => {
  const { words } = await said([], (sheet) => (sheet.getRange('A4:H4').format.font.strikethrough = true));
  expect(words).toEqual([expect.stringMatching(/^STOP 1 row \(Log!A4\) is struck out/)]);
});
