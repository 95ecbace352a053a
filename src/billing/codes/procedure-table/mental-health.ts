import { addOn, asked, each, family, first, ladder, ONCE, QUARTER, USUAL, type Procedure } from './row';
import { OFFICE_VISITS_WITH_ADD_ONS, RISK_QUESTIONNAIRE_PRIMARIES } from './office-visits';

const TIMES = 'APA (apaservices.org) on psychotherapy codes; BCBS Illinois policy on psychotherapy';
const ADD_ONS = 'CMS NCCI add-on codes, 2024';
const WHO = ['mental-health', 'medical'] as const;

const SESSIONS = family({ source: TIMES, of: WHO, takesCredential: true, byTelehealth: true }, [
  ['90791', 'Diagnostic evaluation', ONCE],
  ['90792', 'Diagnostic evaluation with medical services', ONCE, { of: ['medical'] }],
  ['90832', 'Psychotherapy, 16 to 37 minutes', ladder('psychotherapy', 16, 37)],
  ['90834', 'Psychotherapy, 38 to 52 minutes', ladder('psychotherapy', 38, 52)],
  ['90837', 'Psychotherapy, 53 minutes or more', ladder('psychotherapy', 53, null)],
  ['90846', 'Family session without the client', { kind: 'threshold', from: 26 }],
  ['90847', 'Family or couple session with the client', { kind: 'threshold', from: 26 }],
  ['90849', 'Group of several families', ONCE],
  ['90853', 'Group psychotherapy', ONCE],
  ['90845', 'Psychoanalysis', ONCE],
  ['90839', 'Crisis session, 30 to 74 minutes', { kind: 'first', from: 30, covers: 60 }],
  [
    '90840',
    'Crisis session, each half hour after',
    { kind: 'add-on', each: 30, from: 15 },
    { addOnOf: ['90839'] },
  ],
  [
    '90785',
    'Interactive complexity',
    ONCE,
    {
      source: ADD_ONS,
      runsBeside: true,
      addOnOf: [
        ...['90791', '90792', '90832', '90833', '90834', '90836', '90837', '90838', '90853'],
        ...['99441', '99442', '99443'],
      ],
    },
  ],
  ['90880', 'Hypnotherapy', ONCE, { source: USUAL }],
  ['90875', 'Biofeedback with psychotherapy, half hour', ladder('biofeedback', 16, 37), { source: USUAL }],
  ['90876', 'Biofeedback with psychotherapy, 45 minutes', ladder('biofeedback', 38, null), { source: USUAL }],
  ['90887', 'Explaining results to family', ONCE, { source: USUAL }],
  [
    '90899',
    'Unlisted psychiatric service',
    asked('It has no code of its own, so the payer says how it is counted.'),
    { source: USUAL },
  ],
  [
    'G0017',
    'Crisis session elsewhere, first hour',
    { kind: 'first', from: 30, covers: 60 },
    { source: USUAL },
  ],
  [
    'G0018',
    'Crisis session elsewhere, each half hour after',
    { kind: 'add-on', each: 30, from: 15 },
    { source: USUAL, addOnOf: ['G0017'] },
  ],
  ['H0004', 'Counseling, by the quarter hour (Medicaid)', QUARTER, { source: USUAL }],
  ['H0031', 'Mental health assessment (Medicaid)', ONCE, { source: USUAL }],
  ['H2019', 'Therapeutic behavioral service, by the quarter hour (Medicaid)', QUARTER, { source: USUAL }],
]);

