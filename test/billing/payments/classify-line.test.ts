import { agreedAllowed } from '../../../src/billing/payments/agreed-allowed';
import { expectedPayments } from '../../../src/billing/payments/expected-payment';
import { classifyLine } from '../../../src/billing/payments/classify-line';
import { lineAccounts } from '../../../src/billing/payments/line-account';
import type { Posting } from '../../../src/billing/payments/posting';
import { cents, negated, ZERO, type Cents } from '../../../src/billing/values/cents';
import type { Day } from '../../../src/billing/values/day';
import { day } from '../../support/values';
import { feeOf, payerOf } from '../claims/records';
import { after, contextOf, postWritten } from '../../support/remittance/post';
import {
  billedLine,
  type WrittenAdjustment,
  type WrittenRemittance,
} from '../../support/remittance/write-remittance';

const DATE = day('2026-10-05');
const line = billedLine({ control: 'L1', date: DATE, billedOn: day('2026-10-06') });
const payer = payerOf({
  name: line.payer,
  payerId: '91062',
  inNetwork: true,
  daysToFollowUp: 30,
  laterUnitReduction: 20,
});
const prices = agreedAllowed([
  { ...feeOf('97124', cents(2500)), payer: line.payer },
  feeOf('97140', cents(3500)),
]);
const benefit = { copay: cents(1500), coinsurancePercent: 0, deductibleLeft: ZERO };
const expected = expectedPayments([line], payer, benefit, prices).lines[0] ?? null;

const answer = (
  number: string,
  paid: Cents,
  adjustments: WrittenAdjustment[],
  status = '1',
  sign = 1,
): WrittenRemittance => ({
  number,
  date: day('2026-11-09'),
  providerAdjustments: paid < ZERO ? [['FB', 'forward', paid]] : [],
  claims: [
    {
      account: line.account,
      status,
      lines: [
        {
          code: line.code,
          charge: sign < 0 ? negated(line.charge) : line.charge,
          paid,
          date: DATE,
          control: 'L1',
          adjustments,
        },
      ],
    },
  ],
});

function verdict(remittances: WrittenRemittance[], today = day('2026-11-14'), clientPaid = ZERO) {
  let context = contextOf({ register: [line], payers: [payer] });
  for (const one of remittances) context = after(context, postWritten([one], context));
  const client: Posting[] =
    clientPaid === ZERO
      ? []
      : [
          {
            ...(context.postings[0] as Posting),
            key: 'c',
            from: { kind: 'client', name: line.client },
            paid: clientPaid,
            adjusted: ZERO,
            clientShare: ZERO,
            disputed: ZERO,
            status: '',
            denied: false,
            adjustments: [],
          },
        ];
  const [account] = lineAccounts([line], [...context.postings, ...client]);
  return account && classifyLine(account, { expected, payer, today });
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
  const second = billedLine({ control: 'L2', code: '97140', units: 1, charge: cents(5000) });
  const all = agreedAllowed([
    { ...feeOf('97124', cents(2500)), payer: line.payer },
    { ...feeOf('97140', cents(3500)), payer: line.payer },
  ]);
  const { lines, deductibleLeft } = expectedPayments(
    [line, second],
    payer,
    { copay: cents(1000), coinsurancePercent: 10, deductibleLeft: cents(7500) },
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

const usual: WrittenAdjustment[] = [
  ['CO', '45', cents(3500)],
  ['PR', '3', cents(1500)],
];

test.each<[string, string, WrittenRemittance[], Day, number]>([
  ['paid as agreed', 'good', [answer('1', cents(7000), usual)], day('2026-11-14'), 0],
  [
    'reversed and paid again',
    'good',
    [
      answer('1', cents(7000), usual),
      answer(
        '2',
        cents(-7000),
        [
          ['CO', '45', cents(-3500)],
          ['PR', '3', cents(-1500)],
        ],
        '22',
        -1,
      ),
      answer('3', cents(7000), usual),
    ],
    day('2026-11-14'),
    0,
  ],
  [
    'reduced more than agreed',
    'write-off too high',
    [
      answer('1', cents(5000), [
        ['CO', '45', cents(5500)],
        ['PR', '3', cents(1500)],
      ]),
    ],
    day('2026-11-14'),
    2000,
  ],
  [
    'part of it refused',
    'payment missing',
    [answer('1', cents(5000), [...usual, ['CO', '151', cents(2000)]])],
    day('2026-11-14'),
    2000,
  ],
  [
    'more left to the client than agreed',
    'payment missing',
    [
      answer('1', cents(5000), [
        ['CO', '45', cents(3500)],
        ['PR', '3', cents(3500)],
      ]),
    ],
    day('2026-11-14'),
    2000,
  ],
  [
    'paid twice',
    'duplicate',
    [answer('1', cents(7000), usual), answer('2', cents(7000), usual)],
    day('2026-11-14'),
    7000,
  ],
  [
    'called a duplicate',
    'duplicate',
    [answer('1', ZERO, [['OA', '18', cents(12000)]])],
    day('2026-11-14'),
    12000,
  ],
  ['denied', 'denied', [answer('1', ZERO, [['CO', '29', cents(12000)]], '4')], day('2026-11-14'), 12000],
  ['not answered in time', 'overdue', [], day('2026-11-06'), 12000],
  ['not answered yet', 'waiting', [], day('2026-11-05'), 12000],
  [
    'taken back and not paid again',
    'overdue',
    [
      answer('1', cents(7000), usual),
      answer(
        '2',
        cents(-7000),
        [
          ['CO', '45', cents(-3500)],
          ['PR', '3', cents(-1500)],
        ],
        '22',
        -1,
      ),
    ],
    day('2026-11-14'),
    12000,
  ],
  [
    'paid more than agreed',
    'unexpected',
    [answer('1', cents(8500), [['CO', '45', cents(3500)]])],
    day('2026-11-14'),
    1500,
  ],
])('%s is %s', (_name, word, remittances, today, amount) => {
  const judged = verdict(remittances, today);
  expect(judged?.word).toBe(word);
  expect(judged?.amount).toBe(amount);
});

test('an overpaid client is unexpected', () => {
  expect(verdict([answer('1', cents(7000), usual)], day('2026-11-14'), cents(2000))).toMatchObject({
    word: 'unexpected',
    amount: 500,
  });
});
