import { readSessionSheets } from '../../../../src/workbook/sessions/session-sheets';
import type { Session } from '../../../../src/billing/records/session';
import { dayOf } from '../../../../src/billing/values/day';
import type { GridValue } from '../../../../src/workbook/sessions/grid';
import { mapColumns } from '../../../../src/workbook/sessions/mapping/map-columns';
import { readSessions } from '../../../../src/workbook/sessions/rows/read-sessions';
import { sheet } from '../sheet';

const TODAY = dayOf(2026, 10, 31);
const OCT_3 = 46298;
const HEADERS = [
  'Date',
  'Client',
  'Min',
  'CPT',
  'Mod',
  'Units',
  'Dx',
  'Payer',
  'Charge',
  'Paid',
  'Copay',
  'Status',
  'Notes',
];
const GOOD: GridValue[] = [
  OCT_3,
  'Jane Doe',
  60,
  '97124',
  'GP',
  4,
  'M54.50',
  'Regence',
  120,
  20,
  '',
  'Kept',
  'neck',
];

function read(rows: GridValue[][], more: Parameters<typeof sheet>[1] = {}, headers: GridValue[] = HEADERS) {
  const grid = sheet([headers, ...rows], more);
  return readSessions(grid, mapColumns(grid), { today: TODAY });
}

/** The good row with some cells changed, by header. */
function row(changes: Record<string, GridValue>): GridValue[] {
  return GOOD.map((value, at) => changes[HEADERS[at] ?? ''] ?? value);
}

function one(changes: Record<string, GridValue>): Partial<Session> {
  const [session] = read([row(changes)]).sessions;
  if (session === undefined) throw new Error('the row was left out');
  return session;
}

test('a row becomes a session that remembers its cells', () => {
  const { sessions, findings } = read([GOOD]);
  expect(findings).toEqual([]);
  expect(sessions).toEqual([
    {
      place: { sheet: 'Sessions', row: 2, column: 1 },
      cells: Object.fromEntries(
        [
          'date',
          'client',
          'minutes',
          'cpt',
          'modifiers',
          'units',
          'dx',
          'payer',
          'charge',
          'paid',
          'status',
          'notes',
        ].map((field, index) => [
          field,
          { sheet: 'Sessions', row: 2, column: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13][index] },
        ]),
      ),
      date: OCT_3,
      client: 'Jane Doe',
      minutes: 60,
      procedures: [{ code: '97124', modifiers: ['GP'], minutes: null, units: 4 }],
      diagnoses: ['M54.50'],
      payer: 'Regence',
      charge: 12000,
      paid: 2000,
      copay: null,
      insurancePaid: null,
      status: 'kept',
      provider: null,
      notes: 'neck',
    },
  ]);
});

test('what the client paid is the copay where no paid amount is written', () => {
  expect(one({ Paid: '', Copay: 25 })).toMatchObject({ paid: 2500, copay: 2500 });
  expect(one({ Paid: 0, Copay: 25 })).toMatchObject({ paid: 0, copay: 2500 });
});

test('the client is spelled as the user does, without stray blanks', () => {
  expect(one({ Client: ' Doe,\u00a0 Jane ' }).client).toBe('Doe, Jane');
});

