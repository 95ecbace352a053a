import type { Book } from '../../../desk/book/book';
import type { FilesRequest } from '../../../src/actions/claims/claim-files';
import { prepareClaims } from '../../../src/actions/claims/make-claims';
import { applyPrepared } from '../../../src/practice/prepare';
import { prepareClearinghouse } from '../../../src/actions/set-up/make-clearinghouse';
import { undoLast } from '../../support/write-plan';
import { readX12 } from '../../../src/x12/segments/read-x12';
import { contentsOf, onDesk } from '../../support/desk';
import { inventedPractice } from '../../support/invented-practice';
import { workbookOf, type TableContents } from '../../support/practice-workbook';

/** Excel's own client is started for each of these. */

const NOW = new Date(2026, 10, 2, 9, 30);
/** As the pane asks. */
const REQUEST: FilesRequest = {
  edi: true,
  csv: true,
  clearinghouse: null,
  settings: {},
  control: null,
  ifPossible: true,
};
const SESSIONS = [
  ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Status'],
  [46296, 'Ada Applegate', 60, '97124', 'M54.2', 'Cascade Health Plan', 120, 'kept'],
];
const NO_SUBMITTER = 'The file needs the submitter ID that the clearinghouse gave you.';
const OTHER = {
  clearinghouse: 'Other',
  submitterId: 'QH0001',
  receiverName: 'INVENTED CLEARING',
  receiverId: 'INVCLEAR',
  test: true,
};

function bookWith(row: TableContents[keyof TableContents], change: { payerId?: null } = {}): Book {
  const tables = structuredClone(inventedPractice);
  const [payer] = tables.Payers ?? [];
  if (payer && change.payerId === null) payer['payerId'] = null;
  return workbookOf({ Sessions: SESSIONS }, row ? { ...tables, Clearinghouse: row } : tables);
}

async function made(book: Book, request: Partial<FilesRequest> = {}) {
  const { answer } = await onDesk(book, (context) =>
    prepareClaims(context, { month: '2026-10', now: NOW, files: { ...REQUEST, ...request } }),
  );
  const isa = answer.files?.edi ? readX12(answer.files.edi).interchanges[0]?.header : undefined;
  return {
    ...answer,
    sender: isa?.element(6).trim(),
    receiver: isa?.element(8).trim(),
    usage: isa?.element(15),
  };
}

test('without a Clearinghouse table the file goes to Office Ally, known by the tax ID', async () => {
  expect(await made(bookWith(undefined))).toMatchObject({
    sender: '123456789',
    receiver: '330897513',
    usage: 'P',
  });
});

test('the Clearinghouse table says who gets the file and how it knows the practice', async () => {
  const answer = await made(bookWith([OTHER]));
  expect(answer).toMatchObject({ sender: 'QH0001', receiver: 'INVCLEAR', usage: 'T' });
  expect(answer.files?.edi).toContain('NM1*40*2*INVENTED CLEARING*****46*INVCLEAR~');
});

test('what the wish says itself overrules the table', async () => {
  expect(await made(bookWith([OTHER]), { settings: { submitterId: 'QH0002' } })).toMatchObject({
    sender: 'QH0002',
    receiver: 'INVCLEAR',
  });
});

test('another clearinghouse than that of the table has none of its numbers', async () => {
  expect(await made(bookWith([OTHER]), { clearinghouse: 'office-ally' })).toMatchObject({
    sender: '123456789',
    receiver: '330897513',
  });
});

test('where the file cannot be addressed, the claims are made without it, and a sentence says why', async () => {
  const { plan, report, files } = await made(bookWith([{ clearinghouse: 'other' }]));
  expect(report.claims).toHaveLength(1);
  expect(plan).not.toBeNull();
  expect(files).toMatchObject({ edi: null, control: null });
  expect(files?.csv).toContain('C2610XWCH0001');
  expect(report.findings.find(({ rule }) => rule === 'submitter-id-missing')).toMatchObject({
    severity: 'WARN',
    place: { sheet: 'Clearinghouse', row: 3, column: 2 },
    message: 'There is no 837P file yet. The file needs the submitter ID that the clearinghouse gave you.',
  });
});

test.each([
  ['a clearinghouse that nobody knows', { clearinghouse: 'Nobody' }, 'clearinghouse-unknown', 2],
  ['a test flag that is neither yes nor no', { test: 'perhaps' }, 'table-cell-unreadable', 17],
])('%s is told with its cell, and no file goes out as the wrong kind', async (_, values, rule, row) => {
  const { report, files } = await made(bookWith([values]));
  expect(files?.edi).toBeNull();
  expect(report.claims).toHaveLength(1);
  expect(report.findings.find((finding) => finding.rule === rule)).toMatchObject({
    severity: 'WARN',
    place: { sheet: 'Clearinghouse', row, column: 2 },
  });
});

