import type { GridValue } from '../../../src/workbook/sessions/grid';
import { recordsOf } from '../../../src/workbook/tables/cells';
import { schemaOf, type OwnTable } from '../../../src/workbook/tables/own-table';
import { readRecords } from '../../../src/workbook/tables/records';
import type { OwnTableName } from '../../../src/workbook/tables/schemas';

function table(name: OwnTableName, cells: GridValue[][], date1904 = false): OwnTable {
  const sheet = {
    name,
    firstRow: 1,
    firstColumn: 1,
    values: cells,
    formats: [],
    tables: [],
    date1904,
    visible: true,
    isProtected: false,
  };
  return { schema: schemaOf(name), sheet, cells, top: 1, left: 1, tableName: name };
}

const none = {
  practice: null,
  payers: null,
  clients: null,
  authorizations: null,
  fees: null,
  benefits: null,
};

test('columns are found by their header in any order, case and spacing; others are left alone', () => {
  const clients = table('Clients', [
    ['My notes', 'birth  DATE', 'CLIENT', 'Sex'],
    ['likes rain', 30000, 'Ada Applegate', 'f'],
  ]);
  const [ada] = readRecords({ ...none, clients }).clients;
  expect(ada).toMatchObject({ name: 'Ada Applegate', birthDate: 30000, sex: 'F', memberId: null });
});

test.each([
  [30000, 30000],
  ['2/18/1982', 30000],
  ['1982-02-18', 30000],
  ['', null],
])('a birth date of %s is read as day %s', (cell, day) => {
  const clients = table('Clients', [
    ['Client', 'Birth date'],
    ['Ada', cell],
  ]);
  const records = readRecords({ ...none, clients });
  expect(records.clients[0]?.birthDate).toBe(day);
  expect(records.findings).toEqual([]);
});

test('days count from 1904 where the workbook does', () => {
  const clients = table(
    'Clients',
    [
      ['Client', 'Birth date'],
      ['Ada', 28538],
    ],
    true,
  );
  expect(readRecords({ ...none, clients }).clients[0]?.birthDate).toBe(30000);
});

test.each([
  ['Clients', 'Birth date', '31/31/1982', 'is not a date'],
  ['Clients', 'Sex', 'lady', 'says "lady"'],
  ['Clients', 'Release signed', 'maybe', 'says "maybe"'],
  ['Clients', 'Birth date', '#N/A', 'holds an error'],
] as const)(
  'what cannot be read in %s, %s is not known, and a finding names the cell',
  (name, header, cell, words) => {
    const clients = table(name, [
      ['Client', header],
      ['Ada', cell],
    ]);
    const { findings } = readRecords({ ...none, clients });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity: 'STOP', place: { sheet: name, row: 2, column: 2 } });
    expect(findings[0]?.words).toContain(words);
  },
);

test('money is read to the cent from numbers and from text', () => {
  const fees = table('Fees', [
    ['Code', 'Fee', 'Payer'],
    ['97124', 30.1, ''],
    ['97140', '$1,035.05', ''],
  ]);
  expect(readRecords({ ...none, fees }).fees.map((fee) => fee.fee)).toEqual([3010, 103505]);
});

test('the practice stands one value under another, and empty values have a place too', () => {
  const practice = table('Practice', [
    ['Item', 'Value', 'Help'],
    ['Practice name', 'Quiet Harbor Massage', ''],
    ['Billing NPI', '', ''],
  ]);
  const read = readRecords({ ...none, practice }).practice;
  expect(read).toMatchObject({ name: 'Quiet Harbor Massage', npi: null });
  expect(read?.cells.npi).toEqual({ sheet: 'Practice', row: 3, column: 2 });
});

test('blank rows are no records', () => {
  expect(
    recordsOf(
      table('Fees', [
        ['Code', 'Fee', 'Payer'],
        ['', '', ''],
        ['97124', 30, ''],
      ]),
    ),
  ).toHaveLength(1);
});
