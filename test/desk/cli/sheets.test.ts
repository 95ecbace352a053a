import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandLine, bookOf } from '../../support/command-line';
import type { CLAIMS } from '../../../src/actions/json/claims';
import type { JsonOf } from '../../../src/actions/json/shape';

/** Excel's own client is started for each command. */

const desk = new CommandLine();
afterAll(() => {
  desk.close();
});

const path = (name: string) => join(__dirname, '../../cases/sheets', name);
const TODAY = ['--today', '2026-11-02'];

type ClaimsReport = JsonOf<typeof CLAIMS>;

interface Outcome {
  exitCode: number;
  /** Client and dollars of each claim, by name. */
  claims: Record<string, number>;
  report: ClaimsReport;
  /** What was found, a sentence each. */
  words: string[];
}

async function claimsOf(file: string, month = '2026-10', ...more: string[]): Promise<Outcome> {
  const { exitCode, output, error } = await desk.on(
    file,
    'claims',
    '--month',
    month,
    '--json',
    ...TODAY,
    ...more,
  );
  if (exitCode === 2) throw new Error(error);
  const report = JSON.parse(output) as ClaimsReport;
  return {
    exitCode,
    claims: Object.fromEntries(report.claims.map(({ client, billed }) => [client, billed])),
    report,
    words: [...report.findings, ...report.holds.flatMap(({ findings }) => findings)].map(
      ({ message: words }) => words,
    ),
  };
}

describe('tables and blocks', () => {
  test.each<[string, Record<string, number>]>([
    ['q14f_blocks_same_payer.xlsx', { 'Lark Vantongeren': 240, 'Jasper Thimblewick': 240 }],
    ['q14h_patient_name_label.xlsx', { 'Lark Vantongeren': 120, 'Ada Fernwhistle': 240 }],
  ])('%s: each block is billed to the client of its label', async (file, claims) => {
    expect(await claimsOf(path(file))).toMatchObject({ exitCode: 0, claims });
  });

  test('a header lower down says which columns stand below it', async () => {
    const { claims, report } = await claimsOf(path('r3_second_header_other_cols.xlsx'));
    expect(claims).toEqual({ 'Lark Vantongeren': 240 });
    expect(report.claims[0]?.lines.map(({ units, charge }) => [units, charge])).toEqual([
      [4, 120],
      [4, 120],
    ]);
  });

  test('a table right of another one is read as well', async () => {
    const file = path('p15_side_by_side.xlsx');
    expect(await claimsOf(file)).toMatchObject({ exitCode: 0, claims: { 'Lark Vantongeren': 240 } });
    const november = await claimsOf(file, '2026-11', '--today', '2026-12-01');
    expect(november.claims).toEqual({ 'Ada Fernwhistle': 240 });
  });

  test('rows without their client are left out, told, and make exit code 1', async () => {
    const { exitCode, claims, report } = await claimsOf(path('p14d_client_once.xlsx'));
    expect([exitCode, claims]).toEqual([1, { 'Lark Vantongeren': 120, 'Ada Fernwhistle': 120 }]);
    const left = report.findings.filter(({ rule }) => rule === 'session-client-missing');
    expect(left.map(({ cell }) => cell)).toEqual(['B3', 'B5']);
  });

  test('every row that cannot be read makes exit code 1', async () => {
    const { exitCode, report } = await claimsOf(path('unreadable-rows-exit-0.xlsx'));
    expect(exitCode).toBe(1);
    const left = report.findings.filter(({ rule }) => rule === 'session-minutes-unreadable');
    expect(left.map(({ cell }) => cell)).toEqual(['D6', 'D9']);
  });
});

