import { cents, ZERO } from '../../../src/billing/values/cents';
import { addDays } from '../../../src/billing/values/day';
import { day } from '../../support/values';
import { authorizationOf, clientOf, feeOf, payerOf } from './records';
import { CLIENT, decide, linesOf, type Different } from './usual';

const TWELVE = 'M54.2 M54.50 M54.6 M54.12 M54.16 M54.17 M62.830 M62.838 M79.7 M25.511 M25.512 M53.3'.split(
  ' ',
);
const row = { minutes: null, charge: null };

/** What is different, which finding it gives, and the lines that are billed all the same. */
const CASES: [sentence: string, different: Different, finding: string | null, lines: string[]][] = [
  ['an hour is billed without a word', {}, null, ['97124 x4 120.00 → M54.2']],

  // Units
  [
    'the units are those of the CMS rule when the rule of the payer is not known, and that is told',
    { payer: { unitRule: null }, sessions: [{ ...row, codes: '97110:24 97140:23' }] },
    'NOTE unit-rule-not-known',
    ['97110 x2 70.00 → M54.2', '97140 x1 35.00 → M54.2'],
  ],
  [
    'the same minutes make more units under the AMA rule',
    { payer: { unitRule: 'AMA' }, sessions: [{ ...row, codes: '97110:24 97140:23' }] },
    null,
    ['97110 x2 70.00 → M54.2', '97140 x2 70.00 → M54.2'],
  ],
  [
    'a tie goes to the code written first, and that is told',
    { sessions: [{ ...row, codes: '97110:20 97140:20' }] },
    'WARN units-tie',
    ['97110 x2 70.00 → M54.2', '97140 x1 35.00 → M54.2'],
  ],
  [
    'written units that settle a tie the other way are right',
    { sessions: [{ ...row, codes: '97110:20x1 97140:20x2' }] },
    null,
    ['97110 x1 35.00 → M54.2', '97140 x2 70.00 → M54.2'],
  ],
  [
    'written units stay, with a warning where the minutes make others',
    { sessions: [{ codes: '97124x5', charge: cents(15000) }] },
    'WARN units-do-not-fit-minutes',
    ['97124 x5 150.00 → M54.2'],
  ],
  [
    'written units need no minutes',
    { sessions: [{ codes: '97124x4', minutes: null }] },
    null,
    ['97124 x4 120.00 → M54.2'],
  ],
  [
    'without minutes and units nothing is billed',
    { sessions: [{ minutes: null }] },
    'STOP minutes-missing',
    [],
  ],
  [
    'half a unit is none',
    {
      sessions: [
        {
          codes: '97124',
          minutes: 60,
          procedures: [{ code: '97124', modifiers: [], minutes: null, units: 1.5 }],
        },
      ],
    },
    'STOP units-unreadable',
    [],
  ],
  [
    'minutes for two timed codes together are never split',
    { sessions: [{ codes: '97124 97140' }] },
    'STOP minutes-per-code-missing',
    [],
  ],
  [
    'what one of two timed codes leaves over belongs to the other',
    { sessions: [{ codes: '97124 97140:15', charge: cents(12500) }] },
    'NOTE minutes-to-the-timed-code',
    ['97124 x3 90.00 → M54.2', '97140 x1 35.00 → M54.2'],
  ],
  [
    'codes cannot have more minutes than the session',
    { sessions: [{ codes: '97124:45 97140:30' }] },
    'STOP minutes-exceed-session',
    [],
  ],
  [
    'a hot pack takes none of the minutes (golden case 38)',
    { sessions: [{ codes: '97124 97010', charge: cents(13500) }] },
    'NOTE minutes-to-the-timed-code; WARN hot-packs-bundled-elsewhere',
    ['97124 x4 120.00 → M54.2', '97010 x1 15.00 → M54.2'],
  ],
  [
    'an evaluation takes some of them, so the split is asked for',
    { sessions: [{ codes: '97124 97161', charge: cents(13500) }] },
    'STOP minutes-per-code-missing',
    [],
  ],
  [
    'a timed code on two rows of a date is one line (golden case 41)',
    {
      sessions: [
        { minutes: 30, charge: cents(6000) },
        { minutes: 23, charge: cents(5900) },
      ],
    },
    null,
    ['97124 x4 119.00 → M54.2'],
  ],
  [
    'an untimed code on two rows of a date is a slip',
    {
      sessions: [
        { codes: '97010', charge: cents(1500) },
        { codes: '97010', charge: cents(1600) },
      ],
    },
    'STOP untimed-code-twice; WARN hot-packs-bundled-elsewhere',
    [],
  ],
  [
    'a code too short for a unit stays off the claim, and the rest is billed (golden case 23)',
    {
      sessions: [
        { ...row, codes: '97110:33 97140:7' },
        { ...row, codes: '97010:0' },
      ],
    },
    'WARN hot-packs-bundled-elsewhere',
    ['97110 x2 70.00 → M54.2', '97140 x1 35.00 → M54.2', '97010 x1 15.00 → M54.2'],
  ],
  [
    'under the AMA rule the same seven minutes make none',
    { payer: { unitRule: 'AMA' }, sessions: [{ ...row, codes: '97110:33 97140:7' }] },
    'WARN too-few-minutes-for-a-unit',
    ['97110 x2 70.00 → M54.2'],
  ],
  [
    'a code that nobody knows how to count needs written units',
    { sessions: [{ codes: '97139' }] },
    'STOP units-needed',
    [],
  ],
  ['and with them it is billed', { sessions: [{ codes: '97139x1' }] }, null, ['97139 x1 120.00 → M54.2']],
  [
    'a code of four characters is none',
    { sessions: [{ codes: '9712' }] },
    'STOP procedure-code-unreadable',
    [],
  ],
  ['a row without a code is held', { sessions: [{ codes: '' }] }, 'STOP procedure-code-missing', []],
  [
    'more units than the payer pays a day are billed with a warning',
    { payer: { dailyUnitCap: 4 }, sessions: [{ minutes: 90, charge: cents(18000) }] },
    'WARN units-over-daily-cap',
    ['97124 x6 180.00 → M54.2'],
  ],

  // Modifiers
  [
    'what the payer wants added stands after what affects payment',
    { payer: { addedModifiers: ['gp'] }, sessions: [{ codes: '97124-KX-59' }] },
    'WARN modifier-59-without-reason; NOTE modifier-for-medicare',
    ['97124 59 KX GP x4 120.00 → M54.2'],
  ],
  [
    '25 stands before what the payer wants added',
    {
      payer: { addedModifiers: ['GP'] },
      sessions: [{ codes: '97161-KX-25', minutes: 30, charge: cents(12000) }],
    },
    'NOTE modifier-for-medicare',
    ['97161 25 KX GP x1 120.00 → M54.2'],
  ],
  [
    'nothing is added twice',
    { payer: { addedModifiers: ['GP'] }, sessions: [{ codes: '97124-GP' }] },
    null,
    ['97124 GP x4 120.00 → M54.2'],
  ],
  [
    'nothing is added to codes other than 97xxx',
    { payer: { addedModifiers: ['GP'] }, sessions: [{ codes: '98940' }] },
    null,
    ['98940 x1 120.00 → M54.2'],
  ],
  [
    'there is no modifier 15 (golden case 121)',
    { sessions: [{ codes: '97124-15' }] },
    'STOP modifier-15',
    [],
  ],
  [
    'a fifth modifier has no place (golden case 126)',
    { payer: { addedModifiers: ['GP'] }, sessions: [{ codes: '97124-59-76-KX-RT' }] },
    'STOP too-many-modifiers; WARN modifier-59-without-reason; WARN modifier-76-for-units; NOTE modifier-for-medicare',
    [],
  ],
  [
    'two rows of one code with different modifiers are asked about',
    { sessions: [{ codes: '97124-59', minutes: 30 }, { minutes: 31 }] },
    'STOP modifiers-differ; WARN modifier-59-without-reason',
    [],
  ],

  // Charges
  [
    'a charge that the fees do not make is not split',
    { sessions: [{ codes: '97124:30 97140:30', charge: cents(12000) }] },
    'STOP charge-does-not-add-up',
    [],
  ],
  [
    'one that they make is',
    { sessions: [{ codes: '97124:30 97140:30', charge: cents(13000) }] },
    null,
    ['97124 x2 60.00 → M54.2', '97140 x2 70.00 → M54.2'],
  ],
  [
    'a charge for several codes needs a fee for each',
    { sessions: [{ codes: '97124:30 97112:30', charge: cents(13000) }] },
    'STOP charge-not-split',
    [],
  ],
  [
    'without a charge the fee counts, the payer’s own first',
    {
      sessions: [{ charge: null }],
      input: { fees: [feeOf('97124', cents(3000)), feeOf('97124', cents(2750), 'EVERGREEN mutual')] },
    },
    null,
    ['97124 x4 110.00 → M54.2'],
  ],
  [
    'two fees for one code are asked about',
    {
      sessions: [{ charge: null }],
      input: { fees: [feeOf('97124', cents(3000)), feeOf('97124', cents(2750))] },
    },
    'STOP fee-ambiguous',
    [],
  ],
  [
    'a row with a charge beside one without: the line is not units times fee',
    {
      sessions: [
        { ...row, codes: '97124:15', charge: cents(4500) },
        { ...row, codes: '97124:15', charge: null },
      ],
    },
    'WARN charge-not-units-times-fee',
    ['97124 x2 75.00 → M54.2'],
  ],
  [
    'without charge and fee nothing is billed',
    { sessions: [{ charge: null }], input: { fees: [] } },
    'STOP charge-missing',
    [],
  ],
  ['nothing is billed for zero', { sessions: [{ charge: ZERO }] }, 'STOP charge-not-positive', []],
  ['nor for less', { sessions: [{ charge: cents(-500) }] }, 'STOP charge-not-positive', []],
  [
    'nor a line whose fee is zero',
    {
      sessions: [{ codes: '97124:60 97010', charge: cents(12000) }],
      input: { fees: [feeOf('97124', cents(3000)), feeOf('97010', ZERO)] },
    },
    'STOP charge-not-positive; WARN hot-packs-bundled-elsewhere',
    [],
  ],

  // Diagnoses
  [
    'the session’s own diagnosis goes before the client’s',
    { sessions: [{ diagnoses: ['m5450', 'M54.50', 'M54.6'] }] },
    null,
    ['97124 x4 120.00 → M54.50 M54.6'],
  ],
  [
    'without any the line has nothing to point at',
    { client: { diagnoses: [] } },
    'STOP diagnosis-missing',
    [],
  ],
  [
    'a fifth diagnosis is listed but not pointed at (golden case 161)',
    { sessions: [{ diagnoses: TWELVE.slice(0, 5) }] },
    'WARN too-many-pointers',
    ['97124 x4 120.00 → M54.2 M54.50 M54.6 M54.12'],
  ],
  [
    'thirteen on one visit are too many (golden case 161)',
    { sessions: [{ diagnoses: [...TWELVE, 'M53.1'] }] },
    'WARN too-many-pointers; STOP too-many-diagnoses',
    [],
  ],
  [
    'a diagnosis that was divided is not billed (golden case 78)',
    { sessions: [{ diagnoses: ['M54.5'] }] },
    'STOP diagnosis-split',
    [],
  ],
  [
    'nor one that does not exist (golden case 109)',
    { client: { diagnoses: ['M54.55'] } },
    'STOP diagnosis-unknown',
    [],
  ],
  [
    'nor one that is no code at all',
    { client: { diagnoses: ['neck pain'] } },
    'STOP diagnosis-unreadable',
    [],
  ],

  // Dates and coverage
  [
    'a session of tomorrow is not billed',
    { sessions: [{ date: day('2026-09-03') }] },
    'STOP date-in-future',
    [],
  ],
  [
    'the last day to file counts',
    { payer: { daysToFile: 30 }, input: { today: day('2026-09-02') } },
    'WARN filing-limit-near',
    ['97124 x4 120.00 → M54.2'],
  ],
  [
    'the day after does not (golden case 138)',
    { payer: { daysToFile: 30 }, input: { today: day('2026-09-03') } },
    'STOP filing-limit-passed',
    [],
  ],
  [
    'nobody is treated before birth',
    { client: { birthDate: day('2026-08-04') } },
    'STOP birth-date-after-service',
    [],
  ],
  [
    'an accident comes before its treatment',
    { client: { accident: 'other', accidentDate: day('2026-08-04') } },
    'STOP accident-after-service; WARN another-payer-may-be-first',
    [],
  ],
  [
    'a visit may be on the day of the accident',
    { client: { accident: 'other', accidentDate: day('2026-08-03') } },
    'WARN another-payer-may-be-first',
    ['97124 x4 120.00 → M54.2'],
  ],
  [
    'a license is valid on its last day',
    { practice: { licenseExpires: day('2026-08-03') } },
    null,
    ['97124 x4 120.00 → M54.2'],
  ],
  ['and not on the next', { practice: { licenseExpires: day('2026-08-02') } }, 'STOP license-expired', []],
  [
    'place of service 04 is no van (golden case 170)',
    { practice: { placeOfService: '04' } },
    'WARN homeless-shelter-as-place',
    ['97124 x4 120.00 → M54.2'],
  ],
  [
    'a referring name without an NPI is a warning (golden case 167)',
    { client: { referringFirstName: 'Anna', referringLastName: 'Prescriber' } },
    'WARN named-referring-npi-missing',
    ['97124 x4 120.00 → M54.2'],
  ],
  [
    'after an auto accident another insurer may be first',
    { client: { accident: 'auto', accidentDate: day('2026-05-01'), accidentState: 'WA' } },
    'WARN another-payer-may-be-first',
    ['97124 x4 120.00 → M54.2'],
  ],
  [
    'an auto insurer pays for no injury at work',
    {
      payer: { kind: 'auto' },
      client: { accident: 'work', accidentDate: day('2026-05-01'), accidentState: 'WA', claimNumber: 'C-9' },
    },
    'STOP accident-of-another-kind',
    [],
  ],
  [
    'Medicare pays no massage therapist',
    { payer: { kind: 'medicare' } },
    'STOP medicare-pays-no-massage-therapist',
    [],
  ],
  [
    'unless the line asks for a denial with GY',
    { payer: { kind: 'medicare' }, sessions: [{ codes: '97124-GY' }] },
    null,
    ['97124 GY x4 120.00 → M54.2'],
  ],
  [
    'or a physical therapist bills',
    {
      payer: { kind: 'medicare' },
      practice: { taxonomy: '225100000X', credentials: 'PT' },
      sessions: [{ codes: '97124-GP' }],
    },
    'NOTE therapy-dollars-not-known',
    ['97124 GP x4 120.00 → M54.2'],
  ],
  [
    'a code outside the payer’s list is billed with a warning',
    { payer: { acceptedCodes: ['97140'] } },
    'WARN code-not-accepted',
    ['97124 x4 120.00 → M54.2'],
  ],
  ['two rows that say the same wait, since one may be a copy', { sessions: [{}, {}] }, 'STOP row-twice', []],
  [
    'what the insurance has paid on is not billed again',
    { sessions: [{ insurancePaid: cents(4000) }] },
    'WARN insurance-has-paid',
    [],
  ],
  [
    'a session still marked scheduled after its date is told',
    { sessions: [{ status: 'scheduled' }] },
    'WARN scheduled-in-the-past',
    [],
  ],
  [
    'a member ID without a payer is asked about',
    { client: { payer: null } },
    'STOP client-payer-missing',
    [],
  ],
  [
    'who bills is told when it is not known',
    { payer: { billing: null } },
    'NOTE who-bills-not-known',
    ['97124 x4 120.00 → M54.2'],
  ],

  // Authorizations
  [
    'an authorization that is needed and missing holds back',
    { payer: { authorizationNeeded: true } },
    'STOP authorization-missing',
    [],
  ],
  [
    'one for other dates does not help',
    {
      payer: { authorizationNeeded: true },
      input: { authorizations: [authorizationOf({ number: 'A-1', to: day('2026-08-02') })] },
    },
    'STOP authorization-for-other-dates',
    [],
  ],
  [
    'nor one for other codes',
    {
      payer: { authorizationNeeded: true },
      input: { authorizations: [authorizationOf({ number: 'A-1', codes: ['97140'] })] },
    },
    'STOP authorization-for-other-codes',
    [],
  ],
  [
    'nor one with fewer units left',
    {
      payer: { authorizationNeeded: true },
      input: { authorizations: [authorizationOf({ number: 'A-1', units: 3 })] },
    },
    'STOP authorization-used-up',
    [],
  ],
  [
    'nor an order',
    {
      payer: { authorizationNeeded: true },
      input: { authorizations: [authorizationOf({ number: 'A-1', kind: 'order' })] },
    },
    'STOP authorization-missing',
    [],
  ],
  [
    'where none is needed, one that is used up is a warning',
    { input: { authorizations: [authorizationOf({ number: 'A-1', visits: 0 })] } },
    'WARN authorization-used-up',
    ['97124 x4 120.00 → M54.2'],
  ],
];

