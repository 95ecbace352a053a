import type { Book, CellValue } from '../../../desk/book/book';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { checkMonth } from '../../../src/actions/check/check-month';
import { prepareClaims } from '../../../src/actions/claims/make-claims';
import { prepareMarkSent } from '../../../src/actions/claims/mark-sent';
import { prepareSuperbills } from '../../../src/actions/superbills/make-superbills';
import { applyUndo, prepareUndo } from '../../../src/actions/undo/undo';
import type { Finding } from '../../../src/billing/findings';
import { applyPrepared } from '../../../src/practice/prepare';
import { readSettledIfPossible } from '../../../src/practice/writing/settle-unfinished';
import { stateOf } from '../../faults/state';
import { fileOf, MONTH, NOW, type WorkbookName } from '../../faults/workbooks';
import { contentsOf, onDesk } from '../../support/desk';
import { rowsOf } from '../../support/remittance/payments-desk';

const open = async (name: WorkbookName): Promise<Book> => readXlsx(await fileOf(name));
const ASKED = { month: MONTH, now: NOW };

const check = async (book: Book, answers?: Map<string, string>): Promise<Finding[]> =>
  (
    await onDesk(book, (context) =>
      checkMonth(context, { ...ASKED, month: null, ...(answers ? { answers } : {}) }),
    )
  ).answer.general;

const undo = (book: Book) =>
  onDesk(book, async (context) => applyUndo(context, await prepareUndo(context, { now: NOW })));

const makeClaims = (book: Book) =>
  onDesk(book, async (context) => applyPrepared(context, await prepareClaims(context, ASKED)));

/** The sentence with which something was refused. */
const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'not refused',
    (error: unknown) => String(error),
  );

/** Edits a cell of the Activity sheet, by its row there (from 1) and its header. */
function editActivity(book: Book, row: number, header: string, value: CellValue): void {
  const column = Object.keys(rowsOf(book, 'Activity')[0] ?? {}).indexOf(header);
  book.sheet('Activity')?.setValue(row, column, value);
}

function remove(book: Book, ...names: string[]): void {
  for (const name of names)
    book.sheets.splice(
      book.sheets.findIndex((sheet) => sheet.name === name),
      1,
    );
}

describe('a row of Activity that a newer version wrote', () => {
  test.each([
    ['State', 'half-baked', 'says "half-baked" of the run'],
    ['For Undo', '{"is":"pivot table"}', 'says something of the run'],
    ['Cells changed', '["Pivots","a","b","",""]', 'a newer version of Claimsheet wrote it'],
  ])('in the column %s: Undo says so and touches nothing', async (header, value, words) => {
    const book = await open('billed');
    editActivity(book, 2, header, value);
    const before = stateOf(book);
    expect(await refusalOf(undo(book))).toMatch(new RegExp(`${words}.*(U|u)pdate Claimsheet`));
    expect(stateOf(book)).toBe(before);
  });

  test('who only looks is told, and reads on', async () => {
    const book = await open('billed');
    editActivity(book, 2, 'State', 'half-baked');
    const { answer } = await onDesk(book, (context) => readSettledIfPossible(context, NOW));
    expect(answer.notes.map(({ message }) => message)).toEqual([
      expect.stringContaining('Update Claimsheet'),
    ]);
    expect(answer.reading.sheets.map(({ name }) => name)).toContain('Claims');
  });
});

