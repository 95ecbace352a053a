import { importWords } from '../../../desk/cli/print-import';
import type { Book } from '../../../desk/book/book';
import { readMonthScreen } from '../../../src/actions/month-end/month-screen';
import { prepareNotOurs, prepareSettling, type OpenUnmatched } from '../../../src/actions/payments/settle';
import {
  preparePayment,
  preparePaymentsTable,
  type PaymentForm,
} from '../../../src/actions/payments/type-payment';
import { cents } from '../../../src/billing/values/cents';
import { serialOf } from '../../../src/billing/values/day';
import { Refusal } from '../../../src/workbook/refusal';
import { contentsOf, onDesk } from '../../support/desk';
import { inventedPractice } from '../../support/invented-practice';
import { workbookOf } from '../../support/practice-workbook';
import { act, importInto, options, paymentsOf, rowsOf, undo } from '../../support/remittance/payments-desk';
import {
  writeRemittances,
  type WrittenClaim,
  type WrittenLine,
  type WrittenRemittance,
} from '../../support/remittance/write-remittance';
import { day } from '../../support/values';

const DATE = day('2026-10-05');
const ADA = { client: 'Ada Applegate', payer: 'Cascade Health Plan', account: 'C26100001', kind: 'Claim' };
const BRUNO = { ...ADA, client: 'Bruno Birchwood', account: 'C26100002' };
const claim = { lines: 2, billed: 18000, balance: 18000, status: 'Made', madeOn: 46330 };
const line = { date: DATE, code: '97124', units: 4, charge: 12000 };

function bookOf(statusOfAda = 'Made'): Book {
  const sessions = [
    ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Status'],
    [DATE, 'Ada Applegate', 60, '97124', 'M54.2', 'Cascade Health Plan', 120, 'kept'],
  ];
  return workbookOf(
    { Sessions: sessions },
    {
      ...inventedPractice,
      Claims: [
        { ...ADA, ...claim, status: statusOfAda },
        { ...BRUNO, ...claim, clientPaid: 1500, balance: 16500 },
      ],
      ClaimLines: [ADA, BRUNO].flatMap((about) => [
        { ...about, ...line, control: `${about.account}-1` },
        { ...about, ...line, control: `${about.account}-2`, code: '97140', charge: 6000 },
      ]),
    },
  );
}

const service: WrittenLine = {
  code: '97124',
  charge: cents(12000),
  paid: cents(8000),
  date: DATE,
  adjustments: [
    ['CO', '45', cents(3000)],
    ['PR', '3', cents(1000)],
  ],
  remarks: ['N130'],
};
const stranger: WrittenClaim = {
  account: 'OLD-77',
  status: '1',
  patient: { last: 'APPELGATE', first: 'A', id: 'X1' },
  lines: [service],
};
const ofAda: WrittenClaim = { ...stranger, patient: { last: 'APPLEGATE', first: 'ADA', id: '' } };
const file = (claims: WrittenClaim[]) => ({
  name: 'october.835',
  text: writeRemittances([{ number: 'CHK9', date: day('2026-11-10'), claims }]),
});
const KEYS = (book: Book) => rowsOf(book, 'Unmatched').map((row) => String(row['Key']));
const settle = (book: Book, control: string, key = KEYS(book)[0] ?? '') =>
  act(book, (context) => prepareSettling(context, { key, control }, options));

async function openIn(book: Book): Promise<OpenUnmatched[]> {
  const { answer } = await onDesk(book, (context) =>
    readMonthScreen(context, { ...options, month: '2026-11' }),
  );
  return answer.unmatched;
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const problem: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (problem instanceof Refusal) return problem.message;
  throw new Error(`expected a refusal, got ${String(problem)}`);
}

test('the list offers lines that have the date, code and charge, each with what is still open on it', async () => {
  const book = bookOf();
  await importInto(book, file([stranger]));
  const open = await openIn(book);
  expect(open).toMatchObject([
    {
      client: 'APPELGATE, A',
      account: 'OLD-77',
      service: DATE,
      code: '97124',
      charge: 12000,
      paid: 8000,
    },
  ]);
  expect(open[0]?.source).toBe('october.835, line 12, segment 12');
  expect(
    open[0]?.candidates.map(({ line: one, balance, because }) => [one.control, balance, because]),
  ).toEqual([
    ['C26100001-1', 12000, ['date', 'code', 'charge', 'payer']],
    ['C26100002-1', 11000, ['date', 'code', 'charge', 'payer']],
  ]);
});

