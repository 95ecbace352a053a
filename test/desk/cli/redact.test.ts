import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Book } from '../../../desk/book/book';
import { redactWorkbook } from '../../../desk/cli/redact/redact-workbook';
import { differences, findingsOf } from '../../../desk/cli/redact/same-findings';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { bookOf, CommandLine } from '../../support/command-line';

const ROOT = join(__dirname, '../../..');
const SAMPLE = join(ROOT, 'assets/sample/sessions.xlsx');
const TODAY = new Date('2026-11-02T12:00:00');
const cli = new CommandLine();
afterAll(() => cli.close());

/** Headers under which, or (in Practice) beside which, something personal stands. */
const PERSONAL =
  /^(client|also written|first name|last name|mi|phone|member id|street|policy holder (first|last) name|employer|claim number|referring (first|last) name|referring npi|billing npi|rendering npi|tax id|license number|practice name|email|group number|number|authorization|check or eft|spoke with|what was said)$/i;

test.each([
  ['the sample', SAMPLE],
  ['a register whose tables are ranges now', join(ROOT, 'test/cases/register/converted-to-range.xlsx')],
  [
    'rows that were changed after they were billed',
    join(ROOT, 'test/cases/register/edited-and-new-row-on-top.xlsx'),
  ],
  ['payments that were typed', join(ROOT, 'test/cases/remittances/voided-and-replaced.xlsx')],
  ['tables side by side', join(ROOT, 'test/cases/sheets/p15_side_by_side.xlsx')],
  ['the client on a label', join(ROOT, 'test/cases/sheets/q14h_patient_name_label.xlsx')],
])(
  'a redacted copy of %s has the findings, the amounts and the looks, and none of the people',
  async (_, file) => {
    const before = bookOf(file);
    const { bytes, renamed } = await redactWorkbook(bookOf(file), 'a secret of this test', TODAY);
    const copy = readXlsx(bytes);
    expect(
      differences(await findingsOf(bookOf(file), TODAY), await findingsOf(copy, TODAY), renamed),
    ).toEqual([]);
    expect(numbersOf(copy)).toEqual(numbersOf(before));
    expect(looksOf(copy)).toEqual(looksOf(before));
    expect(remaining(bytes, before)).toEqual([]);
  },
);

test('redact says how many findings the copy has, and leaves the workbook itself alone', async () => {
  const before = readFileSync(SAMPLE);
  const made = await cli.on(SAMPLE, 'redact', '--today', '2026-11-02');
  expect(made.exitCode).toBe(0);
  expect(made.output).toMatch(
    /invented people\. Look through it once .*\nCheck finds the same in it: \d+ findings\.$/,
  );
  expect(readFileSync(SAMPLE)).toEqual(before);
  const claims = (file: string) =>
    cli.on(file, 'claims', '--month', '2026-10', '--today', '2026-11-02', '--json');
  expect(totalsOf((await claims(made.file)).output)).toEqual(totalsOf((await claims(SAMPLE)).output));
});

test('two copies of one workbook invent different people', async () => {
  const [one, two] = [await copyOf(bookOf(SAMPLE), 'one'), await copyOf(bookOf(SAMPLE), 'two')];
  expect(textAt(one, 'Sessions', 3, 2)).not.toBe(textAt(two, 'Sessions', 3, 2));
});

test('a name is the same invented one in every cell, in formulas, on its sheet and on the list of a filter', async () => {
  const file = cli.changed(SAMPLE, (book) => {
    const sheet = book.addSheet('Ada Fernwhistle');
    sheet.setValue(0, 0, 'Ada Fernwhistle called, ada.f@example.org, 360 555 0191');
    sheet.setFormula(1, 0, '=COUNTIF(Sessions!C:C,"Ada Fernwhistle")');
    sheet.setFormula(2, 0, "='Ada Fernwhistle'!A1");
  });
  const copy = await copyOf(bookOf(file), 'a secret of this test');
  const invented = textAt(copy, 'Clients', 1, 0);
  const sheet = copy.sheets.find(({ name }) => name === invented);
  expect(sheet?.cell(0, 0)?.value).toMatch(
    new RegExp(`^${invented} \\w+, x\\w{6}@example\\.com, \\d{3} \\d{3} \\d{4}$`),
  );
  expect(sheet?.cell(1, 0)?.formula).toBe(`=COUNTIF(Sessions!C:C,"${invented}")`);
  expect(sheet?.cell(2, 0)?.formula).toBe(`='${invented}'!A1`);
});

