import type { PlanOfCare } from '../codes/modifiers';

/** Professions by the codes that they bill as theirs; `medical` stands for physicians and who bills as one. */
export type Discipline =
  | 'massage'
  | 'mental-health'
  | 'physical'
  | 'occupational'
  | 'speech'
  | 'chiropractic'
  | 'acupuncture'
  | 'behavior-analysis'
  | 'nutrition'
  | 'lactation'
  | 'medical';

/** Who gives care, as far as billing tells one from another. */
export interface Profession {
  id: ProfessionId;
  discipline: Discipline;
  /** "a massage therapist"; in words of our own, not those of the taxonomy. */
  words: string;
  /** What the person does, as in "nothing that massage treats". */
  care: string;
  /** First characters of provider taxonomy codes, NUCC 25.1. */
  taxonomies: readonly string[];
  /** Letters behind a name, without periods. */
  credentials: readonly string[];
  /** The plan of care that its services stand under. */
  plan?: PlanOfCare;
  /** What an assistant's part of a service is marked with. */
  assistant?: { modifier: 'CQ' | 'CO'; words: string };
  /** First letters of diagnoses that alone support no care, by what they stand for. */
  doubtful: readonly DoubtfulDiagnosis[];
}

export interface DoubtfulDiagnosis {
  /** Beginnings of codes, with the dot. */
  codes: RegExp;
  words: string;
}

export const PROFESSION_IDS = [
  'massage',
  'counseling',
  'family therapy',
  'social work',
  'psychology',
  'physical therapy',
  'occupational therapy',
  'speech therapy',
  'chiropractic',
  'acupuncture',
  'behavior analysis',
  'nutrition',
  'lactation',
] as const;

export type ProfessionId = (typeof PROFESSION_IDS)[number];

/** Z codes are reasons for contact; Z40 to Z53 are aftercare, which may be what is treated. */
const CONTACT: DoubtfulDiagnosis = { codes: /^Z(?!4|5[0-3])/, words: 'a reason to call' };
/** Strain, stress and tiredness as such. */
const WELL_BEING: DoubtfulDiagnosis = {
  codes: /^(F41|F43\.[089]|R45|R53)/,
  words: 'stress, tiredness',
};
const OF_THE_BODY = [WELL_BEING, CONTACT];
const MIND = {
  discipline: 'mental-health',
  care: 'psychotherapy',
  doubtful: [CONTACT],
} as const;

/** In the order in which credentials are looked for: "LMT, DC" is a massage therapist as before. */
export const PROFESSIONS: readonly Profession[] = [
  {
    id: 'massage',
    discipline: 'massage',
    words: 'a massage therapist',
    care: 'massage',
    taxonomies: ['225700000X'],
    credentials: ['LMT', 'RMT', 'LMP', 'CMT', 'MT', 'BCTMB', 'LMBT', 'NCTMB'],
    doubtful: OF_THE_BODY,
  },
  {
    ...MIND,
    id: 'counseling',
    words: 'a counselor',
    taxonomies: ['101Y'],
    credentials: ['LPC', 'LMHC', 'LCPC', 'LPCC', 'LCMHC', 'LCMHCS', 'LMHP', 'LPCMH', 'LMHCA', 'LPCA', 'NCC'],
  },
  {
    ...MIND,
    id: 'family therapy',
    words: 'a marriage and family therapist',
    taxonomies: ['106H'],
    credentials: ['LMFT', 'MFT', 'LMFTA', 'AMFT', 'LCMFT'],
  },
  {
    ...MIND,
    id: 'social work',
    words: 'a clinical social worker',
    taxonomies: ['1041'],
    credentials: ['LCSW', 'LICSW', 'LISW', 'LCSW-C', 'LCSW-R', 'LMSW', 'LSW', 'ASW'],
  },
  {
    ...MIND,
    id: 'psychology',
    words: 'a psychologist',
    taxonomies: ['103T'],
    credentials: ['PSYD'],
  },
  {
    id: 'physical therapy',
    discipline: 'physical',
    words: 'a physical therapist',
    care: 'physical therapy',
    taxonomies: ['2251', '2252'],
    credentials: ['PT', 'DPT', 'MPT', 'MSPT', 'PTA'],
    plan: 'GP',
    assistant: { modifier: 'CQ', words: 'physical therapist assistant' },
    doubtful: OF_THE_BODY,
  },
  {
    id: 'occupational therapy',
    discipline: 'occupational',
    words: 'an occupational therapist',
    care: 'occupational therapy',
    taxonomies: ['225X', '224Z'],
    credentials: ['OT', 'OTR', 'OTD', 'MOT', 'COTA', 'OTA'],
    plan: 'GO',
    assistant: { modifier: 'CO', words: 'occupational therapy assistant' },
    doubtful: [CONTACT],
  },
  {
    id: 'speech therapy',
    discipline: 'speech',
    words: 'a speech therapist',
    care: 'speech therapy',
    taxonomies: ['235Z', '2355'],
    credentials: ['SLP', 'CCC-SLP', 'SLPD', 'CF-SLP'],
    plan: 'GN',
    doubtful: [CONTACT],
  },
  {
    id: 'chiropractic',
    discipline: 'chiropractic',
    words: 'a chiropractor',
    care: 'an adjustment',
    taxonomies: ['111N'],
    credentials: ['DC'],
    doubtful: OF_THE_BODY,
  },
  {
    id: 'acupuncture',
    discipline: 'acupuncture',
    words: 'an acupuncturist',
    care: 'acupuncture',
    taxonomies: ['1711'],
    credentials: ['LAC', 'DIPLAC', 'DACM', 'DAOM', 'EAMP'],
    doubtful: [CONTACT],
  },
  {
    id: 'behavior analysis',
    discipline: 'behavior-analysis',
    words: 'a behavior analyst',
    care: 'behavior analysis',
    taxonomies: ['103K', '106S'],
    credentials: ['BCBA', 'BCBA-D', 'LBA', 'BCABA', 'RBT'],
    doubtful: [CONTACT],
  },
  {
    id: 'nutrition',
    discipline: 'nutrition',
    words: 'a dietitian',
    care: 'nutrition therapy',
    taxonomies: ['133V'],
    credentials: ['RD', 'RDN', 'LD', 'LDN', 'CDN'],
    doubtful: [],
  },
  {
    id: 'lactation',
    discipline: 'lactation',
    words: 'a lactation consultant',
    care: 'lactation care',
    taxonomies: ['174N', '163WL0100X'],
    credentials: ['IBCLC', 'CLC'],
    doubtful: [],
  },
];