test('a payment that is settled is posted as if the import had found it', async () => {
  const found = bookOf();
  await importInto(found, file([{ ...ofAda, account: 'C26100001' }]));
  const book = bookOf();
  await importInto(book, file([stranger]));
  const { report } = await settle(book, 'C26100001-1');
  expect(report).toMatchObject({ posted: 8000, settledWith: 'C26100001-1' });
  const without = (row: Record<string, unknown>) => ({ ...row, Key: null, Payment: null, Run: null });
  expect(rowsOf(book, 'Payments').map(without)).toEqual(
    rowsOf(found, 'Payments').map((row) => ({ ...without(row), 'Found by': 'by hand' })),
  );
  expect(rowsOf(book, 'Claims')).toEqual(rowsOf(found, 'Claims'));
  expect(rowsOf(book, 'Unmatched').map((row) => row['Settled with'])).toEqual(['C26100001-1']);
  expect((await paymentsOf(book)).findings).toEqual([]);
});

test('the same file again posts nothing that was settled, and Undo opens the payment again', async () => {
  const book = bookOf();
  await importInto(book, file([stranger]));
  const before = contentsOf(book);
  await settle(book, 'C26100001-1');
  const again = await importInto(book, file([stranger]));
  expect(again).toMatchObject({ isNew: false, report: { isComplete: true, unmatched: 0 } });
  await undo(book);
  expect(contentsOf(book)).toEqual(before);
});

test('what waits already is told as unmatched before, and is no part of what is new', async () => {
  const book = bookOf();
  const first = await importInto(book, file([stranger]));
  expect(first.report).toMatchObject({
    unmatched: 8000,
    files: [{ payments: [{ unmatched: 8000, unmatchedBefore: 0 }], unmatched: [{ isBefore: false }] }],
  });
  expect(first.report.files[0]?.findings.map(({ rule }) => rule)).toEqual(['payment-unmatched']);
  const { isNew, report } = await importInto(book, file([stranger]));
  expect(isNew).toBe(false);
  expect(report).toMatchObject({ posted: 0, unmatched: 0, isComplete: false });
  expect(report.files).toMatchObject([
    {
      payments: [{ payment: { amount: 8000 }, unmatched: 0, unmatchedBefore: 8000, notOurs: 0 }],
      unmatched: [{ paid: 8000, isBefore: true }],
      findings: [],
    },
  ]);
  const words = importWords(report).join('\n');
  expect(words).toMatch(/= \$80\.00 unmatched before$/m);
  expect(words).toContain('  Unmatched before: $80.00 for ');
  expect(words).toContain('$0.00 unmatched, ');
});

test('what is not ours is asked about no more', async () => {
  const book = bookOf();
  await importInto(book, file([stranger]));
  const before = contentsOf(book);
  await act(book, (context) => prepareNotOurs(context, { key: KEYS(book)[0] ?? '' }, options));
  const open = await openIn(book);
  expect(open).toEqual([]);
  const again = await importInto(book, file([stranger]));
  expect(again).toMatchObject({ isNew: false, report: { unmatched: 0 } });
  expect(again.report.files[0]?.payments[0]).toMatchObject({ notOurs: 8000, unmatched: 0 });
  expect(again.report).toMatchObject({ isComplete: true, files: [{ findings: [] }] });
  await undo(book);
  expect(contentsOf(book)).toEqual(before);
});

test('a claim without service lines is laid over the lines of the chosen claim', async () => {
  const book = bookOf();
  const whole: WrittenClaim = {
    ...stranger,
    lines: [],
    charge: cents(18000),
    paid: cents(9000),
    adjustments: [['CO', '45', cents(9000)]],
  };
  await importInto(book, file([whole]));
  await settle(book, 'C26100002-1');
  expect(rowsOf(book, 'Payments').map((row) => [row['Line'], row['Paid'], row['Adjusted']])).toEqual([
    ['C26100002-1', 60, 60],
    ['C26100002-2', 30, 30],
  ]);
  const again = await importInto(book, file([whole]));
  expect(again).toMatchObject({ isNew: false, report: { posted: 0, unmatched: 0 } });
});

