import type { Book, CellValue } from '../../../desk/book/book';
import type { FilesRequest } from '../../../src/actions/claims/claim-files';
import { prepareClaims } from '../../../src/actions/claims/make-claims';
import type { PreparedClaims } from '../../../src/actions/claims/prepared-claims';
import { applyPrepared } from '../../../src/practice/prepare';
import { readClaims } from '../../../src/x12/claim-837p/read-claims';
import { contentsOf, onDesk } from '../../support/desk';
import { inventedPractice } from '../../support/invented-practice';
import { workbookOf, type TableContents } from '../../support/practice-workbook';
import { readByAnother } from '../../x12/claim-837p/node-x12-oracle';

/** Excel's own client is started for each of these. */

const EDI: FilesRequest = { edi: true, csv: true, clearinghouse: null, settings: {}, control: null };
const NOW = new Date(2026, 9, 20, 9, 30);
const OCTOBER_FIRST = 46296;
const HEADERS = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Status'];
const THIRTEEN =
  'M54.50, M54.2, M54.6, M79.18, G44.209, S13.4XXA, M25.511, M62.830, M99.01, M54.16, M79.7, R51.9, M25.512';

type Change = Partial<Record<(typeof HEADERS)[number], CellValue>>;

function bookOf(changes: Change[], alter: (tables: TableContents) => void = () => undefined): Book {
  const usual: Change = {
    Date: OCTOBER_FIRST, Client: 'Ada Applegate', Minutes: 60, CPT: '97124', Dx: 'M54.2',
    Payer: 'Cascade Health Plan', Charge: 120, Status: 'kept',
  }; // prettier-ignore
  const rows = changes.map((change) => {
    const row = { ...usual, ...change };
    return HEADERS.map((header) => row[header] ?? null);
  });
  const tables = structuredClone(inventedPractice);
  alter(tables);
  return workbookOf({ Sessions: [HEADERS, ...rows] }, tables);
}

async function make(book: Book): Promise<PreparedClaims> {
  const { answer } = await onDesk(book, async (context) => {
    const prepared = await prepareClaims(context, { month: '2026-10', now: NOW, files: EDI });
    await applyPrepared(context, prepared);
    return prepared;
  });
  return answer;
}

/** What a biller might do wrong, and the one sentence that stops it. */
const CASES: [what: string, book: () => Book, rule: string, words: string][] = [
  [
    'a payer without an id',
    () => bookOf([{}], ({ Payers }) => Object.assign(Payers?.[0] ?? {}, { payerId: null })),
    'payer-id-absent',
    'Claim C2610XWCH0001, Ada Applegate: Cascade Health Plan has no payer ID, and a file finds the payer by nothing else.',
  ],
  [
    '13 diagnoses',
    () => bookOf([{ Dx: THIRTEEN }]),
    'too-many-diagnoses',
    'Ada Applegate on 10/01/2026: There are 13 diagnoses; a claim has room for 12.',
  ],
  [
    'a charge of zero',
    () => bookOf([{ Charge: 0 }]),
    'charge-not-positive',
    'The charge of Ada Applegate on 10/01/2026 is $0.00.',
  ],
  [
    'a negative charge',
    () => bookOf([{ Charge: -120 }]),
    'charge-not-positive',
    'The charge of Ada Applegate on 10/01/2026 is $-120.00.',
  ],
  [
    'a date of service in the future',
    () => bookOf([{ Date: OCTOBER_FIRST + 25 }]),
    'date-in-future',
    'Ada Applegate on 10/26/2026: The session is dated after today.',
  ],
];

test.each(CASES)(
  '%s holds the claim back with a sentence, and nothing is written',
  async (_, bookWith, rule, words) => {
    const book = bookWith();
    const before = contentsOf(book);
    const { report, files } = await make(book);
    expect(report.claims).toEqual([]);
    expect(files).toMatchObject({ edi: null, csv: null, control: null });
    const told = report.holds.flatMap(({ findings }) => findings);
    expect(told.map((finding) => finding.rule)).toEqual([rule]);
    expect(told[0]?.message).toBe(words);
    expect(contentsOf(book)).toEqual(before);
  },
);

test('a comma and a tilde in the name break nothing, and the user is told what is written', async () => {
  const book = bookOf([{}], ({ Clients }) => {
    Object.assign(Clients?.[0] ?? {}, { lastName: 'Apple~gate, Jr*SE' });
  });
  const { report, files } = await make(book);
  const text = files?.edi ?? '';
  const { claims, faults, file } = readClaims(text);
  expect(faults).toEqual([]);
  expect(readByAnother(text)).toHaveLength(file.segments.length);
  expect(claims.map(({ claim }) => claim?.patient.lastName)).toEqual(['APPLE GATE JR SE']);
  expect(report.findings.map(({ message }) => message)).toContain(
    'Claim C2610XWCH0001: the last name of the client "Apple~gate, Jr*SE" is written APPLE GATE JR SE.',
  );
});

test('51 lines become two claims, since one holds 50', async () => {
  const changes = Array.from({ length: 51 }, (_, index) => ({
    Date: OCTOBER_FIRST + (index % 17),
    CPT: ['97124', '97110', '97112'][Math.floor(index / 17)] ?? '',
    Minutes: 15,
  }));
  const { report, files } = await make(bookOf(changes));
  expect(report.holds).toEqual([]);
  expect(report.claims.map(({ lines }) => lines.length)).toEqual([48, 3]);
  expect(readClaims(files?.edi ?? '').claims).toHaveLength(2);
});

test('a claim that was made is not made again', async () => {
  const book = bookOf([{}]);
  await make(book);
  const before = contentsOf(book);
  const { report, files } = await make(book);
  expect(report).toMatchObject({ claims: [], holds: [], billedBefore: 1 });
  expect(files?.edi).toBeNull();
  expect(contentsOf(book)).toEqual(before);
});
