import type { Book } from '../../../desk/book/book';
import { prepareAnswers, type AnswersReport } from '../../../src/actions/answers/prepare-answers';
import { applyPrepared } from '../../../src/practice/prepare';
import { undoLast } from '../../support/write-plan';
import { contentsOf, onDesk } from '../../support/desk';
import { inventedPractice } from '../../support/invented-practice';
import { workbookOf } from '../../support/practice-workbook';
import { day } from '../../support/values';
import { ACCEPTED_999, F277CA, REJECTED_999 } from '../../x12/acknowledgements/samples';

/** Excel's own client is started for each of these. */

const NOW = new Date(2026, 10, 4, 9, 0);

/** The three claims of the file 17, that of Bruno in the status that is asked for. */
function register(change: Record<string, string | number | null> = {}): Book {
  const claim = (account: string, client: string) => ({
    account,
    kind: 'Claim',
    month: '2026-10',
    client,
    payer: 'Cascade Health Plan',
    from: day('2026-10-06'),
    to: day('2026-10-20'),
    billed: 12000,
    status: 'Made',
    file: '17',
    run: '2026-10 claims',
  });
  const tables = structuredClone(inventedPractice);
  const [payer] = tables.Payers ?? [];
  if (payer) payer['daysToFile'] = 36;
  return workbookOf(
    { Notes: [['kept']] },
    {
      ...tables,
      Claims: [
        claim('C26100001', 'Ada Applegate'),
        { ...claim('C26100002', 'Bruno Birchwood'), ...change },
        claim('C26100003', 'Clara Cloverfield'),
      ],
    },
  );
}

async function open(book: Book, ...texts: string[]): Promise<AnswersReport> {
  const files = texts.map((text, index) => ({ name: `answer-${String(index + 1)}.txt`, text }));
  const { answer } = await onDesk(book, async (context) => {
    const prepared = await prepareAnswers(context, files, { now: NOW });
    await applyPrepared(context, prepared);
    return prepared.report;
  });
  return answer;
}

/** One transaction after the other in the envelope of the sample. */
function severalRemittances(): string {
  const [head = '', rest = ''] = ACCEPTED_999.replace('ST*999', 'ST*835').split(/(?=ST\*835)/);
  const end = rest.indexOf('GE*');
  const one = rest.slice(0, end);
  const [, first = ''] = /ST\*835\*(\d+)/.exec(one) ?? [];
  const numbered = ['0001', '0002', '0003'].map((number) =>
    one.replaceAll(new RegExp(`\\*${first}(?=[*~])`, 'g'), `*${number}`),
  );
  return head + numbered.join('') + rest.slice(end).replace('GE*1*', 'GE*3*');
}

/** Column of a table, top to bottom. */
function column(book: Book, table: string, header: string): unknown[] {
  const sheet = book.sheet(table);
  const own = sheet?.tables[0];
  const at = own?.columns.findIndex(({ name }) => name === header) ?? -1;
  return Array.from(
    { length: (own?.area.rows ?? 1) - 1 },
    (_, row) => sheet?.cell(row + 1, at)?.value ?? null,
  );
}

const statuses = (book: Book) => column(book, 'Claims', 'Status');

test('a 277CA says of each claim whether it was taken, and the register keeps it', async () => {
  const book = register();
  const report = await open(book, F277CA);
  expect(statuses(book)).toEqual(['Accepted', 'Rejected', 'Rejected']);
  expect(column(book, 'Claims', 'Answered on')).toEqual([
    day('2026-11-02'),
    day('2026-11-02'),
    day('2026-11-02'),
  ]);
  expect(column(book, 'Claims', 'Payer claim number')).toEqual(['2026306000123', null, null]);
  expect(report).toMatchObject({ accepted: 1, rejected: 2, received: 0, kept: 3, keptBefore: 0 });
  expect(report.claims.map(({ account, words }) => [account, words])).toEqual([
    [
      'C26100001',
      'Filed on 11/02/2026, accepted by OFFICE ALLY, 9 days before the last day to file (11/11/2026).',
    ],
    [
      'C26100002',
      'It was never filed. Mend what is wrong and send it again by 11/11/2026, its last day to file.',
    ],
    [
      'C26100003',
      'It was never filed. Mend what is wrong and send it again by 11/11/2026, its last day to file.',
    ],
  ]);
  expect(report.claims[1]?.reasons[0]?.words).toBe(
    'Rejected: something is wrong. Check the NPI of the billing provider.',
  );
  expect(column(book, 'Answers', 'Reasons')[0]).toBe('Accepted for processing. (A2:20:PR)');
  expect(column(book, 'Answers', 'Trace number')[0]).toBe('OA778899');
  expect(column(book, 'Answers', 'File')).toEqual(['17', '17', '17']);
});

test('the same answer twice, in one click or in two, is kept once', async () => {
  const book = register();
  expect(await open(book, F277CA, F277CA)).toMatchObject({ kept: 3, keptBefore: 0 });
  const before = contentsOf(book);
  expect(await open(book, F277CA)).toMatchObject({ kept: 0, keptBefore: 3, rejected: 2 });
  expect(contentsOf(book)).toEqual(before);
});