test('comments, file properties, links and what other programs keep in the file are gone, and it still opens', async () => {
  const { bytes } = await redactWorkbook(bookOf(SAMPLE), 'x', TODAY);
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => ({
    name,
    text: new TextDecoder().decode(part),
  }));
  expect(
    parts.map(({ name }) => name).filter((name) => /comment|persons|media|vba|external|pivot/i.test(name)),
  ).toEqual([]);
  expect(parts.find(({ name }) => name === 'docProps/core.xml')?.text).not.toMatch(/creator|modifiedBy/i);
  expect(bookOf(SAMPLE).sheets.map(({ name }) => name)).toEqual(
    readXlsx(bytes).sheets.map(({ name }) => name),
  );
});

async function copyOf(book: Book, secret: string): Promise<Book> {
  return readXlsx((await redactWorkbook(book, secret, TODAY)).bytes);
}

function textAt(book: Book, sheet: string, row: number, column: number): string {
  return String(book.sheet(sheet)?.cell(row, column)?.value ?? '');
}

/** Amounts, minutes and days; birth dates and identifiers are none of them. */
function numbersOf(book: Book): string[] {
  return book.sheets.flatMap((sheet, at) =>
    [...sheet.entries()].flatMap(({ row, column, cell: { value } }) => {
      const header = String(sheet.cell(0, column)?.value ?? '');
      const isPersonal = /birth/i.test(header) || (typeof value === 'number' && value >= 1e6);
      return typeof value === 'number' && !isPersonal
        ? [`${String(at)}!${String(row)},${String(column)}=${String(value)}`]
        : [];
    }),
  );
}

function looksOf(book: Book): unknown {
  return book.sheets.map((sheet) => ({
    cells: [...sheet.entries()].map(({ row, column, cell }) => [
      row,
      column,
      typeof cell.value,
      sheet.styleOf(row, column),
    ]),
    columns: [...sheet.columnFormats].map(([column, { width, hidden }]) => [column, width, hidden]),
    rows: [...sheet.rowFormats].map(([row, { height, hidden }]) => [row, height, hidden]),
    tables: sheet.tables.map(({ name, area, style }) => ({ name, area, style })),
    merges: sheet.merges,
    freeze: sheet.freeze,
    page: { ...sheet.pageLayout, centerFooter: null, leftFooter: null, rightFooter: null },
  }));
}

/** Texts of the personal columns that are still anywhere in the file, as whole words. */
function remaining(bytes: Uint8Array, before: Book): string[] {
  const file = Object.values(unzipSync(bytes))
    .map((part) => new TextDecoder().decode(part))
    .join('\n')
    .replaceAll('&amp;', '&');
  return [...personalTexts(before)].filter((text) => {
    const at = file.indexOf(text);
    return (
      at >= 0 && new RegExp(`(?<![\\w-])${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`).test(file)
    );
  });
}

function personalTexts(book: Book): Set<string> {
  const found = new Set<string>();
  for (const sheet of book.sheets) {
    const used = sheet.usedArea(true);
    if (!used) continue;
    for (let column = 0; column < used.columns; column++) {
      for (let row = 1; row < used.rows; row++) {
        const value = sheet.cell(row, column)?.value;
        const header = [
          sheet.cell(0, column)?.value,
          sheet.name === 'Practice' ? sheet.cell(row, column - 1)?.value : null,
          sheet.name === 'Sessions' ? sheet.cell(2, column)?.value : null,
        ].map(String);
        // A short text stands in other words as well, and a total is called one.
        const isTold = typeof value === 'string' && value.length > 3 && !/ total$|^[CS]\d{8}/.test(value);
        if (
          isTold &&
          sheet.name !== 'Payers' &&
          sheet.name !== 'Fees' &&
          header.some((each) => PERSONAL.test(each))
        )
          found.add(value);
      }
    }
  }
  for (const header of [...found]) if (PERSONAL.test(header)) found.delete(header);
  return found;
}

function totalsOf(json: string): unknown {
  const report = JSON.parse(json) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(report).filter(([, value]) => typeof value === 'number'));
}
