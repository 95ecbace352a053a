import type { Book } from '../../../desk/book/book';
import { column, columnOf, deleteSheets, setCell, sheetOf } from '../../support/book-edits';
import { CommandLine } from '../../support/command-line';
import { caseFile, claimsOn, MONTH } from '../../support/register-cases';

let desk: CommandLine;
beforeAll(() => (desk = new CommandLine()));
afterAll(() => desk.close());

const claims = (file: string, ...words: string[]) => claimsOn(desk, file, ...words);

describe('claims that vanished from the register', () => {
  const made = () => claims(caseFile('sessions-october'), '--edi', desk.path('first.837'), '--control', '12');

  test('hold back the sessions that they billed, with the question whether they were sent', async () => {
    const gone = desk.changed((await made()).file, (book) => deleteSheets(book, 'Claims', 'ClaimLines'));
    const { exitCode, output } = await claims(gone);
    expect(exitCode).toBe(1);
    expect(output).toContain(
      '4 claims of file 000000012 (C2610WFLM0001 to C2610WFLM0004) were made and are no longer in the register: were they sent?',
    );
    expect(output).toContain('No new claims');
    expect(output).toContain('--answer vanished-claims=make-again');
  });

  test('are made again under their old accounts and file number', async () => {
    const first = await made();
    const gone = desk.changed(first.file, (book) => deleteSheets(book, 'Claims', 'ClaimLines'));
    const again = await claims(
      gone,
      '--answer',
      'vanished-claims=make-again',
      '--edi',
      desk.path('again.837'),
    );
    expect(again.output).toContain('4 claims for 2026-10');
    expect(again.output).not.toMatch(/were they sent|Held back/);
    for (const header of ['Account', 'Client', 'Payer', 'Billed', 'File'])
      expect(column(again.file, 'Claims', header)).toEqual(column(first.file, 'Claims', header));
    expect(column(again.file, 'ClaimLines', 'Session keys')).toEqual(
      column(first.file, 'ClaimLines', 'Session keys'),
    );
    expect(await claims(again.file)).toMatchObject({ exitCode: 0 });
  });

  test('are named where their sessions say something else now, and hold back that month', async () => {
    const gone = desk.changed((await made()).file, (book) => {
      deleteSheets(book, 'Claims', 'ClaimLines');
      const sheet = sheetOf(book, 'Sessions');
      sheet.setValue(1, columnOf(sheet, 'Fee'), 77);
    });
    const again = await claims(gone, '--answer', 'vanished-claims=make-again');
    expect(again.output).toContain('C2610WFLM0001 cannot be made again');
    const { exitCode, output } = await claims(again.file);
    expect([exitCode, output]).toEqual([
      1,
      expect.stringContaining('1 claim of file 000000012 (C2610WFLM0001) was made'),
    ]);
    expect(output).toContain('No new claims');
  });

  test('are forgotten where nothing was sent; their numbers never come again', async () => {
    const gone = desk.changed((await made()).file, (book) => deleteSheets(book, 'Claims', 'ClaimLines'));
    const anew = await claims(gone, '--answer', 'vanished-claims=forget', '--edi', desk.path('anew.837'));
    expect(column(anew.file, 'Claims', 'Account')).toEqual([
      'C2610WFLM0005',
      'C2610WFLM0006',
      'C2610WFLM0007',
      'C2610WFLM0008',
    ]);
    expect(column(anew.file, 'Claims', 'File')).not.toContain('12');
    const refused = await claims(
      gone,
      '--answer',
      'vanished-claims=forget',
      '--edi',
      desk.path('no.837'),
      '--control',
      '12',
    );
    expect([refused.exitCode, refused.error]).toEqual([
      2,
      expect.stringContaining('number 12 was made before'),
    ]);
  });

  test('make the month a month that does not balance', async () => {
    const gone = desk.changed((await made()).file, (book) => {
      for (const name of ['Claims', 'ClaimLines']) {
        const sheet = sheetOf(book, name);
        const at = columnOf(sheet, 'Account');
        const { rows = 1, columns = 0 } = sheet.tables[0]?.area ?? {};
        for (let row = 1; row < rows; row++)
          if (sheet.cell(row, at)?.value === 'C2610WFLM0001')
            for (let column = 0; column < columns; column++) sheet.setValue(row, column, null);
      }
    });
    const { exitCode, output } = await desk.on(gone, 'reconcile', ...MONTH);
    expect([exitCode, output]).toEqual([1, expect.stringContaining('1 claim of file 000000012 (C2610WFLM0001) was made and is no longer in the register')]); // prettier-ignore
  });

  test('are not asked about where Undo took them back', async () => {
    const undone = await desk.on((await made()).file, 'undo');
    const { exitCode, output } = await claims(undone.file);
    expect(exitCode).toBe(0);
    expect(output).toContain('4 claims for 2026-10');
    expect(output).not.toContain('no longer in the register');
  });
});

