import type { SessionField } from '../../../../src/billing/records/session';
import type { GridValue } from '../../../../src/workbook/sessions/grid';
import { mapColumns } from '../../../../src/workbook/sessions/mapping/map-columns';
import { mappingToJson } from '../../../../src/workbook/sessions/mapping/mapping-json';
import { sheet } from '../sheet';

const HEADERS = ['Date', 'Client', 'Time', 'Service', 'Fee'];

function columnsOf(values: GridValue[][], formats?: string[]): Record<string, string> {
  const { fields } = mapColumns(sheet(values, formats === undefined ? {} : { formats }));
  return Object.fromEntries(
    Object.entries(fields).map(([field, mapped]) => [field, mapped.columns.join(' + ')]),
  );
}

describe('values beside the headers', () => {
  test('codes under Service make it the code column', () => {
    const found = columnsOf([
      HEADERS,
      [46298, 'Jane Doe', 0.5, '97124', 95],
      [46299, 'Bo Fox', 0.6, '97140-GP', 95],
    ]);
    expect(found).toMatchObject({ start: 'Time', cpt: 'Service' });
  });

  test('names of services under Service do not', () => {
    const found = columnsOf([
      HEADERS,
      [46298, 'Jane Doe', 0.5, 'Swedish', 95],
      [46299, 'Bo Fox', 0.6, 'Deep tissue', 95],
    ]);
    expect(found).not.toHaveProperty('cpt');
  });

  test('60 and 90 under Time are minutes, not times of day', () => {
    const found = columnsOf([
      HEADERS,
      [46298, 'Jane Doe', 60, 'Swedish', 95],
      [46299, 'Bo Fox', 90, 'Hot stone', 95],
    ]);
    expect(found).toMatchObject({ minutes: 'Time' });
    expect(found).not.toHaveProperty('start');
  });

  test('dates under Visit make it the date', () => {
    const found = columnsOf([
      ['Visit', 'Client', 'Min'],
      ['10/3/2026', 'Jane Doe', 60],
      ['10/4/2026', 'Bo Fox', 60],
    ]);
    expect(found).toMatchObject({ date: 'Visit', client: 'Client', minutes: 'Min' });
  });

  test('a column of dates stays what its header says', () => {
    const found = columnsOf([
      ['Received', 'Client', 'Min'],
      ['10/3/2026', 'Jane Doe', 60],
      ['10/4/2026', 'Bo Fox', 60],
    ]);
    expect(found).not.toHaveProperty('date');
  });

  test('a Paid column of Y and N is not an amount', () => {
    const found = columnsOf([
      ['Date', 'Client', 'Fee', 'Paid'],
      [46298, 'Jane Doe', 95, 'Y'],
      [46299, 'Bo Fox', 95, 'N'],
    ]);
    expect(found).not.toHaveProperty('paid');
  });

  test('codes under a header without meaning are asked about, and never taken', () => {
    const mapping = mapColumns(
      sheet([
        ['Date', 'Client', 'Zork'],
        [46298, 'Jane Doe', '97124'],
        [46299, 'Bo Fox', '97140'],
      ]),
    );
    expect(mapping.fields).not.toHaveProperty('cpt');
    expect(mapping.unsure.find(({ field }) => field === 'cpt')).toMatchObject({
      candidates: ['Zork'],
      needed: true,
    });
  });

  test.each<[string, SessionField, GridValue[]]>([
    ['how visits went', 'status', ['Completed', 'No Show', 'Completed']],
    ['what was billed', 'billed', ['submitted 10/20', 'claim #1042', 'billed Regence']],
    ['where visits took place', 'place', ['office', 'client home', '12']],
    ['diagnosis codes', 'dx', ['M54.2', 'B20', 'M54.50']],
  ])('under a header without meaning, %s are asked about', (_, field, values) => {
    const rows = values.map((value, at) => [46298 + at, 'Jane Doe', value]);
    const values2 = [['Date', 'Client', 'Zork'], ...rows];
    const { fields, unsure, columns } = mapColumns(sheet(values2));
    expect(fields).not.toHaveProperty(field);
    expect(unsure.find((one) => one.field === field)).toMatchObject({ candidates: ['Zork'], needed: true });
    expect(columns[2]).toMatchObject({ label: 'Zork', use: 'offered', fields: [field] });
    const answered = mapColumns(sheet(values2), undefined, { [field]: '(none)' });
    expect(answered.unsure.some((one) => one.field === field)).toBe(false);
  });

  test('one "no show" far down a column without meaning is enough to ask', () => {
    const rows = Array.from({ length: 900 }, (_, at) => [
      46000 + at,
      'Jane Doe',
      at === 870 ? 'no show' : 'Completed',
    ]);
    const { unsure } = mapColumns(sheet([['Date', 'Client', 'Zork'], ...rows]));
    expect(unsure.find(({ field }) => field === 'status')).toMatchObject({ needed: true });
  });

  test('of several columns of marks all are read', () => {
    const { fields } = mapColumns(
      sheet([
        ['Date', 'Client', 'Status', 'no_show_at', 'cancelled_at', 'Cancellation fee'],
        [46298, 'Jane Doe', 'booked', '2026-10-03 10:20', '', ''],
      ]),
    );
    expect(fields.status).toMatchObject({
      columns: ['Status', 'no_show_at', 'cancelled_at'],
      marks: [null, 'no-show', 'cancelled'],
    });
  });

  test('a column of words is no money, whatever its header says, and an empty one never beats a full one', () => {
    const values = [
      ['Date', 'Client', 'Client pays', 'Billed', 'Fee'],
      [46298, 'Jane Doe', 'Regence', '', 120],
      [46299, 'Bo Fox', 'Aetna', '', 90],
    ];
    const { fields } = mapColumns(sheet(values));
    expect(fields).not.toHaveProperty('paid');
    expect(fields.charge).toMatchObject({ columns: ['Fee'] });
  });

  test('"Who pays" is the payer', () => {
    const values = [
      ['Date', 'Client', 'Who pays'],
      [46298, 'Jane Doe', 'Regence'],
      [46299, 'Bo Fox', 'cash'],
    ];
    expect(mapColumns(sheet(values)).fields.payer).toMatchObject({ columns: ['Who pays'] });
  });

  test('hours are minutes times 60, told by the header or by the values', () => {
    const byHeader = mapColumns(sheet([['Date', 'Client', 'Hours Worked']]));
    const byValues = mapColumns(
      sheet([
        ['Date', 'Client', 'Duration'],
        [46298, 'Jane Doe', 1],
        [46299, 'Bo Fox', 1.5],
      ]),
    );
    const minutes = mapColumns(
      sheet([
        ['Date', 'Client', 'Duration'],
        [46298, 'Jane Doe', 60],
        [46299, 'Bo Fox', 90],
      ]),
    );
    expect([byHeader, byValues, minutes].map(({ fields }) => fields.minutes?.factor)).toEqual([60, 60, 1]);
  });
});

