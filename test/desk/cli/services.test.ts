import type { CLAIMS } from '../../../src/actions/json/claims';
import type { JsonOf } from '../../../src/actions/json/shape';
import { CommandLine } from '../../support/command-line';
import { inventedPractice } from '../../support/invented-practice';
import { workbookOf, type TableContents, type WrittenCell } from '../../support/practice-workbook';

/** Excel's own client is started for each command. */

const desk = new CommandLine();
afterAll(() => {
  desk.close();
});

const HEADERS = ['Date', 'Client', 'CPT', 'Dx', 'Charge'];
const row = (day: number, client: string, code: string): WrittenCell[] => [46295 + day, client, code, 'M54.2', 120]; // prettier-ignore

function workbook(rows: WrittenCell[][], tables: TableContents): string {
  return desk.save(workbookOf({ Sessions: [HEADERS, ...rows] }, tables));
}

async function claims(file: string, ...more: string[]) {
  const { exitCode, output, error } = await desk.on(file, 'claims', '--month', '2026-10', '--today', '2026-11-02', '--json', ...more); // prettier-ignore
  if (exitCode === 2) throw new Error(error);
  const report = JSON.parse(output) as JsonOf<typeof CLAIMS>;
  const lines = report.claims.flatMap(({ client, lines: own }) =>
    own.map(({ code, units }) => `${client} ${code} x${String(units)}`),
  );
  return { exitCode, lines, report, words: report.findings.map(({ message: words }) => words).join(' ') };
}

const WITH_WORDS: TableContents = {
  ...inventedPractice,
  Fees: [{ code: '97124', fee: 3000, aliases: ['massage'] }, { code: '97140', fee: 3500 }], // prettier-ignore
};

test('a service that the Fees table knows is billed by its code, with the minutes beside it', async () => {
  const file = workbook(
    [row(1, 'Ada Applegate', 'massage 60'), row(2, 'Bruno Birchwood', '97124 qty 4'), row(3, 'Clara Cloverfield', '60 min massage 97124')], // prettier-ignore
    WITH_WORDS,
  );
  const { exitCode, lines } = await claims(file);
  expect([exitCode, lines]).toEqual([
    0,
    ['Ada Applegate 97124 x4', 'Bruno Birchwood 97124 x4', 'Clara Cloverfield 97124 x4'],
  ]);
});

test('one that nobody knows is asked about once, whatever its minutes, and held back', async () => {
  const file = workbook(
    [row(1, 'Ada Applegate', 'massage 60'), row(2, 'Bruno Birchwood', 'massage 45'), row(3, 'Clara Cloverfield', '97124 x4')], // prettier-ignore
    inventedPractice,
  );
  const asked = await claims(file);
  expect([asked.exitCode, asked.lines]).toEqual([1, ['Clara Cloverfield 97124 x4']]);
  expect(asked.words).toContain('2 rows (Sessions!C2, Sessions!C3): "massage" is billed as 97124 or 97140');
  const [question] = asked.report.findings.filter(({ rule }) => rule === 'session-service-unclear');
  const [answer] = question?.answers ?? [];
  expect(answer).toMatchObject({ value: '97124' });
  const answered = await claims(file, '--answer', `${answer?.key ?? ''}=97124`);
  expect([answered.exitCode, answered.lines]).toEqual([
    0,
    ['Ada Applegate 97124 x4', 'Bruno Birchwood 97124 x3', 'Clara Cloverfield 97124 x4'],
  ]);
});

test('a number that could be minutes or units holds its row back', async () => {
  const { exitCode, lines, words } = await claims(
    workbook([row(1, 'Ada Applegate', 'massage 4')], WITH_WORDS),
  );
  expect([exitCode, lines]).toEqual([1, []]);
  expect(words).toContain('4 could be minutes or units');
});

test('a client who pays cash needs no code for it', async () => {
  const [ada, ...others] = inventedPractice.Clients ?? [];
  const tables = { ...inventedPractice, Clients: [{ ...ada, payer: 'self pay', memberId: '' }, ...others] };
  const { exitCode, report } = await claims(workbook([row(1, 'Ada Applegate', 'facial 90')], tables));
  expect([exitCode, report.notBilled]).toEqual([0, [expect.objectContaining({ why: 'cash', sessions: 1 })]]);
});
