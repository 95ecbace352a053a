import { join } from 'node:path';
import Papa from 'papaparse';
import { openBook } from '../../desk/cli/files';
import type { FilesRequest } from '../../src/actions/claims/claim-files';
import { prepareClaims } from '../../src/actions/claims/make-claims';
import type { Claim } from '../../src/billing/claims/claim';
import { sessionRow } from '../../src/practice/sessions/billed-once';
import { Refusal } from '../../src/workbook/refusal';
import { readClaims } from '../../src/x12/claim-837p/read-claims';
import { writeClaims } from '../../src/x12/claim-837p/write-claims';
import { onDesk } from '../support/desk';
import { inventedPractice } from '../support/invented-practice';
import { workbookOf } from '../support/practice-workbook';
import { serial, usd } from '../support/values';
import { readByAnother } from '../x12/claim-837p/node-x12-oracle';
import { SETTINGS, STAMP } from '../x12/claim-837p/settings';

/** Excel's own client is started for each of these. */

const NOW = new Date(2026, 10, 2, 9, 30);
const REQUEST: FilesRequest = {
  edi: true,
  csv: true,
  clearinghouse: 'office-ally',
  settings: {},
  control: 217_483_405,
};
const OCTOBER_FIRST = serial('2026-10-01');

/** One session of a client of the invented practice. */
function practiceBook(change: { payerId?: string | null; charge?: number; zip?: string } = {}) {
  const tables = structuredClone(inventedPractice);
  const [payer] = tables.Payers ?? [];
  const [practice] = tables.Practice ?? [];
  if (payer && change.payerId !== undefined) payer['payerId'] = change.payerId;
  if (practice && change.zip !== undefined) practice['address.zip'] = change.zip;
  const header = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Status'];
  const rows = ['Ada Applegate', 'Bruno Birchwood'].map((client) => [
    OCTOBER_FIRST,
    client,
    60,
    '97124',
    'M54.2',
    'Cascade Health Plan',
    change.charge ?? 120,
    'kept',
  ]);
  return workbookOf({ Sessions: [header, ...rows] }, tables);
}

const prepared = async (book: ReturnType<typeof practiceBook>, request: FilesRequest = REQUEST) => {
  const { answer } = await onDesk(book, (context) =>
    prepareClaims(context, { month: '2026-10', now: NOW, files: request }),
  );
  return answer;
};

test('every claim of the sample workbook travels in a file and comes back to the cent', async () => {
  const book = openBook(join(__dirname, '../../assets/sample/sessions.xlsx'));
  const { answer: months } = await onDesk(book, async (context) => {
    const all = [];
    for (const month of ['2026-08', '2026-09', '2026-10']) {
      all.push(await prepareClaims(context, { month, now: NOW, files: REQUEST }));
    }
    return all;
  });
  for (const { report, files } of months) {
    const text = files?.edi ?? '';
    const { claims, faults } = readClaims(text);
    expect(faults).toEqual([]);
    expect(report.claims.length).toBeGreaterThan(4);
    const read = claims.flatMap(({ claim }) => claim ?? []);
    const summary = ({ account, total, lines }: Claim) => [
      account,
      total,
      lines.map(({ control, date, charge, units }) => [control, date, charge, units]),
    ];
    expect(read.map(summary)).toEqual(report.claims.map(summary));
    const again = writeClaims(read, SETTINGS, STAMP);
    expect(
      writeClaims(
        readClaims(again).claims.flatMap(({ claim }) => claim ?? []),
        SETTINGS,
        STAMP,
      ),
    ).toBe(again);
    expect(readByAnother(text)).toHaveLength(readClaims(text).file.segments.length);
    const rows = Papa.parse(files?.csv?.trim() ?? '').data;
    expect(rows).toHaveLength(1 + read.reduce((lines, claim) => lines + claim.lines.length, 0));
  }
});

test('the file has the number that the answers will name', async () => {
  const { files } = await prepared(practiceBook());
  expect(files?.control).toBe(217_483_405);
  expect(files?.edi).toContain('*00501*217483405*0*P*:~');
});

test('a payer without an id holds its claims back when a file is asked, and no file is made', async () => {
  const { plan, report, files } = await prepared(practiceBook({ payerId: null }));
  expect(report.claims).toEqual([]);
  expect(plan).toBeNull();
  expect(files).toMatchObject({ edi: null, csv: null, control: null });
  expect(
    report.holds.map(({ client, charges, sessions }) => [client, charges, sessions.map(sessionRow)]),
  ).toEqual([
    ['Ada Applegate', usd('120.00'), ['Sessions!2']],
    ['Bruno Birchwood', usd('120.00'), ['Sessions!3']],
  ]);
  expect(report.holds[0]?.findings.map(({ rule, place }) => [rule, place])).toEqual([
    ['payer-id-absent', { sheet: 'Payers', row: 2, column: 4 }],
  ]);
});

test('on paper the same claims are made', async () => {
  const { report } = await prepared(practiceBook({ payerId: null }), { ...REQUEST, edi: false });
  expect(report.claims).toHaveLength(2);
});

test('a short ZIP code of the practice holds everything back with one thing to do', async () => {
  const { report } = await prepared(practiceBook({ zip: '98402' }));
  expect(report.claims).toEqual([]);
  const told = new Set(report.holds.flatMap(({ findings }) => findings.map(({ fix: fix }) => fix)));
  expect([...told]).toEqual([
    'Write ZIP+4 in the Practice table; usps.com tells the last four digits of an address.',
  ]);
});

test('a clearinghouse that nobody knows, or one without its numbers, is refused in a sentence', async () => {
  const refusal = async (request: Partial<FilesRequest>) =>
    prepared(practiceBook(), { ...REQUEST, ...request }).then(
      () => '',
      (problem: unknown) => (problem instanceof Refusal ? problem.message : String(problem)),
    );
  expect(await refusal({ clearinghouse: 'nobody' })).toBe(
    'No clearinghouse is known as "nobody". Known are: office-ally, other.',
  );
  expect(await refusal({ clearinghouse: 'other' })).toBe(
    'The file needs the submitter ID that the clearinghouse gave you. Take it from the enrollment papers of Another clearinghouse or payer and set it before you make the file.',
  );
});