test('an unmatched payment finds its line by itself once the line was billed', async () => {
  const book = bookOf();
  const clara = { last: 'CLOVERFIELD', first: 'CLARA', id: '' };
  const late = {
    ...stranger,
    patient: clara,
    account: 'C26100003',
    lines: [{ ...service, control: 'C26100003-1' }],
  };
  await importInto(book, file([late]));
  const sheet = book.sheet('ClaimLines');
  const table = sheet?.tables[0];
  const cells = [
    ...'C26100003-1|C26100003|Clara Cloverfield|Cascade Health Plan'.split('|'),
    serialOf(DATE),
    '97124',
    '',
    4,
  ];
  if (table) table.area.rows += 1;
  [...cells, null, 120].forEach((value, column) => {
    sheet?.loadCell(5, column, { value, formula: null, style: 0 });
  });
  const { report } = await importInto(book, file([late]));
  expect(report).toMatchObject({ posted: 8000, unmatched: 0 });
  expect(rowsOf(book, 'Unmatched').map((row) => row['Settled with'])).toEqual(['C26100003-1']);
});

test.each([
  ['an unknown line', 'C99-1', /no line C99-1 in the register/],
  ['a claim of another total', 'C26100001-1', /names no service lines and charges another total/],
])('%s is refused, and nothing is written', async (_name, control, words) => {
  const book = bookOf();
  await importInto(book, file([{ ...stranger, lines: [], charge: cents(500), paid: cents(500) }]));
  const before = contentsOf(book);
  expect(await refusalOf(settle(book, control))).toMatch(words);
  expect(contentsOf(book)).toEqual(before);
});

test('a payment is settled once', async () => {
  const book = bookOf();
  await importInto(book, file([stranger]));
  await settle(book, 'C26100001-1');
  expect(await refusalOf(settle(book, 'C26100002-1'))).toMatch(/settled before: C26100001-1/);
  expect(await refusalOf(settle(book, 'C26100002-1', 'gone'))).toMatch(/no longer in the Unmatched table/);
});

test('a payer that reverses a claim which was replaced is believed, and the replaced claim owes nothing', async () => {
  const book = bookOf('Replaced');
  const paid = { ...ofAda, account: 'C26100001' };
  await importInto(book, file([paid]));
  const reversal: WrittenClaim = {
    ...paid,
    status: '22',
    lines: [
      {
        ...service,
        charge: cents(-12000),
        paid: cents(-8000),
        adjustments: [
          ['CO', '45', cents(-3000)],
          ['PR', '3', cents(-1000)],
        ],
      },
    ],
  };
  const forwarded: WrittenRemittance = {
    number: 'CHK10',
    date: day('2026-11-24'),
    claims: [reversal],
    providerAdjustments: [['FB', 'NEXT', cents(-8000)]],
  };
  const { report } = await importInto(book, { name: 'b', text: writeRemittances([forwarded]) });
  expect(report).toMatchObject({ isComplete: true, posted: -8000, claims: [{ account: 'C26100001' }] });
  const payments = await paymentsOf(book);
  expect(payments.lines.map(({ account }) => account)).not.toContain('C26100001');
  expect(
    payments.postings.flatMap(({ account, paid: each }) => (account === 'C26100001' ? [each] : [])),
  ).toEqual([8000, -8000]);
  expect(rowsOf(book, 'Claims')[0]).toMatchObject({
    Status: 'Replaced',
    'Insurer paid': 0,
    Adjusted: 0,
    Balance: 0,
  });
});

