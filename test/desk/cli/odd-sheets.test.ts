import type { CLAIMS } from '../../../src/actions/json/claims';
import type { JsonOf } from '../../../src/actions/json/shape';
import { CommandLine } from '../../support/command-line';
import { inventedPractice } from '../../support/invented-practice';
import { workbookOf, type WrittenCell } from '../../support/practice-workbook';

/** Excel's own client is started for each command. */

const desk = new CommandLine();
afterAll(() => {
  desk.close();
});

const OCTOBER_1 = 46296;
const HEADERS = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Charge'];
const row = (day: number, client: string, ...more: WrittenCell[]): WrittenCell[] => [
  OCTOBER_1 + day,
  client,
  60,
  '97124',
  'M54.2',
  120,
  ...more,
];

async function claims(sheets: Record<string, WrittenCell[][]>, ...more: string[]) {
  const file = desk.save(workbookOf(sheets, inventedPractice));
  const { exitCode, output, error } = await desk.on(file, 'claims', '--month', '2026-10', '--today', '2026-11-02', '--json', ...more); // prettier-ignore
  if (exitCode === 2) return { exitCode, error, billed: {}, rules: [] as string[] };
  const report = JSON.parse(output) as JsonOf<typeof CLAIMS>;
  const billed = Object.fromEntries(report.claims.map(({ client, billed: dollars }) => [client, dollars]));
  return { exitCode, error, billed, rules: report.findings.map(({ rule }) => rule) };
}

test.each([
  ['Date', 'Date', 'date'],
  ['Client', 'Patient', 'client'],
])('two headers that claim one field, "%s" and "%s", are a question', async (one, other, field) => {
  const log = [
    ['Minutes', 'CPT', 'Dx', 'Charge', ...(field === 'date' ? ['Client'] : ['Date']), one, other],
    ...[0, 3].map((day) => {
      const [date, client] = [OCTOBER_1 + day, 'Ada Applegate'];
      const ends = field === 'date' ? [client, date, date + 7] : [date, client, 'Bruno Birchwood'];
      return [60, '97124', 'M54.2', 120, ...ends];
    }),
  ];
  const asked = await claims({ Log: log });
  expect([asked.exitCode, asked.error]).toEqual([2, expect.stringContaining(`could each be`)]);
  const label = field === 'date' ? 'Date (1st)' : one;
  const answered = await claims({ Log: log }, '--answer', `column-${field}=${label}`);
  expect([answered.exitCode, answered.billed]).toEqual([0, { 'Ada Applegate': 240 }]);
});

test('a row below the label of one client that names another is left out', async () => {
  const { exitCode, billed, rules } = await claims({
    Log: [
      ['Client: Ada Applegate'],
      HEADERS,
      row(0, 'Ada Applegate'),
      row(1, 'Bruno Birchwood'),
      [],
      ['Client: Bruno Birchwood'],
      HEADERS,
      row(2, 'Bruno Birchwood'),
    ],
  });
  expect([exitCode, billed]).toEqual([1, { 'Ada Applegate': 120, 'Bruno Birchwood': 120 }]);
  expect(rules).toContain('session-client-unreadable');
});

test('a table right of the sessions with the same headers and other years is read with its own years', async () => {
  const { exitCode, billed } = await claims({
    Log: [
      [...HEADERS, '', ...HEADERS],
      [...row(0, 'Ada Applegate'), '', ...row(-365, 'Bruno Birchwood')],
      [...row(1, 'Ada Applegate'), '', ...row(-360, 'Bruno Birchwood')],
    ],
  });
  expect([exitCode, billed]).toEqual([0, { 'Ada Applegate': 240 }]);
});

const MARKS = ['q', 'zz', '%%', '~', 'ok?', 'k', 'rr', 'b2', 'w', 'v/v', 'hm', '..', 'pf', 'll', 'gh', 'uu', 'oi', 'xk', 'jj', 't9']; // prettier-ignore

test('20 different unknown marks below Status leave their rows out, each with its cell', async () => {
  const log = [[...HEADERS, 'Status'], ...MARKS.map((mark, at) => row(at, 'Ada Applegate', mark)), row(25, 'Ada Applegate', 'kept')]; // prettier-ignore
  const { exitCode, billed, rules } = await claims({ Log: log });
  expect([exitCode, billed]).toEqual([1, { 'Ada Applegate': 120 }]);
  expect(rules.filter((rule) => rule === 'session-status-unreadable')).toHaveLength(20);
});

test('below an unknown header the column is told as not used', async () => {
  const log = [[...HEADERS, 'Zed'], ...MARKS.map((mark, at) => row(at, 'Ada Applegate', mark))];
  const file = desk.save(workbookOf({ Log: log }, inventedPractice));
  const { output } = await desk.run('map', file);
  expect(output).toContain('Not used: "Zed" (21 cells)');
});

test('of 60 sheets the 40 with sessions are read', async () => {
  const clients = ['Ada Applegate', 'Bruno Birchwood'];
  const sheets = Array.from({ length: 60 }, (_, at): [string, WrittenCell[][]] =>
    at % 3 === 2
      ? [`Notes ${String(at)}`, [['Supplies', 'Cost'], ['oil', 12], ['sheets', 30]]] // prettier-ignore
      : [`Week ${String(at)}`, [HEADERS, row(at % 28, clients[at % 2] ?? '', ...[])]],
  );
  const { exitCode, billed } = await claims(Object.fromEntries(sheets));
  const dollars = Object.values(billed).reduce((sum, each) => sum + each, 0);
  expect([exitCode <= 1, dollars % 120, dollars > 0]).toEqual([true, 0, true]);
});

test('dates of a workbook that counts from 1904 are told, whatever month they fall into', async () => {
  const { exitCode, billed, rules } = await claims({
    Log: [HEADERS, row(0, 'Ada Applegate'), row(1, 'Ada Applegate'), row(5 - 1462, 'Ada Applegate')],
  });
  expect([exitCode, billed]).toEqual([1, { 'Ada Applegate': 240 }]);
  expect(rules).toContain('session-dates-of-1904');
});

test.each(['Status', 'Location', 'Therapist', 'Claim submitted', 'Insurance', 'No show'])(
  'an error of a formula below "%s" keeps its row from being billed',
  async (header) => {
    const usual = header === 'Insurance' ? 'Cascade Health Plan' : '';
    const { exitCode, billed, rules } = await claims({
      Log: [[...HEADERS, header], row(0, 'Ada Applegate', '#N/A'), row(1, 'Ada Applegate', usual), row(2, 'Bruno Birchwood', usual)], // prettier-ignore
    });
    expect([exitCode, billed]).toEqual([1, { 'Ada Applegate': 120, 'Bruno Birchwood': 120 }]);
    expect(rules.some((rule) => /unreadable|marked-as-billed/.test(rule))).toBe(true);
  },
);
