import * as fc from 'fast-check';
import { decideSuperbills } from '../../../src/billing/superbills/decide-superbills';
import type { SuperbillsDecision, SuperbillsInput } from '../../../src/billing/superbills/superbill';
import type { Client, Payer } from '../../../src/billing/records/practice';
import { cents, minus, sum, ZERO } from '../../../src/billing/values/cents';
import { addDays } from '../../../src/billing/values/day';
import { day } from '../../support/values';
import { accounts, clientOf, feeOf, payerOf, practiceOf, sessionOf, type Some } from '../claims/records';
import { monthInput } from '../claims/month';
import { PRACTICE } from '../claims/usual';

interface Different {
  sessions?: Parameters<typeof sessionOf>[0][];
  client?: Some<Client>;
  payer?: Some<Payer>;
  input?: Partial<SuperbillsInput>;
}

/** Gwen pays, and hands her superbill in to Larch Mutual. */
function decide({ sessions = [{}], client, payer, input }: Different = {}): SuperbillsDecision {
  return decideSuperbills({
    sessions: sessions.map((session) => sessionOf({ client: 'Gwen Tamsin', ...session })),
    practice: practiceOf(PRACTICE),
    payers: [
      payerOf({ name: 'Larch Mutual', kind: 'commercial', billing: 'superbill', unitRule: 'CMS', ...payer }),
    ],
    clients: [
      clientOf({
        name: 'Gwen Tamsin',
        payer: 'Larch Mutual',
        memberId: 'LM-889-001',
        birthDate: day('1979-11-30'),
        diagnoses: ['M79.7', 'M54.2'],
        ...client,
      }),
    ],
    fees: [feeOf('97124', cents(3000)), feeOf('97140', cents(3500)), feeOf('97010', cents(1500))],
    today: day('2026-09-02'),
    nextAccount: accounts(),
    ...input,
  });
}

const rules = ({ findings }: SuperbillsDecision) =>
  findings.map(({ severity, rule }) => `${severity} ${rule}`);

test('a month of a client is one superbill with a row for each date and code', () => {
  const decision = decide({
    sessions: [
      { date: day('2026-08-17'), codes: '97124:45 97010', charge: cents(10500), paid: cents(10500) },
      { date: day('2026-08-03'), paid: cents(12000), diagnoses: ['M54.50'] },
      { date: day('2026-07-27'), paid: null },
      { date: day('2026-08-24'), status: 'no-show', charge: cents(6000) },
    ],
  });
  expect(rules(decision)).toEqual(['NOTE diagnosis-unspecified']);
  expect(decision.superbills.map(({ account, month, rows }) => [account, month, rows.length])).toEqual([
    ['A1', '2026-07', 1],
    ['A2', '2026-08', 3],
  ]);
  const august = decision.superbills[1];
  expect(august).toMatchObject({
    kind: 'superbill',
    diagnoses: ['M54.50', 'M79.7', 'M54.2'],
    charged: 22500,
    paid: 22500,
    balance: 0,
  });
  expect(
    august?.rows.map(({ control, date, code, units, diagnoses, charge, paid }) => [
      control,
      date,
      code,
      units,
      diagnoses,
      charge,
      paid,
    ]),
  ).toEqual([
    ['A2L1', day('2026-08-03'), '97124', 4, ['M54.50'], 12000, 12000],
    ['A2L2', day('2026-08-17'), '97124', 3, ['M79.7', 'M54.2'], 9000, 9000],
    ['A2L3', day('2026-08-17'), '97010', 1, ['M79.7', 'M54.2'], 1500, 1500],
  ]);
  expect(decision.superbills[0]?.balance).toBe(12000);
  expect(decision.notIncluded.map(({ why }) => why)).toEqual(['no-show']);
});

