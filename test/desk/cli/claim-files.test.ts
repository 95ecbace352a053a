import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../../desk/cli/run-command';
import { readClaims } from '../../../src/x12/claim-837p/read-claims';

/** Excel's own client is started for each of these. */

const SAMPLE = join(__dirname, '../../../assets/sample/sessions.xlsx');
let folder: string;
const file = (name: string) => join(folder, name);
const claims = (...words: string[]) =>
  runCommand(['claims', SAMPLE, '--month', '2026-10', '--today', '2026-11-02', ...words]);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimsheet-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('--edi and --csv write the files that --json tells of', async () => {
  const [out, edi, csv] = [file('claims.xlsx'), file('claims.837'), file('claims.csv')];
  const { exitCode, output } = await claims(
    ...['--out', out, '--edi', edi, '--csv', csv, '--json', '--test', '--control', '4711'],
    ...['--edi-setting', 'submitterId=QH0001'],
  );
  expect(exitCode).toBe(1);
  const report = JSON.parse(output) as { edi: string; csv: string; control: number; claims: unknown[] };
  expect([report.edi, report.csv, report.control]).toEqual([edi, csv, 4711]);
  const read = readClaims(readFileSync(edi, 'utf8'));
  expect(read.faults).toEqual([]);
  expect(read.claims).toHaveLength(report.claims.length);
  expect(read.file.interchanges[0]).toMatchObject({ isTest: true, control: '000004711' });
  expect(read.segments.find(({ loop }) => loop === '1000A')?.segment.element(9)).toBe('QH0001');
  expect(readFileSync(csv, 'utf8')).toMatch(/^Account,Line control,/);
});

test.each([
  [['--edi', SAMPLE], 'is used twice. Give --edi another name.'],
  [['--edi', 'no/such/folder/claims.837'], 'There is no folder'],
  [['--edi', 'x.837', '--csv', 'x.837'], 'x.837 is used twice. Give --csv another name.'],
  [['--edi', 'x.837', '--control', '12A'], '"12A" is not a number for a file of claims'],
  [
    ['--edi', 'x.837', '--edi-setting', 'colour=red'],
    '"colour=red" does not. The names are: senderQualifier',
  ],
  [['--edi', 'x.837', '--clearinghouse', 'nobody'], 'No clearinghouse is known as "nobody".'],
])('%j is refused before anything is written', async (words, sentence) => {
  const out = file('refused.xlsx');
  const { exitCode, error } = await claims('--out', out, ...words);
  expect(exitCode).toBe(2);
  expect(error).toContain(sentence);
  expect(existsSync(out) || existsSync('x.837')).toBe(false);
});
