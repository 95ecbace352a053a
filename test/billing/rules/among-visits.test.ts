import { RULES } from '../../../src/billing/rules/rule-table';
import { cents } from '../../../src/billing/values/cents';
import { addDays } from '../../../src/billing/values/day';
import { day } from '../../support/values';
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
  expect(told.map(({ words }) => words).join(' ')).toContain(says);
  expect(RULES.map(({ id }) => id)).toContain(finding.split(' ')[1]);
});

test('none of them is told of a usual visit', () => {
  expect(decide().findings).toEqual([]);
});

test('the rules that Washington’s fund has are no rules of other payers for injuries at work', () => {
  const payer = payerOf({ ...PAYER, name: 'Prairie Workers Fund', kind: 'workers-comp' });
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
  expect(findings.filter(({ rule }) => rule.startsWith('washington'))).toEqual([]);
});
