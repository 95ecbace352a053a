import { RULES } from '../../../src/billing/rules/rule-table';
import { cents } from '../../../src/billing/values/cents';
import { addDays } from '../../../src/billing/values/day';
import { day } from '../../support/values';
import { isOriginalMedicare } from '../../../src/billing/payers/rules-of-payer';
import { authorizationOf, clientOf, feeOf, payerOf, sessionOf } from '../claims/records';
import { CLIENT, decide, PAYER, type Different } from '../claims/usual';

/** What is different from a visit that is billed without a word, the finding it gives, and a part of its words. */
const CASES: [sentence: string, different: Different, finding: string, says: string][] = [
  [
    'the one who refers is not the one who treats',
    { client: { referringFirstName: 'Ann', referringLastName: 'Prescriber', referringNpi: '1234567893' } },
    'WARN own-npi-as-referring',
    'The referring provider of Ada Fernwood has your own NPI',
  ],
  [
    'a license of another state is worth a look',
    { practice: { licenseState: 'OR' } },
    'NOTE license-of-another-state',
    'Your license is of OR',
  ],
  [
    'two therapists on one date are told',
    {
      sessions: [
        { provider: 'M. Tenfold', minutes: 30 },
        { provider: 'Ruth Kneader', codes: '97110', minutes: 15, charge: cents(3500) },
      ],
    },
    'WARN other-provider-same-day',
    'M. Tenfold and Ruth Kneader saw the client',
  ],
  [
    'insurers are not charged more than clients who pay themselves',
    { sessions: [{}, { client: 'Kit Vale', payer: 'Cash', charge: cents(8000), date: day('2026-08-10') }] },
    'WARN cash-price-below-insurance-price',
    'Insurers are charged $30.00 for a unit of 97124, clients who pay themselves $20.00',
  ],
  [
    'nor where only the Fees table says what cash clients pay',
    { input: { fees: [feeOf('97124', cents(3000)), feeOf('97124', cents(2500), 'Cash')] } },
    'WARN cash-price-below-insurance-price',
    '$25.00',
  ],
  [
    'an order that has run out is a warning where none is demanded',
    { input: { authorizations: [authorizationOf({ kind: 'order', to: day('2026-08-02') })] } },
    'WARN order-run-out',
    'does not reach this date',
  ],
  [
    'a progress report falls due with every second visit, if the payer wants it so',
    { payer: { progressReportVisits: 2 }, sessions: [{}, { date: day('2026-08-10') }] },
    'WARN progress-report-due',
    'Ada Fernwood on 08/10/2026: A progress report',
  ],
  [
    'and after so many days',
    { payer: { progressReportDays: 30 }, sessions: [{}, { date: day('2026-09-02') }] },
    'WARN progress-report-due',
    'Ada Fernwood on 09/02/2026',
  ],
  [
    'visits of other months count',
    {
      payer: { progressReportVisits: 2 },
      input: { history: [sessionOf({ date: day('2026-07-27') })] },
    },
    'WARN progress-report-due',
    'Ada Fernwood on 08/03/2026',
  ],
  [
    'two plans of care do not go together',
    { sessions: [{ codes: '97124-GP-GO' }] },
    'WARN two-plans-of-care',
    'GP and GO on 97124',
  ],
  [
    'a modifier does not make a unit of seven minutes',
    { sessions: [{ codes: '97124-52', minutes: 7 }] },
    'WARN modifier-52-for-short-time',
    'fewer than 8 minutes',
  ],
  [
    'a modifier that nobody here knows is noted',
    { sessions: [{ codes: '97124-ZZ' }] },
    'NOTE modifier-unfamiliar',
    'ZZ on 97124',
  ],
  [
    'a modifier that parts two codes is noted, for the note to show it',
    {
      payer: { ncciApplies: true },
      sessions: [{ codes: '98940' }, { codes: '97124-XS', charge: cents(12100) }],
    },
    'NOTE pair-with-modifier',
    'distinct from 98940',
  ],
  [
    'G0283 is Medicare’s own',
    { sessions: [{ codes: 'G0283' }] },
    'NOTE only-medicare-has-this-code',
    '97014',
  ],
  [
    'a day of which nobody knows the limit is noted',
    { payer: { dailyUnitCap: null }, sessions: [{ minutes: 75, charge: cents(15000) }] },
    'NOTE daily-cap-not-known',
    'How many units a day Evergreen Mutual pays is not known',
  ],
  [
    'what is not known of a payer is told, never assumed',
    { payer: { daysToFile: null, referralNeeded: null } },
    'NOTE payer-rules-not-known',
    '"Referral needed" and "Days to file"',
  ],
  [
    'two rows of a timed code are one line for Medicare',
    {
      payer: { kind: 'va', addedModifiers: ['GP'] },
      sessions: [{ minutes: 30 }, { minutes: 15, charge: cents(3000) }],
    },
    'NOTE timed-code-on-two-lines',
    'takes it on one line only',
  ],
  [
    'a plan year without its beginning is not counted',
    {
      input: {
        benefits: [
          {
            client: 'Ada Fernwood',
            payer: null,
            planYearStarts: null,
            visitsPerYear: 20,
            visitsUsedElsewhere: null,
            copay: null,
            coinsurancePercent: null,
            deductibleLeft: null,
            verifiedOn: null,
            dollarsElsewhere: null,
            cells: {},
          },
        ],
      },
    },
    'NOTE plan-year-not-known',
    'When the plan year of Ada Fernwood starts is not known',
  ],
];