describe('dates and minutes', () => {
  test('dots are day first', async () => {
    expect(await claimsOf(path('q05b_dotted_no_evidence.xlsx'))).toMatchObject({
      exitCode: 0,
      claims: { 'Lark Vantongeren': 360 },
    });
  });

  test('"March 3, 2026" and "Mar 5, 2026" are dates', async () => {
    const { report } = await claimsOf(path('p07_march.xlsx'), '2026-03', '--today', '2026-04-01');
    const dates = report.claims.flatMap(({ lines }) => lines.map(({ date }) => date));
    expect(dates).toEqual(['2026-03-03', '2026-03-05']);
  });

  test('numbers below "October 2026" are days of that month', async () => {
    const { claims, report } = await claimsOf(path('p08_daynumbers.xlsx'));
    expect(claims).toEqual({ 'Lark Vantongeren': 360 });
    expect(report.claims[0]?.lines.map(({ date }) => date)).toEqual([
      '2026-10-02',
      '2026-10-05',
      '2026-10-09',
    ]);
  });

  test('no year is taken from a telephone number', async () => {
    const file = path('p26_year_from_phone.xlsx');
    const { exitCode, error } = await desk.on(file, 'claims', '--month', '2026-10', ...TODAY);
    expect([exitCode, error]).toEqual([
      2,
      expect.stringContaining('Log!A3, the date of service: "10/2" has no year.'),
    ]);
  });

  test('a time in UTC is of the day in the practice', async () => {
    const { claims, report } = await claimsOf(path('p29_utc.xlsx'));
    expect(claims).toEqual({ 'Lark Vantongeren': 360 });
    expect(report.claims[0]?.lines.map(({ date }) => date)).toEqual([
      '2026-10-02',
      '2026-10-09',
      '2026-10-31',
    ]);
  });

  test('in a state of two time zones it is asked which one', async () => {
    const file = desk.changed(path('p29_utc.xlsx'), (book) => {
      const practice = book.sheets.find(({ name }) => name === 'Practice');
      for (const { row, column, cell } of practice?.entries() ?? []) {
        if (cell.value === 'State') practice?.setValue(row, column + 1, 'TX');
      }
    });
    const asked = await desk.on(file, 'claims', '--month', '2026-10', ...TODAY);
    expect(asked).toMatchObject({
      exitCode: 2,
      error: expect.stringContaining('another time zone') as string,
    });
    const { claims } = await claimsOf(file, '2026-10', '--answer', 'time-zone=America/Chicago');
    expect(claims).toEqual({ 'Lark Vantongeren': 360 });
  });

  test('"60/90 mins" is not read, and told', async () => {
    const { exitCode, claims, report } = await claimsOf(path('p06_minutes_slash.xlsx'));
    expect([exitCode, claims]).toEqual([1, { 'Lark Vantongeren': 240 }]);
    const left = report.findings.filter(({ rule }) => rule === 'session-minutes-unreadable');
    expect(left.map(({ cell }) => cell)).toEqual(['C2', 'C4']);
  });

  test('22 min 40 s of a timer are one unit', async () => {
    expect(await claimsOf(path('timer.xlsx'))).toMatchObject({ claims: { 'Tim Er': 30 } });
  });

  test('BILLABLE_UNITS counts whole minutes only', async () => {
    const { file } = await desk.on(path('half-minutes.xlsx'), 'recalc');
    const [sheet] = bookOf(file).sheets;
    const units = [...(sheet?.entries() ?? [])]
      .filter(({ column }) => column === 1)
      .map(({ cell }) => cell.value);
    expect(units.filter((value) => typeof value === 'number')).toEqual([1, 1, 0, 0]);
  });
});

describe('words of other languages', () => {
  test('"Reste à charge" is what the client still owes, and no charge', async () => {
    const { output } = await desk.run('map', path('n09_fr_historique.csv'), '--json');
    const { fields } = JSON.parse(output) as { fields: Record<string, { column: string }> };
    expect(fields).toMatchObject({ charge: { column: 'Montant' }, client: { column: 'Patient' } });
  });

  test('"Referenz" is no diagnosis, "Patientenname" the client', async () => {
    const { output } = await desk.run('map', path('n35_patients_directory.csv'), '--json');
    const { fields } = JSON.parse(output) as { fields: Record<string, { column: string }> };
    expect(fields).toMatchObject({ date: { column: 'Datum' }, client: { column: 'Patientenname' } });
    expect(fields).not.toHaveProperty('dx');
  });
});

/** The question of a hold that an answer of the command line takes: `--answer KEY=VALUE`. */
function answerTo({ report }: Outcome, value: string): string[] {
  const answers = report.holds
    .flatMap(({ findings }) => findings)
    .flatMap(({ answers: given = [] }) => given);
  const found = answers.find((answer) => answer.value === value);
  return found ? ['--answer', `${found.key}=${found.value}`] : [];
}

