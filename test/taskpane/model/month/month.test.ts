import { ageingChart, CHART } from '../../../../src/taskpane/model/month/ageing-chart';
import { correctionView } from '../../../../src/taskpane/model/month/correction';
import { documentRequest } from '../../../../src/taskpane/model/month/document-request';
import { glanceOf } from '../../../../src/taskpane/model/month/glance';
import { aboutOf, lookAtGroups } from '../../../../src/taskpane/model/month/look-at';
import { EMPTY_PAYMENT, PAID_AHEAD, paymentForm } from '../../../../src/taskpane/model/month/payment-form';
import type { ClaimException } from '../../../../src/billing/month/by-claim';
import { sum, ZERO } from '../../../../src/billing/values/cents';
import { day as dayOfIso, usd } from '../../../support/values';
import type { CorrectionsReport } from '../../../../src/actions/claims/correct-claims';

const day = dayOfIso('2026-11-16');
const OCTOBER_2 = dayOfIso('2026-10-02');

test('a month at a glance reads as a sum, and says in words whether it balances', () => {
  const total = {
    ...{ name: 'All', opening: usd('100'), charges: usd('50'), payments: usd('65'), closing: usd('70') },
    ...{ paidByPayers: usd('60'), paidByClients: usd('5'), adjustments: usd('15') },
  };
  const balances = { total, byPayer: [], byClient: [], byLine: [] };
  const { rows, words } = glanceOf({ balances, outOfBalance: [] });
  expect(rows.map(({ sign, amount }) => `${sign}${amount}`)).toEqual([
    '$100.00',
    '+$50.00',
    '−$60.00',
    '−$5.00',
    '−$15.00',
    '=$70.00',
  ]);
  expect(words).toBe('The month balances.');
  const torn = glanceOf({ balances, outOfBalance: ['Check 12 is $5.00 more than its claims.'] });
  expect([torn.outOfBalance, torn.words, torn.faults]).toEqual([
    false,
    'The month does not balance. Mend this first:',
    ['Check 12 is $5.00 more than its claims.'],
  ]);
});

describe('to look at', () => {
  const one = (change: Partial<ClaimException>): ClaimException => ({
    ...{ word: 'denied' as const, why: 'Denied: too late (CO-29).', fix: 'Appeal.', needsCall: true },
    ...{ client: 'Ada Applegate', payer: 'Cascade', date: OCTOBER_2, code: '97124', account: 'C1' },
    ...{ control: 'C1-1', lastDay: null, followUp: null, lines: 3 },
    ...{ amount: usd('0.10'), to: dayOfIso('2026-10-30') },
    ...change,
  });
  const all = [
    one({}),
    one({ word: 'overdue', client: 'Bruno Birchwood', payer: 'Evergreen' }),
    one({ client: 'محمد', amount: usd('0.20') }),
  ];

  test.each([
    ['', ['Denied 2, $0.30', 'Overdue 1, $0.10']],
    ['evergreen', ['Overdue 1, $0.10']],
    ['CO-29 ada', ['Denied 1, $0.10']],
    ['محمد', ['Denied 1, $0.20']],
    ['nobody', []],
  ])('the words "%s" leave %j', (filter, wanted) => {
    expect(lookAtGroups(all, filter).map(({ title, aside }) => `${title} ${aside}`)).toEqual(wanted);
  });

  test.each([
    [{}, 'Cascade, C1, Oct 2 to Oct 30, 3 lines'],
    [{ lines: 1, to: OCTOBER_2 }, 'Cascade, C1, Oct 2, 97124'],
    [{ payer: null, account: null, lines: 2 }, 'payer not clear, Oct 2 to Oct 30, 2 visits'],
  ])('%j reads as %s', (change, words) => expect(aboutOf(one(change))).toBe(words));
});

describe('the chart of what is owed', () => {
  const row = (payer: string, first: string, second = '0', last = '0') => ({
    payer,
    bands: {
      ...{ '0-30': usd(first), '31-60': usd(second), '61-90': ZERO, '91-120': ZERO },
      'over 120': usd(last),
    },
    total: sum([first, second, last].map(usd)),
  });
  const rows = [
    row('Cascade Health Plan', '100', '0', '100'),
    row('A payer with a very long name indeed', '0', '50'),
  ];

  test('one scale for all payers, and the parts of a bar come to its total', () => {
    const bars = ageingChart(rows)?.bars ?? [];
    expect(bars.map(({ name, total, parts }) => [name, total, parts])).toEqual([
      [
        'Cascade Health Plan',
        '$200.00',
        [
          { band: 0, x: 0, width: 120 },
          { band: 4, x: 120, width: 120 },
        ],
      ],
      ['A payer with a very lon…', '$50.00', [{ band: 1, x: 0, width: 60 }]],
    ]);
    expect(CHART.width).toBe(240);
  });

  test('its description has every number', () => {
    expect(ageingChart(rows)?.description).toBe(
      'Cascade Health Plan owes $200.00: $100.00 0-30 days, $100.00 over 120 days. A payer with a very long name indeed owes $50.00: $50.00 31-60 days.',
    );
  });

  test('eight bars at most; nothing owed is no chart', () => {
    const many = ageingChart(Array.from({ length: 11 }, (_, index) => row(`Payer ${String(index)}`, '10')));
    expect([many?.bars.length, many?.rest]).toEqual([8, 'and 3 payers more in the table']);
    expect(ageingChart([row('Cascade', '0')])).toBeNull();
  });
});

