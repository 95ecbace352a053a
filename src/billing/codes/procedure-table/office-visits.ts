import { addOn, asked, family, ladder, ONCE, USUAL, type Procedure } from './row';

const MONTH = 'It is counted over a calendar month, so the minutes of one day do not tell.';
const CALLS = ['99441', '99442', '99443'];

const OFFICE = family(
  {
    source: USUAL,
    of: ['medical', 'chiropractic'],
    isEvaluation: true,
    isOfficeVisit: true,
    byTelehealth: true,
  },
  [
    ['99202', 'Office visit, new patient, level 2', ONCE],
    ['99203', 'Office visit, new patient, level 3', ONCE],
    ['99204', 'Office visit, new patient, level 4', ONCE],
    ['99205', 'Office visit, new patient, level 5', ONCE],
    ['99211', 'Office visit, known patient, level 1', ONCE],
    ['99212', 'Office visit, known patient, level 2', ONCE],
    ['99213', 'Office visit, known patient, level 3', ONCE],
    ['99214', 'Office visit, known patient, level 4', ONCE],
    ['99215', 'Office visit, known patient, level 5', ONCE],
  ],
);

const CONSULTATIONS = family(
  { source: USUAL, of: ['medical'], isEvaluation: true, isOfficeVisit: true, byTelehealth: true },
  [
    ['99242', 'Office consultation, level 2', ONCE],
    ['99243', 'Office consultation, level 3', ONCE],
    ['99244', 'Office consultation, level 4', ONCE],
    ['99245', 'Office consultation, level 5', ONCE],
  ],
);

const HOME = family({ source: USUAL, of: ['medical'], isEvaluation: true }, [
  ['99341', 'Home visit, new patient, level 1', ONCE],
  ['99342', 'Home visit, new patient, level 2', ONCE],
  ['99344', 'Home visit, new patient, level 4', ONCE],
  ['99345', 'Home visit, new patient, level 5', ONCE],
  ['99347', 'Home visit, known patient, level 1', ONCE],
  ['99348', 'Home visit, known patient, level 2', ONCE],
  ['99349', 'Home visit, known patient, level 3', ONCE],
  ['99350', 'Home visit, known patient, level 4', ONCE],
]);

/** The visits beside which an add-on of psychotherapy may stand. CMS NCCI add-on codes, 2024. */
export const OFFICE_VISITS_WITH_ADD_ONS: readonly string[] = [
  ...[...OFFICE, ...CONSULTATIONS, ...HOME].map(({ code }) => code).filter((code) => code !== '99211'),
  '99211',
  ...CALLS,
];

/** The services beside which a risk questionnaire may stand. CMS NCCI add-on codes, 2024. */
export const RISK_QUESTIONNAIRE_PRIMARIES: readonly string[] = [
  ...OFFICE_VISITS_WITH_ADD_ONS,
  ...['99401', '99402', '99403', '99404', '99406', '99407', '99408', '99409', '99411', '99412'],
  ...['99492', '99493', '99494'],
];

const OTHERS = family({ source: USUAL, of: ['medical'] }, [
  ['99417', 'Longer office visit, each quarter hour after', addOn(15), { addOnOf: ['99205', '99215'] }],
  [
    'G2212',
    'Longer office visit, each quarter hour after (Medicare)',
    addOn(15),
    { addOnOf: ['99205', '99215', '99483'] },
  ],
  [
    '99401',
    'Preventive counseling, about 15 minutes',
    ladder('preventive counseling', 8, 22),
    { of: ['medical', 'lactation', 'nutrition'] },
  ],
  [
    '99402',
    'Preventive counseling, about 30 minutes',
    ladder('preventive counseling', 23, 37),
    { of: ['medical', 'lactation', 'nutrition'] },
  ],
  [
    '99403',
    'Preventive counseling, about 45 minutes',
    ladder('preventive counseling', 38, 52),
    { of: ['medical', 'lactation', 'nutrition'] },
  ],
  [
    '99404',
    'Preventive counseling, about an hour',
    ladder('preventive counseling', 53, null),
    { of: ['medical', 'lactation', 'nutrition'] },
  ],
  ['99492', 'Shared psychiatric care, first month', asked(MONTH)],
  ['99493', 'Shared psychiatric care, later month', asked(MONTH)],
  ['99494', 'Shared psychiatric care, more time in a month', asked(MONTH), { addOnOf: ['99492', '99493'] }],
  [
    '98980',
    'Following a therapy from afar, first 20 minutes of a month',
    asked(MONTH),
    { of: ['medical', 'physical', 'occupational', 'speech'] },
  ],
  [
    '98981',
    'Following a therapy from afar, more time in a month',
    asked(MONTH),
    { of: ['medical', 'physical', 'occupational', 'speech'], addOnOf: ['98980'] },
  ],
  ['G0019', 'Help with social needs, first hour of a month', asked(MONTH)],
  ['G0022', 'Help with social needs, more time in a month', asked(MONTH), { addOnOf: ['G0019'] }],
  ['G0023', 'Guidance through an illness, first hour of a month', asked(MONTH)],
  ['G0024', 'Guidance through an illness, more time in a month', asked(MONTH), { addOnOf: ['G0023'] }],
  ['G0140', 'Guidance by a peer, first hour of a month', asked(MONTH)],
  ['G0146', 'Guidance by a peer, more time in a month', asked(MONTH), { addOnOf: ['G0140'] }],
]);

export const MEDICAL_VISITS: readonly Procedure[] = [...OFFICE, ...CONSULTATIONS, ...HOME, ...OTHERS];
