import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { clients } from '../../assets/sample/clients';
import { authorizations, payers, practice } from '../../assets/sample/practice-tables';
import { HEADER_ROW } from '../../assets/sample/sessions-sheet';
import { sampleFile } from '../../assets/sample/sample-file';
import { readNpi } from '../../src/billing/identifiers/npi';
import { readPhone } from '../../src/billing/identifiers/phone';
import { readTaxId } from '../../src/billing/identifiers/tax-id';
import { readZip } from '../../src/billing/identifiers/zip';
import { TABLES } from '../../src/workbook/tables';
import { columnsOf } from '../../src/workbook/tables/define-table';

const FILE = join(__dirname, '../../assets/sample/sessions.xlsx');

/** A session row by the therapist's headers; what a formula shows stands for the formula. */
type Row = Record<string, ExcelJS.CellValue> & { row: number };

let book: ExcelJS.Workbook;
let rows: Row[];

beforeAll(async () => {
  book = new ExcelJS.Workbook();
  await book.xlsx.readFile(FILE);
  rows = sessionsOf(sheetOf('Sessions'));
});

function sheetOf(name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name);
  if (!sheet) throw new RangeError(`no sheet ${name}`);
  return sheet;
}

function sessionsOf(sheet: ExcelJS.Worksheet): Row[] {
  const headers: string[] = [];
  sheet.getRow(HEADER_ROW).eachCell((cell, column) => (headers[column] = cell.text));
  const found: Row[] = [];
  sheet.eachRow((line, row) => {
    if (row <= HEADER_ROW || line.getCell(1).value === null) return;
    const session: Row = { row };
    headers.forEach((header, column) => (session[header] = shown(line.getCell(column))));
    found.push(session);
  });
  return found;
}

function shown(cell: ExcelJS.Cell): ExcelJS.CellValue {
  const { value } = cell;
  return value !== null && typeof value === 'object' && 'result' in value ? (value.result ?? null) : value;
}

const status = (row: Row) => String(row['Status'] ?? '').toLowerCase();
const of = (client: string) => rows.filter((row) => String(row['Client']).startsWith(client));
const isKept = (row: Row) => status(row) === 'kept' || status(row) === '';
const monthOf = (row: Row) => (row['Date'] instanceof Date ? row['Date'].getUTCMonth() + 1 : null);

