import { CandidateFinder } from '../../../src/actions/payments/candidates';
import { cents, negated, ZERO } from '../../../src/billing/values/cents';
import { addDays } from '../../../src/billing/values/day';
import { billedLine } from '../../support/remittance/write-remittance';
import { day } from '../../support/values';

const DATE = day('2026-10-05');
const ana = { client: 'Ana Ruiz', memberId: 'CHP-100001' };
const lines = [
  billedLine({ control: 'A1', account: 'C1', ...ana, date: DATE }),
  billedLine({ control: 'A2', account: 'C1', ...ana, date: addDays(DATE, 7) }),
  billedLine({ control: 'B1', account: 'C2', client: 'Ben Ode', memberId: null, date: DATE }),
  billedLine({ control: 'B2', account: 'C2', client: 'Ben Ode', memberId: null, date: DATE, code: '97140' }),
  billedLine({ control: 'D1', account: 'C3', client: 'Dee Fox', memberId: null, date: addDays(DATE, 99) }),
];
const unknown = {
  account: '',
  client: '',
  memberId: '',
  service: DATE,
  code: '97124',
  charge: lines[0]?.charge ?? ZERO,
  from: '',
};
const found = (sought: Partial<typeof unknown>) =>
  new CandidateFinder(lines)
    .candidates({ ...unknown, ...sought })
    .map(({ line, because }) => `${line.control}: ${because.join(', ')}`);

test('lines of the same date and code are offered, whoever the payment is for', () => {
  expect(found({ client: 'NOBODY, NIL', charge: cents(1) })).toEqual(['A1: date, code', 'B1: date, code']);
});

test('the line that has more in common comes first', () => {
  expect(found({ client: 'ODE, BEN', charge: negated(unknown.charge) })).toEqual([
    'B1: client, date, code, charge',
    'B2: client, date, charge',
    'A1: date, code, charge',
  ]);
});

test('a client is known by the member number where the name is written otherwise', () => {
  expect(found({ client: 'RUIS, ANNA', memberId: 'chp100001', service: addDays(DATE, 7) })).toEqual([
    'A2: client, date, code, charge',
    'A1: client, code, charge',
  ]);
});

test('all lines of the same claim number are offered, and nothing that has only the charge in common', () => {
  expect(found({ account: 'c-1', service: addDays(DATE, 50), code: '99999', charge: cents(5) })).toEqual([
    'A1: claim number',
    'A2: claim number',
  ]);
  expect(found({ service: addDays(DATE, 50), code: '99999' })).toEqual([]);
});

test('of lines that are else alike, that of the payer who paid comes first; the payer alone makes no candidate', () => {
  const others = [
    billedLine({ control: 'A1', ...ana, date: DATE, payer: 'Cascadia Health' }),
    billedLine({ control: 'B1', client: 'Ben Ode', memberId: null, date: DATE, payer: 'Puget Mutual' }),
    billedLine({
      control: 'B2',
      client: 'Ben Ode',
      memberId: null,
      date: addDays(DATE, 9),
      payer: 'Puget Mutual',
    }),
  ];
  const sought = { ...unknown, client: 'OAD, B', from: 'PUGET MUTUAL' };
  const offered = new CandidateFinder(others).candidates(sought);
  expect(offered.map(({ line, because }) => `${line.control}: ${because.join(', ')}`)).toEqual([
    'B1: date, code, charge, payer',
    'A1: date, code, charge',
  ]);
});
