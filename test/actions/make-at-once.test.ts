import { Book } from '../../desk/book/book';
import { makeAtOnce } from '../../src/actions/ribbon-commands/make-at-once';
import { runUndo } from '../../src/actions/ribbon-commands/run-command';
import { readClaims } from '../../src/x12/claim-837p/read-claims';
import { contentsOf, onDesk } from '../support/desk';
import { inventedPractice } from '../support/invented-practice';
import { workbookOf, type TableContents } from '../support/practice-workbook';
import { serial, usd } from '../support/values';

const HEADER = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge'];
const OCTOBER = serial('2026-10-01');
const NOVEMBER_2 = new Date(2026, 10, 2);

function book(tables: TableContents = inventedPractice, header = HEADER): Book {
  const rows = [0, 7].map((day) => [
    OCTOBER + day,
    'Ada Applegate',
    60,
    '97124',
    'M54.2',
    'Cascade Health Plan',
    120,
  ]);
  return workbookOf({ Sessions: [header, ...rows] }, tables);
}

const make = (from: Book) => onDesk(from, (context) => makeAtOnce(context, 'claims', NOVEMBER_2));

test('one click makes the claims of the month that is over, with the file whose number the register keeps', async () => {
  const month = book();
  const { answer } = await make(month);
  expect(answer?.report).toMatchObject({ month: '2026-10', sheet: 'Claims 2026-10', billed: usd('240.00') });
  expect(month.sheet('Claims 2026-10')).not.toBeNull();
  const read = readClaims(String(answer?.out?.edi?.content));
  expect(read.faults).toEqual([]);
  const texts = [...(month.sheet('Claims')?.entries() ?? [])].map(({ cell }) => String(cell.value));
  expect(texts).toContain(String(answer?.out?.control));
  expect(read.file.interchanges[0]?.control).toBe(String(answer?.out?.control).padStart(9, '0'));
});

test.each([
  ['the reference sheets are not there', () => book({})],
  [
    'a column is unclear',
    () => book(inventedPractice, ['Date', 'Client', 'Minutes', 'CPT', 'Patient', 'Payer', 'Charge']),
  ],
  ['there are no sessions', () => new Book()],
  ['everything was made before', null],
])('nothing is written where %s: the pane has to be looked at', async (_, from) => {
  const month = from?.() ?? book();
  if (month.sheets.length === 0) month.addSheet('Sheet1');
  if (!from) await make(month);
  const before = contentsOf(month);
  expect((await make(month)).answer).toBeNull();
  expect(contentsOf(month)).toEqual(before);
});

test('Undo takes the run back at once, and says in the pane why there is nothing more', async () => {
  const month = book();
  const before = contentsOf(month);
  await make(month);
  const { answer } = await onDesk(month, () => runUndo());
  expect(answer).toEqual({
    told: { kind: 'taken back', what: expect.stringContaining('1 claim made') as string },
    opensPane: false,
  });
  expect(Object.keys(contentsOf(month))).toEqual(Object.keys(before));
  const { answer: again } = await onDesk(month, () => runUndo());
  expect(again).toMatchObject({
    told: { kind: 'undo', problem: expect.stringContaining('nothing to undo') as string },
    opensPane: true,
  });
});