test('it says who treated whom, with license, NPI and tax ID, and who referred', () => {
  const [superbill] = decide({
    client: { referringLastName: 'Prescriber', referringCredentials: 'MD' },
  }).superbills;
  expect(superbill?.practice).toEqual({
    name: 'Quiet Harbor Massage',
    therapist: 'Marisol Tenfold',
    credentials: 'LMT',
    license: 'MA60000001',
    licenseState: 'WA',
    npi: '1234567893',
    renderingNpi: null,
    taxId: '123456789',
    taxIdType: 'EIN',
    address: { street: '418 N Example Street', city: 'Bellingham', state: 'WA', zip: '98225-4187' },
    phone: '3605550142',
    email: 'marisol@quietharbor.example',
  });
  expect(superbill?.client).toMatchObject({
    birthDate: day('1979-11-30'),
    memberId: 'LM-889-001',
    payer: 'Larch Mutual',
  });
  expect(superbill?.referring).toEqual({
    firstName: '',
    lastName: 'Prescriber',
    credentials: 'MD',
    npi: null,
  });
});

test('what was really charged stands on it, not the list price (golden case 158)', () => {
  const [discounted] = decide({ sessions: [{ charge: cents(9600), paid: cents(9600) }] }).superbills;
  expect([discounted?.charged, discounted?.paid, discounted?.balance]).toEqual([9600, 9600, 0]);
  const paidOnly = decide({ sessions: [{ charge: null, paid: cents(9600) }] });
  expect(paidOnly.superbills[0]).toMatchObject({ charged: 9600, paid: 9600 });
  expect(rules(paidOnly)).toEqual(['NOTE superbill-price-from-payment']);
});

test('a row with neither charge nor payment has the fee', () => {
  expect(decide({ sessions: [{ charge: null }] }).superbills[0]).toMatchObject({
    charged: 12000,
    paid: 0,
    balance: 12000,
  });
});

test('without a diagnosis it is a receipt, and that is told', () => {
  const decision = decide({ client: { diagnoses: [] } });
  expect(decision.superbills.map(({ kind, diagnoses }) => [kind, diagnoses])).toEqual([['receipt', []]]);
  expect(rules(decision)).toEqual(['WARN superbill-without-diagnosis']);
});

const CASH: { payer: string | null; memberId: null; diagnoses: string[] } = {
  payer: 'Cash',
  memberId: null,
  diagnoses: [],
};

test.each([
  ['who only relaxes gets none', CASH, {}, 0],
  ['with a diagnosis from a doctor gets one', { ...CASH, diagnoses: ['M79.7'] }, {}, 1],
  ['with a diagnosis in the session gets one', CASH, { diagnoses: ['M79.7'] }, 1],
  ['who is insured but pays this session by hand gets one', {}, { payer: 'Self-pay' }, 1],
])('a client who pays cash %s', (_, client, session, made) => {
  const decision = decide({ client, sessions: [session] });
  expect(decision.superbills.length).toBe(made);
  expect(decision.notIncluded.map(({ why }) => why)).toEqual(made === 1 ? [] : ['nothing-to-hand-in']);
});

test('what the practice bills itself is on no superbill', () => {
  expect(decide({ payer: { billing: 'claim' } }).notIncluded.map(({ why }) => why)).toEqual(['claim']);
});

test.each([
  [
    'the practice has no NPI',
    { input: { practice: practiceOf({ ...PRACTICE, npi: null }) } },
    'superbill-practice-npi-missing',
  ],
  [
    'the tax ID is too short',
    { input: { practice: practiceOf({ ...PRACTICE, taxId: '12-345' }) } },
    'superbill-practice-tax-id-invalid',
  ],
  [
    'there is no place of service',
    { input: { practice: practiceOf({ ...PRACTICE, placeOfService: null }) } },
    'superbill-place-of-service-missing',
  ],
  ['there is no Practice table', { input: { practice: null } }, 'practice-missing'],
  ['a session is dated after today', { sessions: [{}, { date: day('2026-09-03') }] }, 'date-in-future'],
  [
    'the client is not in the table',
    { sessions: [{ client: 'Gwen Tamsen', payer: 'Larch Mutual' }] },
    'superbill-client-unknown',
  ],
  [
    'a price for two codes cannot be split',
    { sessions: [{ codes: '97124:45 97010', charge: cents(9600) }] },
    'charge-does-not-add-up',
  ],
  ['a diagnosis is not valid any more', { client: { diagnoses: ['M54.5'] } }, 'diagnosis-split'],
] satisfies [string, Different, string][])('nothing is made when %s', (_, different, rule) => {
  const { superbills, holds } = decide(different);
  const august = superbills.filter(({ month }) => month === '2026-08');
  expect(august.length).toBe(rule === 'date-in-future' ? 1 : 0);
  expect(holds.flatMap(({ findings }) => findings.map((finding) => finding.rule))).toContain(rule);
});

