import type { Book } from '../../../desk/book/book';
import { CellError } from '../../../desk/book/book';
import { BadWorkbook } from '../../../desk/xlsx/bad-workbook';
import { readCsv } from '../../../desk/xlsx/read-csv';
import { decideClaims } from '../../../src/billing/claims/decide-claims';
import { checkReadiness } from '../../../src/billing/readiness/check-readiness';
import { claimPages } from '../../../src/forms/cms1500/claim-form';
import { readRecords, type Records } from '../../../src/practice/records';
import { Refusal } from '../../../src/workbook/refusal';
import type { GridValue, SheetGrid } from '../../../src/workbook/sessions/grid';
import { readSessionSheets } from '../../../src/workbook/sessions/session-sheets';
import { inventedPractice } from '../../support/invented-practice';
import { EMPTY_READING } from '../../support/own-tables';
import { workbookOf } from '../../support/practice-workbook';
import { day } from '../../support/values';
import { kindOf } from '../laws';
import { hostileText, mutated } from '../mutations';
import type { Random } from '../random';

const HEADERS = [
  'Date',
  'Client',
  'Time',
  'Minutes',
  'CPT',
  'Mod',
  'Units',
  'Dx',
  'Payer',
  'Charge',
  'Paid',
  'Status',
  'Notes',
];
const ROWS: readonly GridValue[][] = [
  [
    46298,
    'Ada Applegate',
    '2:30 PM',
    60,
    '97124',
    '',
    4,
    'M54.2',
    'Cascade Health Plan',
    120,
    0,
    'Done',
    'neck',
  ],
  [
    46299,
    'Bruno Birchwood',
    0.5,
    '45 min',
    '97124; 97140 30min',
    'GP',
    '',
    'M54.2, M79.18',
    '',
    '$95.00',
    '',
    '',
    '',
  ],
  [
    46300,
    'Clara Cloverfield',
    '10:00 - 11:00',
    '',
    '97124 x4',
    59,
    '',
    'M5450',
    'Cash',
    '(20.00)',
    95,
    'no show',
    '',
  ],
  [
    '10/8/2026',
    'Dmitri Dovetail',
    '',
    '1 1/2 hr',
    97124,
    '',
    2,
    'M54.2',
    'Cascade Health Plan',
    'free',
    '',
    '',
    '',
  ],
  [
    46303,
    'Ada Applegate',
    '14:30',
    0.0416666666,
    '97140',
    '',
    '',
    'M25.511',
    '',
    1234.5,
    '',
    'cancelled',
    'late',
  ],
];
const NUMBERS: readonly number[] = [
  ...[
    0,
    -1,
    0.1,
    1e-7,
    1.005,
    0.999999,
    60.5,
    1e9,
    1e15,
    2 ** 53,
    1e21,
    1e300,
    -1e300,
    Number.MAX_VALUE,
    5e-324,
  ],
  ...[97124, 46298.999999, 2958466, 61, 20261003, 1.7976931348623157e308],
];
const today = day('2026-11-02');

/** What is made of sessions: what was read, the claims, and their pages. */
function billed(sheets: SheetGrid[], records: Records) {
  let accounts = 0;
  const read = readSessionSheets({ sheets }, { today });
  const { practice, clients, payers, authorizations, fees, benefits } = records;
  const decision = decideClaims({
    ...{ practice, clients, payers, authorizations, fees, benefits, today },
    sessions: read.sessions,
    nextAccount: () => `C2610${String(++accounts).padStart(4, '0')}`,
  });
  const { ready, ...readiness } = checkReadiness(decision.claims, {
    ...{ practice, payers, clients, today, electronic: true, billedBefore: [] },
  });
  return { read, decision, readiness, pages: ready.map(claimPages), findings: records.findings };
}

const isRefusal = (error: unknown) => error instanceof Refusal || error instanceof BadWorkbook;

/** The reference tables, each a sheet of its own. */
const tables = sheetsOf(
  workbookOf(
    {},
    {
      ...inventedPractice,
      Authorizations: [{ client: 'Ada Applegate', number: 'A1', visits: 12, from: 46023, to: 46387 }],
      Benefits: [{ client: 'Ada Applegate', payer: 'Cascade Health Plan', visitsPerYear: 24 }],
    },
  ),
);
const usual = recordsOf(tables);
const csv = [HEADERS, ...ROWS].map((row) => row.map((cell) => `"${String(cell)}"`).join(',')).join('\r\n');

export const csvFiles = kindOf({
  name: 'CSV',
  make: (random) => mutated(random, random.once(3) ? csv.replaceAll('"', '') : csv, /([",\r\n])/),
  read: (text) => billed(sheetsOf(readCsv(Buffer.from(text, 'utf8'), 'Sessions')), usual),
  isRefusal,
});

export const sessionCells = kindOf({
  name: 'cells of sessions',
  make: (random) => withHostileCells(random, [['Sessions 2026'], HEADERS, ...ROWS]),
  read: (values) => billed([gridOf('Sessions', values)], usual),
  isRefusal,
});

export const tableCells = kindOf({
  name: 'cells of tables',
  make(random): SheetGrid[] {
    const hit = random.of(tables);
    return tables.map((sheet) =>
      sheet === hit ? { ...sheet, values: withHostileCells(random, sheet.values) } : sheet,
    );
  },
  read: (sheets) => billed([gridOf('Sessions', [HEADERS, ...ROWS])], recordsOf(sheets)),
  isRefusal,
});

function recordsOf(sheets: readonly SheetGrid[]): Records {
  const readings = sheets.map((sheet) => ({
    ...sheet,
    visible: true,
    isProtected: false,
    id: sheet.name,
    mark: null,
  }));
  return readRecords({ ...EMPTY_READING, sheets: readings });
}

function withHostileCells(random: Random, rows: readonly (readonly GridValue[])[]): GridValue[][] {
  const values = rows.map((row) => [...row]);
  for (let left = 1 + random.below(5); left > 0; left--) {
    const row = random.of(values);
    const at = random.below(row.length);
    row[at] = hostileCell(random, row[at] ?? '');
  }
  return values;
}

function hostileCell(random: Random, value: GridValue): GridValue {
  const kind = random.below(8);
  if (kind < 3) return hostileText(random);
  if (kind < 5) return mutated(random, String(value), /([ ,;/-])/).slice(0, 32_767);
  return kind < 7 ? random.of(NUMBERS) : random.once(2);
}

function gridOf(name: string, values: GridValue[][]): SheetGrid {
  return { name, firstRow: 1, firstColumn: 1, values, formats: [], tables: [], date1904: false };
}

function sheetsOf(book: Book): SheetGrid[] {
  return book.sheets.map((sheet) => {
    const used = sheet.usedArea(true);
    const values = Array.from({ length: used ? used.row + used.rows : 0 }, (_, row) =>
      Array.from({ length: used ? used.column + used.columns : 0 }, (__, column): GridValue => {
        const value = sheet.cell(row, column)?.value ?? '';
        return value instanceof CellError ? value.text : value;
      }),
    );
    const own = sheet.tables.map(({ name, area }) => ({
      ...{ name, top: area.row + 1, left: area.column + 1, rows: area.rows, columns: area.columns },
    }));
    return { ...gridOf(sheet.name, values), tables: own };
  });
}
