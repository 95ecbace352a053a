import type { CLAIMS } from '../../../src/actions/json/claims';
import type { JsonOf } from '../../../src/actions/json/shape';
import { bookOf, CommandLine } from '../../support/command-line';
import { inventedPractice } from '../../support/invented-practice';
import { workbookOf, type WrittenCell } from '../../support/practice-workbook';

/** Excel's own client is started for each command. */

const desk = new CommandLine();
afterAll(() => {
  desk.close();
});

const HEADERS = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Charge'];
const row = (day: number, client: string): WrittenCell[] => [46295 + day, client, 60, '97124', 'M54.2', 120];

function workbook(...names: string[]): string {
  const rows = names.map((name, index) => row(index + 1, name));
  return desk.save(workbookOf({ Sessions: [HEADERS, ...rows] }, inventedPractice));
}

async function claims(file: string, ...more: string[]) {
  const { exitCode, output, error, file: out } = await desk.on(file, 'claims', '--month', '2026-10', '--today', '2026-11-02', '--json', ...more); // prettier-ignore
  if (exitCode === 2) throw new Error(error);
  const report = JSON.parse(output) as JsonOf<typeof CLAIMS>;
  const billed = Object.fromEntries(report.claims.map(({ client, billed: dollars }) => [client, dollars]));
  const asked = report.holds.flatMap(({ findings }) => findings);
  return { exitCode, billed, asked, findings: report.findings, out };
}

/** What stands under "Also written", by client. */
function alsoWritten(file: string): Record<string, unknown> {
  const clients = bookOf(file).sheets.find(({ name }) => name === 'Clients');
  const cells = [...(clients?.entries() ?? [])].filter(({ row: at, column }) => at > 0 && column < 2);
  const names = new Map(cells.flatMap(({ row: at, column, cell }) => (column === 0 ? [[at, String(cell.value)]] : []))); // prettier-ignore
  return Object.fromEntries(
    cells.flatMap(({ row: at, column, cell }) =>
      column === 1 && cell.value !== null && cell.value !== '' ? [[names.get(at) ?? '', cell.value]] : [],
    ),
  );
}

test.each([
  ['Ada A.', 'A for Applegate'],
  ['Ada Aplegate', 'a slip of the keys'],
  ['Ada', 'both are called Ada'],
])('"%s" is offered as Ada Applegate: %s; the answer is kept under Also written', async (name, why) => {
  const file = workbook('Ada Applegate', name);
  const before = await claims(file);
  expect([before.exitCode, before.billed]).toEqual([1, { 'Ada Applegate': 120 }]);
  const [question] = before.asked;
  expect(question?.fix).toContain(why);
  const [answer] = question?.answers ?? [];
  const after = await claims(file, '--answer', `${answer?.key ?? ''}=${answer?.value ?? ''}`);
  expect([after.exitCode, after.billed]).toEqual([0, { 'Ada Applegate': 240 }]);
  expect(alsoWritten(after.out)).toEqual({ 'Ada Applegate': name });
});

test('an answer that is changed takes the spelling from the one to the other', async () => {
  const file = workbook('Ada & Bruno');
  const { asked } = await claims(file);
  const answers = asked.flatMap(({ answers: given = [] }) => given);
  const [ada, bruno] = ['Ada Applegate', 'Bruno Birchwood'].map((name) => answers.find(({ words }) => words.includes(name))); // prettier-ignore
  const first = await desk.on(file, 'superbills', '--month', '2026-10', '--today', '2026-11-02', '--answer', `${ada?.key ?? ''}=${ada?.value ?? ''}`); // prettier-ignore
  expect(alsoWritten(first.file)).toEqual({ 'Ada Applegate': 'Ada & Bruno' });
  const second = await claims(first.file, '--answer', `${bruno?.key ?? ''}=${bruno?.value ?? ''}`);
  expect(second.billed).toEqual({ 'Bruno Birchwood': 120 });
  expect(alsoWritten(second.out)).toEqual({ 'Bruno Birchwood': 'Ada & Bruno' });
});