describe('a row that cannot be read is left out, with the cell in a finding', () => {
  test.each<[Record<string, GridValue>, string, string]>([
    [{ Date: '2/30/2026' }, 'session-date-unreadable', 'A2'],
    [{ Date: '10/3' }, 'session-date-unreadable', 'A2'],
    [{ Date: '#N/A' }, 'session-date-unreadable', 'A2'],
    [{ Date: '10/3/2062' }, 'session-date-unreadable', 'A2'],
    [{ Date: '10/3/1926' }, 'session-date-unreadable', 'A2'],
    [{ Date: '' }, 'session-date-missing', 'A2'],
    [{ Client: '' }, 'session-client-missing', 'B2'],
    [{ Client: 1042 }, 'session-client-unreadable', 'B2'],
    [{ Min: 'about an hour' }, 'session-minutes-unreadable', 'C2'],
    [{ Min: '#VALUE!' }, 'session-minutes-unreadable', 'C2'],
    [{ Min: '60 '.repeat(400) }, 'session-minutes-unreadable', 'C2'],
    [{ CPT: '9712' }, 'session-cpt-unreadable', 'D2'],
    [{ CPT: `97124${' x 4'.repeat(8000)}` }, 'session-cpt-unreadable', 'D2'],
    [{ Charge: 1e12 }, 'session-charge-unreadable', 'I2'],
    [{ CPT: '97124, 97140' }, 'session-modifiers-unreadable', 'E2'],
    [{ Mod: 'GPX' }, 'session-modifiers-unreadable', 'E2'],
    [{ Units: 'four' }, 'session-units-unreadable', 'F2'],
    [{ CPT: '97124 x3' }, 'session-units-unreadable', 'F2'],
    [{ Dx: 'M54.5O' }, 'session-dx-unreadable', 'G2'],
    [{ Payer: '#REF!' }, 'session-payer-unreadable', 'H2'],
    [{ Charge: '95,00' }, 'session-charge-unreadable', 'I2'],
    [{ Status: 'ask' }, 'session-status-unreadable', 'L2'],
  ])('%j is %s at %s', (changes, rule, cell) => {
    const { sessions, findings } = read([row(changes)]);
    expect(sessions).toEqual([]);
    expect(findings.map((finding) => finding.rule)).toContain(rule);
    const found = findings.find((finding) => finding.rule === rule);
    expect(found?.message).toContain(`Sessions!${cell}`);
    expect(found?.place).toMatchObject({ sheet: 'Sessions', row: 2, column: cell.charCodeAt(0) - 64 });
  });

  test('the finding knows the client and the date where they could be read', () => {
    const { findings } = read([row({ Charge: 'lots' })]);
    expect(findings).toMatchObject([{ client: 'Jane Doe', date: OCT_3, severity: 'STOP' }]);
  });

  test('a payment that cannot be read is not known, and the row stays', () => {
    const { sessions, findings } = read([row({ Paid: 'yes' })]);
    expect(sessions).toMatchObject([{ paid: null }]);
    expect(findings).toMatchObject([{ rule: 'session-paid-unreadable', severity: 'WARN' }]);
  });

  test('an error under notes may hide a no-show, and leaves the row out', () => {
    const { sessions, findings } = read([row({ Notes: '#NAME?' })]);
    expect(sessions).toHaveLength(0);
    expect(findings).toMatchObject([{ rule: 'session-notes-unreadable', severity: 'STOP' }]);
  });
});

describe('rows that are no sessions are told in the account', () => {
  test.each<[string, GridValue[], string, string | null]>([
    ['blank', ['', '  '], 'blank', null],
    ['the header again', HEADERS, 'header again', null],
    ['a month', ['October'], 'month', null],
    ['a month with its sum', ['October 2026', '', '', '', '', '', '', '', 480], 'month', null],
    ['a heading in the client column', ['', 'Week 2'], 'heading', null],
    ['a total', ['Total', '', 120, '', '', '', '', '', 240], 'total', null],
    ['a total under the client', ['', 'Grand total', '', '', '', '', '', '', 240], 'total', null],
    ['sums without a word', ['', '', 120, '', '', '', '', '', 240], 'total', 'a subtotal'],
    ['a date filled ahead', [OCT_3 + 1], 'no session', 'only a date: no session on it'],
    [
      'a date with a formula that gives 0',
      [OCT_3 + 1, '', 0, '', '', '', '', '', 0],
      'no session',
      'only a date: no session on it',
    ],
    [
      'a remark',
      ['', '', '', '', '', '', '', '', '', '', '', '', 'closed for the holiday'],
      'no session',
      'a remark without date and client',
    ],
  ])('%s', (_, cells, kind, why) => {
    const { sessions, findings, account } = read([GOOD, cells]);
    expect([sessions.length, findings.length]).toEqual([1, 0]);
    expect(account.tables[0]?.rows[2]).toMatchObject({ row: 3, kind, why });
  });

  test('a further line of a visit without date and client is reported, not skipped', () => {
    const { findings, account } = read([GOOD, ['', '', '', '97140']]);
    expect(findings.map(({ rule }) => rule)).toEqual(['session-date-missing', 'session-client-missing']);
    expect(account.tables[0]?.rows.at(-1)).toMatchObject({ row: 3, kind: 'left out' });
  });

  test('a client without a date is reported, whatever else is empty', () => {
    expect(read([['', 'Bo Fox']]).findings).toMatchObject([{ rule: 'session-date-missing' }]);
  });
});

