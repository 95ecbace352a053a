import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Book } from '../../../desk/book/book';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { ledgerOf, monthBalances, tieOut } from '../../../src/billing/month/ledger';
import type { BilledLine } from '../../../src/billing/records/billed-line';
import { cents, minus, plus, sum, ZERO } from '../../../src/billing/values/cents';
import { contentsOf } from '../../support/desk';
import { WAYS, type Way } from '../../support/remittance/answers';
import { billedOctober, importInto, paymentsOf, rowsOf, undo } from '../../support/remittance/payments-desk';
import { writeRemittances, type WrittenRemittance } from '../../support/remittance/write-remittance';
import { day } from '../../support/values';

const NOVEMBER_10 = day('2026-11-10');
let billed: Uint8Array;
let lines: BilledLine[];
let payeeNpi: string;

beforeAll(async () => {
  billed = await billedOctober();
  const book = readXlsx(billed);
  lines = (await paymentsOf(book)).lines;
  payeeNpi = String(rowsOf(book, 'Practice').find(({ Item }) => Item === 'Billing NPI')?.['Value']);
});

/** What the payer of a claim answers to it. */
function answer(account: string, way: Way): WrittenRemittance[] {
  const own = lines.filter((line) => line.account === account);
  const payer = own[0]?.payer.toUpperCase() ?? '';
  return [...WAYS[way](own, { payer, payeeNpi, date: NOVEMBER_10, number: `CHK-${account}` })];
}

interface Case extends Record<string, string> {
  account: string;
  way: Way;
}
const { data: cases } = Papa.parse<Case>(readFileSync(join(__dirname, 'register-after.csv'), 'utf8'), {
  header: true,
  skipEmptyLines: true,
});

const amount = (value: unknown) => (typeof value === 'number' ? value.toFixed(2) : '');

describe('what the register says of a claim afterwards', () => {
  const after = new Map<Case, Record<string, unknown>>();

  /** Ways for one claim in imports of their own. */
  beforeAll(async () => {
    const accounts = cases.map(({ account }) => account);
    const first = cases.filter(({ account }, index) => accounts.indexOf(account) === index);
    for (const together of [first, cases.filter((one) => !first.includes(one))]) {
      const book = readXlsx(billed);
      const text = writeRemittances(together.flatMap(({ account, way }) => answer(account, way)));
      const { report } = await importInto(book, { name: 'november.835', text });
      expect(report).toMatchObject({ isComplete: true, unmatched: 0, held: 0 });
      const rows = rowsOf(book, 'Claims');
      for (const one of together) after.set(one, rows.find((row) => row['Account'] === one.account) ?? {});
    }
  });

  test.each(cases)('$account, $way', (expected) => {
    const row = after.get(expected) ?? {};
    expect({
      account: row['Account'],
      way: expected.way,
      billed: amount(row['Billed']),
      'client paid': amount(row['Client paid']),
      allowed: amount(row['Allowed']),
      'insurer paid': amount(row['Insurer paid']),
      adjusted: amount(row['Adjusted']),
      'client owes': amount(row['Client owes']),
      balance: amount(row['Balance']),
      status: row['Status'],
      "payer's number": row['Payer claim number'],
    }).toEqual(expected);
  });
});

/** Every claim of October answered in another way, in two files. */
function november(): { name: string; text: string }[] {
  const ways: [string, Way][] = [
    ['C2610HRRN0001', 'reduced'],
    ['C2610HRRN0002', 'reversed and corrected'],
    ['C2610HRRN0003', 'denied'],
    ['C2610HRRN0004', 'taken back'],
    ['C2610HRRN0005', 'with interest'],
    ['C2610HRRN0006', 'by two payers'],
    ['C2610HRRN0007', 'split over two checks'],
  ];
  const all = ways.flatMap(([account, way]) => answer(account, way));
  return [
    { name: 'first.835', text: writeRemittances(all.slice(0, 5)) },
    { name: 'second.835', text: writeRemittances(all.slice(5)) },
  ];
}