test('what stands behind a name is no part of it', async () => {
  const file = workbook('Ada Applegate DOB: 1/1/1980', 'Ada Applegate (ID 1042)', 'Applegate, Ada');
  expect(await claims(file)).toMatchObject({ exitCode: 0, billed: { 'Ada Applegate': 360 } });
});

describe('before the Clients table is made', () => {
  const PAID = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Charge', 'Insurance'];
  const bare = (...names: [name: string, payer: string][]) =>
    desk.save(
      workbookOf({ Sessions: [PAID, ...names.map(([name, payer], index) => [...row(index + 1, name), payer])] }), // prettier-ignore
    );
  const clientsMade = async (file: string, ...more: string[]) => {
    const made = await claims(file, ...more);
    const rows = [...(bookOf(made.out).sheets.find(({ name }) => name === 'Clients')?.entries() ?? [])]; // prettier-ignore
    return {
      ...made,
      asked: made.findings.filter(({ message }) => message.includes(' may be ')),
      clients: rows.flatMap(({ row: at, column, cell }) => (at > 0 && column === 0 && cell.value !== null ? [cell.value] : [])), // prettier-ignore
    };
  };
  const BOOK: [string, string][] = [
    ['Elizabeth Okoro', 'Aetna'],
    ['Liz Okoro', 'Aetna'],
    ['Okoro Elizabeth', ''],
    ['Margaret Reyes', 'Regence'],
    ['Maggie R.', 'Regence'],
    ['J. Whitfield', 'Premera'],
    ['Jonas Whitfield', 'Premera'],
    ['Jonas Whitfield', 'Premera'],
    ['Jonas Whitfeild', 'Premera'],
  ];

  test('nicknames, initials, swapped names and slips are asked about, and get no row of their own', async () => {
    const { clients, asked } = await clientsMade(bare(...BOOK));
    expect(clients).toEqual(['Elizabeth Okoro', 'Jonas Whitfield', 'Margaret Reyes']);
    const words = asked.map(({ message }) => message);
    expect(words.sort()).toEqual([
      expect.stringContaining('"J. Whitfield" may be Jonas Whitfield'),
      expect.stringContaining('"Jonas Whitfeild" may be Jonas Whitfield (a slip of the keys)'),
      expect.stringContaining('"Liz Okoro" may be Elizabeth Okoro (Liz is a form of Elizabeth)'),
      expect.stringContaining('"Maggie R." may be Margaret Reyes'),
      expect.stringContaining('"Okoro Elizabeth" may be Elizabeth Okoro (the same names in another order)'),
    ]);
  });

  test('what was answered makes one row with Also written, or two', async () => {
    const { asked } = await clientsMade(bare(...BOOK));
    const answers = asked.flatMap(({ message, answers: offered = [] }) => {
      const isOther = message.includes('Maggie');
      const [key, value] = [offered[0]?.key, offered.at(isOther ? -1 : 0)?.value];
      return ['--answer', `${key ?? ''}=${value ?? ''}`];
    });
    const { clients, out } = await clientsMade(bare(...BOOK), ...answers);
    expect(clients).toEqual(['Elizabeth Okoro', 'Jonas Whitfield', 'Maggie R.', 'Margaret Reyes']);
    expect(alsoWritten(out)).toEqual({
      'Elizabeth Okoro': 'Okoro Elizabeth, Liz Okoro',
      'Jonas Whitfield': 'Jonas Whitfeild, J. Whitfield',
    });
  });

  test('names that other payers pay for are two people', async () => {
    const { clients, asked } = await clientsMade(bare(['Jan Lee', 'Aetna'], ['Jon Lee', 'Regence']));
    expect([clients, asked]).toEqual([['Jan Lee', 'Jon Lee'], []]);
  });
});
