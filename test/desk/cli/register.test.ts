import type { Book } from '../../../desk/book/book';
import { column, copySheet, deleteSheets, rewriteMemory, setCell, sheetOf } from '../../support/book-edits';
import { CommandLine } from '../../support/command-line';
import { caseFile, claimsOn, MONTH } from '../../support/register-cases';

let desk: CommandLine;
beforeAll(() => (desk = new CommandLine()));
afterAll(() => desk.close());

const claims = (file: string, ...words: string[]) => claimsOn(desk, file, ...words);

describe('what was billed is not billed again', () => {
  test.each([['--csv'], ['--pdf'], ['--edi']])(
    'where a billed row was edited and moved, whatever the claims leave as (%s)',
    async (way) => {
      const { exitCode, output } = await claims(
        caseFile('edited-and-new-row-on-top'),
        way,
        desk.path('out.any'),
      );
      expect(exitCode).toBe(1);
      expect(output).toContain('No new claims');
      expect(output).toContain('was billed for this client on C26100001');
    },
  );

  test('until the user says that it is another visit, which is remembered', async () => {
    const { output } = await claims(caseFile('edited-and-new-row-on-top'));
    const [, answer = ''] = /--answer (visit:\S+=another)/.exec(output) ?? [];
    const answered = await claims(caseFile('edited-and-new-row-on-top'), '--answer', answer);
    expect(answered.output).toContain('1 claim for 2026-10');
    expect(answered.output).toContain('C2610LHWP0001');
    const again = await claims(answered.file);
    expect(again).toMatchObject({ exitCode: 0, output: expect.stringContaining('No new claims') as string });
  });

  test('nor when the user says that it is the visit that was billed: then it is no open row any more', async () => {
    const file = caseFile('edited-and-new-row-on-top');
    const { output } = await claims(file);
    const [, answer = ''] = /--answer (visit:\S+=same)/.exec(output) ?? [];
    const answered = await claims(file, '--answer', answer);
    expect([answered.exitCode, answered.output]).toEqual([0, expect.stringContaining('No new claims')]);
    expect(answered.output).toContain('Made before, and not made again: 6 sessions.');
  });

  test('where all lines of the register are gone: refused, with how many there should be', async () => {
    const { exitCode, error } = await claims(caseFile('claimlines-deleted-claims-sent'));
    expect([exitCode, error]).toEqual([
      2,
      expect.stringContaining('Claims says 6 lines of 4 claims, and ClaimLines has none'),
    ]);
  });

  test('where a line of the register is gone: the claim is named, and its client waits', async () => {
    const { exitCode, output } = await claims(caseFile('claimlines-row-deleted'));
    expect(exitCode).toBe(1);
    expect(output).toContain('Claims says 1 line and $120.00 for C26100001, and ClaimLines has none of it');
    expect(output).toContain('No new claims');
  });

  test('and the month says that the register does not agree', async () => {
    const { exitCode, output } = await desk.on(caseFile('claimlines-row-deleted'), 'reconcile', ...MONTH);
    expect(exitCode).toBe(1);
    expect(output).toContain('does not balance');
    expect(output).toContain('C26100001');
  });

  test.each([
    ['header-session-keys-renamed', 'claims', 'The table "ClaimLines" has no column "Session keys" any more'],
    [
      'header-session-keys-renamed',
      'superbills',
      'The table "ClaimLines" has no column "Session keys" any more',
    ],
    ['header-account-renamed', 'claims', 'The table "Claims" has no column "Account" any more'],
    ['header-account-renamed', 'reconcile', 'The table "Claims" has no column "Account" any more'],
    ['converted-to-range', 'claims', 'The table "Claims" on the sheet "Claims" is an ordinary range now'],
    ['converted-to-range', 'undo', 'is an ordinary range now'],
  ])('%s: %s is refused', async (name, command, sentence) => {
    const words = command === 'undo' ? [] : MONTH;
    const { exitCode, error } = await desk.on(caseFile(name), command, ...words);
    expect([exitCode, error]).toEqual([2, expect.stringContaining(sentence)]);
  });

  test('a table that became a range is made a table again, and then nothing is billed twice', async () => {
    const repaired = await desk.on(caseFile('converted-to-range'), 'repair');
    expect(repaired.output).toContain('Tables again: Claims, ClaimLines.');
    const { exitCode, output } = await claims(repaired.file);
    expect([exitCode, output]).toEqual([0, expect.stringContaining('No new claims')]);
  });

  test('where sheets and tables were renamed', async () => {
    const renamed = desk.changed(caseFile('register'), (book) => {
      for (const name of ['Claims', 'ClaimLines']) {
        const sheet = sheetOf(book, name);
        const [table] = sheet.tables;
        sheet.name = `My ${name}`;
        if (table) table.name = `My_${name}`;
      }
      sheetOf(book, 'Sessions').name = 'Visits of 2026';
    });
    const { exitCode, output } = await claims(renamed);
    expect([exitCode, output]).toEqual([0, expect.stringContaining('not made again: 6 sessions')]);
  });
});

