import type { Posting } from '../../../src/billing/payments/posting';
import { postTypedPayments, type TypedPayment } from '../../../src/billing/payments/typed-payments';
import { cents, ZERO } from '../../../src/billing/values/cents';
import { CASCADE, contextOf, postWritten } from '../../support/remittance/post';
import { billedLine } from '../../support/remittance/write-remittance';
import { day } from '../../support/values';
import { payerOf } from '../claims/records';

const line = billedLine({ control: 'L1', date: day('2026-10-05') });
const half = billedLine({ control: 'L2', code: '97140', charge: cents(6000), date: day('2026-10-05') });
const place = { sheet: 'Payments', row: 2, column: 1 };
const row = (some: Partial<TypedPayment>): TypedPayment => ({
  key: 'typed|2',
  place,
  received: day('2026-11-09'),
  from: 'Cascade Health Plan',
  reference: 'CHK100',
  account: null,
  control: 'L1',
  allowed: null,
  paid: cents(6000),
  adjusted: cents(4000),
  clientOwes: cents(2000),
  reasons: 'CO-45, PR-3',
  ...some,
});
const WITHOUT = { clients: [], sameCheck: new Map<string, string>(), today: day('2026-11-30') };
const post = (some: Partial<TypedPayment>, register = [line, half]) =>
  postTypedPayments([row(some)], {
    ...{ register, payers: [CASCADE], imported: [], ...WITHOUT },
  });

test('typing a check gives the same posting as its remittance', () => {
  const { postings } = postWritten(
    [
      {
        number: 'CHK100',
        date: day('2026-11-09'),
        claims: [
          {
            account: line.account,
            lines: [
              {
                code: '97124',
                charge: cents(12000),
                paid: cents(6000),
                date: day('2026-10-05'),
                control: 'L1',
                adjustments: [
                  ['CO', '45', cents(4000)],
                  ['PR', '3', cents(2000)],
                ],
              },
            ],
          },
        ],
      },
    ],
    contextOf({ register: [line] }),
  );
  const [fromFile] = postings;
  const { key, payment, status, matchedBy, at, ...typed } = post({}).postings[0] ?? {};
  expect([key, payment, status, matchedBy, at]).toEqual(['typed|2.1', 'typed|2', '', 'by hand', null]);
  expect(fromFile).toMatchObject(typed);
});

test.each<[string, Partial<TypedPayment>, object]>([
  [
    'only the amount paid: the rest stays open',
    { adjusted: null, clientOwes: null, reasons: null },
    { paid: 6000, adjusted: 0, clientShare: 0, denied: false, allowed: null },
  ],
  [
    'a denial writes nothing off',
    { paid: ZERO, adjusted: cents(12000), clientOwes: ZERO, reasons: 'CO-29' },
    { paid: 0, adjusted: 0, disputed: 12000, denied: true },
  ],
  [
    'a write-off without a reason is the own decision',
    { paid: ZERO, adjusted: cents(12000), clientOwes: null, reasons: null },
    { adjusted: 12000, disputed: 0, denied: false },
  ],
  [
    'a zero payment',
    { paid: ZERO, clientOwes: cents(8000), reasons: 'CO-45; PR-1' },
    { paid: 0, adjusted: 4000, clientShare: 8000 },
  ],
  [
    'a copay of the client',
    { from: 'Ana Ruiz', paid: cents(2000), adjusted: null, clientOwes: null, reasons: null },
    { paid: 2000, from: { kind: 'client', name: 'Ana Ruiz' } },
  ],
  [
    'a refund to the client',
    { from: 'client', paid: cents(-500), adjusted: null, clientOwes: null, reasons: null },
    { paid: -500, from: { kind: 'client', name: 'Ana Ruiz' } },
  ],
  [
    'an overpayment taken back',
    { paid: cents(-1000), adjusted: null, clientOwes: null, reasons: null },
    { paid: -1000, adjusted: 0, status: '22' },
  ],
  [
    'a whole payment taken back',
    { paid: cents(-6000), adjusted: cents(-4000), clientOwes: cents(-2000) },
    { paid: -6000, adjusted: -4000, clientShare: -2000 },
  ],
])('%s', (_name, some, posting) => {
  const { postings, findings } = post(some);
  expect(findings).toEqual([]);
  expect(postings).toHaveLength(1);
  expect(postings[0]).toMatchObject(posting);
});

