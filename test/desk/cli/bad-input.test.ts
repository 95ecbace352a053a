import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Book } from '../../../desk/book/book';
import { CellError } from '../../../desk/book/book';
import { runCommand } from '../../../desk/cli/run-command';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import type { ClaimsReport } from '../../../src/actions/claims/claims-report';
import { inventedPractice } from '../../support/invented-practice';
import { workbookOf } from '../../support/practice-workbook';

const HEADERS = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Status'];
const SESSION = [46296, 'Ada Applegate', 60, '97124', 'M54.2', 'Cascade Health Plan', 120, 'kept'];
let folder: string;
let input: string;
let out: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimsheet-'));
  input = join(folder, 'in.xlsx');
  out = join(folder, 'out.xlsx');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function save(book: Book): void {
  writeFileSync(input, writeXlsx(book));
}

function sample(): Book {
  return workbookOf({ Sessions: [HEADERS, SESSION] }, inventedPractice);
}

/** Runs claims and asserts what holds for all bad input: one sentence, exit 2, nothing written, input untouched. */
async function refused(...words: string[]): Promise<string> {
  const before = existsSync(input) ? readFileSync(input) : null;
  const files = readdirSync(folder);
  const asked = words.length > 0 ? words : ['claims', input, '--month', '2026-10', '--out', out];
  const { exitCode, output, error } = await runCommand(asked);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
  expect(error.split('\n')).toHaveLength(1);
  expect(error).toMatch(/[.?]$/);
  expect(readdirSync(folder)).toEqual(files);
  if (before) expect(readFileSync(input).equals(before)).toBe(true);
  return error;
}

async function report(): Promise<ClaimsReport> {
  const words = ['claims', input, '--month', '2026-10', '--out', out, '--today', '2026-11-02', '--json'];
  const { exitCode, output, error } = await runCommand(words);
  if (exitCode === 2) throw new Error(error);
  return JSON.parse(output) as ClaimsReport;
}

test('a file that is no workbook', async () => {
  writeFileSync(input, 'Dear diary, today I massaged.');
  expect(await refused()).toContain(input);
});

test('a workbook cut in the middle', async () => {
  const bytes = writeXlsx(sample());
  writeFileSync(input, bytes.subarray(0, Math.floor(bytes.length / 2)));
  await refused();
});

test('a file of more than 64 MB', async () => {
  writeFileSync(input, '');
  truncateSync(input, 65 * 1024 * 1024);
  const { exitCode, error } = await runCommand(['map', input]);
  expect({ exitCode, error }).toEqual({
    exitCode: 2,
    error: `${input} is larger than 64 MB, which is more than the Desk opens.`,
  });
});

test('two sheets of one name', async () => {
  const book = sample();
  book.addSheet('SESSIONS').setValue(0, 0, 1);
  save(book);
  expect(await refused()).toContain('the sheets “Sessions” and “SESSIONS”');
});

test('a cell in use so far away that nobody could read all between', async () => {
  const book = sample();
  book.sheet('Sessions')?.setValue(1048575, 16383, 1);
  save(book);
  const sentence = await refused();
  expect(sentence).toContain('The cells in use reach as far as Sessions!XFD1048576');
  expect(await refused('check', input)).toBe(sentence);
  expect((await runCommand(['recalc', input, '--out', out])).exitCode).toBe(0);
});

test('a file that is not there', async () => {
  expect(await refused()).toContain('There is no file');
});

test('an empty workbook', async () => {
  save(workbookOf({ Sheet1: [] }));
  await refused();
  await refused('map', input);
});

test('a workbook without sessions', async () => {
  save(
    workbookOf({
      Mileage: [
        ['Date', 'From', 'To', 'Miles'],
        [46296, 'Home', 'Office', 12],
      ],
    }),
  );
  await refused();
});

test('a month without sessions', async () => {
  save(sample());
  expect(await refused('claims', input, '--month', '2024-02', '--out', out)).toContain('2024-02');
});

test('a month that is none', async () => {
  save(sample());
  expect(await refused('claims', input, '--month', 'October', '--out', out)).toContain(
    '"October" is not a month',
  );
});

test('two sheets that could be the sessions are asked about, and --sheet answers', async () => {
  const rows = [SESSION, [46297, ...SESSION.slice(1)]];
  save(
    workbookOf(
      {
        'Kept by me': [HEADERS, ...rows],
        'Kept by Jo': [
          ['DOS', 'Patient Name', 'Mins', 'Procedure', 'ICD-10', 'Insurance', 'Fee', 'Status'],
          ...rows,
        ],
      },
      inventedPractice,
    ),
  );
  const sentence = await refused();
  expect(sentence).toContain('Kept by me');
  expect(sentence).toContain('Kept by Jo');
  const words = ['claims', input, '--month', '2026-10', '--out', out, '--sheet', 'Kept by me', '--json'];
  expect((await runCommand(words)).exitCode).toBe(0);
});

test('a column named with --map that is not there', async () => {
  save(sample());
  expect(
    await refused('claims', input, '--month', '2026-10', '--out', out, '--map', 'client=Clinet'),
  ).toContain('Clinet');
});

