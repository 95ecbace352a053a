import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../../desk/cli/run-command';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { remember } from '../../../src/practice/set-up/remember';
import { NOTHING_REMEMBERED, type Remembered } from '../../../src/practice/set-up/remembered';
import { onDesk } from '../../support/desk';
import { CLIENT_NAMES, inventedPractice } from '../../support/invented-practice';
import { workbookOf } from '../../support/practice-workbook';

const HEADERS = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Agreed', 'Status'];
const OCTOBER = 46_296;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimsheet-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Two sheets of sessions that could each be meant: one client, at 120 and at 90. Agreed prices are lower by 20. */
async function fileOf(remembered: Partial<Remembered>): Promise<string> {
  const rows = (charge: number) =>
    [0, 7].map((day) => [
      OCTOBER + day,
      CLIENT_NAMES[0] ?? '',
      60,
      '97124',
      'M54.2',
      'Cascade Health Plan',
      charge,
      charge - 20,
      'kept',
    ]);
  const book = workbookOf(
    { 'Massage log': [HEADERS, ...rows(120)], 'Clinic log': [HEADERS, ...rows(90)] },
    inventedPractice,
  );
  await onDesk(book, (context) => remember(context, { ...NOTHING_REMEMBERED, ...remembered }));
  const path = join(folder, 'book.xlsx');
  writeFileSync(path, writeXlsx(book));
  return path;
}

async function billedBy(path: string, ...more: string[]): Promise<number | string> {
  const words = ['claims', path, '--month', '2026-10', '--out', join(folder, 'out.xlsx'), '--json'];
  const { exitCode, output, error } = await runCommand([...words, '--today', '2026-11-02', ...more]);
  return exitCode === 2 ? error : (JSON.parse(output) as { billed: number }).billed;
}

const AGREED = { charge: 'Agreed' };

test.each<[string, Partial<Remembered>, string[], number]>([
  ['the sheet of set-up', { sheet: 'Clinic log' }, [], 180],
  ['a sheet named now before that of set-up', { sheet: 'Clinic log' }, ['--sheet', 'Massage log'], 240],
  ['the columns of set-up', { sheet: 'Clinic log', columns: AGREED }, [], 140],
  [
    'a column named now before that of set-up',
    { sheet: 'Clinic log', columns: AGREED },
    ['--map', 'charge=Charge'],
    180,
  ],
  [
    'no columns of set-up for another sheet',
    { sheet: 'Clinic log', columns: AGREED },
    ['--sheet', 'Massage log'],
    240,
  ],
])('the command line takes %s', async (_, remembered, words, billed) => {
  expect(await billedBy(await fileOf(remembered), ...words)).toBe(billed);
});

test('a sheet of set-up that is gone is forgotten, with its columns', async () => {
  const path = await fileOf({ sheet: 'Old log', columns: { charge: 'Nothing' } });
  expect(await billedBy(path)).toBe(await billedBy(await fileOf({})));
  expect(await billedBy(path, '--sheet', 'Clinic log')).toBe(180);
});

test('check and map take them too', async () => {
  const path = await fileOf({ sheet: 'Clinic log', columns: AGREED });
  const check = await runCommand(['check', path, '--json', '--today', '2026-11-02']);
  expect(JSON.parse(check.output)).toMatchObject({ sessions: 2 });
  const map = await runCommand(['map', path]);
  expect(map.output).toContain('Sheet "Clinic log"');
  expect(map.output).toMatch(/charge.*Agreed/i);
});
