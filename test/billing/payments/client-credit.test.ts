import {
  clientCredits,
  creditControl,
  postingsOfRefund,
  postingsOfUses,
  usedBy,
  type CreditBook,
} from '../../../src/billing/payments/client-credit';
import { lineAccounts } from '../../../src/billing/payments/line-account';
import { postTypedPayments, type TypedPayment } from '../../../src/billing/payments/typed-payments';
import { cents, sum } from '../../../src/billing/values/cents';
import { CASCADE, contextOf, postWritten } from '../../support/remittance/post';
import { billedLine } from '../../support/remittance/write-remittance';
import { day } from '../../support/values';
import { clientOf } from '../claims/records';

const TODAY = day('2026-11-30');
const sam = { client: 'Sam Rivera', charge: cents(12000) };
const first = billedLine({ ...sam, control: 'C1L1', account: 'C1', date: day('2026-10-05') });
const second = billedLine({ ...sam, control: 'C2L1', account: 'C2', date: day('2026-10-12') });

const row = (some: Partial<TypedPayment>): TypedPayment => ({
  ...{ key: 'typed|2', place: null, received: day('2026-11-01'), from: 'Sam Rivera', reference: null },
  ...{ account: null, control: null, allowed: null, paid: cents(5000), adjusted: null, clientOwes: null },
  ...{ reasons: null, ...some },
});

function typed(some: Partial<TypedPayment>, register = [first, second]) {
  return postTypedPayments([row(some)], {
    register,
    payers: [CASCADE],
    clients: [clientOf({ name: 'Sam Rivera', aliases: ['Rivera, S.'] })],
    imported: [],
    sameCheck: new Map(),
    today: TODAY,
  });
}

/** The payer allows all of it and leaves $20.00 of each line to the client. */
function answered(lines = [first, second]) {
  return postWritten(
    [
      {
        number: 'CHK1',
        date: day('2026-11-05'),
        claims: lines.map((line) => ({
          account: line.account,
          lines: [
            {
              code: line.code,
              date: line.date,
              control: line.control,
              charge: line.charge,
              paid: cents(10000),
              adjustments: [['PR', '3', cents(2000)]],
            },
          ],
        })),
      },
    ],
    contextOf({ register: lines }),
  ).postings;
}

const bookOf = (some: Partial<CreditBook> = {}): CreditBook => ({
  ...{ lines: [first, second], retired: [], postings: [], ...some },
});

test('what a client pays without naming a claim is a credit of theirs, whichever name they go by', () => {
  const { postings, findings } = typed({ from: 'Rivera, S.' });
  expect(findings).toEqual([]);
  expect(postings).toMatchObject([{ control: creditControl('Sam Rivera'), account: '', paid: 5000 }]);
  expect(clientCredits(bookOf({ postings }))).toMatchObject([
    {
      client: 'Sam Rivera',
      amount: 5000,
      sources: [{ kind: 'paid ahead', amount: 5000 }],
      open: [],
      uses: [],
    },
  ]);
});

test.each([
  [{ from: 'Sam Riverra' }, 'payment-client-unknown', 'Did you mean "Sam Rivera"?'],
  [{ from: 'Quentin Zephyr' }, 'payment-client-unknown', 'Correct "From", or add the client'],
  [{ from: 'cash' }, 'payment-client-unclear', 'Write the name of the client'],
  [{ from: 'Cascade Health Plan' }, 'payment-line-unknown', 'Type the account of the claim'],
  [{ received: day('2024-11-01') }, 'payment-date-too-early', 'Correct the day.'],
  [{ received: day('2026-12-24') }, 'payment-date-in-future', 'Correct the day.'],
])('a payment without a claim that cannot be placed is asked about: %o', (some, rule, fix) => {
  const { postings, findings } = typed(some);
  expect(postings).toEqual([]);
  expect(findings).toMatchObject([{ rule, severity: 'STOP' }]);
  expect(findings[0]?.fix).toContain(fix);
});

test('a credit would be used for the oldest open share first, and nothing of it is used before it is asked for', () => {
  const postings = [...typed({ paid: cents(3000) }).postings, ...answered()];
  const [credit] = clientCredits(bookOf({ postings }));
  expect(credit?.uses).toMatchObject([
    { to: { control: 'C1L1' }, amount: 2000 },
    { to: { control: 'C2L1' }, amount: 1000 },
  ]);
  const before = lineAccounts([first, second], postings);
  expect(before.map(({ clientOwes }) => clientOwes)).toEqual([2000, 2000]);
  const used = [...postings, ...postingsOfUses(credit?.uses ?? [], 'credit|1', TODAY)];
  expect(lineAccounts([first, second], used).map(({ clientOwes }) => clientOwes)).toEqual([0, 1000]);
  expect(clientCredits(bookOf({ postings: used }))).toEqual([]);
  expect(sum(used.map(({ paid }) => paid))).toBe(sum(postings.map(({ paid }) => paid)));
});

test('what was paid too much on one claim is used for another, judged by claim and never by line', () => {
  const postings = [...typed({ account: 'C1', paid: cents(2500) }).postings, ...answered()];
  const [credit] = clientCredits(bookOf({ postings }));
  expect(credit).toMatchObject({ amount: 500, sources: [{ kind: 'paid too much', account: 'C1' }] });
  const used = [...postings, ...postingsOfUses(credit?.uses ?? [], 'credit|1', TODAY)];
  expect(lineAccounts([first, second], used).map(({ clientOwes }) => clientOwes)).toEqual([0, 1500]);
});

test('a copay that is ahead of the payer is no credit', () => {
  const { postings } = typed({ account: 'C1', paid: cents(2000) });
  expect(clientCredits(bookOf({ postings }))).toEqual([]);
});

test('what a client paid on a claim that was replaced is theirs, whatever the payer had left to them', () => {
  const postings = [...typed({ account: 'C1', paid: cents(2000) }).postings, ...answered()];
  const [credit] = clientCredits(bookOf({ lines: [second], retired: [first], postings }));
  expect(credit).toMatchObject({
    amount: 2000,
    sources: [{ kind: 'claim counts no longer', account: 'C1' }],
    uses: [{ to: { control: 'C2L1' }, amount: 2000 }],
  });
});

test('a refund takes the credit away and nothing else', () => {
  const postings = [...typed({ paid: cents(3000) }).postings, ...answered()];
  const [credit] = clientCredits(bookOf({ postings }));
  const about = { payment: 'refund|1', received: TODAY, reference: 'check 1042' };
  const after = [...postings, ...postingsOfRefund(credit?.sources ?? [], about)];
  expect(clientCredits(bookOf({ postings: after }))).toEqual([]);
  expect(lineAccounts([first, second], after).map(({ clientOwes }) => clientOwes)).toEqual([2000, 2000]);
  expect(credit && usedBy(credit)).toBe(3000);
});
