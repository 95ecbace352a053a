import type { PostingContext } from '../../../src/billing/payments/post-remittances';
import { classifyLine } from '../../../src/billing/payments/classify-line';
import { lineAccounts } from '../../../src/billing/payments/line-account';
import type { PostingResult } from '../../../src/billing/payments/posting';
import { postTypedPayments, type TypedPayment } from '../../../src/billing/payments/typed-payments';
import { cents, minus, negated, type Cents } from '../../../src/billing/values/cents';
import type { Day } from '../../../src/billing/values/day';
import { after, CASCADE, contextOf, postWritten } from '../../support/remittance/post';
import {
  billedLine,
  type WrittenClaim,
  type WrittenRemittance,
} from '../../support/remittance/write-remittance';
import { day } from '../../support/values';

const bad = billedLine({ control: 'C1L1', account: 'C1', date: day('2026-10-05') });
const good = billedLine({ control: 'C2L1', account: 'C2', date: day('2026-10-06') });
const context = contextOf({ register: [bad, good] });

function paid(line: typeof bad, amount: Cents, status = '1'): WrittenClaim {
  const signed = (one: Cents) => (status === '22' ? negated(one) : one);
  return {
    account: line.account,
    status,
    ...(status === '22' ? { patientShare: null } : {}),
    lines: [
      {
        code: line.code,
        date: line.date,
        control: line.control,
        charge: signed(line.charge),
        paid: signed(amount),
        adjustments: [['CO', '45', signed(minus(line.charge, amount))]],
      },
    ],
  };
}

function check(number: string, date: Day, ...claims: WrittenClaim[]): WrittenRemittance {
  return { number, date, claims };
}

const wordsOf = ({ findings }: Pick<PostingResult, 'findings'>) => findings.map(({ message }) => message);

function balanceOf(line: typeof bad, { postings }: PostingContext): Cents {
  return lineAccounts([line], postings)[0]?.balance ?? line.charge;
}

test('a reversal of a claim that was never paid is told, and the claim beside it is posted', () => {
  const result = postWritten(
    [check('CHK1', day('2026-11-05'), { ...paid(bad, cents(2000), '22') }, paid(good, cents(8000)))],
    context,
  );
  expect(wordsOf(result)).toEqual(['Claim C1 takes back $20.00 that was not posted here.']);
  expect(balanceOf(good, after(context, result))).toBe(0);
});

test('a correction that comes before its reversal settles the line all the same', () => {
  const first = postWritten([check('CHK1', day('2026-11-05'), paid(bad, cents(8000)))], context);
  const corrected = postWritten(
    [check('CHK2', day('2026-11-12'), paid(bad, cents(9000)), paid(good, cents(8000)))],
    after(context, first),
  );
  const book = after(after(context, first), corrected);
  const reversal = check('CHK3', day('2026-11-19'), paid(bad, cents(8000), '22'));
  const result = postWritten([{ ...reversal, providerAdjustments: [['FB', 'NEXT', cents(-8000)]] }], book);
  const [line] = lineAccounts([bad], after(book, result).postings);
  expect(line).toMatchObject({ paidByPayers: 9000, adjusted: 3000, balance: 0 });
  expect(result.findings).toEqual([]);
});

test('the same check in two files with different totals is held the second time, with both amounts', () => {
  const first = postWritten([check('CHK1', day('2026-11-05'), paid(bad, cents(8000)))], context);
  const book = after(context, first);
  const second = postWritten(
    [
      check('CHK1', day('2026-11-05'), paid(bad, cents(8000)), paid(good, cents(9000))),
      check('CHK2', day('2026-11-05'), paid(good, cents(8000))),
    ],
    book,
  );
  expect(wordsOf(second)).toEqual([
    expect.stringMatching(/^The number CHK1 of .* was used before: .*\$80\.00 .* this one is \$170\.00\.$/),
  ]);
  expect(balanceOf(bad, after(book, second))).toBe(0);
  expect(balanceOf(good, after(book, second))).toBe(0);
});

test('a check that is dated before anything was billed is posted with a warning', () => {
  const result = postWritten([check('CHK1', day('2016-11-05'), paid(bad, cents(8000)))], context);
  expect(result.findings).toMatchObject([
    {
      rule: 'payment-before-practice',
      severity: 'WARN',
      message: expect.stringContaining(
        'is dated 11/05/2016, before the first visit that you billed (10/05/2026).',
      ) as string,
    },
  ]);
  expect(balanceOf(bad, after(context, result))).toBe(0);
});

test.each<[string, Day, number]>([
  ['a transfer that is announced some days ahead is posted', day('2026-12-15'), 0],
  ['a check that is dated more than a month from today is posted with a warning', day('2028-01-03'), 1],
])('%s', (_, date, told) => {
  const result = postWritten([check('CHK1', date, paid(bad, cents(8000)))], {
    ...context,
    today: day('2026-12-01'),
  });
  expect(result.findings.map(({ rule }) => rule)).toEqual(Array(told).fill('payment-in-future'));
  expect(balanceOf(bad, after(context, result))).toBe(0);
});

test('more than the charge is told, also where the payer’s adjustments add to the charge', () => {
  const result = postWritten([check('CHK1', day('2026-11-05'), paid(bad, cents(15000)))], context);
  const [account] = lineAccounts([bad], after(context, result).postings);
  const verdict =
    account && classifyLine(account, { expected: null, payer: CASCADE, today: day('2026-12-01') });
  expect(verdict).toEqual({
    word: 'unexpected',
    why: '$150.00 was paid for a charge of $120.00.',
    amount: 3000,
  });
});

const TYPED: TypedPayment = {
  ...{ key: 'typed|2', place: null, received: day('2026-11-09'), from: CASCADE.name, reference: '77' },
  ...{ account: 'C1', control: null, allowed: null, paid: cents(12000), adjusted: null },
  ...{ clientOwes: null, reasons: null },
};

test.each<[string, Partial<TypedPayment>, string]>([
  [
    'of a client who does not exist',
    { from: 'Quentin Zephyr', account: null },
    'names no claim or line, and is from "Quentin Zephyr", who is neither a client nor a payer here.',
  ],
  ['for a claim that does not exist', { account: 'C9' }, 'names C9, which is not in the register.'],
  [
    'that denies less than nothing',
    { paid: cents(0), reasons: 'CO-197 -120.00' },
    'pays nothing and takes less than nothing off.',
  ],
  [
    'of a client, dated before the practice began',
    { from: 'client', received: day('2016-11-09') },
    'is dated 11/09/2016, more than a year before the visit on 10/05/2026.',
  ],
])('a typed payment %s is one sentence, and the row beside it counts', (_, some, words) => {
  const other = { ...TYPED, key: 'typed|3', account: 'C2' };
  const { postings, findings } = postTypedPayments([{ ...TYPED, ...some }, other], {
    ...{ register: [bad, good], payers: [CASCADE], clients: [], imported: [], sameCheck: new Map() },
    today: day('2026-11-30'),
  });
  expect(findings).toMatchObject([{ severity: 'STOP', message: expect.stringContaining(words) as string }]);
  expect(postings.map(({ account }) => account)).toEqual(['C2']);
});
