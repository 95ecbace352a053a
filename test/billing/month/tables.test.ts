import { accidentCases } from '../../../src/billing/month/accident-cases';
import { ageingOf } from '../../../src/billing/month/ageing';
import { visitsNotBilled } from '../../../src/billing/month/not-billed';
import { depositsOf } from '../../../src/billing/month/deposits';
import { lineAccounts } from '../../../src/billing/payments/line-account';
import type { Payment, Posting } from '../../../src/billing/payments/posting';
import { cents } from '../../../src/billing/values/cents';
import { addDays } from '../../../src/billing/values/day';
import { day } from '../../support/values';
import { authorizationOf, payerOf, sessionOf } from '../claims/records';
import { CASCADE } from '../../support/remittance/post';
import { billedLine } from '../../support/remittance/write-remittance';

const AUTO = payerOf({ name: 'Pioneer Auto', kind: 'auto' });
const asOf = day('2026-12-31');
const aged = (control: string, days: number, payer = CASCADE.name) =>
  billedLine({
    control,
    payer,
    charge: cents(100),
    date: addDays(asOf, -days - 10),
    billedOn: addDays(asOf, -days),
  });

test('money is aged from the day the claim was made, and money of accidents stands apart', () => {
  const lines = [
    aged('a', 0),
    aged('b', 30),
    aged('c', 31),
    aged('d', 90),
    aged('e', 120),
    aged('f', 121),
    aged('g', 400, AUTO.name),
  ];
  const ageing = ageingOf(lineAccounts(lines, []), [CASCADE, AUTO], asOf);
  expect(ageing.byPayer).toEqual([
    {
      payer: CASCADE.name,
      total: 600,
      bands: { '0-30': 200, '31-60': 100, '61-90': 100, '91-120': 100, 'over 120': 100 },
    },
  ]);
  expect(ageing.waitingForSettlement.map(({ payer, total }) => [payer, total])).toEqual([[AUTO.name, 100]]);
});

test('a check of the first and the last day of a month is in it, and of no day before or after', () => {
  const days = ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01'].map(day);
  const payments = days.map((received, index): Payment => ({
    key: String(index),
    received,
    from: CASCADE.name,
    reference: String(index),
    amount: cents(100),
    ...{ content: '', at: null },
  }));
  const typed = days.map((received, index) => {
    const from = { kind: 'client' as const, name: 'Ana Ruiz' };
    return {
      payment: `typed ${String(index)}`,
      received,
      from,
      reference: `t${String(index)}`,
      paid: cents(50),
    };
  });
  const postings = typed as unknown as Posting[];
  const span = { from: day('2026-10-01'), to: day('2026-10-31') };
  const deposits = depositsOf({ payments, postings, providerPostings: [], unapplied: [] }, span);
  expect(deposits.map(({ reference }) => reference)).toEqual(['t1', '1', 't2', '2']);
});

test('an accident case says how many dollars and visits are left', () => {
  const lines = [
    billedLine({ control: 'a', payer: AUTO.name, charge: cents(12000), date: day('2026-10-05') }),
    billedLine({
      control: 'b',
      payer: AUTO.name,
      charge: cents(6000),
      date: day('2026-10-05'),
      code: '97140',
    }),
    billedLine({ control: 'c', payer: AUTO.name, charge: cents(12000), date: day('2026-10-12') }),
  ];
  const order = authorizationOf({
    client: 'Ruiz, Ana',
    payer: AUTO.name,
    visits: 12,
    dollars: cents(1000000),
    from: day('2026-10-01'),
  });
  expect(accidentCases(lineAccounts(lines, []), [AUTO], [order], asOf)).toEqual([
    {
      client: 'Ana Ruiz',
      payer: AUTO.name,
      kind: 'auto',
      visits: 2,
      charged: 30000,
      paid: 0,
      adjusted: 0,
      open: 30000,
      dollarsLeft: 970000,
      visitsLeft: 10,
    },
  ]);
  expect(accidentCases(lineAccounts(lines, []), [AUTO], [], asOf)[0]).toMatchObject({
    dollarsLeft: null,
    visitsLeft: null,
  });
});

test('an accident case has what the rows in force leave, of orders and authorizations the less', () => {
  const lines = ['2026-09-28', '2026-10-05', '2026-10-12'].map((date) =>
    billedLine({ control: date, payer: AUTO.name, charge: cents(12000), date: day(date) }),
  );
  const row = (some: Parameters<typeof authorizationOf>[0]) =>
    authorizationOf({ client: 'Ana Ruiz', payer: AUTO.name, ...some });
  const ended = row({ number: 'P-1', to: day('2026-09-30'), visits: 9, dollars: cents(500000) });
  const now = row({
    number: 'P-2',
    from: day('2026-10-01'),
    visits: 6,
    dollars: cents(200000),
    codes: ['97124'],
  });
  const order = row({ kind: 'order', visits: 20 });
  const left = (...rows: (typeof order)[]) => {
    const [one] = accidentCases(lineAccounts(lines, []), [AUTO], rows, asOf);
    return [one?.visitsLeft, one?.dollarsLeft];
  };
  expect(left(order, ended, now)).toEqual([4, 200000 - 24000]);
  expect(left(order)).toEqual([17, null]);
  expect(left(ended)).toEqual([0, 0]);
  expect(left(row({ ...now, visits: 1 }))).toEqual([-1, 200000 - 24000]);
});

test('seen and not billed are kept visits of the month that are on no claim', () => {
  const session = (date: string, client: string, some = {}) =>
    sessionOf({ date: day(date), client, charge: cents(12000), ...some });
  const billed = session('2026-10-05', 'Ana Ruiz');
  const visits = visitsNotBilled(
    [
      billed,
      session('2026-10-06', 'Ana Ruiz'),
      session('2026-10-06', 'Ana Ruiz', { charge: 3000 }),
      session('2026-10-07', 'Ben Ode', { status: 'no-show' }),
      session('2026-11-01', 'Ben Ode'),
    ],
    (one) => one === billed,
    '2026-10',
  );
  expect(visits.map(({ client, date, charge, sessions }) => [client, date, charge, sessions.length])).toEqual(
    [['Ana Ruiz', day('2026-10-06'), 15000, 2]],
  );
});