test('Undo takes back all but a claim that was sent, where it is told to', async () => {
  const made = await claims(caseFile('sessions-october'));
  const [first, ...rest] = column(made.file, 'Claims', 'Account');
  expect(rest.length).toBeGreaterThan(0);
  const sent = desk.changed(made.file, (book) => setCell(book, 'Claims', 1, 'Status', 'Sent'));
  expect(await desk.on(sent, 'undo')).toMatchObject({ exitCode: 2 });
  const undone = await desk.on(sent, 'undo', '--all-but');
  expect(undone.exitCode).toBe(0);
  expect(column(undone.file, 'Claims', 'Account')).toEqual([first]);
});

describe('Undo refuses, before it touches anything,', () => {
  test.each([
    [
      'claims that were sent, whatever the sheet is called',
      'sent-and-claims-sheet-renamed',
      'is marked "Sent"',
    ],
    ['what the user wrote into a column of her own', 'notes-column', 'the column "My notes"'],
  ])('to lose %s', async (_, name, sentence) => {
    const { exitCode, error } = await desk.on(caseFile(name), 'undo');
    expect([exitCode, error]).toEqual([2, expect.stringContaining(sentence)]);
  });

  test('to let a voided claim stand again whose visit was billed on another since', async () => {
    const made = await claims(caseFile('sessions-october'));
    const known = desk.changed(made.file, (book) => setCell(book, 'Claims', 1, 'Payer claim number', 'P1'));
    const voided = await claims(known, '--void', 'C2610WFLM0001');
    const again = await claims(voided.file);
    expect(again.output).toContain('Ada Applegate');
    const accounts = column(again.file, 'Claims', 'Account');
    const last = accounts.length;
    const sent = desk.changed(again.file, (book) => setCell(book, 'Claims', last, 'Status', 'Sent'));
    const left = await desk.on(sent, 'undo', '--all-but');
    expect(left.exitCode).toBe(0);
    const { exitCode, error } = await desk.on(left.file, 'undo');
    expect([exitCode, error]).toEqual([
      2,
      expect.stringContaining(`Claim C2610WFLM0001 would stand again, and its sessions were billed on ${String(accounts.at(-1))} since`),
    ]); // prettier-ignore
  });

  test('where the rows of the run do not have it under Run any more', async () => {
    const made = await claims(caseFile('sessions-october'));
    const file = desk.changed(made.file, (book) => {
      for (const name of ['Claims', 'ClaimLines'])
        for (let row = 1; row < (sheetOf(book, name).tables[0]?.area.rows ?? 1); row++)
          setCell(book, name, row, 'Run', 'mine');
    });
    const { exitCode, error } = await desk.on(file, 'undo');
    expect([exitCode, error]).toEqual([
      2,
      expect.stringContaining('The run added 4 rows to Claims, as Activity says, and none of them are there'),
    ]); // prettier-ignore
  });

  test('without a word where Activity lost the last run: the run before is named with what is not', async () => {
    const first = await claims(caseFile('sessions-october'));
    const second = await desk.on(first.file, 'document statement', '--client', 'Ada Applegate', '--today', '2026-11-03'); // prettier-ignore
    const file = desk.changed(second.file, (book) => {
      const width = sheetOf(book, 'Activity').tables[0]?.area.columns ?? 0;
      for (let at = 0; at < width; at++) sheetOf(book, 'Activity').setValue(2, at, null);
    });
    const { output } = await desk.on(file, 'undo');
    expect(output).toContain('Taken back: Claims for 2026-10');
    expect(output).toContain('This may not be what was made last. Activity was edited.');
  });

  test('where a table lost its run column', async () => {
    const file = desk.changed(caseFile('register'), (book) => setCell(book, 'ClaimLines', 0, 'Run', 'Click'));
    const { exitCode, error } = await desk.on(file, 'undo');
    expect([exitCode, error]).toEqual([2, expect.stringContaining('"ClaimLines" has no column "Run"')]);
  });

  test.each([
    ['Claims', 'typed over'],
    ['ClaimLines', ''],
  ])('to take a part of a claim, where a Run cell of %s was changed to "%s"', async (table, run) => {
    const made = await claims(caseFile('sessions-october'));
    const file = desk.changed(made.file, (book) => setCell(book, table, 1, 'Run', run === '' ? null : run));
    const { exitCode, error } = await desk.on(file, 'undo');
    expect([exitCode, error]).toEqual([2, expect.stringContaining('do not have the same Run')]);
  });

  test('to take a claim away from under its payment', async () => {
    const made = await claims(caseFile('sessions-october'));
    const typed = desk.changed(made.file, (book) => {
      const sheet = book.addSheet('Payments');
      const headers = ['Received','From','Check or EFT','Account','Line','Allowed','Paid','Adjusted','Client owes','Reasons','Paid by','Client','Charge','Left open','Remarks','Claim status','Denied','Sent on to','Key','Payment','Run']; // prettier-ignore
      headers.forEach((header, at) => sheet.setValue(0, at, header));
      const row: [string, string | number][] = [['Received', 46340], ['From', 'Cascade Health Plan'], ['Account', 'C2610WFLM0001'], ['Paid', 60]]; // prettier-ignore
      for (const [header, value] of row) sheet.setValue(1, headers.indexOf(header), value);
      const columns = headers.map((name) => ({ name, formula: null }));
      const area = { row: 0, column: 0, rows: 2, columns: headers.length };
      const looks = { showBandedRows: true, showFilterButton: true, style: 'TableStyleLight1', source: null };
      const [known] = sheetOf(book, 'Claims').tables;
      if (!known) throw new Error('no table');
      sheet.tables.push({ ...known, ...looks, name: 'Payments', sheet, area, hasTotals: false, columns });
    });
    const { exitCode, error } = await desk.on(typed, 'undo');
    expect([exitCode, error]).toEqual([2, expect.stringContaining('Claim C2610WFLM0001 has a payment')]);
  });

  test('but finds the last run by its number, however Activity is sorted', async () => {
    const first = await claims(caseFile('sessions-october'));
    const second = await desk.on(
      first.file,
      'document statement',
      '--client',
      'Ada Applegate',
      '--today',
      '2026-11-03',
    );
    const sorted = desk.changed(second.file, (book) => {
      const sheet = sheetOf(book, 'Activity');
      const rows = sheet.tables[0]?.area.rows ?? 0;
      const width = sheet.tables[0]?.area.columns ?? 0;
      const lines = Array.from({ length: rows - 1 }, (_, row) =>
        Array.from({ length: width }, (__, at) => sheet.cell(row + 1, at)?.value ?? null),
      );
      lines.reverse().forEach((line, row) => line.forEach((value, at) => sheet.setValue(row + 1, at, value)));
    });
    const { output } = await desk.on(sorted, 'undo');
    expect(output).toContain('Client statement');
  });
});