test('an amount for a whole claim is laid over its lines', () => {
  const { postings } = post({
    control: null,
    account: line.account,
    paid: cents(9000),
    adjusted: cents(6000),
    clientOwes: cents(3000),
    reasons: 'CO-45 60.00; PR-3',
  });
  expect(
    postings.map(({ control, paid, adjusted, clientShare }) => [control, paid, adjusted, clientShare]),
  ).toEqual([
    ['L1', 6000, 4000, 2000],
    ['L2', 3000, 2000, 1000],
  ]);
});

test.each<[string, Partial<TypedPayment>, string]>([
  ['out of balance', { clientOwes: cents(1600) }, 'payment-typed-out-of-balance'],
  ['no date', { received: null }, 'payment-date-missing'],
  ['no amount', { paid: null }, 'payment-amount-missing'],
  ['nobody', { from: null }, 'payment-from-missing'],
  ['an unknown line', { control: 'ZZ' }, 'payment-line-unknown'],
  ['unreadable reasons', { reasons: 'as usual' }, 'payment-reasons-unreadable'],
  ['reasons that add up to something else', { reasons: 'CO-45 39.00; PR-3 20.00' }, 'payment-reasons-differ'],
  ['two reasons without amounts', { reasons: 'CO-45, CO-59, PR-3' }, 'payment-reason-amount-missing'],
])('%s is not posted, and its cell is shown', (_name, some, rule) => {
  const { postings, findings } = post(some);
  expect(postings).toEqual([]);
  expect(findings.map((finding) => [finding.rule, finding.severity, finding.place])).toEqual([
    [rule, 'STOP', place],
  ]);
});

const CASH = payerOf({ name: 'Cash', kind: 'cash' });
const postFrom = (some: Partial<TypedPayment>, imported: readonly Posting[] = []) =>
  postTypedPayments(
    [row({ adjusted: null, clientOwes: null, reasons: null, account: line.account, control: null, ...some })],
    { register: [line], payers: [CASCADE, CASH], imported, ...WITHOUT },
  );

describe('who paid', () => {
  test.each(['patient', 'Self', 'cash', 'HSA', 'client', 'Ruiz, Ana'])('%s is the client', (from) => {
    const { postings, findings } = postFrom({ from });
    expect(findings).toEqual([]);
    expect(postings.map((posting) => posting.from.kind)).toEqual(['client']);
  });

  test('a name that is close to the client or to a payer is asked about, with the close names', () => {
    const { postings, findings } = postFrom({ from: 'Ana Ruis' });
    expect(postings).toEqual([]);
    expect(findings[0]).toMatchObject({
      rule: 'payment-sender-unclear',
      fix: 'Did you mean "Ana Ruiz"? Correct "From".',
    });
  });

  test('an unknown sender is taken for a payer, and told', () => {
    const { postings, findings } = postFrom({ from: 'Union Fund' });
    expect(postings.map((posting) => posting.from)).toEqual([{ kind: 'payer', name: 'Union Fund' }]);
    expect(findings).toMatchObject([{ rule: 'payment-sender-unknown', severity: 'WARN' }]);
  });
});

test.each([
  ['in the future', { received: day('2026-12-24') }, /is dated 12\/24\/2026, which is still to come/],
  ['before the visit', { received: day('2026-09-01') }, /before the visit on 10\/05\/2026/],
])('a day %s is asked about', (_name, some, words) => {
  const { postings, findings } = postFrom(some);
  expect(postings).toEqual([]);
  expect(findings[0]?.message).toMatch(words);
});

test('nothing paid for one reason without an amount is for the whole charge', () => {
  const { postings, findings } = postFrom({ paid: ZERO, reasons: 'CO-197' });
  expect(findings).toEqual([]);
  expect(postings).toMatchObject([
    { denied: true, disputed: 12000, adjustments: [{ reason: '197', amount: 12000 }] },
  ]);
});

test('a check that a remittance has posted does not count a second time', () => {
  const imported = postFrom({ from: 'Cascade Health Plan' }).postings;
  const { postings, findings } = postFrom({}, imported);
  expect(postings).toEqual([]);
  expect(findings).toMatchObject([{ rule: 'payment-posted-twice', severity: 'STOP' }]);
  expect(postFrom({ paid: cents(1000) }, imported).findings).toEqual([]);
});

test('a negative denial is told in a sentence', () => {
  const { postings, findings } = postFrom({ paid: ZERO, reasons: 'CO-197 -120.00' });
  expect(postings).toEqual([]);
  expect(findings[0]?.message).toMatch(/pays nothing and takes less than nothing off/);
});
