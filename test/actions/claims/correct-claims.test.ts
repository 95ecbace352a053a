import type { Book } from '../../../desk/book/book';
import { prepareCorrections, type CorrectionRequest } from '../../../src/actions/claims/correct-claims';
import type { FilesRequest } from '../../../src/actions/claims/claim-files';
import { prepareClaims } from '../../../src/actions/claims/make-claims';
import { applyPrepared } from '../../../src/practice/prepare';
import { cellAddress } from '../../../src/billing/cell-name';
import type { ClaimHold } from '../../../src/billing/claims/decision';
import { runOf, undoLast } from '../../support/write-plan';
import { serialOf } from '../../../src/billing/values/day';
import { readClaims } from '../../../src/x12/claim-837p/read-claims';
import { contentsOf, onDesk } from '../../support/desk';
import { inventedPractice } from '../../support/invented-practice';
import { workbookOf } from '../../support/practice-workbook';
import { serial } from '../../support/values';

/** Excel's own client is started for each of these. */

const OCTOBER_FIRST = serial('2026-10-01');
const EDI: FilesRequest = { edi: true, csv: false, clearinghouse: null, settings: {}, control: null };
const at = (minute: number) => ({ month: '2026-10', now: new Date(2026, 10, 2, 9, minute), files: EDI });

const HEADERS = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Status'];
const COLUMN = Object.fromEntries(HEADERS.map((name, index) => [name, index]));

/** Ada came on the first, second and third of October, Bruno on the first; all were billed. */
async function billed(): Promise<Book> {
  const row = (day: number, client: string) => {
    return [OCTOBER_FIRST + day, client, 60, '97124', 'M54.2', 'Cascade Health Plan', 120, 'kept'];
  };
  const rows = [0, 1, 2].map((day) => row(day, 'Ada Applegate'));
  const book = workbookOf({ Sessions: [HEADERS, ...rows, row(0, 'Bruno Birchwood')] }, inventedPractice);
  await make(book, 0);
  return book;
}

async function make(book: Book, minute: number) {
  const { answer } = await onDesk(book, async (context) => {
    const prepared = await prepareClaims(context, at(minute));
    await applyPrepared(context, prepared);
    return prepared;
  });
  return answer.report;
}

async function correct(
  book: Book,
  requests: [CorrectionRequest['how'], string][],
  files: Partial<FilesRequest> = {},
) {
  const { answer } = await onDesk(book, async (context) => {
    const asked = requests.map(([how, account]) => ({ how, account }));
    const options = { ...at(30), files: { ...EDI, ...files } };
    const prepared = await prepareCorrections(context, asked, options);
    await applyPrepared(context, prepared);
    return prepared;
  });
  const read = readClaims(answer.files?.edi ?? '');
  return { ...answer, sent: read.claims.flatMap(({ claim }) => claim ?? []), text: answer.files?.edi ?? '' };
}

const undo = (book: Book) => onDesk(book, undoLast);

function cellOf(book: Book, account: string, header: string): [number, number] {
  const sheet = book.sheet('Claims');
  const column = sheet?.tables[0]?.columns.findIndex(({ name }) => name === header) ?? -1;
  const rows = sheet?.tables[0]?.area.rows ?? 0;
  const row = Array.from({ length: rows }, (_, index) => index).find(
    (index) => sheet?.cell(index, 0)?.value === account,
  );
  return [row ?? -1, column];
}

function register(book: Book, account: string, ...headers: string[]): unknown[] {
  return headers.map((header) => book.sheet('Claims')?.cell(...cellOf(book, account, header))?.value ?? null);
}

function write(book: Book, account: string, header: string, value: string): void {
  book.sheet('Claims')?.setValue(...cellOf(book, account, header), value);
}

function change(book: Book, row: number, header: string, value: string | number): void {
  book.sheet('Sessions')?.setValue(row - 1, COLUMN[header] ?? -1, value);
}

const rules = (held: readonly ClaimHold[]) =>
  held.flatMap(({ findings }) => findings.map(({ rule }) => rule));

