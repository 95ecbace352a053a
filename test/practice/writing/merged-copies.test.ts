import type { Book } from '../../../desk/book/book';
import { CoAuthors } from '../../../desk/together/co-authors';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { checkMonth } from '../../../src/actions/check/check-month';
import { prepareClaims } from '../../../src/actions/claims/make-claims';
import { prepareSuperbills } from '../../../src/actions/superbills/make-superbills';
import { prepareUndo } from '../../../src/actions/undo/undo';
import type { Finding } from '../../../src/billing/findings';
import { NO_MEMORY, joined } from '../../../src/practice/memory/memory';
import { FORGET, MAKE_AGAIN, VANISHED_CLAIMS } from '../../../src/practice/memory/vanished';
import { applyPrepared } from '../../../src/practice/prepare';
import { readSettled } from '../../../src/practice/writing/settle-unfinished';
import { fileOf, MONTH, NOW } from '../../faults/workbooks';
import { onDesk } from '../../support/desk';
import { rowsOf } from '../../support/remittance/payments-desk';

type Work = (context: Excel.RequestContext) => Promise<unknown>;

const ASKED = { month: MONTH, now: NOW };
const claims =
  (client?: string, answers = new Map<string, string>()): Work =>
  async (context) =>
    applyPrepared(
      context,
      await prepareClaims(context, {
        ...ASKED,
        answers,
        ...(client === undefined ? {} : { filter: { client } }),
      }),
    );
const superbills: Work = async (context) => applyPrepared(context, await prepareSuperbills(context, ASKED));

/** What becomes of a workbook when two people work in a copy each, and Excel puts the copies together later. */
async function merged(book: Book, ada: Work, ben: Work): Promise<Book> {
  const together = await CoAuthors.open(book);
  const [first, second] = together.authors;
  await first?.as(() => first.run(ada));
  await second?.as(() => second.run(ben));
  together.merge();
  await together.close();
  if (!first) throw new Error('no author');
  return first.book;
}

async function withTables(): Promise<Book> {
  const book = readXlsx(await fileOf('practice'));
  await onDesk(book, superbills);
  return book;
}

async function check(book: Book): Promise<Finding[]> {
  const { answer } = await onDesk(book, (context) => checkMonth(context, ASKED));
  return [
    ...answer.general,
    ...answer.clients.flatMap(({ findings, visits }) => [
      ...findings,
      ...visits.flatMap((visit) => visit.findings),
    ]),
  ];
}

const wordsOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'not refused',
    (error: unknown) => String(error),
  );

const editActivity = (book: Book, row: number, header: string, value: string | number): void =>
  book
    .sheet('Activity')
    ?.setValue(row, Object.keys(rowsOf(book, 'Activity')[0] ?? {}).indexOf(header), value);

test('runs of one number are told, and counted on in the order of their times; Undo takes the later one', async () => {
  const book = readXlsx(await fileOf('answered'));
  editActivity(book, 2, 'No.', 1);
  editActivity(book, 2, 'When', '2026-12-01 09:01');
  editActivity(book, 3, 'No.', 2);
  const { answer } = await onDesk(book, (context) => readSettled(context, NOW));
  expect(answer.notes.map(({ rule, message }) => [rule, message])).toEqual([
    ['copies-put-together', expect.stringMatching(/"Claims for 2026-10.*is run 1, "Superbills for 2026-10.*is run 2, .* is run 3\./)],
  ]); // prettier-ignore
  expect(rowsOf(book, 'Activity').map((row) => row['No.'])).toEqual([1, 2, 3]);
  const again = await onDesk(book, (context) => readSettled(context, NOW));
  expect(again.answer.notes).toEqual([]);
  const undo = await onDesk(book, (context) => prepareUndo(context, { now: NOW }));
  expect(undo.answer.entry.number).toBe(3);
});

test('two revisions tell the same, until the next run', async () => {
  const book = readXlsx(await fileOf('billed'));
  const own = book.names.find(({ name }) => name.startsWith('Claimsheet.r'));
  if (own) book.names.push({ ...own, name: 'Claimsheet.r77' });
  expect((await check(book)).map(({ rule }) => rule)).toContain('copies-put-together');
});