test('a 277CA beats a 999, whichever is opened first', async () => {
  const [one, two] = [register(), register()];
  await open(one, ACCEPTED_999);
  expect(statuses(one)).toEqual(['Received', 'Received', 'Received']);
  await open(one, F277CA);
  await open(two, F277CA);
  await open(two, ACCEPTED_999);
  for (const book of [one, two]) {
    expect(statuses(book)).toEqual(['Accepted', 'Rejected', 'Rejected']);
    expect(column(book, 'Answers', 'Kind')).toHaveLength(6);
  }
});

test('a refused file refuses each of its claims', async () => {
  const book = register();
  expect(await open(book, REJECTED_999)).toMatchObject({ rejected: 3 });
  expect(statuses(book)).toEqual(['Rejected', 'Rejected', 'Rejected']);
});

test('a 277CA that refuses the whole file names no claim, and refuses each', async () => {
  const head = F277CA.slice(0, F277CA.indexOf('HL*3')).replace(
    'STC*A1:19:PR*20261102*WQ',
    'STC*A3:21*20261102*U',
  );
  const tail = ['SE*14*0001~', 'GE*1*901~', 'IEA*1*000000901~'].join('\n');
  const book = register();
  expect(await open(book, head + tail)).toMatchObject({ rejected: 3, findings: [] });
  expect(statuses(book)).toEqual(['Rejected', 'Rejected', 'Rejected']);
});

test.each(['Paid', 'Denied', 'Replaced', 'Appealed'])('what the payer decided stays: %s', async (status) => {
  const book = register({ status, payerClaimNumber: 'P1' });
  await open(book, F277CA);
  expect(statuses(book)[1]).toBe(status);
  expect(column(book, 'Claims', 'Payer claim number')[1]).toBe('P1');
});

test('the answer to an earlier file changes nothing of a claim that was sent again since', async () => {
  const book = register();
  await open(book, REJECTED_999);
  const sheet = book.sheet('Claims');
  const at = (name: string) => sheet?.tables[0]?.columns.findIndex((one) => one.name === name) ?? -1;
  sheet?.setValue(2, at('File'), '18');
  sheet?.setValue(2, at('Status'), 'Made');
  const report = await open(book, F277CA);
  expect(statuses(book)[1]).toBe('Made');
  expect(report.claims[1]).toMatchObject({
    status: 'Made',
    words: 'This answers an earlier file; the claim was sent again since.',
  });
});

describe('what changes nothing is told in a sentence', () => {
  const cases: [string, string, string][] = [
    [
      'an answer to a file that was not sent',
      ACCEPTED_999.replace('AK1*HC*17', 'AK1*HC*18'),
      'The 999 answers the file number 18, which was not sent from this workbook.',
    ],
    [
      'a file cut in the middle',
      F277CA.slice(0, F277CA.indexOf('HL*5') + 20),
      'answer-1.txt ends in the middle, so nothing of it was taken: ',
    ],
    [
      'a file cut between two segments',
      F277CA.slice(0, F277CA.indexOf('HL*5')),
      'answer-1.txt ends in the middle, so nothing of it was taken: ',
    ],
    [
      'a remittance',
      ACCEPTED_999.replace('ST*999', 'ST*835'),
      'answer-1.txt is a remittance (835): what a payer paid, and no answer of a clearinghouse.',
    ],
    [
      'a file of claims',
      ACCEPTED_999.replace('ST*999', 'ST*837'),
      'answer-1.txt is a file of claims (837), and no answer to one.',
    ],
    [
      'a remittance of several transactions',
      severalRemittances(),
      'answer-1.txt is a remittance (835): what a payer paid, and no answer of a clearinghouse.',
    ],
    ['something else', 'Dear customer,', 'answer-1.txt is no file of answers: '],
    ['nothing', '', 'answer-1.txt is no file of answers: '],
  ];
  test.each(cases)('%s', async (_, text, sentence) => {
    const book = register();
    const before = contentsOf(book);
    const report = await open(book, text);
    expect(report.claims).toEqual([]);
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]?.message).toContain(sentence);
    expect(report.findings[0]?.message).toMatch(/[^.]\.$/);
    expect(contentsOf(book)).toEqual(before);
  });
});

test('a claim that left as a CSV has no file number, and is known by its account', async () => {
  const book = register({ file: null });
  expect(await open(book, F277CA)).toMatchObject({ accepted: 1, rejected: 2 });
  expect(await open(book, ACCEPTED_999.replace('AK1*HC*17', 'AK1*HC*'))).toMatchObject({ claims: [] });
});

test('a file that is not in order does not keep the others from being read', async () => {
  const book = register();
  const report = await open(book, F277CA.slice(0, 400), ACCEPTED_999);
  expect(report).toMatchObject({ received: 3, files: ['answer-1.txt', 'answer-2.txt'] });
  expect(report.findings).toHaveLength(1);
});

test('a workbook without a register hears that nothing was sent from it', async () => {
  const book = workbookOf({ Notes: [['kept']] });
  const before = contentsOf(book);
  expect((await open(book, ACCEPTED_999)).findings.map(({ rule }) => rule)).toEqual([
    'answer-to-nothing-sent',
  ]);
  expect(contentsOf(book)).toEqual(before);
});

test('Undo takes the answers back and gives the register its former words', async () => {
  const book = register();
  const before = contentsOf(book);
  await open(book, F277CA);
  await onDesk(book, undoLast);
  expect(contentsOf(book)).toEqual(before);
});