describe('a corrected claim', () => {
  test('has frequency 7, the payer’s number and new line numbers, and takes the place of the old one', async () => {
    const book = await billed();
    write(book, 'C2610RTCM0001', 'Status', 'Paid');
    write(book, 'C2610RTCM0001', 'Payer claim number', 'P778899');
    change(book, 3, 'Charge', 150);
    expect(rules((await make(book, 10)).holds)).toEqual(['session-changed-since-billed']);

    const { sent, text, report } = await correct(book, [['correct', 'C2610RTCM0001']]);
    expect(sent).toMatchObject([
      { account: 'C2610RTCM0003', frequency: '7', originalReference: 'P778899', total: 39000 },
    ]);
    expect(text).toContain('CLM*C2610RTCM0003*390***11:B:7*');
    expect(text).toContain('REF*F8*P778899~');
    expect(sent[0]?.lines.map(({ control }) => control)).toEqual([
      'C2610RTCM0003L1',
      'C2610RTCM0003L2',
      'C2610RTCM0003L3',
    ]);
    expect(report.corrections).toEqual([
      { account: 'C2610RTCM0003', how: 'correct', before: 'C2610RTCM0001' },
    ]);
    expect(register(book, 'C2610RTCM0001', 'Status')).toEqual(['Replaced']);
    expect(register(book, 'C2610RTCM0003', 'Status', 'Frequency', 'Replaces', 'Billed')).toEqual([
      'Made', '7', 'C2610RTCM0001', 390,
    ]); // prettier-ignore
  });

  test('bills the changed sessions, so that nothing is left to bill or held back', async () => {
    const book = await billed();
    write(book, 'C2610RTCM0001', 'Payer claim number', 'P778899');
    change(book, 3, 'Minutes', 45);
    await correct(book, [['correct', 'C2610RTCM0001']]);
    expect(await make(book, 40)).toMatchObject({ claims: [], holds: [], billedBefore: 4 });
  });

  test.each([
    ['says that nothing was changed where its lines are the same', 120, 1],
    ['says nothing of the kind where a line was changed', 150, 0],
  ])('%s', async (_, charge, notes) => {
    const book = await billed();
    write(book, 'C2610RTCM0001', 'Payer claim number', 'P778899');
    change(book, 3, 'Charge', charge);
    const { report, plan } = await correct(book, [['correct', 'C2610RTCM0001']]);
    expect(plan).not.toBeNull();
    expect(report.findings.filter(({ rule }) => rule === 'correction-without-change')).toMatchObject(
      Array.from({ length: notes }, () => ({
        severity: 'NOTE',
        message:
          'Nothing in the lines of claim C2610RTCM0001 was changed since it was made; it goes out again as it was, with what the tables say now.',
      })),
    );
  });

  test('is taken back by Undo with everything it changed', async () => {
    const book = await billed();
    write(book, 'C2610RTCM0001', 'Payer claim number', 'P778899');
    write(book, 'C2610RTCM0001', 'Status', 'Denied');
    change(book, 3, 'Charge', 150);
    const before = contentsOf(book);
    await correct(book, [['correct', 'C2610RTCM0001']]);
    expect(contentsOf(book)).not.toEqual(before);
    await undo(book);
    expect(contentsOf(book)).toEqual(before);
  });

  test('leaves out a session that is gone, and says so; the others keep their place wherever they were moved', async () => {
    const book = await billed();
    write(book, 'C2610RTCM0001', 'Payer claim number', 'P778899');
    for (const header of HEADERS) change(book, 2, header, '');
    HEADERS.forEach((header, index) => {
      const value = book.sheet('Sessions')?.cell(2, index)?.value;
      change(book, 8, header, typeof value === 'number' || typeof value === 'string' ? value : '');
      change(book, 3, header, '');
    });
    const { sent, report } = await correct(book, [['correct', 'C2610RTCM0001']]);
    expect(sent[0]?.lines.map(({ date }) => serialOf(date) - OCTOBER_FIRST)).toEqual([1, 2]);
    expect(report.findings.map(({ message }) => message)).toContain(
      '97124 of 10/01/2026 of claim C2610RTCM0001 has no session any more and is left out of the new claim.',
    );
  });
});

describe('a void', () => {
  test('repeats the claim as it was sent, whatever the sessions say now', async () => {
    const book = await billed();
    write(book, 'C2610RTCM0001', 'Status', 'Paid');
    write(book, 'C2610RTCM0001', 'Payer claim number', 'P778899');
    change(book, 3, 'Charge', 999);
    const { sent, text } = await correct(book, [['void', 'C2610RTCM0001']]);
    expect(sent).toMatchObject([
      { account: 'C2610RTCM0003', frequency: '8', originalReference: 'P778899', total: 36000 },
    ]);
    expect(text).toContain('***11:B:8*');
    expect(sent[0]?.diagnoses).toEqual(['M54.2']);
    expect(register(book, 'C2610RTCM0001', 'Status')).toEqual(['Voided']);
    expect(register(book, 'C2610RTCM0003', 'Frequency', 'Replaces')).toEqual(['8', 'C2610RTCM0001']);
  });

  test('offers its sessions again, and Undo takes it back', async () => {
    const book = await billed();
    write(book, 'C2610RTCM0001', 'Payer claim number', 'P778899');
    const before = contentsOf(book);
    const { report } = await correct(book, [['void', 'C2610RTCM0001']]);
    expect(report.findings.map(({ rule }) => rule)).toContain('sessions-of-voided-claim');
    const again = await onDesk(book, (context) => prepareClaims(context, at(40)));
    expect(again.answer.report.claims.map(({ lines }) => lines.length)).toEqual([3]);
    await undo(book);
    expect(contentsOf(book)).toEqual(before);
  });
});

