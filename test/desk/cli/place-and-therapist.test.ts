import { readFileSync } from 'node:fs';
import type { CLAIMS } from '../../../src/actions/json/claims';
import type { JsonOf } from '../../../src/actions/json/shape';
import { bookOf, CommandLine } from '../../support/command-line';
import { inventedPractice } from '../../support/invented-practice';
import { workbookOf, type TableContents, type WrittenCell } from '../../support/practice-workbook';

/** Excel's own client is started for each command. */

const desk = new CommandLine();
afterAll(() => {
  desk.close();
});

const OCTOBER = ['--month', '2026-10', '--today', '2026-11-02'];
const HEADERS = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Charge', 'Therapist', 'Location'];
const row = (day: number, client: string, therapist: string, place: string): WrittenCell[] => [
  46295 + day,
  client,
  60,
  '97124',
  'M54.2',
  120,
  therapist,
  place,
];

function workbook(rows: WrittenCell[][], tables: TableContents = inventedPractice): string {
  return desk.save(workbookOf({ Sessions: [HEADERS, ...rows] }, tables));
}

async function claims(file: string, ...more: string[]) {
  const { exitCode, output, error, file: out } = await desk.on(file, 'claims', ...OCTOBER, '--json', ...more);
  if (exitCode === 2) throw new Error(error);
  const report = JSON.parse(output) as JsonOf<typeof CLAIMS>;
  const billed = report.claims.map(({ client, billed: dollars }): [string, number] => [client, dollars]);
  const held = report.holds.flatMap(({ findings }) => findings.map(({ rule }) => rule));
  return { exitCode, billed, held, report, out };
}

describe('another therapist', () => {
  const rows = [
    row(1, 'Ada Applegate', 'Marta Quillfeather', 'Office'),
    row(2, 'Bruno Birchwood', 'Marta Jonquil', 'Office'),
    row(3, 'Clara Cloverfield', 'Jonquil, Marta', 'Office'),
    row(4, 'Dmitri Dovetail', 'MQ', 'Office'),
  ];

  test('who shares a first name with the one of the Practice table is not taken for her', async () => {
    const { exitCode, billed, held } = await claims(workbook(rows));
    expect([exitCode, billed]).toEqual([1, [['Ada Applegate', 120], ['Dmitri Dovetail', 120]]]); // prettier-ignore
    expect(held).toEqual(['another-therapist', 'another-therapist']);
  });

  test('of the Therapists table is held back with one finding, and never billed under her name', async () => {
    const file = workbook(rows, {
      ...inventedPractice,
      Therapists: [
        { name: 'Marta Quillfeather', aliases: ['MQ'], npi: '1234567893' },
        { name: 'Marta Jonquil', npi: '1245319599', taxonomy: '225700000X', credentials: 'LMT' },
      ],
    });
    const { exitCode, billed, report } = await claims(file);
    expect([exitCode, billed]).toEqual([1, [['Ada Applegate', 120], ['Dmitri Dovetail', 120]]]); // prettier-ignore
    const words = report.findings
      .filter(({ rule }) => rule === 'second-therapist')
      .map((each) => each.message);
    expect(words).toEqual([
      expect.stringMatching(/^2 rows .* given by Marta Jonquil of the Therapists table/),
    ]);
  });

  test('makes set-up offer a Therapists table with the names found; one therapist alone does not', async () => {
    const made = await claims(workbook(rows, {}));
    expect(made.report.tablesMade).toContain('Therapists');
    const sheet = bookOf(made.out).sheets.find(({ name }) => name === 'Therapists');
    const names = [...(sheet?.entries() ?? [])].filter(({ row: at, column }) => at > 0 && column === 0);
    expect(names.map(({ cell }) => cell.value).sort()).toEqual(['MQ', 'Marta Jonquil', 'Marta Quillfeather']);

    const alone = await claims(workbook(rows.slice(0, 1), {}));
    expect(alone.report.tablesMade).not.toContain('Therapists');
  });

  test("a sheet of one's own that is called Therapists stands in nobody's way", async () => {
    const book = workbookOf(
      { Sessions: [HEADERS, ...rows], Therapists: [['Who', 'Room'], ['Marta', 2]] },
      inventedPractice,
    ); // prettier-ignore
    expect((await claims(desk.save(book))).billed).toHaveLength(2);
    const fresh = workbookOf({ Sessions: [HEADERS, ...rows], Therapists: [['Who', 'Room']] });
    expect((await claims(desk.save(fresh))).report.tablesMade).not.toContain('Therapists');
  });
});

describe('where it took place', () => {
  test('reaches box 24B and the 837P, a claim for each place', async () => {
    const edi = desk.path('places.837');
    const file = workbook([
      row(1, 'Ada Applegate', '', 'Office'),
      row(2, 'Ada Applegate', '', "Client's home"),
      row(3, 'Ada Applegate', '', '10'),
      row(4, 'Ada Applegate', '', ''),
    ]);
    const { exitCode, billed, out } = await claims(file, '--edi', edi);
    expect([exitCode, billed.length]).toEqual([0, 3]);
    const places = [...readFileSync(edi, 'latin1').matchAll(/CLM\*\w+\*\d+\*\*\*(\d\d):B:1/g)].map(
      ([, code]) => code,
    );
    expect(places.sort()).toEqual(['10', '11', '12']);
    const pages = bookOf(out).sheets.find(({ name }) => name.startsWith('Claims 2026-10'));
    const cells = [...(pages?.entries() ?? [])].map(({ cell }) => String(cell.value));
    expect(cells).toEqual(expect.arrayContaining(['10', '11', '12']));
  });

  test('that nobody knows holds the row back until it is answered, once for all rows that say it', async () => {
    const file = workbook([
      row(1, 'Ada Applegate', '', 'Mercer St.'),
      row(2, 'Bruno Birchwood', '', 'Mercer St.'),
      row(3, 'Clara Cloverfield', '', 'Home'),
    ]);
    const asked = await claims(file);
    expect([asked.exitCode, asked.billed]).toEqual([1, [['Clara Cloverfield', 120]]]);
    const [question] = asked.report.findings.filter(({ rule }) => rule === 'session-place-unknown');
    const answer = question?.answers?.find(({ value }) => value === '11');
    const answered = await claims(file, '--answer', `${answer?.key ?? ''}=11`);
    expect([answered.exitCode, answered.billed.length]).toEqual([0, 3]);
  });
});
