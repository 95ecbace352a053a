import type { ClaimsDecision } from '../../../src/billing/claims/decision';
import type { Authorization } from '../../../src/billing/records/practice';
import type { EarlierVisit } from '../../../src/billing/visits/earlier-visit';
import { cents } from '../../../src/billing/values/cents';
import { addDays, isoOf } from '../../../src/billing/values/day';
import { day } from '../../support/values';
import { authorizationOf, clientOf, payerOf, type Some } from './records';
import { CLIENT, decide, PAYER, type Different } from './usual';

const NEEDED = { authorizationNeeded: true };
const rows = (...some: Some<Authorization>[]) =>
  some.map((row) => authorizationOf({ number: 'A-1', ...row }));
const on = (...days: number[]) => days.map((at) => ({ date: addDays(day('2026-08-01'), at - 1) }));
const earlier = (some: Partial<EarlierVisit> = {}): EarlierVisit => ({
  client: 'fernwood, ada',
  payer: 'Evergreen Mutual',
  date: day('2026-07-27'),
  code: '97124',
  units: 4,
  charge: cents(12000),
  authorization: 'a-1',
  ...some,
});

/** `08-03 A-1` for a line that is billed, `08-04 authorization-used-up` for a date that waits. */
function fates({ claims, holds }: ClaimsDecision): string[] {
  const billed = claims.flatMap(({ lines, priorAuthorization }) =>
    lines.map(({ date }) => `${isoOf(date).slice(5)} ${priorAuthorization ?? 'without'}`),
  );
  const held = holds.flatMap(({ dates, findings }) =>
    dates.map((date) => `${isoOf(date).slice(5)} ${findings.map(({ rule }) => rule).join(' ')}`),
  );
  return [...billed, ...held].sort();
}

const CASES: readonly [string, Different, string[]][] = [
  [
    'dollars hold back as visits do',
    { sessions: on(3, 4, 5), input: { authorizations: rows({ dollars: cents(25000) }) } },
    ['08-03 A-1', '08-04 A-1', '08-05 authorization-used-up'],
  ],
  [
    'a charge from the Fees table counts as well as one that is written',
    {
      sessions: on(3, 4).map((some) => ({ ...some, charge: null })),
      input: { authorizations: rows({ dollars: cents(23999) }) },
    },
    ['08-03 A-1', '08-04 authorization-used-up'],
  ],
  [
    'the units of an earlier line of the register count',
    { sessions: on(3), input: { authorizations: rows({ units: 7 }), earlierVisits: [earlier()] } },
    ['08-03 authorization-used-up'],
  ],
  [
    'and leave the rest',
    { sessions: on(3), input: { authorizations: rows({ units: 8 }), earlierVisits: [earlier()] } },
    ['08-03 A-1'],
  ],
  [
    'the charge of an earlier line counts',
    {
      sessions: on(3),
      input: { authorizations: rows({ dollars: cents(23999) }), earlierVisits: [earlier()] },
    },
    ['08-03 authorization-used-up'],
  ],
  [
    'and that of one on the same date, beside a session that the Fees table prices',
    {
      sessions: on(3).map((some) => ({ ...some, charge: null })),
      input: {
        authorizations: rows({ dollars: cents(23999) }),
        earlierVisits: [earlier({ date: day('2026-08-03') })],
      },
    },
    ['08-03 authorization-used-up'],
  ],
  [
    'an earlier line that was billed without a number counts',
    {
      sessions: on(3),
      input: { authorizations: rows({ visits: 1 }), earlierVisits: [earlier({ authorization: null })] },
    },
    ['08-03 authorization-used-up'],
  ],
  [
    'one under a number that is no longer in the table does not',
    {
      sessions: on(3),
      input: { authorizations: rows({ visits: 1 }), earlierVisits: [earlier({ authorization: 'OLD' })] },
    },
    ['08-03 A-1'],
  ],
  [
    'nor one of another payer',
    {
      sessions: on(3),
      input: { authorizations: rows({ visits: 1 }), earlierVisits: [earlier({ payer: 'Somebody Else' })] },
    },
    ['08-03 A-1'],
  ],
  [
    'a session that the insurer has paid counts, although it is not billed',
    {
      sessions: [{ ...on(3)[0], insurancePaid: cents(4000) }, ...on(4)],
      input: { authorizations: rows({ visits: 1 }) },
    },
    ['08-04 authorization-used-up'],
  ],
  [
    'a visit that waits for something else counts',
    {
      sessions: [{ ...on(3)[0], diagnoses: ['M54.5'] }, ...on(4)],
      input: { authorizations: rows({ visits: 1 }) },
    },
    ['08-03 diagnosis-split', '08-04 authorization-used-up'],
  ],
  [
    'a no-show does not',
    {
      sessions: [{ ...on(3)[0], status: 'no-show' as const }, ...on(4)],
      input: { authorizations: rows({ visits: 1 }) },
    },
    ['08-04 A-1'],
  ],
  [
    'a smaller visit does not slip in before one that waits',
    {
      sessions: [...on(3, 4), { ...on(5)[0], minutes: 15, charge: cents(3000) }],
      input: { authorizations: rows({ dollars: cents(15000) }) },
    },
    ['08-03 A-1', '08-04 authorization-used-up', '08-05 authorization-used-up'],
  ],
  [
    'a visit of which nobody can tell the units holds back what comes after, and says so once for itself',
    {
      sessions: [{ ...on(3)[0], minutes: null }, ...on(4)],
      input: { authorizations: rows({ units: 40 }) },
    },
    ['08-03 minutes-missing', '08-04 authorization-not-counted'],
  ],
  [
    'one number in two rows for the same time is asked about',
    { sessions: on(3), input: { authorizations: rows({ visits: 1 }, { visits: 4 }) } },
    ['08-03 authorization-not-counted'],
  ],
  [
    'a last day before the first is asked about',
    {
      sessions: on(3),
      input: { authorizations: rows({ from: day('2026-09-01'), to: day('2026-08-01'), visits: 4 }) },
    },
    ['08-03 authorization-not-counted'],
  ],
  [
    'what is wrong with an order holds no claim back',
    {
      sessions: on(3),
      input: { authorizations: rows({ visits: 1 }, { number: null, kind: 'order', visits: 7.5 }) },
    },
    ['08-03 A-1'],
  ],
  [
    'a visit of which an authorization covers one code only is not billed under it, but uses it up',
    {
      sessions: [{ ...on(3)[0], codes: '97124:30 97140:30', charge: cents(13000) }, ...on(4)],
      input: { authorizations: rows({ visits: 1, codes: ['97124'] }) },
    },
    ['08-03 authorization-for-other-codes', '08-04 authorization-used-up'],
  ],
  [
    'a row with a number goes before one without, which no claim can name',
    {
      sessions: on(3, 4),
      input: {
        authorizations: rows({ number: null, to: day('2026-08-31'), visits: 1 }, { visits: 1 }),
      },
    },
    ['08-03 A-1', '08-04 authorization-number-missing'],
  ],
  [
    'where the payer needs none, one without a number is no reason to wait',
    {
      payer: { authorizationNeeded: false },
      sessions: on(3),
      input: { authorizations: rows({ number: null, visits: 1 }) },
    },
    ['08-03 without'],
  ],
];