describe('minutes', () => {
  const headers = ['Date', 'Client', 'Start', 'End', 'Min'];
  test.each<[GridValue, GridValue, GridValue, number | null]>([
    ['2:30p', '3:45p', '', 75],
    [0.5, 0.5625, '', 90],
    ['11:30', '12:30', '', 60],
    ['2:00 - 3:15 PM', '', '', 75],
    ['2:30p', '', '', null],
    ['2:30p', '3:45p', 60, 60],
    ['', '', 60, 60],
  ])('from %j to %j with %j written are %j', (start, end, minutes, expected) => {
    const { sessions } = read([[OCT_3, 'Jane Doe', start, end, minutes]], {}, headers);
    expect(sessions).toMatchObject([{ minutes: expected }]);
  });

  test('more minutes than there are from start to end are worth a look', () => {
    const { findings } = read([[OCT_3, 'Jane Doe', '2:00 PM', '2:30 PM', 60]], {}, headers);
    expect(findings).toMatchObject([{ rule: 'session-minutes-longer-than-span', severity: 'WARN' }]);
  });

  test('an end that cannot be after the start leaves the row out', () => {
    const { sessions, findings } = read([[OCT_3, 'Jane Doe', '3:00 PM', '2:00 PM', '']], {}, headers);
    expect([sessions.length, findings.map(({ rule }) => rule)]).toEqual([0, ['session-end-unreadable']]);
  });

  test('a start that cannot be read matters only where the minutes depend on it', () => {
    expect(read([[OCT_3, 'Jane Doe', 'am', '2:00 PM', 60]], {}, headers).findings).toEqual([]);
    expect(read([[OCT_3, 'Jane Doe', 'am', '2:00 PM', '']], {}, headers).sessions).toEqual([]);
  });

  test('a time format read for the first rows holds for the rows below', () => {
    const grid = sheet([
      ['Date', 'Client', 'Hours'],
      [OCT_3, 'A Bee', 0.0416666667],
      [OCT_3, 'C Dee', 0.0625],
    ]);
    grid.formats = [
      ['', '', ''],
      ['m/d/yy', '', 'h:mm'],
    ];
    const { sessions } = readSessions(grid, mapColumns(grid));
    expect(sessions.map(({ minutes }) => minutes)).toEqual([60, 90]);
  });
});

describe('codes, modifiers and units of columns of their own', () => {
  test('a list parted by ";" gives each code its own', () => {
    expect(one({ CPT: '97124; 97140', Mod: 'GP; 59', Units: '2; 1' }).procedures).toEqual([
      { code: '97124', modifiers: ['GP'], minutes: null, units: 2 },
      { code: '97140', modifiers: ['59'], minutes: null, units: 1 },
    ]);
  });

  test('one number of units for two codes is attributed to none, with a warning', () => {
    const { sessions, findings } = read([row({ CPT: '97124; 97140', Mod: '' })]);
    expect(sessions[0]?.procedures.map(({ units }) => units)).toEqual([null, null]);
    expect(findings).toMatchObject([{ rule: 'session-units-not-attributed', severity: 'WARN' }]);
  });

  test('numbered columns are joined', () => {
    const headers = ['DOS', 'Last', 'First', 'CPT', 'Mod 1', 'Mod 2', 'Dx 1', 'Dx 2'];
    const { sessions } = read([[OCT_3, 'Doe', 'Jane', 97140, 'GP', 59, 'M54.2', 'M5450']], {}, headers);
    expect(sessions).toMatchObject([
      {
        client: 'Jane Doe',
        procedures: [{ code: '97140', modifiers: ['GP', '59'] }],
        diagnoses: ['M54.2', 'M54.50'],
      },
    ]);
  });
});

describe('status', () => {
  test('an empty status is a kept visit', () => {
    expect(one({ Status: '' }).status).toBe('kept');
  });

  test('a no-show written under minutes or notes is not a visit, and the user is told', () => {
    const { sessions, findings } = read([
      row({ Min: 'NS' }),
      row({ Client: 'Bo Fox', Status: '', Notes: 'No show' }),
    ]);
    expect(sessions.map(({ status, minutes }) => [status, minutes])).toEqual([
      ['no-show', null],
      ['no-show', 60],
    ]);
    expect(findings.map(({ rule }) => rule)).toEqual([
      'session-status-elsewhere',
      'session-status-elsewhere',
    ]);
  });

  test('what stands under the code of a cancelled visit does not matter; its fee does', () => {
    expect(one({ Status: 'Late cancel', CPT: 'n/a', Charge: '$50' })).toMatchObject({
      status: 'late-cancel',
      charge: 5000,
      procedures: [],
    });
  });

  test('a ticked No Show column is no visit', () => {
    const { sessions } = read(
      [
        [OCT_3, 'Jane Doe', 60, 'x'],
        [OCT_3, 'Bo Fox', 60, ''],
      ],
      {},
      ['Date', 'Client', 'Min', 'No Show'],
    );
    expect(sessions.map(({ status }) => status)).toEqual(['no-show', 'kept']);
  });
});

