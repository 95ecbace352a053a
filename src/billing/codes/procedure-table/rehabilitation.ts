import { addOn, asked, each, family, first, ONCE, TIMED, USUAL, type Procedure } from './row';

const MANUAL = 'Medicare Claims Processing Manual, chapter 5, section 20.2';
const HANDS_ON = ['massage', 'physical', 'occupational', 'chiropractic'] as const;
const EXERCISE = ['physical', 'occupational', 'chiropractic'] as const;
const ALL_THERAPISTS = ['physical', 'occupational', 'speech'] as const;
const UNLISTED = 'It stands for a service that has no code, so the payer says how it is counted.';

/** Physical medicine, most usual for massage first. */
const TREATMENTS = family({ source: MANUAL, of: HANDS_ON, plans: ['GP', 'GO'], alwaysTherapy: true }, [
  ['97124', 'Massage', TIMED],
  ['97140', 'Manual therapy', TIMED],
  ['97110', 'Therapeutic exercise', TIMED, { of: EXERCISE, byTelehealth: true }],
  ['97112', 'Neuromuscular re-education', TIMED, { of: EXERCISE, byTelehealth: true }],
  ['97113', 'Exercise in water', TIMED, { of: EXERCISE }],
  ['97116', 'Gait training', TIMED, { of: EXERCISE, byTelehealth: true }],
  ['97530', 'Practice of daily movements', TIMED, { of: [...EXERCISE, 'speech'], byTelehealth: true }],
  ['97533', 'Sensory integration', TIMED],
  ['97535', 'Self-care training', TIMED, { byTelehealth: true }],
  ['97537', 'Training for work or community', TIMED],
  ['97542', 'Wheelchair training', TIMED],
  ['97750', 'Performance test', TIMED, { byTelehealth: true }],
  ['97755', 'Assistive technology assessment', TIMED, { byTelehealth: true }],
  ['97760', 'Orthosis fitting and training, first visit', TIMED, { byTelehealth: true }],
  ['97761', 'Prosthesis training, first visit', TIMED, { byTelehealth: true }],
  ['97763', 'Orthosis or prosthesis, later visit', TIMED],
  ['97032', 'Electrical stimulation, attended', TIMED],
  ['97033', 'Iontophoresis', TIMED],
  ['97034', 'Contrast baths', TIMED],
  ['97035', 'Ultrasound', TIMED],
  ['97036', 'Hubbard tank', TIMED],
]);

const LASER = family({ source: USUAL, of: HANDS_ON, plans: [] }, [
  ['S8948', 'Low-level laser', TIMED],
  ['97037', 'Low-level laser after surgery', ONCE, { plans: ['GP', 'GO'] }],
]);

const MODALITIES = family(
  { source: MANUAL, of: HANDS_ON, plans: ['GP', 'GO'], alwaysTherapy: true, runsBeside: true },
  [
    ['97010', 'Hot or cold packs', ONCE],
    ['97012', 'Mechanical traction', ONCE],
    ['97014', 'Electrical stimulation, unattended', ONCE, { medicareUses: 'G0283' }],
    ['G0283', 'Electrical stimulation, unattended (Medicare)', ONCE, { othersUse: '97014' }],
    ['97016', 'Compression pump', ONCE],
    ['97018', 'Paraffin bath', ONCE],
    ['97022', 'Whirlpool', ONCE],
    ['97024', 'Diathermy', ONCE],
    ['97026', 'Infrared', ONCE],
    ['97028', 'Ultraviolet', ONCE],
  ],
);

const UNTIMED = family({ source: MANUAL, of: ['physical'], plans: ['GP'], alwaysTherapy: true }, [
  [
    '97039',
    'Unlisted modality',
    ONCE,
    { of: HANDS_ON, plans: ['GP', 'GO'], source: 'payer by payer; usually one unit' },
  ],
  [
    '97150',
    'Group therapy',
    ONCE,
    { of: [...HANDS_ON, 'speech'], plans: ['GP', 'GO', 'GN'], byTelehealth: true },
  ],
  ['97161', 'Physical therapy evaluation, low complexity', ONCE, { isEvaluation: true, byTelehealth: true }],
  [
    '97162',
    'Physical therapy evaluation, moderate complexity',
    ONCE,
    { isEvaluation: true, byTelehealth: true },
  ],
  ['97163', 'Physical therapy evaluation, high complexity', ONCE, { isEvaluation: true, byTelehealth: true }],
  ['97164', 'Physical therapy re-evaluation', ONCE, { isEvaluation: true, byTelehealth: true }],
]);

const OCCUPATIONAL = family(
  {
    source: MANUAL,
    of: ['occupational'],
    plans: ['GO'],
    alwaysTherapy: true,
    isEvaluation: true,
    byTelehealth: true,
  },
  [
    ['97165', 'Occupational therapy evaluation, low complexity', ONCE],
    ['97166', 'Occupational therapy evaluation, moderate complexity', ONCE],
    ['97167', 'Occupational therapy evaluation, high complexity', ONCE],
    ['97168', 'Occupational therapy re-evaluation', ONCE],
  ],
);