describe('a rejected claim that is sent again', () => {
  test('is an original with its account and row, in a file of a new number', async () => {
    const book = await billed();
    write(book, 'C2610RTCM0001', 'Status', 'Rejected');
    const [first] = register(book, 'C2610RTCM0001', 'File');
    const { sent, text, files, plan } = await correct(book, [['resend', 'C2610RTCM0001']]);
    expect(sent).toMatchObject([{ account: 'C2610RTCM0001', frequency: '1', originalReference: null }]);
    expect(text).not.toContain('REF*F8');
    expect(runOf(plan)?.rows.map(({ table }) => table)).toEqual(['Activity']);
    expect(files?.control).toBeGreaterThan(Number(first));
    expect(register(book, 'C2610RTCM0001', 'Status', 'File', 'Sheet')).toEqual([
      'Made', String(files?.control), 'Claims 2026-10 run 2',
    ]); // prettier-ignore
  });

  test('has a new account where its sessions were changed, and is an original still', async () => {
    const book = await billed();
    write(book, 'C2610RTCM0001', 'Status', 'Rejected');
    change(book, 3, 'Charge', 150);
    const { sent, report } = await correct(book, [['resend', 'C2610RTCM0001']]);
    expect(report.holds).toEqual([]);
    expect(sent).toMatchObject([{ account: 'C2610RTCM0003', frequency: '1', total: 39000 }]);
    expect(register(book, 'C2610RTCM0001', 'Status')).toEqual(['Replaced']);
  });

  test('is taken back by Undo', async () => {
    const book = await billed();
    write(book, 'C2610RTCM0001', 'Status', 'Rejected');
    const before = contentsOf(book);
    await correct(book, [['resend', 'C2610RTCM0001']]);
    await undo(book);
    expect(contentsOf(book)).toEqual(before);
  });
});

test('several claims travel in one file', async () => {
  const book = await billed();
  write(book, 'C2610RTCM0001', 'Payer claim number', 'P778899');
  write(book, 'C2610RTCM0002', 'Status', 'Rejected');
  const { sent } = await correct(book, [['correct', 'C2610RTCM0001'], ['resend', 'C2610RTCM0002']]); // prettier-ignore
  expect(sent.map(({ account, frequency }) => [account, frequency])).toEqual([
    ['C2610RTCM0003', '7'],
    ['C2610RTCM0002', '1'],
  ]);
});

describe('what cannot be done is held back and changes nothing', () => {
  /** Status and payer's number of the claim, what is wished, and the rule that objects. */
  const cases: [CorrectionRequest['how'], string, string, string][] = [
    ['correct', 'Paid', '', 'correction-without-original'],
    ['void', 'Accepted', '', 'correction-without-original'],
    ['correct', 'Rejected', 'P1', 'correction-of-rejected-claim'],
    ['void', 'Rejected', '', 'correction-of-rejected-claim'],
    ['resend', 'Paid', 'P1', 'resend-of-filed-claim'],
    ['resend', 'Received', '', 'resend-of-filed-claim'],
  ];
  test.each(cases)('%s a claim that is %s with the number "%s": %s', async (how, status, number, rule) => {
    const book = await billed();
    write(book, 'C2610RTCM0001', 'Status', status);
    if (number !== '') write(book, 'C2610RTCM0001', 'Payer claim number', number);
    const before = contentsOf(book);
    const { report, files } = await correct(book, [[how, 'C2610RTCM0001']]);
    expect(rules(report.holds)).toEqual([rule]);
    expect(files?.edi).toBeNull();
    expect(contentsOf(book)).toEqual(before);
  });

  test('sessions that are another client’s now, or no session at all', async () => {
    const book = await billed();
    write(book, 'C2610RTCM0002', 'Payer claim number', 'P1');
    change(book, 5, 'Client', 'Clara Cloverfield');
    expect(rules((await correct(book, [['correct', 'C2610RTCM0002']])).report.holds)).toEqual([
      'correction-without-sessions',
    ]);
  });

  test('another payer of the same client', async () => {
    const book = await billed();
    write(book, 'C2610RTCM0001', 'Payer claim number', 'P1');
    write(book, 'C2610RTCM0001', 'Payer', 'Evergreen Mutual');
    expect(rules((await correct(book, [['correct', 'C2610RTCM0001']])).report.holds)).toEqual([
      'correction-of-another-claim',
    ]);
  });

  test('a changed session that lacks what a claim needs holds the whole claim back', async () => {
    const book = await billed();
    write(book, 'C2610RTCM0001', 'Payer claim number', 'P1');
    change(book, 3, 'CPT', '9712');
    const { report } = await correct(book, [['correct', 'C2610RTCM0001']]);
    expect(report.claims).toEqual([]);
    const cells = report.holds.flatMap(({ findings }) =>
      findings.flatMap(({ place }) => (place ? [cellAddress(place)] : [])),
    );
    expect(cells).toContain('D3');
  });
});

test.each([
  ['C2610RTCM0009', 'There is no claim C2610RTCM0009 in the Claims table.'],
  ['C2610RTCM0001', 'Claim C2610RTCM0001 is replaced already, so there is nothing to correct.'],
])('the account %s is refused in a sentence', async (account, sentence) => {
  const book = await billed();
  write(book, 'C2610RTCM0001', 'Status', 'Replaced');
  await expect(correct(book, [['correct', account]])).rejects.toThrow(sentence);
});