/** Notes that every case with such a code has. */
const BESIDE_THE_POINT = new Set(['outside-massage-scope', 'diagnosis-unspecified']);

test.each(CASES)('%s', (_, different, finding, lines) => {
  const decision = decide(different);
  const told = decision.findings.filter(({ rule }) => !BESIDE_THE_POINT.has(rule));
  expect(told.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(finding?.split('; ') ?? []);
  expect(linesOf(decision)).toEqual(lines);
  expect(decision.holds.length > 0).toBe(finding?.includes('STOP') ?? false);
});

test('several visits of one date use one visit of the authorization, earlier claims theirs', () => {
  const authorizations = [authorizationOf({ number: 'A-1', visits: 2 })];
  const earlier = {
    client: 'fernwood, ada',
    payer: 'Evergreen Mutual',
    code: '97124',
    units: 4,
    charge: cents(12000),
    authorization: 'a-1',
  };
  const { claims, holds } = decide({
    payer: { authorizationNeeded: true },
    sessions: [{ minutes: 30 }, { codes: '97140', minutes: 30 }, { date: day('2026-08-10') }],
    input: { authorizations, earlierVisits: [{ ...earlier, date: day('2026-07-27') }] },
  });
  expect(claims.map((claim) => claim.priorAuthorization)).toEqual(['A-1']);
  expect(holds.map(({ dates }) => dates)).toEqual([[day('2026-08-10')]]);
});

test('a thirteenth diagnosis of a later visit begins a further claim', () => {
  const { claims } = decide({
    sessions: [
      { diagnoses: TWELVE.slice(0, 6) },
      { diagnoses: TWELVE.slice(6), date: day('2026-08-04') },
      { diagnoses: ['M53.1', 'M54.2'], date: day('2026-08-05') },
      { diagnoses: ['M53.1'], date: day('2026-08-06') },
    ],
  });
  expect(claims.map((claim) => claim.diagnoses)).toEqual([TWELVE, ['M53.1', 'M54.2']]);
  expect(claims.map((claim) => claim.lines.map((line) => line.pointers))).toEqual([
    [
      [1, 2, 3, 4],
      [7, 8, 9, 10],
    ],
    [[1, 2], [1]],
  ]);
});

test('seven lines are one claim, and the fifty-first line begins a further one (golden case 159)', () => {
  const sessions = Array.from({ length: 51 }, (_, index) => ({ date: addDays(day('2026-06-01'), index) }));
  expect(decide({ sessions: sessions.slice(0, 7) }).claims.map(({ lines }) => lines.length)).toEqual([7]);
  const { claims } = decide({ sessions });
  expect(claims.map(({ lines }) => lines.length)).toEqual([50, 1]);
  expect(claims.map(({ account }) => account)).toEqual(['A1', 'A2']);
  expect(claims[0]?.lines[49]?.control).toBe('A1L50');
});

test('identifiers stand on the claim without hyphens (golden case 166)', () => {
  const [claim] = decide().claims;
  expect(claim?.billing).toMatchObject({
    npi: '1234567893',
    taxId: '123456789',
    taxIdType: 'EIN',
    phone: '3605550142',
  });
  expect(claim?.rendering.npi).toBe('1234567893');
  expect(claim?.subscriber).toMatchObject({
    firstName: 'Ada',
    lastName: 'Fernwood',
    memberId: 'EMW-4471-02',
  });
});

test('who gives the sessions is named where it is not the practice (golden case 169)', () => {
  const practice = { renderingFirstName: 'Ruth', renderingLastName: 'Kneader', renderingNpi: '2000000002' };
  const [claim] = decide({ practice: { ...practice, entity: 'organization' } }).claims;
  expect(claim?.rendering).toMatchObject({ firstName: 'Ruth', lastName: 'Kneader', npi: '2000000002' });
  expect(claim?.billing.npi).toBe('1234567893');
});

test('of two clients of one name the payer of the session chooses, and without it they are asked about', () => {
  const other = payerOf({
    name: 'Cascade Health',
    kind: 'commercial',
    payerId: 'CH',
    unitRule: 'CMS',
    billing: 'claim',
  });
  const payers = [
    payerOf({
      name: 'Evergreen Mutual',
      kind: 'commercial',
      payerId: 'EM',
      unitRule: 'CMS',
      billing: 'claim',
    }),
    other,
  ];
  const clients = [clientOf(CLIENT), clientOf({ ...CLIENT, payer: 'Cascade Health', memberId: 'CH-1' })];
  const { claims, holds } = decide({
    sessions: [{ payer: 'cascade health' }, { date: day('2026-08-04') }],
    input: { payers, clients },
  });
  expect(claims.map((claim) => claim.subscriber.memberId)).toEqual(['CH-1']);
  expect(holds.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toEqual(['client-ambiguous']);
});

test('a diagnosis that was divided comes with the codes that took its place (golden case 98)', () => {
  const { findings } = decide({
    sessions: [{ diagnoses: ['M72.2'], date: day('2026-10-01') }],
    input: { today: day('2026-10-02') },
  });
  expect(findings).toMatchObject([
    {
      message:
        'Ada Fernwood on 10/01/2026: M72.2 is not billable since 10/01/2026, when it was divided: use M72.20, M72.21 or M72.22, or for plantar fasciitis M67.A01, M67.A02 or M67.A09.',
      fix: 'Ask who gave the diagnosis which of these is meant.',
    },
  ]);
});