test.each(CASES)('%s', (_, different, finding, says) => {
  const { findings } = decide(different);
  const told = findings.filter(({ severity, rule }) => `${severity} ${rule}` === finding);
  expect(told.map(({ message }) => message).join(' ')).toContain(says);
  expect(RULES.map(({ id }) => id)).toContain(finding.split(' ')[1]);
});

test('none of them is told of a usual visit', () => {
  expect(decide().findings).toEqual([]);
});

const FUNDS: [about: string, different: Parameters<typeof payerOf>[0], isWashington: boolean][] = [
  ['a fund of another state', { name: 'Prairie Workers Fund', address: inState('ID') }, false],
  ['Washington’s, whatever it is called', { name: 'Dept of Labor', address: inState('WA') }, true],
  ['one whose state nobody wrote, in a practice of Washington', { name: 'Workers Fund' }, true],
  ['a self-insured employer, chosen as such', { name: 'L&I Lumber', preset: 'workers-comp' }, false],
  ['Washington’s by choice', { name: 'Crew Claims', address: inState('KY'), preset: 'wa-lni' }, true],
];

function inState(state: string) {
  return { street: null, city: null, zip: null, state };
}

test.each(FUNDS)('%s: kind, state and choice say whose rules hold', (_, different, isWashington) => {
  const payer = payerOf({ ...PAYER, kind: 'workers-comp', ...different });
  const client = clientOf({
    ...CLIENT,
    payer: payer.name,
    accident: 'work',
    accidentDate: day('2026-01-02'),
    claimNumber: 'W-1',
    employer: 'Mill',
    referringFirstName: 'Ann',
    referringLastName: 'Prescriber',
    referringNpi: '1000000004',
  });
  const sessions = Array.from({ length: 8 }, (_, index) => ({ date: addDays(day('2026-07-01'), 2 * index) }));
  const { findings } = decide({ sessions, input: { payers: [payer], clients: [client] } });
  const told = findings.flatMap(({ rule }) => (rule.startsWith('washington') ? [rule] : []));
  expect([...new Set(told)].sort()).toEqual(
    isWashington
      ? ['washington-daily-maximum-not-known', 'washington-progress-report-due', 'washington-visits-7-to-12']
      : [],
  );
});

const CAPS: [date: string, charge: number, most: number | null, finds: string][] = [
  ['2025-07-01', 11209, null, ''],
  ['2025-07-01', 11210, null, '$112.10 is charged for this date; L&I pays at most $112.09 a day.'],
  ['2026-06-30', 12000, null, '$120.00 is charged for this date; L&I pays at most $112.09 a day.'],
  ['2026-07-01', 12000, 11500, '$120.00 is charged for this date; L&I pays at most $115.00 a day.'],
];

test.each(CAPS)('L&I on %s: %d cents charged', (date, charge, most, finds) => {
  const dailyMaximum = most === null ? null : cents(most);
  const payer = payerOf({ ...PAYER, name: 'L&I', kind: 'workers-comp', dailyMaximum });
  const client = clientOf({ ...CLIENT, payer: 'L&I', accident: 'work', accidentDate: day('2025-06-01') });
  const { findings } = decide({
    sessions: [{ date: day(date), charge: cents(charge) }],
    input: { payers: [payer], clients: [client] },
  });
  const told = findings.find(({ rule }) => rule === 'charges-over-daily-maximum');
  expect(told?.message.replace(/^.*?: /, '') ?? '').toBe(finds);
});

test.each([
  ['UMR', 'gp-not-known-for-umr'],
  ['UHC', 'gp-missing-for-unitedhealthcare'],
  ['Aetna', undefined],
])('GP for %s', (name, rule) => {
  const payer = payerOf({ ...PAYER, name, kind: 'commercial', addedModifiers: [] });
  const { findings } = decide({
    input: { payers: [payer], clients: [clientOf({ ...CLIENT, payer: name })] },
  });
  expect(findings.find((finding) => finding.rule.startsWith('gp-'))?.rule).toBe(rule);
});

test.each([
  [{ kind: 'medicare' as const, filingCode: 'MB' }, true],
  [{ kind: 'medicare' as const, filingCode: '16' }, false],
  [{ kind: 'medicare' as const, filingCode: '12' }, false],
  [{ kind: 'medicare' as const, preset: 'medicare-advantage' as const }, false],
  [{ kind: 'commercial' as const, filingCode: '16' }, false],
])('%o is original Medicare: %s', (different, is) => {
  expect(isOriginalMedicare(payerOf(different))).toBe(is);
});

test.each([
  [{ kind: 'medicare' as const }, 'WARN hot-packs-bundled'],
  [{ kind: 'medicaid' as const }, 'WARN hot-packs-bundled-elsewhere'],
  [{ kind: 'medicaid' as const, acceptedCodes: ['97010', '97124'] }, undefined],
])('hot packs of %o', (different, finds) => {
  const payer = payerOf({ ...PAYER, ncciApplies: null, ...different });
  const { findings } = decide({
    sessions: [{ codes: '97124x2 97010' }],
    input: { payers: [payer] },
  });
  const told = findings.find(({ rule }) => rule.startsWith('hot-packs'));
  expect(told && `${told.severity} ${told.rule}`).toBe(finds);
});
