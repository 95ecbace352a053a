import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { runCommand } from '../../../desk/cli/run-command';
import type { CLAIMS } from '../../../src/actions/json/claims';
import type { JsonOf } from '../../../src/actions/json/shape';
import type { SUPERBILLS } from '../../../src/actions/json/superbills';
import { contentsOf } from '../../support/desk';
import { workbookOf } from '../../support/practice-workbook';

const SAMPLE = join(__dirname, '../../../assets/sample/sessions.xlsx');
const TODAY = ['--today', '2026-11-02'];
let folder: string;
const file = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimsheet-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function run<Report>(...words: string[]): Promise<Report> {
  const { exitCode, output, error } = await runCommand(words);
  if (exitCode === 2) throw new Error(error);
  return JSON.parse(output) as Report;
}

/** A table as another program reads it: rows by header. */
async function tableOf(path: string, sheetName: string): Promise<Record<string, ExcelJS.CellValue>[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.getWorksheet(sheetName);
  const headers: string[] = [];
  sheet?.getRow(1).eachCell((cell) => headers.push(cell.text));
  const rows: Record<string, ExcelJS.CellValue>[] = [];
  sheet?.eachRow((line, number) => {
    if (number === 1) return;
    rows.push(Object.fromEntries(headers.map((header, index) => [header, line.getCell(index + 1).value])));
  });
  return rows;
}

async function textsOf(path: string, sheetName: string): Promise<string[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const texts: string[] = [];
  book.getWorksheet(sheetName)?.eachRow((line) => {
    line.eachCell((cell) => texts.push(cell.text));
  });
  return texts;
}

const total = (rows: Record<string, ExcelJS.CellValue>[], header: string): number =>
  Math.round(rows.reduce((sum, row) => sum + 100 * Number(row[header] ?? 0), 0));

test('claims of the sample, opened again with another library, hold what the report says, to the cent', async () => {
  const out = file('claims.xlsx');
  const report = await run<JsonOf<typeof CLAIMS>>(
    'claims',
    SAMPLE,
    '--month',
    '2026-10',
    '--out',
    out,
    '--json',
    ...TODAY,
  );
  expect(report.claims.length).toBeGreaterThan(5);
  const register = await tableOf(out, 'Claims');
  expect(register.map((row) => row.Account)).toEqual(report.claims.map((claim) => claim.account));
  expect(register.map((row) => row.Billed)).toEqual(report.claims.map((claim) => claim.billed));
  expect(total(register, 'Billed')).toBe(Math.round(report.billed * 100));
  const lines = await tableOf(out, 'ClaimLines');
  expect(lines.map((row) => [row.Line, row.Code, row.Units, row.Charge])).toEqual(
    report.claims.flatMap((claim) =>
      claim.lines.map((line) => [line.control, line.code, line.units, line.charge]),
    ),
  );
  const pages = await textsOf(out, report.sheet ?? '');
  for (const claim of report.claims) {
    expect(pages.filter((text) => text.startsWith(`Claim ${claim.account}, page`))).toHaveLength(claim.pages);
  }
});