test.each(CASES)('%s', (_, different, expected) => {
  expect(fates(decide({ ...different, payer: { ...NEEDED, ...different.payer } }))).toEqual(expected);
});

test('what is used up says how much is allowed, and how much is used with the visit', () => {
  const { findings } = decide({
    payer: NEEDED,
    sessions: on(3, 4),
    input: { authorizations: rows({ dollars: cents(20000), visits: 9 }) },
  });
  expect(findings).toMatchObject([
    {
      severity: 'STOP',
      message:
        'Authorization A-1 allows $200.00; $240.00 are used with Ada Fernwood on 08/04/2026, and Evergreen Mutual pays only what it authorized.',
      fix: 'Ask Evergreen Mutual for more dollars and enter the new authorization.',
    },
  ]);
});

test('every row that a visit could have been taken from says what it lacks', () => {
  const [first, second] = [
    { number: 'B-2', to: day('2026-08-31'), units: 6 },
    { number: 'C-3', visits: 1 },
  ];
  const { findings } = decide({
    payer: { authorizationNeeded: false },
    sessions: on(3, 4, 5),
    input: { authorizations: rows(first, second) },
  });
  expect(findings.filter(({ rule }) => rule === 'authorization-used-up')).toMatchObject([
    {
      severity: 'WARN',
      message:
        'Authorization B-2 allows 6 units; 8 are used with Ada Fernwood on 08/05/2026; authorization C-3 allows 1 visit; 2 are used with Ada Fernwood on 08/05/2026.',
      fix: 'Ask Evergreen Mutual for more units and enter the new authorization.',
    },
  ]);
});

test('a limit that could not be read is not taken for none', () => {
  const [row] = rows({ visits: null });
  const place = row?.cells['visits'] ?? null;
  const unreadable = {
    rule: 'table-cell-unreadable',
    severity: 'STOP' as const,
    place,
    message: 'Visits in Authorizations says "a dozen", so it was taken as not known.',
    fix: 'Type a number.',
    source: '',
  };
  const decision = decide({
    payer: NEEDED,
    input: { authorizations: row ? [row] : [], tableFindings: [unreadable] },
  });
  expect(decision.claims).toEqual([]);
  expect(decision.findings).toMatchObject([
    {
      rule: 'authorization-not-counted',
      place,
      message:
        'What the authorization of Ada Fernwood on 08/03/2026 leaves cannot be counted, and Evergreen Mutual pays only what it authorized. Visits in Authorizations says "a dozen", so it was taken as not known.',
      fix: 'Type a number.',
    },
  ]);
});

describe('a person with two coverages', () => {
  const payers = [payerOf({ ...PAYER, ...NEEDED }), payerOf({ ...PAYER, name: 'Cascade Auto', ...NEEDED })];
  const clients = payers.map(({ name }) => clientOf({ ...CLIENT, payer: name }));
  const sessions = [3, 3, 4].map((at, index) => ({ ...on(at)[0], payer: payers[index % 2]?.name ?? null }));
  const both = (...some: Some<Authorization>[]) =>
    fates(decide({ sessions, input: { payers, clients, authorizations: rows(...some) } }));

  test('uses one visit of a row for both on a date, whoever pays', () => {
    expect(both({ visits: 1 })).toEqual(['08-03 A-1', '08-03 A-1', '08-04 authorization-used-up']);
  });

  test('uses a row of one payer for that payer only', () => {
    expect(both({ visits: 1, payer: 'Cascade Auto' }, { number: 'B-2', visits: 2 })).toEqual([
      '08-03 A-1',
      '08-03 B-2',
      '08-04 B-2',
    ]);
  });
});
