import { lineAccounts, type LineAccount } from '../../../src/billing/payments/line-account';
import { paidAtVisits } from '../../../src/practice/payments/paid-at-visits';
import { cents, negated, ZERO } from '../../../src/billing/values/cents';
import { after, contextOf, postWritten } from '../../support/remittance/post';
import {
  billedLine,
  type WrittenAdjustment,
  type WrittenLine,
  type WrittenRemittance,
} from '../../support/remittance/write-remittance';
import { day } from '../../support/values';

const DATE = day('2026-10-05');
const line = billedLine({ control: 'L1', date: DATE });
const other = billedLine({ control: 'L2', code: '97140', charge: cents(6000), date: DATE });

type Answer = [day: string, paid: number, adjustments: WrittenAdjustment[], status?: string];

const check = ([on, paid, adjustments, status = '1']: Answer, index: number): WrittenRemittance => {
  const sign = status === '22' ? negated : (amount: typeof ZERO) => amount;
  const service: WrittenLine = {
    ...{ code: '97124', date: DATE, control: 'L1', charge: sign(cents(12000)), paid: sign(cents(paid)) },
    adjustments: adjustments.map(([group, reason, amount]) => [group, reason, sign(amount)]),
  };
  return {
    number: `CHK${String(index)}`,
    date: day(on),
    claims: [{ account: line.account, status, lines: [service], patientShare: null }],
    ...(status === '22' ? { providerAdjustments: [['FB', 'NEXT', cents(-paid)]] } : {}),
  };
};

function accountAfter(answers: readonly Answer[]): LineAccount | undefined {
  let context = contextOf({ register: [line] });
  for (const one of answers.map(check)) context = after(context, postWritten([one], context));
  return lineAccounts([line], context.postings)[0];
}

const off = (amount: number): WrittenAdjustment => ['CO', '45', cents(amount)];

test.each<[string, Answer[], Partial<LineAccount>]>([
  [
    'an additional payment decides the write-off anew, and what is refused stays open',
    [
      ['2026-11-03', 6000, [off(2000), ['CO', '50', cents(4000)]]],
      ['2026-11-20', 2000, [off(2000), ['CO', '50', cents(2000)], ['OA', '23', cents(6000)]]],
    ],
    { paidByPayers: cents(8000), adjusted: cents(2000), balance: cents(2000), allowed: cents(8000) },
  ],
  [
    'a duplicate that is denied takes nothing of the write-off',
    [
      ['2026-11-03', 8000, [off(4000)]],
      ['2026-11-20', 0, [['OA', '18', cents(12000)]], '4'],
    ],
    { paidByPayers: cents(8000), adjusted: cents(4000), balance: ZERO },
  ],
  [
    'the same payment twice writes off once, and the payer has paid too much',
    [
      ['2026-11-03', 6000, [off(4000), ['PR', '3', cents(2000)]]],
      ['2026-11-20', 6000, [off(4000), ['PR', '3', cents(2000)]]],
    ],
    { adjusted: cents(4000), payerOwes: cents(-6000), clientOwes: cents(2000) },
  ],
  [
    'of two answers a later check takes back the one that it repeats',
    [
      ['2026-11-03', 8000, [off(4000)]],
      ['2026-11-20', 8000, [off(2000), ['PR', '2', cents(2000)]]],
      ['2026-12-01', 8000, [off(4000)], '22'],
    ],
    { paidByPayers: cents(8000), adjusted: cents(2000), clientOwes: cents(2000), balance: cents(2000) },
  ],
])('%s', (_name, answers, expected) => {
  expect(accountAfter(answers)).toMatchObject(expected);
  expect(accountAfter([...answers].reverse())).toMatchObject(expected);
});

test('a flat copay that the payer puts on one line takes what was paid at the visit', () => {
  const services: WrittenLine[] = [
    { code: '97124', date: DATE, control: 'L1', charge: cents(12000), paid: cents(12000) },
    {
      ...{ code: '97140', date: DATE, control: 'L2', charge: cents(6000), paid: cents(4000) },
      adjustments: [['PR', '3', cents(2000)]],
    },
  ];
  const { postings } = postWritten(
    [{ number: '1', date: day('2026-11-03'), claims: [{ account: line.account, lines: services }] }],
    contextOf({ register: [line, other] }),
  );
  const copay = paidAtVisits({
    claims: [{ account: line.account, clientPaid: cents(2000), status: 'Made', frequency: '1' }],
    lines: [line, other],
    retired: [],
  });
  const accounts = lineAccounts([line, other], [...postings, ...copay]);
  expect(accounts.map(({ paidByClient, balance }) => [paidByClient, balance])).toEqual([
    [0, 0],
    [2000, 0],
  ]);
});
