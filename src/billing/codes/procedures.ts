/**
 * `timed`: a unit is fifteen minutes of one-on-one contact. `untimed`: one unit a day however long it takes.
 * `other`: time or number counts in a way of its own, so minutes alone do not give its units.
 */
export type Timing = 'timed' | 'untimed' | 'other';

export interface Procedure {
  code: string;
  timing: Timing;
  /** Short words of our own, never the AMA's. */
  words: string;
  /** Who says how it is counted. */
  source: string;
  /** How units are counted when `timing` is `other`. */
  counting?: string;
}

const MANUAL = 'Medicare Claims Processing Manual, chapter 5, section 20.2';
const USUAL = 'usual reading of the code; ask the payer';
const UNLISTED = 'It stands for a service that has no code, so the payer says how it is counted.';
const FIRST_QUARTER = 'It covers the first 15 minutes only; the time after that has an add-on code.';
const ADD_ON_QUARTER = 'It is an add-on for each 15 minutes after the first, which has a code of its own.';
const PER_LIMB = 'It is counted by the limbs or hands measured, not by minutes.';

type Row = [code: string, timing: Timing, words: string, source: string, counting?: string];

/** The procedure codes that a massage practice, or somebody who shares its clients, meets. */
const ROWS: Row[] = [
  ['97124', 'timed', 'Massage', MANUAL],
  ['97140', 'timed', 'Manual therapy', MANUAL],
  ['97110', 'timed', 'Therapeutic exercise', MANUAL],
  ['97112', 'timed', 'Neuromuscular re-education', MANUAL],
  ['97113', 'timed', 'Exercise in water', MANUAL],
  ['97116', 'timed', 'Gait training', MANUAL],
  ['97530', 'timed', 'Practice of daily movements', MANUAL],
  ['97533', 'timed', 'Sensory integration', MANUAL],
  ['97535', 'timed', 'Self-care training', MANUAL],
  ['97537', 'timed', 'Training for work or community', MANUAL],
  ['97542', 'timed', 'Wheelchair training', MANUAL],
  ['97750', 'timed', 'Performance test', MANUAL],
  ['97755', 'timed', 'Assistive technology assessment', MANUAL],
  ['97760', 'timed', 'Orthosis fitting and training, first visit', MANUAL],
  ['97761', 'timed', 'Prosthesis training, first visit', MANUAL],
  ['97763', 'timed', 'Orthosis or prosthesis, later visit', MANUAL],
  ['97032', 'timed', 'Electrical stimulation, attended', MANUAL],
  ['97033', 'timed', 'Iontophoresis', MANUAL],
  ['97034', 'timed', 'Contrast baths', MANUAL],
  ['97035', 'timed', 'Ultrasound', MANUAL],
  ['97036', 'timed', 'Hubbard tank', MANUAL],
  ['S8948', 'timed', 'Low-level laser', USUAL],

  ['97010', 'untimed', 'Hot or cold packs', MANUAL],
  ['97012', 'untimed', 'Mechanical traction', MANUAL],
  ['97014', 'untimed', 'Electrical stimulation, unattended', MANUAL],
  ['G0283', 'untimed', 'Electrical stimulation, unattended (Medicare)', MANUAL],
  ['97016', 'untimed', 'Compression pump', MANUAL],
  ['97018', 'untimed', 'Paraffin bath', MANUAL],
  ['97022', 'untimed', 'Whirlpool', MANUAL],
  ['97024', 'untimed', 'Diathermy', MANUAL],
  ['97026', 'untimed', 'Infrared', MANUAL],
  ['97028', 'untimed', 'Ultraviolet', MANUAL],
  ['97037', 'untimed', 'Low-level laser after surgery', USUAL],
  ['97039', 'untimed', 'Unlisted modality', 'payer by payer; usually one unit'],
  ['97150', 'untimed', 'Group therapy', MANUAL],
  ['97161', 'untimed', 'Physical therapy evaluation, low complexity', MANUAL],
  ['97162', 'untimed', 'Physical therapy evaluation, moderate complexity', MANUAL],
  ['97163', 'untimed', 'Physical therapy evaluation, high complexity', MANUAL],
  ['97164', 'untimed', 'Physical therapy re-evaluation', MANUAL],
  ['97165', 'untimed', 'Occupational therapy evaluation, low complexity', MANUAL],
  ['97166', 'untimed', 'Occupational therapy evaluation, moderate complexity', MANUAL],
  ['97167', 'untimed', 'Occupational therapy evaluation, high complexity', MANUAL],
  ['97168', 'untimed', 'Occupational therapy re-evaluation', MANUAL],
  ['98940', 'untimed', 'Spinal adjustment, 1 or 2 regions', USUAL],
  ['98941', 'untimed', 'Spinal adjustment, 3 or 4 regions', USUAL],
  ['98942', 'untimed', 'Spinal adjustment, 5 regions', USUAL],
  ['98943', 'untimed', 'Adjustment outside the spine', USUAL],
  ['20560', 'untimed', 'Dry needling, 1 or 2 muscles', USUAL],
  ['20561', 'untimed', 'Dry needling, 3 or more muscles', USUAL],
  ['99202', 'untimed', 'Office visit, new patient, level 2', USUAL],
  ['99203', 'untimed', 'Office visit, new patient, level 3', USUAL],
  ['99204', 'untimed', 'Office visit, new patient, level 4', USUAL],
  ['99205', 'untimed', 'Office visit, new patient, level 5', USUAL],
  ['99211', 'untimed', 'Office visit, known patient, level 1', USUAL],
  ['99212', 'untimed', 'Office visit, known patient, level 2', USUAL],
  ['99213', 'untimed', 'Office visit, known patient, level 3', USUAL],
  ['99214', 'untimed', 'Office visit, known patient, level 4', USUAL],
  ['99215', 'untimed', 'Office visit, known patient, level 5', USUAL],
  ['96523', 'untimed', 'Port flush', USUAL],

  ['97139', 'other', 'Unlisted therapeutic procedure', USUAL, UNLISTED],
  ['97799', 'other', 'Unlisted physical medicine service', USUAL, UNLISTED],
  ['97129', 'other', 'Cognitive training, first 15 minutes', USUAL, FIRST_QUARTER],
  ['97130', 'other', 'Cognitive training, later time', USUAL, ADD_ON_QUARTER],
  ['97810', 'other', 'Acupuncture, first 15 minutes', USUAL, FIRST_QUARTER],
  ['97811', 'other', 'Acupuncture, later time', USUAL, ADD_ON_QUARTER],
  ['97813', 'other', 'Electroacupuncture, first 15 minutes', USUAL, FIRST_QUARTER],
  ['97814', 'other', 'Electroacupuncture, later time', USUAL, ADD_ON_QUARTER],
  ['95851', 'other', 'Range of motion measured, limb or spine', USUAL, PER_LIMB],
  ['95852', 'other', 'Range of motion measured, hand', USUAL, PER_LIMB],
];

const BY_CODE: ReadonlyMap<string, Procedure> = new Map(
  ROWS.map(([code, timing, words, source, counting]) => [
    code,
    { code, timing, words, source, ...(counting === undefined ? {} : { counting }) },
  ]),
);

/** The procedure with that code (five characters, capitals), or null when the table does not know it. */
export function procedure(code: string): Procedure | null {
  return BY_CODE.get(code) ?? null;
}

/** Every procedure of the table, most usual for massage first. */
export function procedures(): Procedure[] {
  return [...BY_CODE.values()];
}