test('a month answered in all ways ties out, and the checks tell where each cent went', async () => {
  const book = readXlsx(billed);
  const { report } = await importInto(book, ...november());
  const payments = await paymentsOf(book);
  const balances = monthBalances(ledgerOf(payments.lines, payments.postings), '2026-11');
  expect(tieOut(balances)).toEqual([]);
  const checks = report.files.flatMap((file) => file.payments);
  for (const { payment, posted, unmatched, held, notDecided, takenBack, unexplained } of checks) {
    expect([payment.reference, unexplained]).toEqual([payment.reference, ZERO]);
    expect(minus(plus(posted, unmatched, held, notDecided), takenBack)).toBe(payment.amount);
  }
  const money = sum(payments.payments.map((payment) => payment.amount));
  const takenBack = sum(payments.providerPostings.map((one) => one.amount));
  expect(balances.total.paidByPayers).toBe(plus(money, takenBack));
  const left = rowsOf(book, 'Claims').map((row) => cents(Math.round(100 * Number(row['Balance'] ?? 0))));
  expect(sum(left)).toBe(balances.total.closing);
  expect(payments.findings).toEqual([]);
});

test('the same files again, under other names, post nothing', async () => {
  const book = readXlsx(billed);
  await importInto(book, ...november());
  const before = contentsOf(book);
  const again = await importInto(
    book,
    ...november().map(({ text }, index) => ({ name: String(index), text })),
  );
  expect(again.isNew).toBe(false);
  expect(contentsOf(book)).toEqual(before);
  expect(again.report.posted).toBe(0);
  expect(again.report.files.flatMap(({ payments }) => payments.map((one) => one.isRepeated))).not.toContain(
    false,
  );
});

test('one import of a file twice posts it once', async () => {
  const book = readXlsx(billed);
  const [first] = november();
  const twice = first ? [first, { ...first, name: 'copy.835' }] : [];
  const { report } = await importInto(book, ...twice);
  expect(report.files.map(({ payments }) => payments.some(({ posted }) => posted > ZERO))).toEqual([
    true,
    false,
  ]);
  const keys = rowsOf(book, 'Payments').map((row) => row['Key']);
  expect(new Set(keys).size).toBe(keys.length);
});

test('Undo gives every cell back', async () => {
  const book = readXlsx(billed);
  const before = contentsOf(book);
  await importInto(book, ...november());
  expect(contentsOf(book)).not.toEqual(before);
  await undo(book);
  expect(contentsOf(book)).toEqual(before);
});

test('a payment read in pieces is posted as one read whole', async () => {
  const whole = readXlsx(billed);
  const inPieces = readXlsx(billed);
  const [file] = november();
  const { name = '', text = '' } = file ?? {};
  await importInto(whole, { name, text });
  await importInto(inPieces, { name, text: text.match(/[^]{1,97}/g) ?? [] });
  const told = (book: Book) => ({ ...contentsOf(book), Activity: null });
  expect(told(inPieces)).toEqual(told(whole));
});

test('a status that the user typed stays where no new payment came', async () => {
  const book = readXlsx(billed);
  await importInto(book, { name: 'a', text: writeRemittances(answer('C2610HRRN0003', 'denied')) });
  const row = rowsOf(book, 'Claims').findIndex((one) => one['Account'] === 'C2610HRRN0003') + 1;
  const sheet = book.sheet('Claims');
  const column = Object.keys(rowsOf(book, 'Claims')[0] ?? {}).indexOf('Status');
  sheet?.loadCell(row, column, { value: 'Appealed', formula: null, style: 0 });
  await importInto(book, { name: 'b', text: writeRemittances(answer('C2610HRRN0001', 'paid')) });
  expect(rowsOf(book, 'Claims').map((one) => one['Status'])).toEqual(
    expect.arrayContaining(['Appealed', 'Paid']),
  );
});
