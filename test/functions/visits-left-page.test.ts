import { readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import type { CellValue } from '../../desk/book/book';
import { TABLES, type OwnTableName } from '../../src/workbook/tables';
import { columnsOf } from '../../src/workbook/tables/define-table';
import type { RowValue } from '../../src/workbook/plan/plan';
import { workbookOf, type TableContents } from '../support/practice-workbook';
import { serial } from '../support/values';
import { openLive, type LiveDesk } from './live-desk';

const page = readFileSync(path.join(__dirname, '../../assets/help/visits-left.html'), 'utf8');
const { document } = new JSDOM(page).window;
const words = (cell: Element) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
const cellsOf = (table: Element, rows: string): string[][] =>
  [...table.querySelectorAll(rows)].map((row) => [...row.querySelectorAll('th, td')].map(words));

const sheets = new Map(
  [...document.querySelectorAll('table[data-sheet]')].map((table): [string, string[][]] => [
    table.getAttribute('data-sheet') ?? '',
    cellsOf(table, 'tr'),
  ]),
);
const examples = cellsOf(document.querySelector('#examples') ?? document.body, 'tbody tr');

/** What Excel makes of a text that is typed. */
function typed(text: string): CellValue {
  const [, month, day, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
  if (year !== undefined) return serial(`${year}-${month ?? ''}-${day ?? ''}`);
  return text === '' ? null : /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function ownTable(name: OwnTableName): Record<string, RowValue>[] {
  const [headers = [], ...rows] = sheets.get(name) ?? [];
  const keys = headers.map(
    (header) => columnsOf(TABLES[name]).find((column) => column.header === header)?.key,
  );
  if (keys.includes(undefined)) throw new Error(`The page has a column that ${name} has not.`);
  return rows.map((row) => Object.fromEntries(row.map((text, at) => [keys[at], typed(text) as RowValue])));
}

describe('the help page of VISITS_LEFT', () => {
  let desk: LiveDesk;
  beforeAll(async () => {
    const [headers = [], ...rows] = sheets.get('Sessions') ?? [];
    const tables: TableContents = {};
    for (const name of ['Payers', 'Clients', 'Authorizations', 'Benefits'] as const)
      tables[name] = ownTable(name);
    const formulas = examples.map(([formula = '']) => [formula]);
    desk = await openLive(
      workbookOf({ Sessions: [headers, ...rows.map((row) => row.map(typed))], Look: formulas }, tables),
    );
  });
  afterAll(() => desk.close());

  test('has examples', () => {
    expect(examples.length).toBeGreaterThan(10);
  });

  test.each(examples.map(([formula, answer, why], at) => [formula, answer, why, at + 1] as const))(
    '%s answers %j',
    (_, answer, why, row) => {
      const expected = String(answer).startsWith('#') ? `${String(answer)} ${String(why)}` : answer;
      expect(desk.show(`Look!A${String(row)}`)).toBe(expected);
    },
  );
});