test('a needed column that is unclear is asked for, and --map answers', async () => {
  const headers = ['Date', 'Xq', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Status'];
  const named = [SESSION, [46297, ...SESSION.slice(1)]].map((row) =>
    row.map((cell) => (cell === 'Ada Applegate' ? 17 : cell)),
  );
  save(workbookOf({ Sessions: [headers, ...named] }, inventedPractice));
  expect(await refused()).toContain('client');
  const answered = await runCommand(['map', input, '--map', 'client=Xq', '--json']);
  expect(JSON.parse(answered.output)).toMatchObject({ fields: { client: { column: 'Xq', confidence: 1 } } });
});

test('merged headers are read, since the merged cell stands over its first column', async () => {
  const book = workbookOf(
    { Sessions: [['My sessions', ...HEADERS.slice(1).map(() => null)], HEADERS, SESSION] },
    inventedPractice,
  );
  book.sheet('Sessions')?.merges.push({ row: 0, column: 0, rows: 1, columns: 8 });
  save(book);
  expect((await report()).claims).toHaveLength(0 + 1);
});

test('a row whose formula is an error is reported with its cell and left out', async () => {
  const book = workbookOf({ Sessions: [HEADERS, SESSION, [46297, ...SESSION.slice(1)]] }, inventedPractice);
  book.sheet('Sessions')?.loadCell(2, 6, { value: new CellError('#REF!'), formula: '=#REF!*2', style: 0 });
  save(book);
  const { claims, findings } = await report();
  expect(claims.flatMap((claim) => claim.lines.map((line) => line.date))).toEqual(['2026-10-01']);
  expect(findings).toContainEqual(expect.objectContaining({ sheet: 'Sessions', cell: 'G3' }));
});

test('a workbook that counts days from 1904 gives the same dates', async () => {
  const book = workbookOf({ Sessions: [HEADERS, [46296 - 1462, ...SESSION.slice(1)]] }, {});
  book.date1904 = true;
  save(book);
  const { holds } = await report();
  expect(holds.flatMap((hold) => hold.dates)).toEqual(['2026-10-01']);
});

test('a protected workbook', async () => {
  const book = sample();
  book.structureProtected = true;
  save(book);
  expect(await refused()).toContain('protected');
});

test('a protected session sheet is only read, and that is allowed', async () => {
  const book = sample();
  const sheet = book.sheet('Sessions');
  if (sheet) sheet.isProtected = true;
  save(book);
  expect((await report()).claims).toHaveLength(1);
});

test('a sheet name that is already taken', async () => {
  const book = sample();
  book.addSheet('Claims').setValue(0, 0, 'my own claims');
  save(book);
  expect(await refused()).toContain('"Claims"');
});

test('an output path that cannot be written', async () => {
  save(sample());
  await refused('claims', input, '--month', '2026-10', '--out', join(folder, 'nowhere', 'out.xlsx'));
  await refused('claims', input, '--month', '2026-10', '--out', folder);
  await refused('claims', input, '--month', '2026-10', '--out', join(folder, 'out.pdf'));
  expect(await refused('claims', input, '--month', '2026-10', '--out', input)).toContain('overwrite');
  mkdirSync(out);
  expect(await refused()).toContain('is a folder');
  rmSync(out, { recursive: true });
  chmodSync(folder, 0o700);
});

test.each([
  ['.xlsm', 'a workbook with macros'],
  ['.xltx', 'a template'],
  ['.xltm', 'a template with macros'],
])('a result that would not be of the kind of %s, %s', async (ending, kind) => {
  const own = join(folder, `in${ending}`);
  writeFileSync(own, writeXlsx(sample()));
  const sentence = await refused('recalc', own, '--out', out);
  expect(sentence).toContain(`${kind}, as the one it is made from; give --out a name ending in ${ending}`);
  const same = join(folder, `out${ending}`);
  expect((await runCommand(['recalc', own, '--out', same])).exitCode).toBe(0);
});

test('a day that no calendar has', async () => {
  save(sample());
  const words = ['claims', input, '--month', '2026-10', '--out', out, '--today'];
  expect(await refused(...words, '2026-02-30')).toContain('"2026-02-30" is not a day');
  expect(await refused(...words, 'yesterday')).toContain('"yesterday" is not a day');
});

test('a missing option or an unknown command', async () => {
  save(sample());
  expect(await refused('claims', input, '--out', out)).toContain('--month');
  expect(await refused('claims', input, '--month', '2026-10')).toContain('--out');
  expect(await refused('claims', input, '--moth', '2026-10')).toContain('--moth');
  expect(await refused('reconcile', input)).toContain('--out');
  expect((await runCommand(['frobnicate'])).exitCode).toBe(2);
});

test('the result can be opened again and billed again', async () => {
  save(sample());
  await report();
  expect(readXlsx(readFileSync(out)).sheet('Claims 2026-10')).toBeDefined();
  const again = await runCommand([
    'claims',
    out,
    '--month',
    '2026-10',
    '--out',
    join(folder, 'again.xlsx'),
    '--json',
  ]);
  expect(JSON.parse(again.output)).toMatchObject({ claims: [], billedBefore: 1 });
});

test('a file of codes that is none', async () => {
  save(sample());
  const words = ['check', input, '--codes'];
  expect(await refused(...words, join(folder, 'nowhere.txt'))).toContain('There is no file of codes');
  const diary = join(folder, 'diary.txt');
  writeFileSync(diary, 'Dear diary');
  expect(await refused(...words, diary)).toContain('diary.txt');
  expect(await refused(...words)).toContain('Which file of codes?');
});
