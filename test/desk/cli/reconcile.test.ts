import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../../desk/cli/run-command';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import type { ImportReport } from '../../../src/actions/payments/import-report';
import type { BilledLine } from '../../../src/billing/records/billed-line';
import { WAYS, type Way } from '../../support/remittance/answers';
import { billedOctober, paymentsOf, rowsOf } from '../../support/remittance/payments-desk';
import { writeRemittances } from '../../support/remittance/write-remittance';
import { day } from '../../support/values';

const TODAY = ['--today', '2026-12-01'];
let folder: string;
let lines: BilledLine[];
let payeeNpi: string;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'claimsheet-'));
  const bytes = await billedOctober();
  writeFileSync(file('billed.xlsx'), bytes);
  const book = readXlsx(bytes);
  lines = (await paymentsOf(book)).lines;
  payeeNpi = String(rowsOf(book, 'Practice').find(({ Item }) => Item === 'Billing NPI')?.['Value']);
  const answer = (account: string, way: Way) => {
    const own = lines.filter((line) => line.account === account);
    const who = { payer: own[0]?.payer ?? '', payeeNpi, date: day('2026-11-10'), number: `CHK-${account}` };
    return writeRemittances([...WAYS[way](own, who)]);
  };
  writeFileSync(file('a.835'), answer('C2610HRRN0001', 'reduced'));
  writeFileSync(file('b.835'), answer('C2610HRRN0003', 'taken back'));
  writeFileSync(file('cut.835'), answer('C2610HRRN0004', 'paid').slice(0, -150));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const reconcile = (...more: string[]) =>
  runCommand(['reconcile', file('billed.xlsx'), '--month', '2026-10', ...TODAY, ...more]);

test('remittances are posted, the words tell where each cent went, and the saved register says the same', async () => {
  const answer = await reconcile('--era', file('a.835'), '--era', file('b.835'), '--out', file('out.xlsx'));
  expect(answer.error).toBe('');
  expect(answer.exitCode).toBe(0);
  const words = answer.output.split('\n');
  expect(words).toEqual(
    expect.arrayContaining([
      'a.835: 1 payment',
      '  CHK-C2610HRRN0001, Cascadia Health, 2026-11-10: $432.00 = $432.00 posted',
      '    C2610HRRN0001  Ada Fernwhistle: 6 lines, $432.00 paid, $180.00 written off, $108.00 to the client',
      '  CHK-C2610HRRN0003, L&I, 2026-11-10: $467.66 = $480.00 posted - $12.34 taken back by the payer',
      '    WO OLD CLAIM: -$12.34',
      'In all: $912.00 posted, $0.00 unmatched, $0.00 held; 2 claims of the register brought up to date.',
      `Saved as ${file('out.xlsx')}.`,
    ]),
  );
  const claims = rowsOf(readXlsx(readFileSync(file('out.xlsx'))), 'Claims');
  expect(claims.find((row) => row['Account'] === 'C2610HRRN0003')).toMatchObject({
    Balance: 0,
    Status: 'Paid',
  });
});

test('what is held makes the exit code 1, names the place in the file, and the rest is posted', async () => {
  const args = ['--era', file('cut.835'), '--era', file('a.835'), '--out', file('held.xlsx')];
  const { exitCode, output } = await reconcile(...args);
  expect(exitCode).toBe(1);
  expect(output).toMatch(/Held: \$360\.00 of CHK-C2610HRRN0004/);
  expect(output).toMatch(
    /STOP: The payment CHK-C2610HRRN0004 .* has no end .*\(line \d+, segment \d+\) It was not posted/,
  );
  expect(output).toMatch(/In all: \$432\.00 posted, \$0\.00 unmatched, \$360\.00 held/);
});

test('the JSON has every payment with its parts', async () => {
  const { output } = await reconcile('--era', file('b.835'), '--out', file('json.xlsx'), '--json');
  const report = JSON.parse(output) as ImportReport & { file: string };
  expect(report).toMatchObject({
    action: 'import-remittances',
    posted: 480,
    isComplete: true,
    files: [{ name: 'b.835', payments: [{ amount: 467.66, posted: 480, takenBack: 12.34, unexplained: 0 }] }],
    claims: [{ account: 'C2610HRRN0003', insurerPaid: 480, balance: 0, status: 'Paid' }],
    file: file('json.xlsx'),
  });
});

test.each([
  ['a file that is not there', ['--era', 'nowhere.835', '--out', 'x.xlsx'], /There is no file nowhere.835/],
  ['a folder', ['--era', '.', '--out', 'x.xlsx'], /is a folder, not a remittance file/],
  ['no place for the result', ['--era', 'a.835'], /Add --out/],
])('%s is bad input', async (_name, words, said) => {
  const { exitCode, error, output } = await reconcile(...words);
  expect([exitCode, output]).toEqual([2, '']);
  expect(error).toMatch(said);
});