test('claims are held back for the file only where there can be one', async () => {
  const without = await made(bookWith([{ clearinghouse: 'other' }], { payerId: null }));
  expect(without.report.claims).toHaveLength(1);
  const withFile = await made(bookWith([OTHER], { payerId: null }));
  expect(withFile.report.holds.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toEqual([
    'payer-id-absent',
  ]);
});

test('the register keeps the number of the file, and no later file has it', async () => {
  const book = bookWith(undefined);
  const first = await onDesk(book, async (context) => {
    const prepared = await prepareClaims(context, { month: '2026-10', now: NOW, files: REQUEST });
    await applyPrepared(context, prepared);
    return prepared.files?.control ?? 0;
  });
  const claims = book.sheet('Claims');
  const column = claims?.tables[0]?.columns.findIndex(({ name }) => name === 'File') ?? -1;
  expect(claims?.cell(1, column)?.value).toBe(String(first.answer));
  book.sheet('Sessions')?.setValue(2, 0, 46297);
  SESSIONS[1]?.slice(1).forEach((value, index) => book.sheet('Sessions')?.setValue(2, index + 1, value));
  expect((await made(book)).files?.control).toBe(first.answer + 1);
  await expect(made(book, { control: first.answer })).rejects.toThrow(
    `A file of claims with the number ${String(first.answer)} was made before`,
  );
});

test('the table is made with what is known of the clearinghouse, once, and no other sheet with it', async () => {
  const book = bookWith(undefined);
  const before = contentsOf(book);
  const make = () =>
    onDesk(book, async (context) => {
      const prepared = await prepareClearinghouse(context, 'office-ally', NOW);
      await applyPrepared(context, prepared);
      return prepared.report.tablesMade;
    });
  expect((await make()).answer).toEqual(['Clearinghouse']);
  const sheet = book.sheet('Clearinghouse');
  expect([1, 2, 9].map((row) => [sheet?.cell(row, 0)?.value, sheet?.cell(row, 1)?.value ?? null])).toEqual([
    ['Clearinghouse', 'office-ally'],
    ['Submitter ID', null],
    ['Receiver number', '330897513'],
  ]);
  expect((await made(book)).receiver).toBe('330897513');
  expect((await make()).answer).toEqual([]);
  const { Clearinghouse, Activity, ...others } = contentsOf(book);
  expect([Clearinghouse === undefined, others]).toEqual([false, before]);
  expect(JSON.stringify(Activity)).toContain('Clearinghouse table for Office Ally');
});

test('what is typed into the table is no run: Undo takes back the claims made before it, and leaves it as typed', async () => {
  const book = bookWith(undefined);
  const before = contentsOf(book);
  await onDesk(book, async (context) => {
    await applyPrepared(
      context,
      await prepareClaims(context, { month: '2026-10', now: NOW, files: REQUEST }),
    );
    await applyPrepared(context, await prepareClearinghouse(context, 'office-ally', NOW));
  });
  book.sheet('Clearinghouse')?.setValue(2, 1, 'QH0009');
  const { answer } = await onDesk(book, undoLast);
  expect(answer.what).toBe('Claims for 2026-10: 1 claim made');
  const { Clearinghouse, Activity, ...others } = contentsOf(book);
  expect(others).toEqual(before);
  expect(JSON.stringify(Clearinghouse)).toContain('QH0009');
  expect(JSON.stringify(Activity)).not.toContain('claim made');
});

test.each([
  [
    'Office Ally, as is preset, from the tax ID',
    undefined,
    { to: 'Office Ally', from: '123456789', isTaxId: true, byTable: false, missing: [] },
  ],
  [
    'whom the Clearinghouse sheet names',
    [OTHER],
    { to: 'INVENTED CLEARING', from: 'QH0001', isTaxId: false, byTable: true, missing: [] },
  ],
  [
    'Office Ally with the number that it gave',
    [{ clearinghouse: 'office-ally', submitterId: 'QH0007' }],
    { to: 'Office Ally', from: 'QH0007', isTaxId: false, byTable: true, missing: [] },
  ],
  [
    'nobody yet, where something is missing',
    [{ clearinghouse: 'other' }],
    { to: null, from: null, isTaxId: false, byTable: true, missing: expect.arrayContaining([NO_SUBMITTER]) },
  ],
])('the preview says that the 837P goes to %s', async (_, row, said) => {
  const { report, receiver } = await made(bookWith(row));
  expect(report.submitterAndReceiver).toEqual(said);
  expect(receiver === undefined).toBe(said.to === null);
});

test('where no 837P is wanted, it is addressed to nobody', async () => {
  expect((await made(bookWith(undefined), { edi: false })).report.submitterAndReceiver).toBeNull();
});