describe('asking', () => {
  test('two columns that could equally be the date are asked about', () => {
    const mapping = mapColumns(sheet([['Service Date', 'Treatment Date', 'Client', 'CPT']]));
    expect(mapping.fields.date).toBeUndefined();
    expect(mapping.unsure).toContainEqual({
      field: 'date',
      candidates: ['Service Date', 'Treatment Date'],
      why: '"Service Date", "Treatment Date" could each be the date of service.',
      needed: true,
    });
  });

  test('a missing client is asked for', () => {
    const mapping = mapColumns(sheet([['Date', 'CPT', 'Min']]));
    expect(mapping.unsure.find(({ field }) => field === 'client')).toEqual({
      field: 'client',
      candidates: [],
      why: 'No column is clearly the client.',
      needed: true,
    });
  });

  test('a missing payer is told, but sessions can be read without it', () => {
    const mapping = mapColumns(sheet([['Date', 'Client', 'CPT', 'member_id']]));
    expect(mapping.unsure).toMatchObject([{ field: 'payer', candidates: [], needed: false }]);
  });
});

describe('headers of two rows', () => {
  const grouped = sheet([
    ['Client', '', 'Visit', '', 'Insurance', '', 'Client', ''],
    ['First', 'Last', 'Date', 'Minutes', 'Name', 'Paid', 'Paid', 'Notes'],
  ]);

  test('a group heading helps to read the headers below it', () => {
    const mapping = mapColumns(grouped);
    expect(mapping.headerRow).toBe(2);
    expect(mapping.fields).toMatchObject({
      client: { columns: ['First', 'Last'] },
      date: { columns: ['Date'] },
      insurance_paid: { columns: ['Paid (1st)'] },
      copay: { columns: ['Paid (2nd)'] },
    });
  });

  test('a header merged over both rows counts', () => {
    const mapping = mapColumns(
      sheet([
        ['Date', 'Client', 'Insurance', ''],
        ['', '', 'Billed', 'Paid'],
        [46298, 'Jane Doe', 95, 60],
      ]),
      2,
    );
    expect(mapping.fields).toMatchObject({
      date: { columns: ['Date'] },
      client: { columns: ['Client'] },
      insurance_paid: { columns: ['Paid'] },
    });
  });
});