describe('dates', () => {
  const headers = ['Date', 'Client', 'CPT'];
  const days = (values: GridValue[], more: Parameters<typeof sheet>[1] = {}) =>
    read(
      values.map((value) => [value, 'Jane Doe', 97124]),
      more,
      headers,
    ).sessions.map(({ date }) => date);

  test('take their year from the sheet name', () => {
    expect(days(['10/3', 'Oct 4'], { name: 'October 2026' })).toEqual([OCT_3, OCT_3 + 1]);
    expect(days(['10/3'], { name: 'October' })).toEqual([]);
  });

  test('take their order from the whole column', () => {
    expect(days(['3/10/2026', '13/10/2026'])).toEqual([OCT_3, OCT_3 + 10]);
    expect(days(['3/10/2026', '13/10/2026', '10/14/2026'])).toEqual([OCT_3 + 10, OCT_3 + 11]);
  });

  test('count from 1904 where the workbook does', () => {
    expect(days([OCT_3 - 1462], { date1904: true })).toEqual([OCT_3]);
  });
});

describe('repeated rows', () => {
  test('the same date, client, codes, minutes and charge are warned about, and both stay', () => {
    const { sessions, findings } = read([GOOD, row({ Client: 'Doe, Jane', Dx: 'M54.2' })]);
    expect(sessions).toHaveLength(2);
    expect(findings).toMatchObject([{ rule: 'session-repeated', severity: 'WARN', place: { row: 3 } }]);
    expect(findings[0]?.message).toBe(
      'Row 3 repeats row 2: Doe, Jane on 10/03/2026 with the same codes, minutes and charge.',
    );
  });

  test('another line of the same visit is not a repetition', () => {
    expect(read([GOOD, row({ CPT: 97140 })]).findings).toEqual([]);
  });
});

test('a free session has no charge, and the user is told how it was read', () => {
  const { sessions, findings } = read([row({ Charge: 'comp' })]);
  expect(sessions).toMatchObject([{ charge: 0 }]);
  expect(findings).toMatchObject([{ severity: 'NOTE', rule: 'session-charge-as-read' }]);
});

test('another table further down the sheet is not read as sessions', () => {
  const values = [HEADERS, GOOD, [], ['Code', 'Price'], [97124, 30]];
  const tables = [
    { name: 'Log', top: 1, left: 1, rows: 2, columns: 13 },
    { name: 'Prices', top: 4, left: 1, rows: 2, columns: 2 },
  ];
  const grid = sheet(values, { tables });
  const { sessions, findings, account } = readSessions(grid, mapColumns(grid));
  expect([sessions.length, findings]).toEqual([1, []]);
  expect(account.tables[0]?.rows.slice(2).map(({ kind, why }) => why ?? kind)).toEqual([
    'blank',
    'in another table',
    'in another table',
  ]);
});

test('a cell that is too long to be read is told by its beginning; notes may be as long as a cell', () => {
  const notes = 'sore neck, '.repeat(2900).trim();
  const { sessions, findings } = read([row({ Notes: notes }), row({ Status: 'no show 1'.repeat(3600) })]);
  expect(sessions.map((session) => session.notes)).toEqual([notes]);
  expect(findings.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /L3, the status: "no show 1no show 1no show 1no show 1no …" is too long to be read\./,
    ),
  ]);
});

test('a service where the code belongs keeps its modifiers and units, and has no code yet', () => {
  const { sessions, findings } = read([row({ CPT: 'massage 60', Mod: 'GP', Units: 4 })]);
  expect(findings).toEqual([]);
  expect(sessions).toMatchObject([
    { procedures: [], service: { text: 'massage 60', modifiers: ['GP'], units: 4 } },
  ]);
});

describe('visits that took place are ticked', () => {
  const HEADER = ['Date', 'Client', 'Min', 'CPT', 'Charge'];
  const statuses = (header: string, ...marks: GridValue[]) => {
    const rows = marks.map((mark, at) => [`10/${String(at + 1)}/2026`, 'Jane Doe', 60, '97124', 120, mark]);
    const { sessions } = readSessionSheets({ sheets: [sheet([[...HEADER, header], ...rows])] });
    return sessions.map(({ status }) => status);
  };

  test.each(['Came', 'Kept?', 'Attended', 'Showed'])(
    'below "%s" one without a tick is not billed',
    (header) => {
      expect(statuses(header, 'x', '', 'x')).toEqual(['kept', 'scheduled', 'kept']);
    },
  );

  test('an empty cell beside words is a visit, as most people only mark what went wrong', () => {
    expect(statuses('Attendance', 'no show', '', '')).toEqual(['no-show', 'kept', 'kept']);
  });

  test.each([
    ['✓', ['✓', '✗', '✓']],
    ['Result', ['done', 'did not come', 'done']],
    ['OA', ['sent 10/9', '', 'sent 10/9']],
  ])('below "%s", which nobody knows, marks are asked about', (header, marks) => {
    expect(() => statuses(header, ...marks)).toThrow(/but nothing names it/);
  });
});