describe('a register that somebody changed is told in a sentence, and nothing is lost', () => {
  const bad: [string, (book: Book) => void, string][] = [
    [
      'a line without its claim',
      (book) => setCell(book, 'ClaimLines', 1, 'Account', 'C26109999'),
      'the account C26109999, which Claims does not have',
    ],
    [
      'a claim without lines',
      (book) => setCell(book, 'Claims', 1, 'Account', 'C26109999'),
      'Claims says 1 line and $120.00 for C26109999, and ClaimLines has none of it',
    ],
    [
      'two rows with one account',
      (book) => setCell(book, 'Claims', 2, 'Account', 'C26100001'),
      'Two rows of Claims have the account C26100001',
    ],
    [
      'a total typed over',
      (book) => setCell(book, 'Claims', 1, 'Billed', 99),
      'Claims says 1 line and $99.00 for C26100001, and ClaimLines has 1 line and $120.00 of it',
    ],
    [
      'a charge that cannot be read',
      (book) => setCell(book, 'ClaimLines', 1, 'Charge', 'much'),
      'Line C26100001L1 of claim C26100001 has no readable charge',
    ],
    [
      'a claim marked as voided that no other claim voids',
      (book) => setCell(book, 'Claims', 1, 'Status', 'voided'),
      'Claim C26100001 is marked "voided", and no claim says under Replaces that it took its place',
    ],
    [
      'a claim with the frequency of a void that takes nothing back',
      (book) => setCell(book, 'Claims', 1, 'Frequency', '8'),
      'Claim C26100001 has frequency 8, a void, and Replaces names no claim',
    ],
    [
      'a frequency that no claim has',
      (book) => setCell(book, 'Claims', 1, 'Frequency', 'x'),
      'Claim C26100001 has the frequency "x", which is none of a claim',
    ],
    [
      'a claim that was replaced and is marked as if it stood',
      (book) => setCell(book, 'Claims', 2, 'Replaces', 'C26100001'),
      'and another claim took its place',
    ],
  ];
  test.each(bad)('%s', async (_, harm, sentence) => {
    const file = desk.changed(caseFile('register'), harm);
    const { exitCode, output } = await claims(file);
    expect(exitCode).toBe(1);
    expect(output).toContain(sentence);
    expect(output).not.toContain('Ada Applegate, Cascade Health Plan: 1 line');
  });

  test('a line that its neighbor of the same claim and charge was pasted over', async () => {
    const made = await claims(caseFile('sessions-october'));
    const accounts = column(made.file, 'ClaimLines', 'Account');
    const second = accounts.findIndex((account, row) => row > 0 && account === accounts[row - 1]);
    expect(second).toBeGreaterThan(0);
    const file = desk.changed(made.file, (book) => {
      const sheet = sheetOf(book, 'ClaimLines');
      for (let at = 0; at < (sheet.tables[0]?.area.columns ?? 0); at++)
        sheet.setValue(second + 1, at, sheet.cell(second, at)?.value ?? null);
    });
    const { exitCode, output } = await claims(file);
    expect([exitCode, output]).toEqual([1, expect.stringMatching(/line number \w+ is in ClaimLines twice/)]);
    expect(output).toContain('No new claims');
  });

  test('a copy of the sheet of the lines is no sheet of sessions', async () => {
    const file = desk.changed(caseFile('register'), (book) => copySheet(book, 'ClaimLines'));
    expect(await claims(file)).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('No new claims'),
    });
  });

  test('an Activity sheet that was deleted: there is nothing to undo, and claims go on', async () => {
    const file = desk.changed(caseFile('register'), (book) => deleteSheets(book, 'Activity'));
    expect(await desk.on(file, 'undo')).toMatchObject({
      exitCode: 2,
      error: expect.stringContaining('nothing to undo') as string,
    });
    expect(await claims(file)).toMatchObject({ exitCode: 0 });
  });

  test('a workbook in which a newer program worked is not touched', async () => {
    const file = desk.changed((await claims(caseFile('sessions-october'))).file, (book) => {
      rewriteMemory(book, '"version":1', '"version":999');
    });
    const { exitCode, error } = await claims(file);
    expect([exitCode, error]).toEqual([2, expect.stringContaining('A newer version of Claimsheet')]);
  });

  test('a memory that somebody damaged costs nothing that the tables say', async () => {
    const file = desk.changed((await claims(caseFile('sessions-october'))).file, (book) => {
      rewriteMemory(book, '"runs"', '"rums"');
    });
    const { exitCode, output } = await claims(file);
    expect([exitCode, output]).toEqual([0, expect.stringContaining('No new claims')]);
    expect(output).toContain('What Claimsheet remembers beside its tables cannot be read');
  });
});