describe('the sample workbook', () => {
  test('is what its script makes, cell by cell', async () => {
    const made = new ExcelJS.Workbook();
    await made.xlsx.load(Buffer.from(await sampleFile()) as unknown as ExcelJS.Buffer);
    expect(cellsOf(made)).toEqual(cellsOf(book));
  });

  test('has about 180 sessions of twelve clients over three months', () => {
    expect(rows.length).toBeGreaterThanOrEqual(165);
    expect(rows.length).toBeLessThanOrEqual(195);
    expect(clients).toHaveLength(12);
    const known = clients.flatMap(({ name, aliases }) => [
      String(name),
      ...(Array.isArray(aliases) ? aliases : []),
    ]);
    expect(
      [...new Set(rows.map((row) => row['Client']))].filter((name) => !known.includes(String(name))),
    ).toEqual([]);
    expect([...new Set(rows.map(monthOf))].filter((month) => month !== null)).toEqual([8, 9, 10]);
  });

  test('has a title above the header, a frozen header, a filter, totals and an empty row between months', () => {
    const sheet = sheetOf('Sessions');
    expect(sheet.getCell(1, 1).text).toContain('Quiet Harbor Massage');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: HEADER_ROW });
    expect(sheet.autoFilter).toBeDefined();
    const totals: number[] = [];
    sheet.getColumn(3).eachCell((cell, row) => {
      if (cell.text.endsWith(' total')) totals.push(row);
    });
    expect(totals).toHaveLength(3);
    for (const total of totals) {
      expect(sheet.getCell(total, 9).formula).toMatch(/^SUM\(/);
      expect(sheet.getRow(total + 1).hasValues).toBe(false);
    }
  });

  test('the totals are the sums of the rows above', () => {
    const sheet = sheetOf('Sessions');
    let charges = 0;
    sheet.eachRow((line, row) => {
      if (row <= HEADER_ROW) return;
      if (!line.getCell(3).text.endsWith(' total')) charges += Number(line.getCell(9).value ?? 0);
      else {
        expect(shown(line.getCell(9))).toBe(charges);
        charges = 0;
      }
    });
  });

  test('has payers of every kind, each of them used in the sessions', () => {
    const kinds = new Set(payers.map((payer) => payer['kind']));
    expect([...kinds].sort()).toEqual(
      ['auto', 'cash', 'commercial', 'medicaid', 'medicare', 'va', 'workers-comp'].sort(),
    );
    const written = new Set(rows.map((row) => String(row['Insurance'])));
    for (const { name, aliases } of payers) {
      const spellings = [String(name), ...(Array.isArray(aliases) ? aliases : [])];
      expect([name, spellings.some((spelling) => written.has(spelling))]).toEqual([name, true]);
    }
  });

  test('has sessions kept, missed with and without a fee, cancelled late and in time, each in its colour', () => {
    const missed = rows.filter((row) => status(row) === 'no show');
    expect(missed.some((row) => Number(row['Charge']) > 0)).toBe(true);
    expect(missed.some((row) => row['Charge'] === null)).toBe(true);
    expect(rows.some((row) => status(row) === 'late cancel' && Number(row['Charge']) > 0)).toBe(true);
    expect(rows.some((row) => status(row) === 'cancelled' && row['Charge'] === null)).toBe(true);
    for (const row of rows) {
      expect([row.row, fillOf(row.row) === undefined]).toEqual([row.row, isKept(row)]);
    }
  });

  test('has visits with two codes in one cell and in two rows', () => {
    expect(rows.some((row) => row['CPT'] === '97124 x3; 97110 x1')).toBe(true);
    const twice = of('Hollis').filter((row) => String(row['CPT']) === '97110');
    expect(twice.length).toBeGreaterThan(0);
    for (const second of twice) {
      const first = rows.find((row) => row.row === second.row - 1);
      expect([first?.['Client'], first?.['Date']]).toEqual([second['Client'], second['Date']]);
      expect(first?.['CPT']).toBe(97140);
    }
  });

  test('has a client whose twelve authorized visits run out before October ends', () => {
    const order = authorizations.find(({ client }) => client === 'Dorian Saltmarsh');
    expect(order).toMatchObject({ visits: 12, kind: 'authorization' });
    const kept = of('Dorian').filter(isKept);
    expect(kept).toHaveLength(13);
    expect(kept.map(monthOf)).toEqual([8, 8, 8, 8, 9, 9, 9, 9, 9, 10, 10, 10, 10]);
  });

  test('has diagnosis codes that were deleted: M72.2 in October 2026 and M54.5', () => {
    const october = of('Imogen').filter((row) => monthOf(row) === 10);
    expect(october.some((row) => row['Dx'] === 'M72.2')).toBe(true);
    expect(
      of('Jasper')
        .filter((row) => row['Dx'] === 'M54.5')
        .map(monthOf),
    ).toEqual([8, 8, 10, 10]);
  });

  test('has exactly one insured client without a birth date, an auto accident and an injury at work', () => {
    const insured = clients.filter((client) => client['payer'] !== 'Self-pay');
    expect(insured.filter((client) => client['birthDate'] === undefined).map(({ name }) => name)).toEqual([
      'Hollis Nightingale-Roe',
    ]);
    expect(clients.filter((client) => client['accident'] === 'auto')).toHaveLength(1);
    expect(clients.filter((client) => client['accident'] === 'work')).toHaveLength(1);
  });

  test('has text dates among real ones, a gift certificate, and a client who wants superbills', () => {
    expect(rows.filter((row) => typeof row['Date'] === 'string').map((row) => row['Date'])).toEqual([
      '8/31/26',
      '10/14/2026',
    ]);
    expect(rows.some((row) => String(row['How']).startsWith('gift cert'))).toBe(true);
    expect(of('Greta').some((row) => row['Notes'] === 'wants superbill')).toBe(true);
    expect(payers.find(({ name }) => name === 'Larch Mutual')).toMatchObject({ billing: 'superbill' });
  });

  test('calculates units with the add-in’s function, and remembers what it gave', () => {
    const sheet = sheetOf('Sessions');
    const formulas = rows.filter((row) => sheet.getCell(row.row, 7).formula);
    expect(formulas.length).toBeGreaterThan(100);
    for (const row of formulas) {
      const at = String(row.row);
      expect(sheet.getCell(row.row, 7).formula).toBe(`_xldudf_CLAIM_BILLABLE_UNITS(D${at},E${at})`);
      expect([at, row['Units']]).toEqual([at, unitsByTable(Number(row['Min']))]);
    }
  });

  test('has Claimsheet’s reference tables under their own headers', () => {
    for (const name of ['Practice', 'Payers', 'Clients', 'Authorizations', 'Benefits', 'Fees'] as const) {
      const isDown = TABLES[name].direction === 'down';
      const headers = isDown ? ['Item', 'Value', 'Help'] : columnsOf(TABLES[name]).map((c) => c.header);
      const table = sheetOf(name).getTable(name);
      expect([name, table !== undefined]).toEqual([name, true]);
      const written = sheetOf(name).getRow(1).values;
      expect([name, Array.isArray(written) ? written.slice(1) : written]).toEqual([name, headers]);
    }
  });

  test('no value of a record stands under a key that the tables do not have', () => {
    const records = {
      Practice: [practice],
      Payers: payers,
      Clients: clients,
      Authorizations: authorizations,
    };
    for (const [name, list] of Object.entries(records)) {
      const keys = columnsOf(TABLES[name as keyof typeof records]).map((column): string => column.key);
      const strange = list.flatMap((record) => Object.keys(record)).filter((key) => !keys.includes(key));
      expect([name, strange]).toEqual([name, []]);
    }
  });

  test('nobody can be mistaken for a real person, and every number can be one', () => {
    const npis = [practice['npi'], ...clients.map((client) => client['referringNpi'])].filter(Boolean);
    expect(npis.map(String).filter((npi) => !readNpi(npi).ok || !npi.startsWith('15555'))).toEqual([]);
    const phones = [practice['phone'], ...clients.map((client) => client['phone'])].map(String);
    expect(phones.filter((phone) => !readPhone(phone).ok || !/-555-01\d\d$/.test(phone))).toEqual([]);
    const zips = [practice, ...payers, ...clients].map((record) => record['address.zip']).filter(Boolean);
    expect(zips.map(String).filter((zip) => !readZip(zip).ok)).toEqual([]);
    expect(String(practice['taxId'])).toMatch(/^00-/);
    expect(readTaxId(String(practice['taxId']), 'EIN').ok).toBe(true);
  });

  test('has a sheet of the therapist’s own without sessions', () => {
    expect(sheetOf('Mileage').getRow(1).values).toEqual([
      undefined,
      'Date',
      'Where to',
      'Why',
      'Miles',
      'Rate',
      'Deduction',
    ]);
  });
});

/** The table of the manual, written out: units by the most minutes that still make them. */
function unitsByTable(minutes: number): number {
  const most = [7, 22, 37, 52, 67, 82, 97];
  return most.findIndex((limit) => minutes <= limit);
}

function fillOf(row: number): string | undefined {
  const { fill } = sheetOf('Sessions').getCell(row, 1);
  return fill?.type === 'pattern' && fill.pattern === 'solid' ? fill.fgColor?.argb : undefined;
}

/** Value, format and looks of every cell, by sheet. */
function cellsOf(workbook: ExcelJS.Workbook): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((line) => {
      line.eachCell((cell) => {
        cells[`${sheet.name}!${cell.address}`] = { value: cell.value, style: cell.style };
      });
    });
  }
  return cells;
}
