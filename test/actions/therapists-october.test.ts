import { checkMonth } from '../../src/actions/check/check-month';
import { prepareClaims } from '../../src/actions/claims/make-claims';
import { onDesk } from '../support/desk';
import { OCTOBERS, therapistBook, type TherapistName } from '../support/therapists';

const NOW = new Date(2026, 10, 2);

/** The lines that claims hold: "Ada Applegate: 90791 x1". */
async function billed(name: TherapistName): Promise<string[]> {
  const { answer } = await onDesk(therapistBook(name), (context) =>
    prepareClaims(context, { month: '2026-10', now: NOW }),
  );
  return answer.report.claims.flatMap(({ patient, lines }) =>
    lines.map(
      ({ code, modifiers, units }) =>
        `${patient.firstName}: ${[code, ...modifiers].join('-')} x${String(units)}`,
    ),
  );
}

/** Rules of the month, without notes. */
async function found(name: TherapistName): Promise<{ rules: string[]; words: string }> {
  const { answer } = await onDesk(therapistBook(name), (context) =>
    checkMonth(context, { month: '2026-10', now: NOW }),
  );
  const findings = [
    ...answer.general,
    ...answer.clients.flatMap(({ findings: ofClient, visits }) => [
      ...ofClient,
      ...visits.flatMap(({ findings: own }) => own),
    ]),
  ];
  return {
    rules: findings
      .filter(({ severity }) => severity !== 'NOTE')
      .map(({ severity, rule }) => `${severity} ${rule}`)
      .sort(),
    words: findings.map(({ message, fix: fix }) => `${message} ${fix}`).join(' '),
  };
}

const EXPECTED: Record<TherapistName, { bills: string[]; finds: string[] }> = {
  counselor: {
    bills: ['Ada: 90791 x1', 'Bruno: 90834 x1', 'Bruno: 90834 x1', 'Clara: 90847 x1', 'Dmitri: 90853 x1'],
    finds: [
      'STOP session-place-unknown',
      'STOP session-service-unclear',
      'WARN minutes-make-no-code',
      'WARN session-status-elsewhere',
    ],
  },
  'physical therapist': {
    bills: [
      'Ada: 97110-GP x1',
      'Ada: 97140-GP x1',
      'Ada: 97161-GP x1',
      'Ada: 97110-GP x2',
      'Ada: 97140-GP x1',
      'Bruno: 97110 x2',
      'Bruno: 97112 x1',
      'Bruno: 97110 x1',
      'Bruno: 97140 x1',
    ],
    finds: ['WARN assistant-not-marked', 'WARN assistant-not-marked'],
  },
  'speech therapist': {
    bills: ['Ada: 92523 x1', 'Ada: 92507 x1', 'Bruno: 92507-GN x1'],
    finds: ['STOP plan-of-care-missing-for-medicare'],
  },
  chiropractor: {
    bills: ['Ada: 98941-AT x1', 'Bruno: 98940 x1', 'Bruno: 97140 x1'],
    finds: ['STOP active-treatment-missing', 'WARN pair-needs-modifier-elsewhere'],
  },
  acupuncturist: {
    bills: ['Ada: 97810 x1', 'Bruno: 97810 x1'],
    finds: [
      'STOP medicare-pays-no-acupuncturist',
      'WARN minutes-make-no-code',
      'WARN minutes-of-an-add-on',
      'WARN minutes-of-an-add-on',
    ],
  },
  'behavior analyst': {
    bills: ['Ada: 97151 x8', 'Bruno: 97153-HM x8'],
    finds: ['STOP technicians-overlap'],
  },
  dietitian: {
    bills: ['Ada: 97802 x4', 'Ada: 97803 x2', 'Clara: 97802 x4'],
    finds: ['WARN minutes-make-no-code'],
  },
};

describe.each(Object.keys(OCTOBERS) as TherapistName[])('the October of a %s', (name) => {
  test('is billed by the rules of the field', async () => {
    expect(await billed(name)).toEqual(EXPECTED[name].bills);
  });

  test('is told what holds it back, and nothing of massage', async () => {
    const { rules, words } = await found(name);
    expect(rules).toEqual(EXPECTED[name].finds);
    expect(words).not.toMatch(/massage/i);
  });
});