describe('the header row', () => {
  test('is found below titles and blank rows', () => {
    const mapping = mapColumns(
      sheet([['Sessions of Jane Doe, LMT'], [''], ['Date', 'Client', 'Minutes'], [46298, 'Bo Fox', 60]]),
    );
    expect(mapping.headerRow).toBe(3);
  });

  test("is Excel's number where the used range begins further down", () => {
    const mapping = mapColumns(
      sheet(
        [
          ['Date', 'Client', 'Minutes'],
          [46298, 'Bo Fox', 60],
        ],
        { firstRow: 7 },
      ),
    );
    expect(mapping.headerRow).toBe(7);
  });

  test('of an Excel table keeps columns beside the table out', () => {
    const values = [
      ['Date', 'Client', 'Minutes', '', 'CPT', 'Price'],
      [46298, 'Bo Fox', 60, '', 97124, 30],
    ];
    const table = { name: 'Log', top: 1, left: 1, rows: 2, columns: 3 };
    expect(Object.keys(mapColumns(sheet(values, { tables: [table] })).fields)).toEqual([
      'date',
      'client',
      'minutes',
    ]);
  });

  test('a title above it may name the client of the whole sheet', () => {
    const beside = mapColumns(
      sheet([
        ['Client:', 'Jane Doe'],
        ['Date', 'Minutes', 'CPT'],
        [46298, 60, 97124],
      ]),
    );
    const inside = mapColumns(sheet([['Patient: Jane Doe'], ['Date', 'Minutes', 'CPT'], [46298, 60, 97124]]));
    expect(beside.client).toEqual({ name: 'Jane Doe', place: { sheet: 'Sessions', row: 1, column: 2 } });
    expect(inside.client).toMatchObject({ name: 'Jane Doe', place: { row: 1, column: 1 } });
  });
});

describe("the user's word", () => {
  const grid = sheet([['Date', 'Client Name', 'Spouse', 'CPT', 'Paid', 'Paid']]);

  test('beats everything', () => {
    const mapping = mapColumns(grid, 1, { client: 'spouse' });
    expect(mapping.fields.client).toMatchObject({ columns: ['Spouse'], columnIndexes: [3], confidence: 1 });
  });

  test('may join columns, name a repeated header by its place, or take the sheet name', () => {
    expect(mapColumns(grid, 1, { client: 'Client Name + Spouse' }).fields.client?.columnIndexes).toEqual([
      2, 3,
    ]);
    expect(
      mapColumns(grid, 1, { insurance_paid: 'Paid (2nd)' }).fields.insurance_paid?.columnIndexes,
    ).toEqual([6]);
    expect(mapColumns(grid, 1, { client: 'sheet name' })).toMatchObject({
      client: { name: 'Sessions' },
      fields: {},
    });
  });

  test('takes a column away from the field that had it', () => {
    const mapping = mapColumns(grid, 1, { provider: 'Client Name' });
    expect(mapping.fields.client).toBeUndefined();
    expect(mapping.unsure.map(({ field }) => field)).toContain('client');
  });

  test('that names no header is refused with what comes near', () => {
    const mapping = mapColumns(grid, 1, { client: 'Cliant Name' });
    expect(mapping.misnamed).toEqual([
      'Row 1 of "Sessions" has no header "Cliant Name"; did you mean "Client Name"?',
    ]);
  });
});

test('the JSON has the names, numbers and lists that `desk map --json` prints', () => {
  const mapping = mapColumns(sheet([['DOS', 'Pt Last', 'Pt First', 'Hrs', 'Code', 'Rate']]));
  expect(mappingToJson(mapping)).toEqual({
    sheet: 'Sessions',
    headerRow: 1,
    fields: {
      date: { column: 'DOS', confidence: 0.99 },
      client: { column: ['Pt First', 'Pt Last'], confidence: 0.94 },
      minutes: { column: 'Hrs', confidence: 0.9, factor: 60 },
      cpt: { column: 'Code', confidence: 0.82 },
    },
    unsure: [
      { field: 'payer', candidates: [], why: 'No column is clearly the payer.' },
      { field: 'charge', candidates: ['Rate'], why: '"Rate" may be the charge, but that is not sure.' },
    ],
  });
});