const WITH_AN_OFFICE_VISIT = family(
  { source: TIMES, of: ['medical'], byTelehealth: true, addOnOf: OFFICE_VISITS_WITH_ADD_ONS },
  [
    [
      '90833',
      'Psychotherapy with an office visit, 16 to 37 minutes',
      ladder('psychotherapy with an office visit', 16, 37),
    ],
    [
      '90836',
      'Psychotherapy with an office visit, 38 to 52 minutes',
      ladder('psychotherapy with an office visit', 38, 52),
    ],
    [
      '90838',
      'Psychotherapy with an office visit, 53 minutes or more',
      ladder('psychotherapy with an office visit', 53, null),
    ],
    [
      '90863',
      'Medication management with psychotherapy',
      ONCE,
      { source: ADD_ONS, of: WHO, runsBeside: true, addOnOf: ['90832', '90834', '90837'] },
    ],
  ],
);

/** Questionnaires, tests and health behavior. */
const TESTS = family({ source: USUAL, of: WHO, byTelehealth: true }, [
  ['96127', 'Short questionnaire, scored', each('questionnaire'), { runsBeside: true }],
  ['96110', 'Developmental screening, scored', each('questionnaire'), { runsBeside: true }],
  [
    '96160',
    'Health risk questionnaire of the client',
    each('questionnaire'),
    { runsBeside: true, of: ['medical'], addOnOf: RISK_QUESTIONNAIRE_PRIMARIES },
  ],
  [
    '96161',
    'Health risk questionnaire of a caregiver',
    each('questionnaire'),
    { runsBeside: true, of: ['medical'], addOnOf: RISK_QUESTIONNAIRE_PRIMARIES },
  ],
  ['96130', 'Psychological tests evaluated, first hour', first(60)],
  ['96131', 'Psychological tests evaluated, each hour after', addOn(60), { addOnOf: ['96130'] }],
  ['96132', 'Neuropsychological tests evaluated, first hour', first(60)],
  ['96133', 'Neuropsychological tests evaluated, each hour after', addOn(60), { addOnOf: ['96132'] }],
  ['96136', 'Tests given by the professional, first half hour', first(30)],
  ['96137', 'Tests given by the professional, each half hour after', addOn(30), { addOnOf: ['96136'] }],
  ['96138', 'Tests given by a technician, first half hour', first(30)],
  ['96139', 'Tests given by a technician, each half hour after', addOn(30), { addOnOf: ['96138'] }],
  ['96112', 'Developmental test, first hour', first(60)],
  ['96113', 'Developmental test, each half hour after', addOn(30), { addOnOf: ['96112'] }],
  ['96116', 'Examination of thinking, first hour', first(60)],
  ['96121', 'Examination of thinking, each hour after', addOn(60), { addOnOf: ['96116'] }],
  ['96156', 'Health behavior assessment', ONCE],
  ['96158', 'Health behavior session, first half hour', first(30)],
  ['96159', 'Health behavior session, each quarter hour after', addOn(15), { addOnOf: ['96158'] }],
  ['96164', 'Health behavior group, first half hour', first(30)],
  ['96165', 'Health behavior group, each quarter hour after', addOn(15), { addOnOf: ['96164'] }],
  ['96167', 'Health behavior with family and client, first half hour', first(30)],
  [
    '96168',
    'Health behavior with family and client, each quarter hour after',
    addOn(15),
    { addOnOf: ['96167'] },
  ],
  ['96170', 'Health behavior with family alone, first half hour', first(30)],
  ['96171', 'Health behavior with family alone, each quarter hour after', addOn(15), { addOnOf: ['96170'] }],
  ['96202', 'Group training of caregivers, first hour', first(60)],
  ['96203', 'Group training of caregivers, each quarter hour after', addOn(15), { addOnOf: ['96202'] }],
  ['98966', 'Telephone call, 5 to 10 minutes', ladder('telephone calls', 5, 10)],
  ['98967', 'Telephone call, 11 to 20 minutes', ladder('telephone calls', 11, 20)],
  ['98968', 'Telephone call, 21 minutes or more', ladder('telephone calls', 21, null)],
  ['G0444', 'Yearly screening for depression', ONCE],
]);

export const MENTAL_HEALTH: readonly Procedure[] = [...SESSIONS, ...WITH_AN_OFFICE_VISIT, ...TESTS];