test('a session that both billed stands on two claims: that is told with the ways on', async () => {
  const book = await merged(await withTables(), claims(), claims('Bruno Birchwood'));
  const told = (await check(book)).find(({ rule }) => rule === 'session-billed-twice');
  expect(told).toMatchObject({
    severity: 'STOP',
    client: 'Bruno Birchwood',
    message:
      'The session of 10/06/2026 (Log!4) was billed twice with 97140: on C2610WFLM0001 and on C2610WFLM0002.',
    fix: expect.stringMatching(/never sent, undo .* both were sent, void one/) as string,
  });
});

test('a claim that the other’s was written over is asked about, and its sessions are not billed again', async () => {
  const book = await merged(await withTables(), claims('Ada Applegate'), claims('Bruno Birchwood'));
  const before = rowsOf(book, 'ClaimLines').length;
  const told = await check(book);
  expect(told.filter(({ severity }) => severity === 'STOP').length).toBeGreaterThan(0);
  await onDesk(book, claims()).catch(() => undefined);
  expect(rowsOf(book, 'ClaimLines')).toHaveLength(before);
});

describe('two first runs', () => {
  test('are refused until one of each table is left; then nothing that only one of them billed is billed again', async () => {
    const book = await merged(readXlsx(await fileOf('practice')), claims(), superbills);
    const words = await wordsOf(onDesk(book, claims()));
    expect(words).toMatch(
      /tables are here twice: "Claims" and "Claims \(2\)", .*delete the sheets .*"SB 2026-10/,
    );
    for (const name of ['Claims (2)', 'ClaimLines (2)', 'Activity (2)', 'SB 2026-10 Clara Cloverfield'])
      book.sheets.splice(
        book.sheets.findIndex((sheet) => sheet.name === name),
        1,
      );
    const told = await check(book);
    expect(told.find(({ rule }) => rule === VANISHED_CLAIMS)?.message).toContain(
      '1 superbill (S2610WFLM0001) was made',
    );
    await onDesk(book, async (context) =>
      applyPrepared(
        context,
        await prepareSuperbills(context, { ...ASKED, answers: new Map([[VANISHED_CLAIMS, MAKE_AGAIN]]) }),
      ),
    );
    expect(rowsOf(book, 'Claims').map((claim) => claim['Account'])).toEqual([
      'C2610WFLM0001',
      'C2610WFLM0002',
      'S2610WFLM0001',
    ]);
    expect((await check(book)).filter(({ rule }) => rule === VANISHED_CLAIMS)).toEqual([]);
  });

  test('that gave one number to two claims: the one that is lost is asked about, and gets another', async () => {
    const book = await merged(
      readXlsx(await fileOf('practice')),
      claims('Ada Applegate'),
      claims('Bruno Birchwood'),
    );
    for (const name of ['Claims (2)', 'ClaimLines (2)', 'Activity (2)', 'Claims 2026-10 (2)'])
      book.sheets.splice(
        book.sheets.findIndex((sheet) => sheet.name === name),
        1,
      );
    expect((await check(book)).map(({ rule }) => rule)).toContain(VANISHED_CLAIMS);
    const answering = (answer: string) => new Map([[VANISHED_CLAIMS, answer]]);
    await onDesk(book, claims(undefined, answering(MAKE_AGAIN))).catch(() => undefined);
    expect(rowsOf(book, 'Claims')).toHaveLength(1);
    await onDesk(book, claims(undefined, answering(FORGET)));
    expect(rowsOf(book, 'Claims').map((claim) => [claim['Account'], claim['Client']])).toEqual([
      ['C2610WFLM0001', 'Ada Applegate'],
      ['C2610WFLM0002', 'Bruno Birchwood'],
    ]);
  });
});

test('of two memories no claim is lost, and one that both know is known once', () => {
  const run = (account: string, session: string) => ({
    id: '2026-10 claims',
    file: null,
    claims: [{ account, sessions: [session] }],
  });
  const one = { ...NO_MEMORY, workbook: 'w', runs: 2, made: [run('C26100001', 'a'), run('C26100002', 'b')] };
  const other = {
    ...NO_MEMORY,
    workbook: 'w',
    runs: 2,
    made: [run('C26100001', 'a'), run('C26100002', 'c')],
  };
  expect(joined(one, other).made.flatMap(({ claims: made }) => made.flatMap(({ sessions }) => sessions))).toEqual([
    'c', 'a', 'b',
  ]); // prettier-ignore
});