test('an older workbook gets the columns that it lacks with the next run, and Undo still works', async () => {
  const second = await desk.on(
    caseFile('register'),
    'document statement',
    '--client',
    'Ada Applegate',
    '--today',
    '2026-11-03',
  );
  expect(column(second.file, 'Activity', 'No.').at(-1)).toBe(1);
  const undone = await desk.on(second.file, 'undo');
  expect(undone.output).toContain('Client statement');
  expect((await desk.on(undone.file, 'undo')).output).toContain('Claims for 2026-10');
});

describe('a billed row that is gone while others of its month are there', () => {
  const moved = (book: Book) => {
    const sheet = sheetOf(book, 'Sessions');
    const row = (at: number) =>
      Array.from({ length: 9 }, (_, column) => sheet.cell(at, column)?.value ?? null);
    // Her visit of October 5 is written as one of November 20, at the foot of the list.
    const [first, ...others] = [1, 2, 3, 4, 5, 6].map(row);
    const rows = [...others, [46_346, ...(first ?? []).slice(1)]];
    rows.forEach((values, at) => values.forEach((value, column) => sheet.setValue(at + 1, column, value)));
  };
  const november = (file: string, ...words: string[]) =>
    desk.on(file, 'claims', '--month', '2026-11', '--today', '2026-12-01', ...words);

  test('holds back what its client has in another month, until that is said to be another visit', async () => {
    const file = desk.changed((await claims(caseFile('sessions-october'))).file, moved);
    const { exitCode, output } = await november(file);
    expect([exitCode, output]).toEqual([
      1,
      expect.stringContaining('A row that was billed for Ada Applegate is in no sheet any more: 97124 of 10/05/2026'),
    ]); // prettier-ignore
    expect(output).toContain('No new claims');
    const [, answer = ''] = /--answer (rows-gone:\S+=others)/.exec(output) ?? [];
    const answered = await november(file, '--answer', answer);
    expect([answered.exitCode, answered.output]).toEqual([0, expect.stringContaining('1 claim for 2026-11')]);
  });

  test('is no matter where its whole month was put away', async () => {
    const file = desk.changed((await claims(caseFile('sessions-october'))).file, (book) => {
      const sheet = sheetOf(book, 'Sessions');
      for (let at = 2; at < 8; at++)
        for (let column = 0; column < 9; column++) sheet.setValue(at, column, null);
      sheet.setValue(1, 0, 46_346);
    });
    expect(await november(file)).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 claim') });
  });
});