async function refusedWords(file: string): Promise<string> {
  const { exitCode, error } = await desk.on(file, 'claims', '--month', '2026-10', ...TODAY);
  expect(exitCode).toBe(2);
  return error;
}

describe('columns that nobody knows are asked about before anything is billed', () => {
  test('how visits went', async () => {
    const file = path('p02_00_hdr.xlsx');
    expect(await refusedWords(file)).toContain('"Disposition" says how visits went');
    const { claims } = await claimsOf(file, '2026-10', '--answer', 'column-status=Disposition');
    expect(claims).toEqual({ 'Lark Vantongeren': 240 });
    expect((await claimsOf(file, '2026-10', '--map', 'status=Disposition')).claims).toEqual(claims);
  });

  test('a room B20 is no diagnosis', async () => {
    const file = path('q36_00_dx.xlsx');
    expect(await refusedWords(file)).toContain('"Suite" holds texts like diagnosis codes');
    const { report } = await claimsOf(file, '2026-10', '--answer', 'column-dx=none');
    expect(report.claims.flatMap(({ diagnoses }) => diagnoses)).not.toContain('B20');
  });

  test('a ticket number is no procedure code', async () => {
    expect(await refusedWords(path('q37_00_cpt.xlsx'))).toContain(
      '"Ticket" holds numbers like procedure codes',
    );
  });

  test('an answer stays in the workbook, and is asked no more', async () => {
    const first = await desk.on(path('p02_00_hdr.xlsx'), 'claims', '--month', '2026-10', ...TODAY, '--answer', 'column-status=Disposition'); // prettier-ignore
    const again = await desk.on(first.file, 'claims', '--month', '2026-10', ...TODAY);
    expect([again.exitCode, again.output]).toEqual([
      0,
      expect.stringContaining('not made again: 2 sessions'),
    ]);
  });
});

describe('how visits went', () => {
  test('"state" with no_show and cancelled in it is a status', async () => {
    expect(await claimsOf(path('p01_state.xlsx'))).toMatchObject({
      exitCode: 0,
      claims: { 'Lark Vantongeren': 240 },
    });
  });

  test('an appointment that did not happen is never a visit', async () => {
    const { report } = await claimsOf(path('jane_appointments.csv'));
    expect(report.holds.map(({ client }) => client)).toEqual(['Ann Alpha']);
    expect(report.notBilled.map(({ why, sessions }) => `${why} ${String(sessions)}`).sort()).toEqual([
      'cancelled 2',
      'no-show 1',
      'scheduled 1',
      'unread 1',
    ]);
  });

  test('of several columns of ticks any that says "not kept" wins', async () => {
    expect(await claimsOf(path('q52_checkbox.xlsx'))).toMatchObject({ claims: { 'Lark Vantongeren': 120 } });
  });

  test('a row that is struck out is not billed without an answer', async () => {
    const file = path('p11_strike_colour.xlsx');
    const asked = await claimsOf(file);
    expect([asked.exitCode, asked.claims]).toEqual([1, { 'Lark Vantongeren': 360 }]);
    const answered = await claimsOf(file, '2026-10', ...answerTo(asked, 'came'));
    expect([answered.exitCode, answered.claims]).toEqual([0, { 'Lark Vantongeren': 480 }]);
  });
});

