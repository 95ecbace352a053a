import { readRecords } from '../../../src/practice/records';
import { readTable } from '../../../src/workbook/tables/read-table';
import { readingOfCells } from '../../support/own-tables';

test('columns are found by their header in any order, case and spacing; others are left alone', () => {
  const reading = readingOfCells({
    Clients: [
      ['My notes', 'birth  DATE', 'CLIENT', 'Sex'],
      ['likes rain', 30000, 'Ada Applegate', 'f'],
    ],
  });
  const [ada] = readRecords(reading).clients;
  expect(ada).toMatchObject({ name: 'Ada Applegate', birthDate: 30000, sex: 'F', memberId: null });
});

test.each([
  [30000, 30000],
  ['2/18/1982', 30000],
  ['1982-02-18', 30000],
  ['', null],
])('a birth date of %s is read as day %s', (cell, day) => {
  const reading = readingOfCells({
    Clients: [
      ['Client', 'Birth date'],
      ['Ada', cell],
    ],
  });
  const records = readRecords(reading);
  expect(records.clients[0]?.birthDate).toBe(day);
  expect(records.findings).toEqual([]);
});

test('days count from 1904 where the workbook does', () => {
  const reading = readingOfCells(
    {
      Clients: [
        ['Client', 'Birth date'],
        ['Ada', 28538],
      ],
    },
    true,
  );
  expect(readRecords(reading).clients[0]?.birthDate).toBe(30000);
});

test.each([
  ['Clients', 'Birth date', '31/31/1982', 'is not a date'],
  ['Clients', 'Sex', 'lady', 'says "lady"'],
  ['Clients', 'Release signed', 'maybe', 'says "maybe"'],
  ['Clients', 'Birth date', '#N/A', 'holds an error'],
] as const)(
  'what cannot be read in %s, %s is not known, and a finding names the cell',
  (name, header, cell, words) => {
    const reading = readingOfCells({
      [name]: [
        ['Client', header],
        ['Ada', cell],
      ],
    });
    const { findings } = readRecords(reading);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity: 'STOP', place: { sheet: name, row: 2, column: 2 } });
    expect(findings[0]?.message).toContain(words);
  },
);

test('money is read to the cent from numbers and from text', () => {
  const reading = readingOfCells({
    Fees: [
      ['Code', 'Fee', 'Payer'],
      ['97124', 30.1, ''],
      ['97140', '$1,035.05', ''],
    ],
  });
  expect(readRecords(reading).fees.map((fee) => fee.fee)).toEqual([3010, 103505]);
});

test('an amount too large to be told to the cent is told, and not taken', () => {
  const reading = readingOfCells({
    Fees: [
      ['Code', 'Fee'],
      ['97124', 1e15],
      ['97140', 30.1],
    ],
  });
  const { rows, findings } = readTable(reading, 'Fees');
  expect(rows.map(({ fee }) => fee)).toEqual([null, 3010]);
  expect(findings).toMatchObject([{ rule: 'table-cell-unreadable', place: { row: 2, column: 2 } }]);
});

test('the practice stands one value under another, and empty values have a place too', () => {
  const reading = readingOfCells({
    Practice: [
      ['Item', 'Value', 'Help'],
      ['Practice name', 'Quiet Harbor Massage', ''],
      ['Billing NPI', '', ''],
    ],
  });
  const read = readRecords(reading).practice;
  expect(read).toMatchObject({ name: 'Quiet Harbor Massage', npi: null });
  expect(read?.cells.npi).toEqual({ sheet: 'Practice', row: 3, column: 2 });
});

test('blank rows are no records, and a row without its name is told', () => {
  const reading = readingOfCells({
    Fees: [
      ['Code', 'Fee', 'Payer', 'My notes'],
      ['', '', '', 'ask again'],
      ['97124', 30, '', ''],
      ['', 35, '', ''],
    ],
  });
  const { rows, findings } = readTable(reading, 'Fees');
  expect(rows.map(({ code }) => code)).toEqual(['97124']);
  expect(findings.map(({ rule, place }) => [rule, place?.row])).toEqual([['table-row-incomplete', 4]]);
});

test('a table without a column that it cannot do without is refused, by table and column', () => {
  const reading = readingOfCells({ Payers: [['Payer'], ['Cascade']] });
  const [sheet] = reading.sheets;
  const header = sheet?.values[0]?.indexOf('Unit rule') ?? -1;
  sheet?.values[0]?.splice(header, 1, 'Rule of units');
  expect(() => readTable(reading, 'Payers')).toThrow(/table "Payers" has no column "Unit rule" any more/);
});

test.each([
  [
    'Fees',
    ['Code', 'Fee'],
    ['97124', 1e12],
    'Fee in Fees says "1000000000000", which is more than $99,999,999.99',
  ],
  ['Authorizations', ['Client', 'Visits'], ['Ada', 1e12], 'says "1000000000000", which is too large'],
  ['Clients', ['Client', 'Birth date'], ['Ada', 1e300], 'says "1e+300", which is not a date'],
  [
    'Clients',
    ['Client', 'Sex'],
    ['Ada', 'F or M? '.repeat(4000)],
    'says "F or M? F or M? F or M? F or M? F or M?…"',
  ],
] as const)(
  'a value of %s that is out of bounds is told in a short sentence, and not known',
  (name, headers, cells, words) => {
    const reading = readingOfCells({ [name]: [[...headers], [...cells]] });
    const told = readTable(reading, name).findings.map((finding) => finding.message);
    expect(told).toEqual([expect.stringContaining(words)]);
  },
);