describe('typed payments', () => {
  const form: PaymentForm = {
    received: day('2026-11-14'),
    from: 'Cascade Health Plan',
    reference: '4711',
    account: 'C26100001',
    control: null,
    paid: cents(9000),
    allowed: null,
    adjusted: cents(9000),
    clientOwes: null,
    reasons: 'CO-45',
    notes: 'paper check',
  };
  const type = (book: Book, change: Partial<PaymentForm> = {}) =>
    act(book, (context) => preparePayment(context, { ...form, ...change }, options));

  test('the table is made empty, once, and Undo takes it away', async () => {
    const book = bookOf();
    const before = contentsOf(book);
    const first = await act(book, (context) => preparePaymentsTable(context, options));
    expect(first.report).toEqual({ tablesMade: ['Payments'], sheet: 'Payments' });
    const second = await act(book, (context) => preparePaymentsTable(context, options));
    expect(second).toMatchObject({ isNew: false, report: { tablesMade: [], sheet: 'Payments' } });
    await undo(book);
    expect(contentsOf(book)).toEqual(before);
  });

  test('what a client pays ahead is kept for no claim, and is read again as theirs', async () => {
    const book = bookOf();
    const ahead = { from: 'Ada Applegate', account: null, control: null, reasons: null };
    const amounts = { paid: cents(5000), allowed: null, adjusted: null, clientOwes: null };
    const { report } = await type(book, { ...ahead, ...amounts });
    expect(report).toMatchObject({ posted: 5000, claims: [] });
    expect(rowsOf(book, 'Payments')).toMatchObject([{ From: 'Ada Applegate', Paid: 50 }]);
    const { postings, findings } = await paymentsOf(book);
    const hers = postings.filter(({ from }) => from.name === 'Ada Applegate');
    expect([findings, hers.map(({ from, paid }) => [from.kind, paid])]).toEqual([[], [['client', 5000]]]);
  });

  test('a row typed into it counts, and Undo of what made the table keeps it', async () => {
    const book = bookOf();
    await act(book, (context) => preparePaymentsTable(context, options));
    const sheet = book.sheet('Payments');
    const cells = [46340, 'Ada Applegate', 'cash', 'C26100001', null, null, 45];
    cells.forEach((value, column) => {
      if (value !== null) sheet?.loadCell(1, column, { value, formula: null, style: 0 });
    });
    const { postings, findings } = await paymentsOf(book);
    expect(findings).toEqual([]);
    expect(
      postings.flatMap(({ from, account, paid }) => (account === ADA.account ? [[from, paid]] : [])),
    ).toEqual([
      [{ kind: 'client', name: 'Ada Applegate' }, 3000],
      [{ kind: 'client', name: 'Ada Applegate' }, 1500],
    ]);
    await undo(book);
    expect(rowsOf(book, 'Payments')).toHaveLength(1);
  });

  test('a payment of the form comes below, the register follows, and Undo gives both back', async () => {
    const book = bookOf();
    await act(book, (context) => preparePaymentsTable(context, options));
    const before = contentsOf(book);
    const { report } = await type(book);
    expect(report).toMatchObject({
      posted: 9000,
      claims: [{ account: 'C26100001', cells: { balance: 0, status: 'Paid' } }],
    });
    expect(rowsOf(book, 'Payments')).toMatchObject([
      { 'Check or EFT': '4711', Account: 'C26100001', Paid: 90, Adjusted: 90, Reasons: 'CO-45', Key: null },
    ]);
    const typed = (await paymentsOf(book)).postings.filter(({ key }) => key.startsWith('typed'));
    expect(typed.map(({ control, paid, adjusted }) => [control, paid, adjusted])).toEqual([
      ['C26100001-1', 6000, 6000],
      ['C26100001-2', 3000, 3000],
    ]);
    await undo(book);
    expect(contentsOf(book)).toEqual(before);
  });

  test('what the client pays later lowers the balance, and what was paid at the visit stays', async () => {
    const book = bookOf();
    const client = { from: 'Client', adjusted: null, reasons: null };
    const { report } = await type(book, {
      ...client,
      account: null,
      control: 'C26100002-1',
      paid: cents(2000),
    });
    expect(report.claims).toMatchObject([
      { account: 'C26100002', cells: { balance: 14500, status: 'Made' } },
    ]);
    const row = rowsOf(book, 'Claims').find((one) => one['Account'] === 'C26100002');
    expect(row).toMatchObject({ 'Client paid': 15, Balance: 145, 'Insurer paid': null });
    expect(rowsOf(book, 'Payments')[0]).toMatchObject({ Account: 'C26100002', Line: 'C26100002-1' });
  });

  test.each([
    ['without a day', { received: null }, /has no date. Type the day/],
    ['without an amount', { paid: null }, /has no amount paid/],
    ['for nothing', { account: null }, /names no claim or line/],
    ['for an unknown claim', { account: 'C99' }, /names C99, which is not in the register/],
    ['that does not balance', { paid: cents(8000) }, /out of balance by \$10\.00.*Correct the row/],
    ['with unreadable reasons', { reasons: 'as usual' }, /reasons that cannot be read/],
  ])('a payment %s is refused in the words of its finding', async (_name, change, words) => {
    const book = bookOf();
    const before = contentsOf(book);
    expect(await refusalOf(type(book, change))).toMatch(words);
    expect(contentsOf(book)).toEqual(before);
  });
});
