import { readingOf } from '../../../support/own-tables';
import type { GridValue, SheetGrid } from '../../../../src/workbook/sessions/grid';
import { chooseSessions } from '../../../../src/workbook/sessions/sheets/choose-sessions';
import { findSessionSheets } from '../../../../src/workbook/sessions/sheets/find-session-sheets';
import { chooseSessionSheets, readSessionSheets } from '../../../../src/workbook/sessions/session-sheets';
import { gridOfLayout, layoutsIn } from '../layouts/layouts';
import { sheet } from '../sheet';

const named = (name: string, values: GridValue[][]): SheetGrid => sheet(values, { name });
const log = (name: string) =>
  named(name, [
    ['Date', 'Client', 'CPT', 'Charge'],
    [46298, 'Jane Doe', 97124, 95],
  ]);
const logOfOne = (name: string) =>
  named(name, [
    ['Date', 'Minutes', 'CPT', 'Charge'],
    [46298, 60, 97124, 95],
  ]);
const OTHERS: [string, SheetGrid][] = [
  [
    'a list of clients',
    named('People', [
      ['Client', 'Phone', 'Email', 'Status', 'Last Visit'],
      ['Jane Doe', '555', 'j@x', 'active', 46298],
    ]),
  ],
  [
    'a list of payments',
    named('Money in', [
      ['Date Received', 'Client', 'Payer', 'Amount'],
      [46298, 'Jane Doe', 'Aetna', 95],
    ]),
  ],
  [
    'a list of prices',
    named('Menu', [
      ['CPT Code', 'Description', 'Fee'],
      [97124, 'Massage', 30],
    ]),
  ],
  [
    'something else',
    named('Car', [
      ['Date', 'From', 'To', 'Miles', 'Amount'],
      [46298, 'Home', 'Clinic', 12, 8],
    ]),
  ],
];

const choose = (grids: SheetGrid[], wanted: string[] = []) =>
  chooseSessions(findSessionSheets(grids), wanted);

test.each(OTHERS)('%s is not taken for sessions', (_, grid) => {
  const choice = choose([grid, log('Log')]);
  expect(choice).toMatchObject({ outcome: 'one', sheets: [{ sheet: 'Log', headerRow: 1 }] });
});

test.each(OTHERS)('%s alone is refused in one sentence', (words, grid) => {
  const choice = choose([grid]);
  expect(choice.outcome).toBe('none');
  expect(choice.words).toMatch(/^No sheet lists sessions[^.]*\.$/);
  if (words !== 'something else') expect(choice.words).toContain(words);
});

test('an empty workbook is refused', () => {
  expect(choose([named('Sheet1', [])])).toEqual({
    outcome: 'none',
    closest: null,
    words: 'The workbook is empty.',
  });
});

test('sheets of the same columns named by month are read together', () => {
  expect(choose([log('Sept 2026'), log('Oct 2026'), ...OTHERS.map(([, grid]) => grid)])).toMatchObject({
    outcome: 'several',
    pattern: 'sheet-per-month',
    words: 'The sessions are on a sheet per month: Sept 2026, Oct 2026.',
  });
});

test('sheets without a client column named by persons give their client', () => {
  const choice = choose([logOfOne('Jane Doe'), logOfOne('Fox, Bo')]);
  expect(choice).toMatchObject({
    outcome: 'several',
    pattern: 'sheet-per-client',
    sheets: [{ mapping: { client: { name: 'Jane Doe' } } }, { mapping: { client: { name: 'Fox, Bo' } } }],
  });
});

test('two different sheets that could hold the sessions are asked about', () => {
  const other = named('Visits', [
    ['DOS', 'Patient', 'Code', 'Fee'],
    [46298, 'Bo Fox', 97124, 95],
  ]);
  expect(choose([log('Log'), other])).toMatchObject({
    outcome: 'rivals',
    words: expect.stringMatching(/^"\w+" and "\w+" could each hold the sessions; say which one\.$/),
  });
  expect(choose([log('Log'), other], ['visits'])).toMatchObject({
    outcome: 'one',
    sheets: [{ sheet: 'Visits' }],
  });
});

test('a sheet that is not there is refused with those that are', () => {
  expect(choose([log('Sessions')], ['Sesions'])).toMatchObject({
    outcome: 'none',
    words: 'There is no filled sheet "Sesions"; the workbook has "Sessions".',
  });
});

test('among the layouts those without sessions are told apart', () => {
  const none = layoutsIn('known-layouts.json').filter(
    (layout) => choose([gridOfLayout(layout)]).outcome === 'none',
  );
  expect(none.map(({ name }) => name)).toEqual([
    'simplepractice_insurance_payment_report',
    'simplepractice_client_details',
    'massage_crm_sheets_clients',
    'massage_shop_service_list',
    'denials_02_verbose',
    'denials_04_abbreviated',
    'denials_06_missing_payer',
    'denials_08_messy',
    'denials_10_many_rows_per_claim',
  ]);
});

describe('reading a workbook', () => {
  test('passes over hidden sheets and tables of its own', () => {
    const [own] = readingOf({
      ClaimLines: [{ control: 'C26100001L1', client: 'Ada Applegate', date: 46300 }],
    }).sheets;
    if (!own) throw new Error('no sheet');
    const hidden = { ...log('Copy'), visible: false };
    expect(chooseSessionSheets({ sheets: [own, hidden, log('Log')] })).toMatchObject({
      outcome: 'one',
      sheets: [{ sheet: 'Log' }],
    });
    expect(chooseSessionSheets({ sheets: [hidden] }, 'copy')).toMatchObject({ outcome: 'one' });
  });

  test('reads all sheets and finds rows repeated across them', () => {
    const { sessions, findings } = readSessionSheets({ sheets: [log('Sept 2026'), log('Oct 2026')] });
    expect(sessions.map(({ place }) => place.sheet)).toEqual(['Sept 2026', 'Oct 2026']);
    expect(findings).toMatchObject([{ rule: 'session-repeated' }]);
    expect(findings[0]?.message).toContain('repeats row 2 of sheet "Sept 2026"');
  });

  test.each<[string, SheetGrid[], Parameters<typeof readSessionSheets>[1], string, string]>([
    [
      'no sessions',
      [OTHERS[0]?.[1] ?? log('')],
      {},
      'no-sessions',
      'No sheet lists sessions: "People" looks like a list of clients.',
    ],
    [
      'no client',
      [logOfOne('Log')],
      {},
      'column-unclear',
      'On sheet "Log": No column is clearly the client. Say which column is the client (client).',
    ],
    [
      'a wrong header',
      [log('Log')],
      { columns: { client: 'Klient' } },
      'column-unclear',
      'Row 1 of "Log" has no header "Klient"; did you mean "Client"?',
    ],
    [
      'a wrong field',
      [log('Log')],
      { columns: { patient: 'Client' } },
      'column-unclear',
      'There is no field "patient"; the fields are',
    ],
    [
      'a field that every object knows',
      [log('Log')],
      { columns: { constructor: 'Client' } },
      'column-unclear',
      'There is no field "constructor"; the fields are',
    ],
  ])('refuses %s in a sentence', (_, sheets, question, code, words) => {
    expect(() => readSessionSheets({ sheets }, question)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(words) }) as Error,
    );
  });

  test("takes the user's word for a column", () => {
    const { sessions } = readSessionSheets(
      { sheets: [logOfOne('Jane Doe')] },
      { columns: { client: 'sheet name' } },
    );
    expect(sessions).toMatchObject([{ client: 'Jane Doe', charge: 9500 }]);
  });
});
