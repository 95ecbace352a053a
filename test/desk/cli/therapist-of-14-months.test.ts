import { join } from 'node:path';
import type { Answer } from '../../../src/billing/findings';
import type { CLAIMS } from '../../../src/actions/json/claims';
import type { JsonOf } from '../../../src/actions/json/shape';
import type { SUPERBILLS } from '../../../src/actions/json/superbills';
import { bookOf, CommandLine } from '../../support/command-line';
import { inventedPractice } from '../../support/invented-practice';
import { workbookOf, type TableContents, type WrittenCell } from '../../support/practice-workbook';

/** Excel's own client is started for each command. */

type ClaimsReport = JsonOf<typeof CLAIMS>;
type SuperbillsReport = JsonOf<typeof SUPERBILLS>;

const FILE = join(__dirname, '../../cases/sheets/therapist-of-14-months.xlsx');
const NOVEMBER = ['--month', '2026-11', '--today', '2026-12-01', '--json'];
const desk = new CommandLine();
afterAll(() => {
  desk.close();
});

const [, cash] = inventedPractice.Payers ?? [];
const [insurer] = inventedPractice.Payers ?? [];
const [somebody] = inventedPractice.Clients ?? [];
const insured = (name: string, firstName: string, lastName: string, payer: string, memberId: string) => ({
  ...somebody,
  name,
  firstName,
  lastName,
  payer,
  memberId,
});

/** What she typed into the tables: one name a person, as her own books mostly have it. */
const TABLES: TableContents = {
  ...inventedPractice,
  Payers: [
    ...['Regence', 'Aetna', 'Premera', 'L&I', 'PIP - State Farm'].map((name) => ({ ...insurer, name })),
    { ...cash, name: 'self pay (superbill)' },
  ],
  Clients: [
    insured('Margaret Reyes', 'Margaret', 'Reyes', 'Regence', 'R1'),
    insured('Elizabeth Okoro', 'Elizabeth', 'Okoro', 'Aetna', 'A1'),
    insured('Grace L.', 'Grace', 'Lindqvist', 'Premera', 'P1'),
    insured('J. Whitfield', 'Jonas', 'Whitfield', 'L&I', 'L1'),
    insured('Bob Tanaka', 'Bob', 'Tanaka', 'self pay (superbill)', ''),
  ],
  Authorizations: [
    {
      client: 'J. Whitfield',
      payer: 'L&I',
      number: 'LNI-40',
      kind: 'authorization',
      from: 45931,
      to: 46752,
      visits: 60,
    },
  ],
  Fees: [],
};

/** Her workbook with these tables. */
function workbook(): string {
  const sheets = Object.fromEntries(
    bookOf(FILE).sheets.map((sheet) => {
      const rows: WrittenCell[][] = [];
      for (const { row, column, cell } of sheet.entries()) {
        while (rows.length <= row) rows.push([]);
        const line = rows[row] ?? [];
        while (line.length <= column) line.push(null);
        line[column] = cell.value;
      }
      return [sheet.name, rows] as const;
    }),
  );
  return desk.save(workbookOf(sheets, TABLES));
}

async function run<Report>(
  command: string,
  file: string,
  answers: readonly Answer[] = [],
): Promise<{ report: Report; exitCode: number; file: string }> {
  const given = answers.flatMap(({ key, value }) => ['--answer', `${key}=${value}`]);
  const done = await desk.on(file, command, ...NOVEMBER, ...given);
  if (done.exitCode === 2) throw new Error(done.error);
  return { report: JSON.parse(done.output) as Report, exitCode: done.exitCode, file: done.file };
}

/** The questions of holds, each once, by what they ask about. */
function questions({
  holds,
}: Pick<ClaimsReport, 'holds'>): Map<string, { words: string; answers: readonly Answer[] }> {
  const asked = new Map<string, { words: string; answers: readonly Answer[] }>();
  for (const { message: words, answers = [] } of holds.flatMap(({ findings }) => findings)) {
    const [first] = answers;
    if (first) asked.set(first.key, { words, answers });
  }
  return asked;
}

test('November of a workbook as therapists keep it comes out right with six questions at most', async () => {
  const file = workbook();
  const before = await run<ClaimsReport>('claims', file);
  const noShow = [...questions(before.report).values()].find(({ words }) =>
    words.includes('no show - charged'),
  );
  expect(noShow?.words).toMatch(/^6 rows /);

  const bills = await run<SuperbillsReport>('superbills', file);
  const asked = new Map([...questions(before.report), ...questions(bills.report)]);
  expect(asked.size).toBeLessThanOrEqual(6);

  // 45 minutes with x4: three units, or four? That one is left open.
  const answers = [...asked.values()]
    .filter(({ words }) => !words.includes('minutes'))
    .flatMap(({ words, answers: offered }): Answer[] => {
      const wanted = words.includes('no show') ? 'did-not-come' : words.includes('moved to') ? 'came' : null;
      return offered.filter(({ value }) => wanted === null || value === wanted).slice(0, 1);
    });
  const claims = await run<ClaimsReport>('claims', file, answers);
  const billed = Object.fromEntries(claims.report.claims.map((claim) => [claim.client, claim.billed]));
  expect(billed).toEqual({
    'Margaret Reyes': 480,
    'Grace Lindqvist': 375,
    'Elizabeth Okoro': 240,
    'Jonas Whitfield': 110,
  });
  expect(claims.report.holds.map(({ client, dates, charges }) => [client, dates, charges])).toEqual([
    ['J. Whitfield', ['2026-11-14'], 110],
  ]);

  const superbills = await run<SuperbillsReport>('superbills', claims.file);
  expect(superbills.report.superbills.map(({ client, charged }) => [client, charged])).toEqual([
    ['Bob Tanaka', 230],
  ]);

  const visits = [
    ...claims.report.claims.flatMap(({ client, lines }) => lines.map(({ date }) => `${client} ${date}`)),
    ...superbills.report.superbills.flatMap(({ client, rows }) =>
      rows.map(({ date }) => `${client} ${date}`),
    ),
  ];
  const noShows = ['Jonas Whitfield 2026-11-03', 'Grace Lindqvist 2026-11-12', 'Elizabeth Okoro 2026-11-14', 'Bob Tanaka 2026-11-15', 'Jonas Whitfield 2026-11-20']; // prettier-ignore
  expect(visits.filter((visit) => noShows.includes(visit))).toEqual([]);
});

test('every row of her sheet is told: the month bands, their totals, and sessions whose service has no code', async () => {
  const { output } = await desk.run('map', workbook());
  expect(output).toMatch(/299 rows: 271 sessions, 14 month bands, 14 totals/);
});
