import type {
  ImportedFile,
  ImportedPayment,
  ImportReport,
} from '../../../../src/actions/payments/import-report';
import {
  monthsReceived,
  paymentsView,
  postedWords,
} from '../../../../src/taskpane/model/month/payments-view';
import { sum, ZERO } from '../../../../src/billing/values/cents';
import { day, usd } from '../../../support/values';

const payment = {
  key: 'K1',
  reference: 'CHK1',
  from: 'Cascade Health Plan',
  received: day('2026-11-16'),
  amount: usd('100'),
  content: '',
  at: null,
};

const check = (change: Partial<ImportedPayment> = {}): ImportedPayment => ({
  payment,
  posted: usd('100'),
  ...{ postedBefore: ZERO, unmatched: ZERO, unmatchedBefore: ZERO, notOurs: ZERO, held: ZERO },
  ...{ notDecided: ZERO, takenBack: ZERO, unexplained: ZERO },
  isRepeated: false,
  isHeld: false,
  claims: [
    {
      ...{ account: 'C26100001', client: 'Ada Applegate', lines: 2 },
      ...{ paid: usd('100'), adjusted: usd('20'), clientOwes: usd('10') },
    },
  ],
  providerAdjustments: [],
  ...change,
});

const report = (payments: ImportedPayment[], change: Partial<ImportReport> = {}): ImportReport => {
  const file: ImportedFile = { name: 'november.835', payments, unmatched: [], held: [], findings: [] };
  const all = (key: 'posted' | 'unmatched' | 'held') => sum(payments.map((one) => one[key]));
  return {
    action: 'import-remittances',
    files: [file],
    posted: all('posted'),
    unmatched: all('unmatched'),
    held: all('held'),
    claims: [],
    isComplete: true,
    findings: [],
    ...change,
  };
};

describe('the button that posts', () => {
  const none = { posted: ZERO, claims: [] };
  const second = { ...payment, key: 'K2' };
  test.each([
    ['money for claims', [check(), check({ payment: second })], true, 'Post 2 payments, $200.00', null],
    [
      'a denial, which pays nothing',
      [check({ payment: { ...payment, amount: ZERO }, posted: ZERO })],
      true,
      'Post 1 payment, $0.00',
      null,
    ],
    [
      'money that finds no line',
      [check({ ...none, unmatched: usd('72') })],
      true,
      'Keep $72.00 as unmatched',
      '$72.00 finds no line and waits for you under Unmatched payments.',
    ],
    [
      'money that is held beside money that is posted',
      [check(), check({ ...none, held: usd('50') })],
      true,
      'Post 1 payment, $100.00',
      '$50.00 is held and not posted.',
    ],
    [
      'the same file again',
      [check({ ...none, postedBefore: usd('100'), isRepeated: true })],
      false,
      null,
      'These payments were posted before. Nothing is posted twice.',
    ],
    ['a file that is no remittance', [], false, null, 'There is nothing to post in these files.'],
  ] as const)('%s', (_, payments, isNew, label, note) => {
    const view = paymentsView({ report: report([...payments]), isNew });
    expect([view.postLabel, view.note]).toEqual([label, note]);
  });
});

describe('where each cent of a check went', () => {
  test.each([
    ['all posted', {}, ['posted to 1 claim: $100.00']],
    [
      'taken back for an old claim',
      { posted: usd('112.34'), takenBack: usd('12.34') },
      ['posted to 1 claim: $112.34', 'taken back by the payer: -$12.34'],
    ],
    [
      'with interest',
      {
        posted: usd('99.43'),
        takenBack: usd('-0.57'),
        providerAdjustments: [
          {
            ...{ at: { segment: 9, line: 9 }, provider: '', date: null, reference: '' },
            ...{ reason: 'L6', amount: usd('-0.57') },
          },
        ],
      },
      ['posted to 1 claim: $99.43', 'interest from the payer: $0.57'],
    ],
    [
      'in all other ways',
      {
        posted: usd('10'),
        postedBefore: usd('20'),
        unmatched: usd('25'),
        unmatchedBefore: usd('5'),
        notOurs: usd('5'),
        held: usd('15'),
        notDecided: usd('20'),
      },
      [
        'posted to 1 claim: $10.00',
        'posted before: $20.00',
        'unmatched: you say what it is for: $25.00',
        'unmatched before, and still waiting: $5.00',
        'set aside before as not ours: $5.00',
        'held: does not balance: $15.00',
        'of claims that are not decided yet: $20.00',
      ],
    ],
    [
      'a check whose own numbers differ',
      { posted: ZERO, claims: [], unexplained: usd('100') },
      ['that the file does not explain: $100.00'],
    ],
  ] as const)('%s', (_, change, parts) => {
    const [shown] = paymentsView({
      report: report([check(change as Partial<ImportedPayment>)]),
      isNew: true,
    }).checks;
    const told = (shown?.parts ?? []).map(({ words, amount }) => `${words}: ${amount}`);
    expect(told).toEqual(parts);
    const cents = (shown?.parts ?? []).map(({ amount }) => Math.round(100 * Number(amount.replace('$', ''))));
    expect(cents.reduce((sum, one) => sum + one, 0)).toBe(10000);
  });
});

test('a finding names its file and line', () => {
  const [file] = report([]).files;
  const finding = {
    ...{
      rule: 'payment-unmatched',
      severity: 'WARN' as const,
      message: 'It found no line.',
      fix: 'Settle it.',
      source: '835',
    },
    ...{ place: null, at: { line: 12, segment: 34 } },
  };
  const files = file ? [{ ...file, findings: [finding, { ...finding, at: null }] }] : [];
  const { findings } = paymentsView({ report: report([], { files }), isNew: false });
  expect(findings.map(({ where }) => where)).toEqual(['november.835, line 12', 'november.835']);
});

test('what was posted is told with what waits, and with the months in which it came', () => {
  const told = report([
    check(),
    check({ payment: { ...payment, received: day('2026-09-02') }, posted: ZERO, unmatched: usd('72') }),
  ]);
  expect(postedWords(told)).toEqual([
    '2 payments read, $100.00 posted.',
    '$72.00 waits under Unmatched payments.',
  ]);
  expect(monthsReceived(told)).toEqual(['2026-09', '2026-11']);
});
