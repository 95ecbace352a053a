import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../../desk/cli/run-command';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import type { MONTH_END } from '../../../src/actions/json/month';
import type { JsonOf } from '../../../src/actions/json/shape';
import { WAYS } from '../../support/remittance/answers';
import { billedOctober, paymentsOf, rowsOf } from '../../support/remittance/payments-desk';
import { writeRemittances } from '../../support/remittance/write-remittance';
import { day } from '../../support/values';

let folder: string;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'claimsheet-'));
  const bytes = await billedOctober();
  writeFileSync(file('billed.xlsx'), bytes);
  const book = readXlsx(bytes);
  const { lines } = await paymentsOf(book);
  const payeeNpi = String(rowsOf(book, 'Practice').find(({ Item }) => Item === 'Billing NPI')?.['Value']);
  const own = lines.filter((line) => line.account === 'C2610HRRN0003');
  const who = { payer: own[0]?.payer ?? '', payeeNpi, date: day('2026-11-10'), number: 'CHK-1' };
  writeFileSync(file('denied.835'), writeRemittances([...WAYS.denied(own, who)]));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const reconcile = (month: string, ...more: string[]) =>
  runCommand(['reconcile', file('billed.xlsx'), '--month', month, '--today', '2026-12-01', ...more]);

test('the words say whether the month balances, whom to call, and what to look at', async () => {
  const era = ['--era', file('denied.835'), '--out', file('out.xlsx')];
  const { exitCode, output } = await reconcile('2026-11', ...era);
  expect(exitCode).toBe(0);
  const words = output.split('\n');
  expect(words).toEqual(
    expect.arrayContaining([
      '2026-11 on the sheet "Month 2026-11". Everything is as of 11/30/2026, the last day of the month. What came later is on the sheet of its own month.',
      expect.stringMatching(
        /^ {2}\$2,\d{3}\.00 opening \+ \$0\.00 charges - \$0\.00 payments - \$0\.00 written off = \$2,\d{3}\.00 closing$/,
      ),
      '  The month balances.',
      '  Call L&I about 1 claim, $480.00.',
      expect.stringMatching(/^ {2}denied: \$480\.00, .*, L&I, .* \(4 lines\), C2610HRRN0003\. Denied: /),
    ]),
  );
  const sheets = readXlsx(readFileSync(file('out.xlsx'))).sheets.map(({ name }) => name);
  expect(sheets).toContain('Month 2026-11');
});

test('without a remittance the sheet is made alone; the JSON has dollars and ISO dates', async () => {
  const { output } = await reconcile('2026-10', '--out', file('json.xlsx'), '--json');
  const { monthEnd } = JSON.parse(output) as { monthEnd: JsonOf<typeof MONTH_END> };
  const { totals } = monthEnd;
  expect(monthEnd).toMatchObject({
    action: 'month-end',
    month: '2026-10',
    asOf: '2026-10-31',
    outOfBalance: [],
  });
  const cents = (dollars: number) => Math.round(dollars * 100);
  const paid = cents(totals.paidByPayers) + cents(totals.paidByClients);
  expect(cents(totals.opening) + cents(totals.charges) - paid - cents(totals.adjustments)).toBe(
    cents(totals.closing),
  );
  const lines = rowsOf(readXlsx(readFileSync(file('json.xlsx'))), 'ClaimLines');
  expect(cents(totals.charges)).toBe(lines.reduce((sum, row) => sum + cents(Number(row['Charge'])), 0));
  expect(monthEnd.exceptions.filter(({ word }) => word === 'not billed').length).toBeGreaterThan(0);
  expect(monthEnd.lines.every(({ date }) => /^2026-10-\d\d$/.test(date))).toBe(true);
});

test('a workbook in which nothing was billed is bad input, and nothing is written', async () => {
  const sample = join(__dirname, '../../../assets/sample/sessions.xlsx');
  const answer = await runCommand(['reconcile', sample, '--month', '2026-10', '--out', file('none.xlsx')]);
  expect(answer).toMatchObject({ exitCode: 2, output: '' });
  expect(answer.error).toMatch(/^There is nothing to reconcile yet/);
  expect(() => readFileSync(file('none.xlsx'))).toThrow();
});
