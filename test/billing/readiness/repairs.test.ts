import { repaired } from '../../../src/billing/readiness/repairs';
import { cents } from '../../../src/billing/values/cents';
import { cleanClaim } from './cases';

const base = cleanClaim();

test('a client with a comma and a tilde in the name is written without them, and the user is told', () => {
  const { claim, repairs } = repaired(cleanClaim({ patient: { ...base.patient, lastName: 'O~Hara*, Jr' } }));
  expect(claim.patient.lastName).toBe('O HARA JR');
  expect(repairs[0]).toMatchObject({ what: 'last name of the client', from: 'O~Hara*, Jr', to: 'O HARA JR' });
  const usual = repaired(cleanClaim({ patient: { ...base.patient, lastName: "O'Hara-Lee Jr." } }));
  expect(usual.repairs.map(({ what }) => what)).not.toContain('last name of the client');
});

test('letters that change are listed', () => {
  const { repairs } = repaired(
    cleanClaim({ patient: { ...base.patient, lastName: 'Müller', firstName: 'Zoë' } }),
  );
  expect(repairs).toEqual([
    { account: 'C26080001', what: 'last name of the client', from: 'Müller', to: 'MULLER' },
    { account: 'C26080001', what: 'first name of the client', from: 'Zoë', to: 'ZOE' },
    { account: 'C26080001', what: 'member ID', from: 'ccx 100-200-300', to: 'CCX100200300' },
    { account: 'C26080001', what: 'group number', from: 'GRP-4471', to: 'GRP4471' },
    { account: 'C26080001', what: 'prior authorization', from: 'PA-2026-0815', to: 'PA20260815' },
  ]);
});

test('names longer than their place are cut and listed', () => {
  const long = 'A'.repeat(70);
  const { claim, repairs } = repaired(cleanClaim({ payer: { ...base.payer, name: long } }));
  expect(claim.payer.name).toHaveLength(60);
  expect(repairs).toContainEqual({
    account: 'C26080001',
    what: 'name of the payer',
    from: long,
    to: 'A'.repeat(60),
  });
});

test('clinical content, charges and dates are never touched', () => {
  const odd = cleanClaim({
    diagnoses: ['m5450', 'M54.50'],
    lines: base.lines.map((line) => ({
      ...line,
      code: '97124 ',
      modifiers: ['gp'],
      charge: cents(-1),
      units: 0,
    })),
    total: cents(7),
  });
  const { claim } = repaired(odd);
  const { diagnoses, lines, total, accident, onsetDate, placeOfService } = claim;
  expect({ diagnoses, lines, total, accident, onsetDate, placeOfService }).toEqual({
    diagnoses: odd.diagnoses,
    lines: odd.lines,
    total: odd.total,
    accident: odd.accident,
    onsetDate: odd.onsetDate,
    placeOfService: odd.placeOfService,
  });
});