describe('what was billed before, where, and by whom', () => {
  test('a session that the sheet marks as submitted is held back with one question', async () => {
    const file = path('already-submitted.xlsx');
    const asked = await claimsOf(file);
    expect([asked.exitCode, asked.claims]).toEqual([1, { 'Bruno Birchwood': 120 }]);
    const before = await claimsOf(file, '2026-10', '--answer', 'billed-before=yes');
    expect(before).toMatchObject({
      exitCode: 0,
      claims: { 'Bruno Birchwood': 120 },
      report: { billedBefore: 1 },
    });
    const not = await claimsOf(file, '2026-10', '--answer', 'billed-before=no');
    expect(not.claims).toEqual({ 'Ada Applegate': 120, 'Bruno Birchwood': 120 });
  });

  test.each(['Date billed', 'Billed on', 'Submitted', 'Claim sent', 'Claim #', 'Billed?', 'Filed'])(
    'so it is below "%s"',
    async (header) => {
      const file = desk.changed(path('already-submitted.xlsx'), (book) => {
        book.sheets[0]?.setValue(0, 7, header);
      });
      expect((await claimsOf(file)).claims).toEqual({ 'Bruno Birchwood': 120 });
    },
  );

  test.each(['Billed', 'Paid'])('so it is with the status "%s"', async (status) => {
    const file = desk.changed(path('already-submitted.xlsx'), (book) => {
      book.sheets[0]?.setValue(0, 7, 'Status');
      book.sheets[0]?.setValue(1, 7, status);
      book.sheets[0]?.setValue(2, 7, 'kept');
    });
    expect((await claimsOf(file)).claims).toEqual({ 'Bruno Birchwood': 120 });
  });

  test('an empty column never beats a full one', async () => {
    expect((await claimsOf(path('empty-billed-beats-fee.xlsx'))).claims).toEqual({
      'Ada Applegate': 150,
      'Bruno Birchwood': 150,
    });
  });

  test("a session at the client's home goes out as place 12, on the page and in the file", async () => {
    const edi = desk.path('home.837');
    const { file } = await desk.on(
      path('pos-column.xlsx'),
      'claims',
      '--month',
      '2026-10',
      ...TODAY,
      '--edi',
      edi,
    );
    expect(readFileSync(edi, 'latin1')).toMatch(/CLM\*C2610WFLM0001\*120\*\*\*12:B:1/);
    const pages = bookOf(file).sheets.find(({ name }) => name.startsWith('Claims 2026-10'));
    expect([...(pages?.entries() ?? [])].map(({ cell }) => String(cell.value))).toContain('12');
  });

  test("another therapist's session is held back", async () => {
    const { exitCode, claims, words } = await claimsOf(path('two-therapists.xlsx'));
    expect([exitCode, claims]).toEqual([1, { 'Ada Applegate': 120 }]);
    expect(words.join(' ')).toContain('"Jonas Fennimore" as therapist');
  });

  test('dates that Excel may have exchanged are asked about, and nothing of them is billed before', async () => {
    const file = path('p05_mixed_serial_ddmm.xlsx');
    const asked = await claimsOf(file);
    expect([asked.exitCode, asked.claims]).toEqual([1, {}]);
    expect(asked.words.join(' ')).toContain('may have exchanged day and month');
    const dayFirst = await claimsOf(file, '2026-10', ...answerTo(asked, 'exchanged'));
    expect(dayFirst.claims).toEqual({ 'Lark Vantongeren': 480 });
    const shown = await claimsOf(file, '2026-10', ...answerTo(asked, 'as-shown'));
    expect(shown.claims).toEqual({ 'Lark Vantongeren': 240 });
  });
});

describe('what became of every row', () => {
  test('map and check tell it, in words and as JSON', async () => {
    const file = path('q14f_blocks_same_payer.xlsx');
    const words = '9 rows: 4 sessions, 1 label of a client, 3 totals, 1 repeated header.';
    expect((await desk.run('map', file)).output).toContain(words);
    expect((await desk.run('check', file, '--month', '2026-10', ...TODAY)).output).toContain(words);
    const { output } = await desk.run('map', file, '--json');
    const { account } = JSON.parse(output) as { account: { tables: { range: string; rows: object }[] }[] };
    expect(account[0]?.tables.map(({ range }) => range)).toHaveLength(1);
  });
});

describe('an option that a command does not have is refused', () => {
  test.each([
    ['superbills', '--pdf', 'bills.pdf'],
    ['check', '--edi', 'claims.837'],
    ['undo', '--month', '2026-10'],
    ['recalc', '--answer', 'a=b'],
  ])('%s %s', async (command, option, value) => {
    const { exitCode, error } = await desk.run(command, path('p01_state.xlsx'), option, value);
    expect([exitCode, error]).toEqual([2, expect.stringContaining(`${command} has no option ${option}`)]);
  });
});