test('a month waits as a whole, so that no superbill is short of a session', () => {
  const { superbills, holds } = decide({ sessions: [{}, { date: day('2026-08-10'), minutes: null }] });
  expect(superbills).toEqual([]);
  expect(holds).toMatchObject([{ client: 'Gwen Tamsin', payer: 'Larch Mutual', charges: 24000 }]);
  expect(holds[0]?.sessions.length).toBe(2);
});

test('what the client can add by hand is a warning', () => {
  const decision = decide({ client: { birthDate: null, memberId: null, address: { street: null } } });
  expect(decision.superbills.length).toBe(1);
  expect(rules(decision)).toEqual([
    'WARN superbill-client-birth-date-missing',
    'WARN superbill-client-street-missing',
    'WARN superbill-client-member-id-missing',
  ]);
});

test('of the sessions that claims take none is on a superbill', () => {
  const { superbills, holds, notIncluded } = decideSuperbills(monthInput());
  expect(superbills.map(({ client, charged }) => [client.name, charged])).toEqual([
    ['Bo Lindqvist', 9000],
    ['Gwen Tamsin', 12000],
  ]);
  expect(holds).toEqual([]);
  expect(
    notIncluded.filter(({ why }) => why === 'nothing-to-hand-in').map(({ session }) => session.client),
  ).toEqual(['Hal Brook']);
});

test('every session is accounted for once and every cent stays', () => {
  const session = fc
    .record({
      date: fc.nat({ max: 96 }).map((days) => addDays(day('2026-06-01'), days)),
      client: fc.constantFrom('Gwen Tamsin', 'Tamsin, Gwen', 'Hal Brook', 'Ada Fernwood', 'Nobody Known'),
      payer: fc.constantFrom(null, null, 'cash', 'Larch Mutual'),
      minutes: fc.option(fc.integer({ min: 0, max: 120 }), { freq: 8 }),
      codes: fc.constantFrom('97124', '97140:30', '97124:20 97010', '97010'),
      charge: fc.integer({ min: 1, max: 30000 }).map(cents),
      paid: fc.option(fc.integer({ min: 0, max: 30000 }).map(cents)),
      status: fc.constantFrom('kept', 'kept', 'kept', 'no-show'),
    })
    .map((some) => sessionOf(some as Parameters<typeof sessionOf>[0]));
  fc.assert(
    fc.property(fc.array(session, { maxLength: 40 }), (sessions) => {
      const { superbills, holds, notIncluded } = decideSuperbills({ ...monthInput(), sessions });
      const held = holds.flatMap((one) => one.sessions);
      const left = notIncluded.map((one) => one.session);
      const onBills = superbills.flatMap(({ rows }) =>
        rows.flatMap((row) => row.sessions.map(({ place }) => place)),
      );
      const made = sessions.filter(({ place }) => onBills.includes(place));
      expect(new Set([...held, ...left, ...made]).size).toBe(sessions.length);
      expect(held.length + left.length + made.length).toBe(sessions.length);
      expect(sum(superbills.map(({ charged }) => charged))).toBe(
        sum(made.map(({ charge }) => charge ?? ZERO)),
      );
      expect(sum(superbills.map(({ paid }) => paid))).toBe(sum(made.map(({ paid }) => paid ?? ZERO)));
      for (const { rows, charged, paid, balance } of superbills) {
        expect(charged).toBe(sum(rows.map((row) => row.charge)));
        expect(paid).toBe(sum(rows.map((row) => row.paid)));
        expect(balance).toBe(minus(charged, paid));
      }
    }),
    { numRuns: 60 },
  );
});
