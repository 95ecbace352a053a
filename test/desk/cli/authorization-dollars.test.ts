import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBook, saveBook } from '../../../desk/cli/files';
import { runCommand } from '../../../desk/cli/run-command';
import type { CLAIMS } from '../../../src/actions/json/claims';
import type { JsonOf } from '../../../src/actions/json/shape';

/** The sample, with an authorization of $100 for Dorian Saltmarsh, who comes each week for $120. */
const WORKBOOK = join(__dirname, 'cases/authorization-dollars.xlsx');
const NAME = 'Dorian Saltmarsh';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimsheet-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('visits beyond the dollars of an authorization are held back', async () => {
  const words = [
    '--month',
    '2026-10',
    '--out',
    join(folder, 'claims.xlsx'),
    '--json',
    '--today',
    '2026-11-02',
  ];
  const { exitCode, output } = await runCommand(['claims', WORKBOOK, ...words]);
  const report = JSON.parse(output) as JsonOf<typeof CLAIMS>;
  expect(exitCode).toBe(1);
  expect(report.claims.filter(({ client }) => client === NAME)).toEqual([]);
  const held = report.holds.filter(({ client }) => client === NAME);
  expect(held.flatMap(({ dates }) => dates)).toEqual([
    '2026-10-06',
    '2026-10-13',
    '2026-10-20',
    '2026-10-27',
  ]);
  expect(held.flatMap(({ findings }) => findings.map((finding) => finding.message))[3]).toBe(
    `Authorization VA0000104 allows $100.00; $1,560.00 are used with ${NAME} on 10/27/2026, and VA Community Care pays only what it authorized.`,
  );
});

test('VISITS_LEFT says the same of them', async () => {
  const book = openBook(WORKBOOK);
  const look = book.addSheet('Look');
  const formula = `=CLAIM.VISITS_LEFT("${NAME}",DATE(2026,10,27),,TRUE)`;
  look.loadCell(0, 0, { value: null, formula, style: 0 });
  const [input, out] = [join(folder, 'asked.xlsx'), join(folder, 'answered.xlsx')];
  saveBook(book, input);
  await runCommand(['recalc', input, '--out', out]);
  expect(openBook(out).sheet('Look')?.cell(0, 0)?.value).toBe(
    '13 over: authorization VA0000104, $1,560.00 of $100.00 used, to 11/01/2026',
  );
});
