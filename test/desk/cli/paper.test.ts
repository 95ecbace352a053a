import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { runCommand } from '../../../desk/cli/run-command';
import type { CLAIMS } from '../../../src/actions/json/claims';
import type { JsonOf } from '../../../src/actions/json/shape';
import { pdfTexts } from '../../support/pdf-texts';

const SAMPLE = join(__dirname, '../../../assets/sample/sessions.xlsx');
const OCTOBER = ['claims', SAMPLE, '--month', '2026-10', '--today', '2026-11-02'];
let folder: string;
const file = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimsheet-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('the sample’s claims are printed for the form and for the file, a page for each page of a claim', async () => {
  const { output, exitCode } = await runCommand([
    ...OCTOBER,
    ...[
      '--out',
      file('out.xlsx'),
      '--pdf',
      file('form.pdf'),
      '--pdf-copy',
      file('copy.pdf'),
      '--offset',
      '-2,3',
    ],
    '--json',
  ]);
  const report = JSON.parse(output) as JsonOf<typeof CLAIMS> & { pdf: string; pdfCopy: string };
  expect(exitCode).toBe(1);
  expect([report.pdf, report.pdfCopy]).toEqual([file('form.pdf'), file('copy.pdf')]);
  const form = await pdfTexts(readFileSync(file('form.pdf')));
  const copy = await pdfTexts(readFileSync(file('copy.pdf')));
  const accounts = report.claims.flatMap(({ account, pages }) =>
    Array.from({ length: pages }, () => account),
  );
  expect(accounts.length).toBeGreaterThan(5);
  const textAt = (texts: (typeof form)[number], x: number, y: number) =>
    texts.find((text) => Math.abs(text.x - x) < 0.1 && Math.abs(text.y - y) < 0.1)?.text;
  // Box 26: row 56, column 23.
  expect(form.map((texts) => textAt(texts, 182.4 - 2, 692 + 3))).toEqual(accounts);
  expect(copy.map((texts) => textAt(texts, 182.4, 692))).toEqual(accounts);
});

test('the alignment test page is written where asked, and nowhere else', async () => {
  const { exitCode, output } = await runCommand(['align', file('align.pdf'), '--offset', '2,-3']);
  expect([exitCode, readdirSync(folder)]).toEqual([0, ['align.pdf']]);
  expect(output).toContain(file('align.pdf'));
  const [texts = []] = await pdfTexts(readFileSync(file('align.pdf')));
  expect(texts.some(({ text }) => text === 'X')).toBe(true);
});

test.each([
  [['align'], 'Where should the test page go?'],
  [['align', 'align.txt'], 'ending in .pdf'],
  [['align', 'align.pdf', '--offset', 'left'], 'is not an offset'],
  [[...OCTOBER, '--out', 'o.xlsx', '--pdf', 'nowhere/at/all/f.pdf'], 'There is no folder'],
  [[...OCTOBER, '--out', 'o.xlsx', '--pdf', 'o.xlsx'], 'is used twice'],
  [[...OCTOBER, '--out', 'o.xlsx', '--pdf', SAMPLE], 'is used twice'],
  [[...OCTOBER, '--out', 'o.xlsx', '--pdf', 'f.pdf', '--pdf-copy', 'f.pdf'], 'is used twice'],
  [[...OCTOBER, '--out', 'o.xlsx', '--pdf', 'f.pdf', '--offset', '50,0'], 'is not an offset'],
])('%j is refused before any work', async (words, why) => {
  const inFolder = words.map((word) =>
    /^(o\.xlsx|f\.pdf|align\.\w+|nowhere.*)$/.test(word) ? file(word) : word,
  );
  const { exitCode, error } = await runCommand(inFolder);
  expect(exitCode).toBe(2);
  expect(error).toContain(why);
  expect(readdirSync(folder)).toEqual([]);
});

test('where all is made already, the words say that there is nothing to print', async () => {
  await runCommand([...OCTOBER, '--out', file('first.xlsx')]);
  const again = OCTOBER.map((word) => (word === SAMPLE ? file('first.xlsx') : word));
  const { output } = await runCommand([...again, '--out', file('o.xlsx'), '--pdf', file('f.pdf')]);
  expect(output).toContain(`There is no claim to print, so ${file('f.pdf')} was not written.`);
  expect([existsSync(file('o.xlsx')), existsSync(file('f.pdf'))]).toEqual([true, false]);
});

describe('a member id that no box of the form can hold', () => {
  const MEMBER = 'CH0010101'.repeat(4);
  const withLongId = (): string => {
    const book = readXlsx(readFileSync(SAMPLE));
    const clients = book.sheet('Clients');
    for (let row = 0; row < 40; row++) {
      for (let column = 0; column < 40; column++) {
        if (clients?.cell(row, column)?.value === 'CH0010101') clients.setValue(row, column, MEMBER);
      }
    }
    writeFileSync(file('in.xlsx'), writeXlsx(book));
    return file('in.xlsx');
  };
  const WORDS = `Box 1a (Member ID) has room for 29 characters; "${MEMBER}" has 36.`;

  test('holds the claim back, with its sessions, when it was to be printed', async () => {
    const words = [...OCTOBER.map((word) => (word === SAMPLE ? withLongId() : word)), '--json'];
    const { output } = await runCommand([...words, '--out', file('o.xlsx'), '--pdf', file('f.pdf')]);
    const { claims, holds } = JSON.parse(output) as JsonOf<typeof CLAIMS>;
    expect(claims.map(({ client }) => client)).not.toContain('Ada Fernwhistle');
    const hold = holds.find(({ client }) => client === 'Ada Fernwhistle');
    expect(hold?.findings.map((finding) => finding.message)).toEqual([WORDS]);
    expect(hold?.sessions.length).toBeGreaterThan(0);
  });

  test('leaves it off the copy for the file alone, and says so', async () => {
    const words = OCTOBER.map((word) => (word === SAMPLE ? withLongId() : word));
    const { output, exitCode } = await runCommand([
      ...words,
      ...['--out', file('o.xlsx'), '--pdf-copy', file('c.pdf')],
    ]);
    expect(exitCode).toBe(1);
    expect(output).toContain(`is not in ${file('c.pdf')}: ${WORDS}`);
    const texts = (await pdfTexts(readFileSync(file('c.pdf')))).flat().map(({ text }) => text);
    expect(texts.filter((text) => text.includes('CH00101'))).toEqual([]);
  });
});
