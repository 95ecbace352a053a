import { agreedPrices, expectedPayments } from '../../../src/billing/payments/expected-payment';
import { judgeLine } from '../../../src/billing/payments/judge-line';
import { lineAccounts } from '../../../src/billing/payments/line-account';
import type { Posting } from '../../../src/billing/payments/posting';
import { feeOf, payerOf } from '../claims/records';
import { after, contextOf, postWritten } from '../../support/remittance/post';
import { billedLine, type WrittenRemittance } from '../../support/remittance/write-remittance';

const DATE = 46300;
const line = billedLine({ control: 'L1', date: DATE, billedOn: 46301 });
const payer = payerOf({
  name: line.payer,
  payerId: '91062',
  inNetwork: true,
  daysToFollowUp: 30,
  laterUnitReduction: 20,
});
const prices = agreedPrices([{ ...feeOf('97124', 2500), payer: line.payer }, feeOf('97140', 3500)]);
const benefit = { copay: 1500, coinsurancePercent: 0, deductibleLeft: 0 };
const expected = expectedPayments([line], payer, benefit, prices).lines[0] ?? null;

type Adjustments = [string, string, number][];
const answer = (
  number: string,
  paid: number,
  adjustments: Adjustments,
  status = '1',
  sign = 1,
): WrittenRemittance => ({
  number,
  date: 46335,
  providerAdjustments: paid < 0 ? [['FB', 'forward', paid]] : [],
  claims: [
    {
      account: line.account,
      status,
      lines: [{ code: line.code, charge: sign * line.charge, paid, date: DATE, control: 'L1', adjustments }],
    },
  ],
});

function verdict(remittances: WrittenRemittance[], today = 46340, clientPaid = 0) {
  let context = contextOf({ register: [line], payers: [payer] });
  for (const one of remittances) context = after(context, postWritten([one], context));
  const client: Posting[] =
    clientPaid === 0
      ? []
      : [
          {
            ...(context.postings[0] as Posting),
            key: 'c',
            from: { kind: 'client', name: line.client },
            paid: clientPaid,
            adjusted: 0,
            clientShare: 0,
            disputed: 0,
            status: '',
            denied: false,
            adjustments: [],
          },
        ];
  const [account] = lineAccounts([line], [...context.postings, ...client]);
  return account && judgeLine(account, { expected, payer, today });
}

test('expects the first unit in full, the others reduced, less what the client pays', () => {
  expect(expected).toMatchObject({
    allowed: 2500 + 3 * 2000,
    writeOff: 3500,
    clientShare: 1500,
    payment: 7000,
  });
});

test('takes the deductible first, then the copay once a visit, then the coinsurance', () => {
  const second = billedLine({ control: 'L2', code: '97140', units: 1, charge: 5000 });
  const all = agreedPrices([
    { ...feeOf('97124', 2500), payer: line.payer },
    { ...feeOf('97140', 3500), payer: line.payer },
  ]);
  const { lines, deductibleLeft } = expectedPayments(
    [line, second],
    payer,
    { copay: 1000, coinsurancePercent: 10, deductibleLeft: 7500 },
    all,
  );
  expect(
    lines.map(({ allowed, deductible, copay, coinsurance, payment }) => [
      allowed,
      deductible,
      copay,
      coinsurance,
      payment,
    ]),
  ).toEqual([
    [8000, 7500, 500, 0, 0],
    [3500, 0, 500, 300, 2700],
  ]);
  expect(deductibleLeft).toBe(0);
});

test('expects nothing of a payer without an agreed price or known benefits', () => {
  expect(expectedPayments([{ ...line, code: '97140' }], payer, benefit, prices).lines[0]).toMatchObject({
    allowed: null,
    payment: null,
  });
  expect(expectedPayments([line], payer, null, prices).lines[0]).toMatchObject({
    allowed: 8500,
    writeOff: 3500,
    payment: null,
  });
});

const usual: Adjustments = [
  ['CO', '45', 3500],
  ['PR', '3', 1500],
];

test.each<[string, string, WrittenRemittance[], number, number]>([
  ['paid as agreed', 'good', [answer('1', 7000, usual)], 46340, 0],
  [
    'reversed and paid again',
    'good',
    [
      answer('1', 7000, usual),
      answer(
        '2',
        -7000,
        [
          ['CO', '45', -3500],
          ['PR', '3', -1500],
        ],
        '22',
        -1,
      ),
      answer('3', 7000, usual),
    ],
    46340,
    0,
  ],
  [
    'reduced more than agreed',
    'write-off too high',
    [
      answer('1', 5000, [
        ['CO', '45', 5500],
        ['PR', '3', 1500],
      ]),
    ],
    46340,
    2000,
  ],
  [
    'part of it refused',
    'payment missing',
    [answer('1', 5000, [...usual, ['CO', '151', 2000]])],
    46340,
    2000,
  ],
  [
    'more left to the client than agreed',
    'payment missing',
    [
      answer('1', 5000, [
        ['CO', '45', 3500],
        ['PR', '3', 3500],
      ]),
    ],
    46340,
    2000,
  ],
  ['paid twice', 'duplicate', [answer('1', 7000, usual), answer('2', 7000, usual)], 46340, 7000],
  ['called a duplicate', 'duplicate', [answer('1', 0, [['OA', '18', 12000]])], 46340, 12000],
  ['denied', 'denied', [answer('1', 0, [['CO', '29', 12000]], '4')], 46340, 12000],
  ['not answered in time', 'overdue', [], 46332, 12000],
  ['not answered yet', 'waiting', [], 46331, 12000],
  [
    'taken back and not paid again',
    'overdue',
    [
      answer('1', 7000, usual),
      answer(
        '2',
        -7000,
        [
          ['CO', '45', -3500],
          ['PR', '3', -1500],
        ],
        '22',
        -1,
      ),
    ],
    46340,
    12000,
  ],
  ['paid more than agreed', 'unexpected', [answer('1', 8500, [['CO', '45', 3500]])], 46340, 1500],
])('%s is %s', (_name, word, remittances, today, amount) => {
  const judged = verdict(remittances, today);
  expect(judged?.word).toBe(word);
  expect(judged?.amount).toBe(amount);
});

test('an overpaid client is unexpected', () => {
  expect(verdict([answer('1', 7000, usual)], 46340, 2000)).toMatchObject({ word: 'unexpected', amount: 500 });
});