const SPEECH = family(
  {
    source: 'untimed: one a day (Medicare MUE of July 2024)',
    of: ['speech'],
    plans: ['GN'],
    alwaysTherapy: true,
    byTelehealth: true,
  },
  [
    ['92507', 'Speech and language treatment', ONCE],
    ['92508', 'Speech and language treatment in a group', ONCE],
    ['92521', 'Evaluation of speech fluency', ONCE],
    ['92522', 'Evaluation of speech sounds', ONCE],
    ['92523', 'Evaluation of speech sounds and language', ONCE],
    ['92524', 'Evaluation of voice', ONCE],
    ['92526', 'Treatment of swallowing', ONCE, { of: ['speech', 'occupational'], plans: ['GN', 'GO'] }],
    ['92597', 'Evaluation for a voice prosthesis', ONCE],
    ['92607', 'Evaluation for a speaking device, first hour', first(60), { source: USUAL }],
    ['92609', 'Training with a speaking device', ONCE],
    ['96125', 'Cognitive performance test, by the hour', each('hour'), { source: USUAL }],
  ],
);

const SPEECH_OTHERS = family({ source: USUAL, of: ['speech'], plans: ['GN'], byTelehealth: true }, [
  ['92608', 'Evaluation for a speaking device, later time', addOn(30), { addOnOf: ['92607'] }],
  ['92626', 'Hearing with a device evaluated, first hour', first(60)],
  ['92627', 'Hearing with a device evaluated, later time', addOn(15), { addOnOf: ['92626'] }],
  ['92610', 'Evaluation of swallowing', ONCE, { of: ['speech', 'occupational'], plans: ['GN', 'GO'] }],
  ['92605', 'Evaluation for a device that does not speak, first hour', first(60), { source: USUAL }],
  [
    '92618',
    'Evaluation for a device that does not speak, later time',
    addOn(30),
    { addOnOf: ['92605'], source: USUAL },
  ],
]);

const SOMETIMES = family(
  { source: USUAL, of: ALL_THERAPISTS, plans: ['GP', 'GO', 'GN'], byTelehealth: true },
  [
    ['97129', 'Cognitive training, first 15 minutes', first(15)],
    ['97130', 'Cognitive training, later time', addOn(15), { addOnOf: ['97129'] }],
    ['97550', 'Caregiver training, first half hour', first(30)],
    ['97551', 'Caregiver training, later time', addOn(15), { addOnOf: ['97550'] }],
    ['97552', 'Caregiver training in a group', ONCE],
    ['97545', 'Work conditioning, first two hours', first(120), { of: EXERCISE, plans: ['GP', 'GO'] }],
    [
      '97546',
      'Work conditioning, each hour after',
      addOn(60),
      { of: EXERCISE, plans: ['GP', 'GO'], addOnOf: ['97545'] },
    ],
    ['95992', 'Repositioning for vertigo', ONCE, { of: ['physical', 'medical'], plans: ['GP'] }],
    ['97597', 'Wound debridement, first area', ONCE, { of: ['physical', 'occupational', 'medical'] }],
    [
      '97598',
      'Wound debridement, further area',
      each('further area'),
      { of: ['physical', 'occupational', 'medical'], addOnOf: ['97597'] },
    ],
    ['97605', 'Wound vacuum, small area', ONCE, { of: ['physical', 'occupational', 'medical'] }],
    ['97606', 'Wound vacuum, large area', ONCE, { of: ['physical', 'occupational', 'medical'] }],
    ['90912', 'Pelvic floor biofeedback, first 15 minutes', first(15), { of: ['physical'], plans: ['GP'] }],
    [
      '90913',
      'Pelvic floor biofeedback, later time',
      addOn(15),
      { of: ['physical'], plans: ['GP'], addOnOf: ['90912'] },
    ],
  ],
);

const OTHERS = family({ source: USUAL, of: HANDS_ON, plans: ['GP', 'GO'] }, [
  ['97139', 'Unlisted therapeutic procedure', asked(UNLISTED)],
  ['97799', 'Unlisted physical medicine service', asked(UNLISTED)],
  ['95851', 'Range of motion measured, limb or spine', each('limb or part of the spine')],
  ['95852', 'Range of motion measured, hand', each('hand')],
  ['96523', 'Port flush', ONCE, { plans: [] }],
]);

export const REHABILITATION: readonly Procedure[] = [
  ...TREATMENTS,
  ...LASER,
  ...MODALITIES,
  ...UNTIMED,
  ...OCCUPATIONAL,
  ...SPEECH,
  ...SPEECH_OTHERS,
  ...SOMETIMES,
  ...OTHERS,
];