describe('a typed payment', () => {
  const typed = { ...EMPTY_PAYMENT, account: 'C1', received: '2026-11-16', paid: '1,080.50' };
  test.each([
    [{ account: '' }, 'Choose the claim that the payment is for.'],
    [{ received: '' }, 'Say on which day the money came.'],
    [{ paid: ' ' }, 'Type the amount paid; 0 for a denial.'],
    [{ paid: 'eighty' }, 'The amount paid, "eighty", is not an amount: type it as 95.00.'],
    [{ adjusted: '4.005' }, 'The amount written off, "4.005", is not an amount: type it as 95.00.'],
    [
      { account: PAID_AHEAD, who: 'payer' },
      'Only a client pays ahead: choose the claim that the payer’s money is for.',
    ],
  ] as const)('%j is refused: %s', (change, words) => {
    expect(paymentForm({ ...typed, ...change }, 'Cascade')).toEqual({ ok: false, words });
  });

  const whole = {
    ...{ received: day, from: 'Cascade', reference: null, account: 'C1', control: null, paid: 108050 },
    ...{ allowed: null, adjusted: null, clientOwes: null, reasons: null, notes: null },
  };
  test.each([
    ['the payer of the claim', {}, whole],
    ['another payer', { from: 'Evergreen' }, { ...whole, from: 'Evergreen' }],
    [
      'a client, of whom no reasons are asked',
      { who: 'client', reasons: 'CO-45 1.00', adjusted: '1' },
      {
        ...whole,
        from: 'Client',
      },
    ],
    [
      'a line, with everything',
      {
        ...{ control: 'C1-1', allowed: '90', adjusted: '$5', clientOwes: '(2.00)', reasons: ' CO-45 5.00 ' },
      },
      { ...whole, control: 'C1-1', allowed: 9000, adjusted: 500, clientOwes: -200, reasons: 'CO-45 5.00' },
    ],
    [
      'a client, for no claim yet',
      { account: PAID_AHEAD, who: 'client' },
      { ...whole, from: 'Ada Applegate', account: null },
    ],
  ] as const)('%s', (_, change, form) => {
    expect(paymentForm({ ...typed, ...change }, 'Cascade', 'Ada Applegate')).toEqual({ ok: true, form });
  });
});

describe('a document', () => {
  test.each([
    ['statement', '', {}, 'Choose the client first.'],
    ['itemized', 'Ada', { ratePercent: 'nine' }, 'The interest "nine" is not a number: type it as 9 or 7.5.'],
    ['refund', 'Ada', { amount: 'all' }, 'The amount "all" is not an amount: type it as 25.00.'],
    ['estimate', 'Ada', { services: '97124' }, 'Type how many visits you expect, such as 12.'],
    ['estimate', 'Ada', { visits: '12' }, 'Type the services of a visit, such as 97124 x 4.'],
    [
      'estimate',
      'Ada',
      { visits: '12', services: '97124 x 4, massage' },
      '"massage" is no code with its units: type it as 97124 x 4.',
    ],
  ] as const)('%s for "%s" with %j is refused: %s', (kind, client, fields, words) => {
    expect(documentRequest(kind, client, new Map(Object.entries(fields)))).toEqual({ ok: false, words });
  });

  test.each([
    ['statement', { dueBy: '2026-11-16' }, { from: null, dueBy: day }],
    ['appeal', { account: 'C1' }, { account: 'C1' }],
    ['progress', {}, { from: null }],
    ['benefits', { payer: 'Cascade' }, { payer: 'Cascade' }],
    ['refund', {}, { amount: null, reference: null }],
    ['refund', { amount: '25.00', reference: 'check 7' }, { amount: 2500, reference: 'check 7' }],
    [
      'itemized',
      { ratePercent: '7.5%', signedOn: '2026-11-16', text: 'Lien of the clinic' },
      { payer: null, interest: { ratePercent: 7.5, signedOn: day, text: 'Lien of the clinic' } },
    ],
    [
      'estimate',
      { visits: '12', services: '97124 x 4; 97010', frequency: 'weekly' },
      {
        ...{
          visits: 12,
          frequency: 'weekly',
          firstVisit: null,
          lastVisit: null,
          bookedOn: null,
          askedOn: null,
        },
        services: [
          { code: '97124', units: 4 },
          { code: '97010', units: 1 },
        ],
      },
    ],
  ] as const)('%s with %j', (kind, fields, wanted) => {
    const request = { kind, client: 'Ada', ...wanted };
    expect(documentRequest(kind, 'Ada', new Map(Object.entries(fields)))).toEqual({ ok: true, request });
  });
});

test.each([
  ['correct', 'C9', 'Make C9, which corrects C1, $95.00', 'C9 takes the place of C1.'],
  ['void', 'C9', 'Make C9, which takes C1 back', 'C9 takes C1 back.'],
  ['resend', 'C1', 'Make C1 again, $95.00', 'C1 is ready to be sent again.'],
  ['resend', 'C9', 'Make C9 again, $95.00', 'C9 is sent in place of C1.'],
] as const)('to %s a claim as %s is asked and told in words', (how, account, make, done) => {
  const corrections = [{ how, account, before: 'C1' }];
  const note = { rule: 'correction-without-change', message: 'Nothing was changed.' };
  const report = {
    ...{
      corrections,
      holds: [{ findings: [note] }],
      billed: usd('95.00'),
      findings: [note, { rule: 'other' }],
    },
  } as unknown as CorrectionsReport;
  expect(correctionView(report)).toEqual({ findings: [note, { rule: 'other' }], makeLabel: make, done });
  const none = { corrections: [], holds: [], billed: ZERO, findings: [] } as unknown as CorrectionsReport;
  expect(correctionView(none).makeLabel).toBeNull();
});