test('every session of the month is on a claim, held back, or not billed with its reason', async () => {
  const out = file('accounted.xlsx');
  const report = await run<JsonOf<typeof CLAIMS>>(
    'claims',
    SAMPLE,
    '--month',
    '2026-10',
    '--out',
    out,
    '--json',
    ...TODAY,
  );
  const billed = new Set(report.claims.flatMap((claim) => claim.lines.flatMap((line) => line.sessions)));
  const held = new Set(report.holds.flatMap((hold) => hold.sessions));
  const left = report.notBilled.reduce((sum, { sessions }) => sum + sessions, 0);
  const unreadable = report.findings.filter(({ rule }) => rule.startsWith('session-')).length;
  const sample = new ExcelJS.Workbook();
  await sample.xlsx.readFile(SAMPLE);
  let october = 0;
  sample.getWorksheet('Sessions')?.eachRow((line, row) => {
    const date = line.getCell(1).value;
    if (row > 3 && date instanceof Date && date.getUTCMonth() === 9) october++;
    if (row > 3 && typeof date === 'string' && /oct|^10\//i.test(date)) october++;
  });
  expect(billed.size + held.size + left).toBe(october - unreadable);
  expect([...billed].filter((session) => held.has(session))).toEqual([]);
});

test('superbills of the sample hold what the report says, to the cent', async () => {
  const out = file('superbills.xlsx');
  const words = ['superbills', SAMPLE, '--month', '2026-10', '--out', out, '--json', ...TODAY];
  const report = await run<JsonOf<typeof SUPERBILLS>>(...words);
  expect(report.superbills.length).toBeGreaterThan(0);
  const register = await tableOf(out, 'Claims');
  expect(register.map((row) => [row.Account, row.Billed])).toEqual(
    report.superbills.map((superbill) => [superbill.account, superbill.charged]),
  );
  for (const superbill of report.superbills) {
    const texts = await textsOf(out, superbill.sheet);
    expect(texts).toContain(superbill.client);
    expect(texts).toContain(String(superbill.charged));
  }
});

test('undo of both gives back the sample cell for cell, and the input is never touched', async () => {
  const before = readFileSync(SAMPLE);
  const [claims, both, one, none] = ['a.xlsx', 'b.xlsx', 'c.xlsx', 'd.xlsx'].map(file) as [
    string,
    string,
    string,
    string,
  ];
  await run('claims', SAMPLE, '--month', '2026-10', '--out', claims, '--json', ...TODAY);
  await run('superbills', claims, '--month', '2026-10', '--out', both, '--json', ...TODAY);
  await run('undo', both, '--out', one, '--json');
  await run('undo', one, '--out', none, '--json');
  expect(contentsOf(readXlsx(readFileSync(none)))).toEqual(contentsOf(readXlsx(before)));
  expect(readFileSync(SAMPLE).equals(before)).toBe(true);
});

test('recalc fills 2,000 cells of BILLABLE_UNITS, errors included', async () => {
  const minutes = (row: number): string | number => (row % 100 === 7 ? 'abc' : row % 140);
  const rows = Array.from({ length: 2000 }, (_, index) => [
    minutes(index),
    '97124',
    `=CLAIM.BILLABLE_UNITS(A${String(index + 2)},B${String(index + 2)})`,
  ]);
  const input = file('units.xlsx');
  writeFileSync(input, writeXlsx(workbookOf({ Sheet1: [['Minutes', 'Code', 'Units'], ...rows] })));
  const report = await run<{ calculated: number }>(
    'recalc',
    input,
    '--out',
    file('units-out.xlsx'),
    '--json',
  );
  expect(report.calculated).toBe(2000);
  const book = readXlsx(readFileSync(file('units-out.xlsx')));
  for (let row = 0; row < 2000; row++) {
    const value = book.sheet('Sheet1')?.cell(row + 1, 2)?.value;
    const spent = minutes(row);
    const expected =
      typeof spent === 'number' ? Math.floor(spent / 15) + (spent % 15 >= 8 ? 1 : 0) : { text: '#VALUE!' };
    expect(value).toEqual(typeof expected === 'number' ? expected : expect.objectContaining(expected));
  }
});

test('map of a CSV file says which column is which', async () => {
  const input = file('log.csv');
  writeFileSync(input, 'DOS,Patient,CPT,Dx,Chg\n10/03/2026,Ada Applegate,97124,M54.2,$95.00\n');
  const mapping = await run<{ headerRow: number; fields: Record<string, { column: string }> }>(
    'map',
    input,
    '--json',
  );
  expect(mapping.headerRow).toBe(1);
  expect(
    Object.fromEntries(Object.entries(mapping.fields).map(([field, { column }]) => [field, column])),
  ).toEqual({
    date: 'DOS',
    client: 'Patient',
    cpt: 'CPT',
    dx: 'Dx',
    charge: 'Chg',
  });
});