describe('claims of which only Activity or their pages tell', () => {
  const forget = ['--answer', 'vanished-claims=forget'];
  const withoutMemory = (book: Book) => book.customXmlParts.splice(0);
  let made: string;
  beforeAll(async () => (made = (await claims(caseFile('sessions-october'))).file));

  test('are asked about where the register was deleted together with the memory', async () => {
    const gone = desk.changed(made, (book) => {
      deleteSheets(book, 'Claims', 'ClaimLines');
      withoutMemory(book);
    });
    const { exitCode, output } = await claims(gone);
    expect([exitCode, output]).toEqual([
      1,
      expect.stringContaining('Activity says that 4 claims were made on 2026-11-02 12:00 (2026-10 claims), and Claims has none of them: were they sent?'),
    ]); // prettier-ignore
    expect(output).toContain('No new claims');
    const anew = await claims(gone, ...forget);
    expect(column(anew.file, 'Claims', 'Account')[0]).toBe('C2610WFLM0005');
    expect(await claims(anew.file)).toMatchObject({ exitCode: 0 });
  });

  test('are asked about by their pages where Activity is gone, too; their numbers never come again', async () => {
    const gone = desk.changed(made, (book) => {
      deleteSheets(book, 'Claims', 'ClaimLines', 'Activity');
      sheetOf(book, 'Claims 2026-10').name = 'Claims, old';
      withoutMemory(book);
    });
    const { exitCode, output } = await claims(gone);
    expect([exitCode, output]).toEqual([
      1,
      expect.stringContaining('The sheet "Claims, old" has pages of claims or superbills that are not in Claims (C2610WFLM0001 is the first): were they sent?'),
    ]); // prettier-ignore
    expect(output).toContain('No new claims');
    const anew = await claims(gone, ...forget);
    expect(column(anew.file, 'Claims', 'Account')[0]).toBe('C2610WFLM0005');
    expect(await claims(anew.file)).toMatchObject({ exitCode: 0 });
  });

  test('of a workbook from before there was a memory are asked about where one of them is gone with its lines', async () => {
    const gone = desk.changed(caseFile('register'), (book) => {
      for (const [name, header] of [['Claims', 'Account'], ['ClaimLines', 'Account']] as const) {
        const sheet = sheetOf(book, name);
        const [table] = sheet.tables;
        for (let row = (table?.area.rows ?? 1) - 1; row > 0; row--)
          if (sheet.cell(row, columnOf(sheet, header))?.value === 'C26100001')
            for (let at = 0; at < (table?.area.columns ?? 0); at++) sheet.setValue(row, at, null);
      }
    }); // prettier-ignore
    const { exitCode, output } = await claims(gone);
    expect([exitCode, output]).toEqual([1, expect.stringContaining('and Claims has 3 of them')]);
    expect(output).toContain('No new claims');
    const month = await desk.on(gone, 'reconcile', ...MONTH);
    expect([month.exitCode, month.output]).toEqual([1, expect.stringContaining('and Claims has 3 of them')]);
  });
});

describe('a claim that says something else than when it was made', () => {
  let made: string;
  beforeAll(async () => (made = (await claims(caseFile('sessions-october'))).file));

  const ways: [string, (book: Book) => void][] = [
    ['a line that has another date', (book) => setCell(book, 'ClaimLines', 1, 'Date of service', 46_340)],
    [
      'a charge that was typed over in both tables',
      (book) => {
        setCell(book, 'ClaimLines', 1, 'Charge', 1);
        const sheet = sheetOf(book, 'Claims');
        const charge = Number(column(made, 'ClaimLines', 'Charge')[0]);
        const billed = Number(sheet.cell(1, columnOf(sheet, 'Billed'))?.value);
        setCell(book, 'Claims', 1, 'Billed', billed - charge + 1);
      },
    ],
    ['another kind', (book) => setCell(book, 'Claims', 1, 'Kind', 'Superbill')],
    ['what the client paid', (book) => setCell(book, 'Claims', 1, 'Client paid', 55)],
    ['a line with the session of another', (book) => setCell(book, 'ClaimLines', 3, 'Session keys', '46300-00000000000')],
  ]; // prettier-ignore
  test.each(ways)('is told, and nothing more of its client is billed: %s', async (_, harm) => {
    const file = desk.changed(made, harm);
    const said =
      /Claim C2610WFLM000[12] no longer says what it said when it was made|Claims says 10.05.2026 to 10.05.2026 for C2610WFLM0001, and its lines are of/;
    const billed = await claims(file);
    expect([billed.exitCode, billed.output]).toEqual([1, expect.stringMatching(said)]);
    expect(billed.output).toContain('No new claims');
    const month = await desk.on(file, 'reconcile', ...MONTH);
    expect([month.exitCode, month.output]).toEqual([1, expect.stringMatching(said)]);
  });
});