describe('Activity deleted by hand', () => {
  const WAY_ON = /Ctrl\+Z, or take the (row|sheet) from an earlier version/;

  test('it is told what of it cannot be undone, until somebody says that she has looked', async () => {
    const book = await open('billed');
    remove(book, 'Activity');
    const told = (await check(book)).filter(({ rule }) => rule === 'run-not-in-activity');
    expect(told.map(({ severity }) => severity)).toEqual(['WARN', 'WARN', 'WARN', 'WARN']);
    expect(told[0]?.message).toContain(
      'the run "2026-10 claims", which made rows (2 of Claims, 3 of ClaimLines)',
    );
    expect(told[0]?.fix).toMatch(WAY_ON);
    expect(await refusalOf(undo(book))).toMatch(WAY_ON);
    const looked = new Map(
      told.flatMap(({ answers = [] }) => answers.map(({ key, value }): [string, string] => [key, value])),
    );
    expect((await check(book, looked)).filter(({ rule }) => rule === 'run-not-in-activity')).toEqual([]);
  });

  test('what is made next is made as ever, under a number and a name of its own, and Undo takes back only that', async () => {
    const book = await open('practice');
    await onDesk(book, async (context) =>
      applyPrepared(context, await prepareClaims(context, { ...ASKED, filter: { client: 'Ada Applegate' } })),
    );
    remove(book, 'Activity');
    const before = contentsOf(book);
    await makeClaims(book);
    expect(rowsOf(book, 'Claims').map((claim) => claim['Account'])).toEqual([
      'C2610WFLM0001',
      'C2610WFLM0002',
    ]);
    expect(rowsOf(book, 'Activity').map((row) => row['Run'])).toEqual(['2026-10 claims 2']);
    await undo(book);
    expect(contentsOf(book)).toEqual(before);
  });

  test('while a run is unfinished: nothing of it is billed again, and it is told that some may be missing', async () => {
    const book = await open('practice');
    const cut = {
      request: 4,
      kind: 'sync',
      afterWrites: 400,
      code: 'GeneralException',
      staysAway: true,
    } as const;
    await refusalOf(
      onDesk(book, async (context) => applyPrepared(context, await prepareClaims(context, ASKED)), {
        failAt: cut,
      }),
    );
    expect(rowsOf(book, 'Activity').map((row) => row['State'])).toEqual(['unfinished']);
    remove(book, 'Activity');
    const told = await check(book);
    expect(told.map(({ rule }) => rule)).toContain('run-not-in-activity');
    const before = rowsOf(book, 'ClaimLines');
    await refusalOf(makeClaims(book));
    expect(rowsOf(book, 'ClaimLines')).toEqual(before);
  });
});

test('two unfinished runs are both put in order, and both told', async () => {
  const book = await open('practice');
  const sheets = contentsOf(book);
  await makeClaims(book);
  await onDesk(book, async (context) => applyPrepared(context, await prepareSuperbills(context, ASKED)));
  editActivity(book, 1, 'State', 'unfinished');
  editActivity(book, 2, 'State', 'unfinished');
  const { answer } = await onDesk(book, (context) => readSettledIfPossible(context, NOW));
  expect(answer.notes.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^"Superbills for 2026-10.*was broken off. Nothing of it is left/),
    expect.stringMatching(/^"Claims for 2026-10.*was broken off. Nothing of it is left/),
  ]);
  expect(contentsOf(book)).toEqual(sheets);
});

describe('the hidden names of the revision', () => {
  const sent = async (book: Book): Promise<string[]> => {
    await onDesk(book, async (context) =>
      applyPrepared(
        context,
        await prepareMarkSent(context, { accounts: ['C2610WFLM0001'], file: null }, NOW),
      ),
    );
    return rowsOf(book, 'Claims').map((claim) => String(claim['Status']));
  };
  const own = (book: Book) => book.names.filter(({ name }) => /^Claimsheet\.r\d+$/.test(name));

  test('deleted: the next run is written, and adds them anew', async () => {
    const book = await open('billed');
    book.names.splice(0);
    expect((await sent(book))[0]).toBe('Sent');
    expect(own(book)).toHaveLength(1);
  });

  test('doubled, as after a merge: the next run leaves one', async () => {
    const book = await open('billed');
    const [name] = own(book);
    if (name) book.names.push({ ...name, name: 'Claimsheet.r99' });
    expect((await sent(book))[0]).toBe('Sent');
    expect(own(book).map((each) => each.name)).toEqual(['Claimsheet.r101']);
  });

  test.each(['Claimsheet.r4', 'claimsheet.R5', 'Claimsheet.r999999999999999'])(
    'a name of the user’s that looks like them, %s, is left alone and stands in nobody’s way',
    async (name) => {
      const book = await open('billed');
      const users = { name, formula: '=Log!$A$1', scope: null, hidden: false };
      const taken = book.names.findIndex((each) => each.name.toLowerCase() === name.toLowerCase());
      if (taken >= 0) book.names.splice(taken, 1);
      book.names.push(users);
      expect((await sent(book))[0]).toBe('Sent');
      expect(book.names).toContainEqual(users);
      expect(own(book).filter(({ formula }) => formula === '=0')).toHaveLength(1);
    },
  );
});
