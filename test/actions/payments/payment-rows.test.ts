import { clientCredits } from '../../../src/billing/payments/client-credit';
import { NO_MEMORY } from '../../../src/practice/memory/memory';
import fc from 'fast-check';
import type { RowValue } from '../../../src/workbook/plan/plan';
import type { Payment, Posting, ProviderPosting } from '../../../src/billing/payments/posting';
import { cents } from '../../../src/billing/values/cents';
import { addDays } from '../../../src/billing/values/day';
import { paymentRow, providerRow } from '../../../src/practice/payments/deposit-rows';
import { readPaymentBook } from '../../../src/practice/payments/payment-book';
import { postingRow } from '../../../src/practice/payments/posting-rows';
import { readRegister } from '../../../src/practice/register/register';
import { readingOf, type TableRecords } from '../../support/own-tables';
import { day } from '../../support/values';

const records = {
  practice: null,
  payers: [],
  clients: [],
  authorizations: [],
  fees: [],
  benefits: [],
  therapists: [],
  findings: [],
};
const bookOf = (tables: TableRecords) => {
  const reading = readingOf(tables);
  const register = readRegister(reading, []);
  return readPaymentBook({ reading, records, register, today: day('2100-01-01'), memory: NO_MEMORY });
};

const word = fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,9}( [A-Za-z0-9,;=.'-]{0,9}[a-z0-9])?$/);
const wordOrNone = fc.oneof(fc.constant(''), word);
const amount = fc.integer({ min: -99_999_999, max: 99_999_999 }).map(cents);
const anyDay = fc.nat({ max: 20_000 }).map((days) => addDays(day('2009-07-06'), days));
const place = fc.option(
  fc.record({ segment: fc.integer({ min: 1, max: 999_999 }), line: fc.integer({ min: 1, max: 999_999 }) }),
);
const posting: fc.Arbitrary<Posting> = fc.record({
  key: word,
  payment: word,
  from: fc.record({ kind: fc.constantFrom('payer', 'client'), name: word }),
  reference: wordOrNone,
  received: anyDay,
  account: word,
  control: word,
  client: wordOrNone,
  charge: amount,
  allowed: fc.option(amount),
  paid: amount,
  adjusted: amount,
  clientShare: amount,
  disputed: amount,
  adjustments: fc.array(
    fc.record({
      group: fc.constantFrom('CO', 'PR', 'OA', 'PI', 'CR'),
      reason: fc.stringMatching(/^[A-Z]?[0-9]{1,3}$/),
      amount,
    }),
    { maxLength: 6 },
  ),
  remarks: fc.array(fc.stringMatching(/^[MN][A0-9][0-9]{1,2}$/), { maxLength: 4 }),
  status: fc.constantFrom('', '1', '2', '4', '19', '22'),
  denied: fc.boolean(),
  forwardedTo: fc.option(word),
  matchedBy: fc.constantFrom(
    'line control number',
    'claim number',
    'date, charge and code',
    'date, charge and code without modifier',
    'name and member ID',
    'by hand',
  ),
  at: place,
});
const payment: fc.Arbitrary<Payment> = fc.record({
  key: word,
  reference: wordOrNone,
  from: word,
  amount,
  received: anyDay,
  content: word,
  at: place,
});
const provider: fc.Arbitrary<ProviderPosting> = fc.record({
  key: word,
  payment: word,
  payer: word,
  received: anyDay,
  reason: fc.constantFrom('WO', 'L6', 'FB', '72'),
  reference: wordOrNone,
  amount,
});

test('postings, payments and adjustments of a provider are the same again after a way through their cells', () => {
  fc.assert(
    fc.property(
      fc.array(posting, { maxLength: 3 }),
      fc.array(payment, { maxLength: 2 }),
      fc.array(provider, { maxLength: 2 }),
      (postings, payments, providerPostings) => {
        const about = {
          file: 'October, line 1.835',
          service: day('2026-10-05'),
          code: '97124',
          notes: null,
          run: 'r',
        };
        const book = bookOf({
          Payments: postings.map((each) => postingRow(each, about)),
          Deposits: [
            ...payments.map((each) => paymentRow(each, about)),
            ...providerPostings.map((each) => providerRow(each, about)),
          ],
        });
        expect(book.findings).toEqual([]);
        expect(book.postings).toEqual(postings);
        expect(book.payments).toEqual(payments);
        expect(book.providerPostings).toEqual(providerPostings);
      },
    ),
  );
});

const LINE = {
  account: 'C26100001',
  client: 'Ana Ruiz',
  payer: 'Cascade Health Plan',
  date: 46300,
  code: '97124',
};
const claims = (some: Record<string, RowValue> = {}) => [
  {
    account: 'C26100001',
    kind: 'Claim',
    status: 'Made',
    madeOn: 46330,
    lines: 2,
    billed: 18000,
    clientPaid: 3000,
    ...some,
  },
];
const lines = [
  { ...LINE, control: 'C26100001-1', charge: 12000, units: 4 },
  { ...LINE, control: 'C26100001-2', charge: 6000, units: 2 },
];

test('what a client paid at the visit lies over the lines by charge, on the date of service', () => {
  const { postings } = bookOf({ Claims: claims(), ClaimLines: lines });
  expect(postings.map(({ key, from, paid, received }) => [key, from.kind, paid, received])).toEqual([
    ['visit|C26100001|C26100001-1', 'client', 2000, 46300],
    ['visit|C26100001|C26100001-2', 'client', 1000, 46300],
  ]);
});

test('lines of a claim that is replaced do not count, and its copay goes along with the new one', () => {
  const book = bookOf({ Claims: claims({ status: 'Replaced' }), ClaimLines: lines });
  expect([book.lines, book.postings]).toEqual([[], []]);
  expect(book.retired).toHaveLength(2);
});

test('lines of a claim that is voided do not count, and what the client paid at the visit stays theirs', () => {
  const book = bookOf({ Claims: claims({ status: 'Voided' }), ClaimLines: lines });
  expect(book.lines).toEqual([]);
  expect(clientCredits(book)).toMatchObject([{ client: 'Ana Ruiz', amount: 3000 }]);
  const anew = { account: 'C26100002', control: 'C26100002-1' };
  const again = bookOf({
    Claims: [...claims({ status: 'Voided' }), ...claims({ ...anew, clientPaid: null })],
    ClaimLines: [...lines, ...lines.map((line) => ({ ...line, ...anew }))],
  });
  expect(clientCredits(again)).toEqual([]);
});

test('a line of a superbill is owed by the client', () => {
  const book = bookOf({ Claims: claims({ kind: 'Superbill' }), ClaimLines: lines });
  expect(book.lines.map(({ isSuperbill, payer }) => [isSuperbill, payer])).toEqual([
    [true, 'Cascade Health Plan'],
    [true, 'Cascade Health Plan'],
  ]);
});

test('a typed row is posted by the rules of remittances, and one that does not balance is told with its cell', () => {
  const typed = { received: 46340, from: 'Cascade Health Plan', account: 'C26100001', reference: '77' };
  const book = bookOf({
    Claims: claims({ clientPaid: null }),
    ClaimLines: lines,
    Payments: [
      { ...typed, paid: 9000, reasons: 'CO-45 90.00' },
      { ...typed, paid: 9000, reasons: 'CO-45 80.00' },
    ],
  });
  expect(book.postings.map(({ control, paid, adjusted }) => [control, paid, adjusted])).toEqual([
    ['C26100001-1', 6000, 6000],
    ['C26100001-2', 3000, 3000],
  ]);
  expect(book.findings.map(({ rule, place }) => [rule, place])).toEqual([
    // No table of payers is there, so that every sender is unknown.
    ['payment-sender-unknown', { sheet: 'Payments', row: 2, column: 7 }],
    ['payment-typed-out-of-balance', { sheet: 'Payments', row: 3, column: 7 }],
  ]);
});

test('a row whose amount was spoiled is told, and does not count, and is not posted again', () => {
  const row = {
    received: 46340,
    from: 'Cascade Health Plan',
    control: 'C26100001-1',
    paid: 'sixty',
    key: 'K1',
    payment: 'P1',
  };
  const book = bookOf({
    Payments: [row, { ...row, key: 'K2', paid: 6000, reasons: 'the usual' }],
    Deposits: [{ key: 'P1', amount: 'lots', received: 46340 }],
  });
  expect(book.unreadable).toEqual(['K1']);
  expect(book.postings.map(({ key, adjustments }) => [key, adjustments])).toEqual([['K2', []]]);
  expect(book.findings.map(({ rule, place }) => [rule, place?.row])).toEqual([
    ['table-cell-unreadable', 2],
    ['table-cell-unreadable', 2],
    ['payment-row-unreadable', 2],
    ['payment-reasons-unreadable', 3],
    ['deposit-row-unreadable', 2],
  ]);
});
