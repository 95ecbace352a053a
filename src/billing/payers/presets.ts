import type { Payer } from '../records/practice';
import { labelKey } from '../values/name-key';
import { RECOGNIZED } from './known-names';
import type { PresetId } from './preset-ids';

/** What a preset may fill in: the rules of a payer, never its name, number or address. */
export type PresetField = Exclude<
  keyof Payer,
  'name' | 'aliases' | 'payerId' | 'address' | 'cells' | 'addedModifiers' | 'preset'
>;

/** A value and the document that says so. Null: not known, so the cell stays empty. */
export type Sourced<Value> = { value: Value; source: string } | null;

export interface PayerPreset {
  id: PresetId;
  /** As a list of presets shows it. */
  title: string;
  values: { [Field in PresetField]: Sourced<NonNullable<Payer[Field]>> } & {
    addedModifiers: Sourced<string[]>;
  };
  /** What no column of the Payers table can hold. */
  remarks: string[];
}

const NOTHING_KNOWN: PayerPreset['values'] = {
  kind: null,
  billing: null,
  unitRule: null,
  dailyUnitCap: null,
  acceptedCodes: null,
  addedModifiers: null,
  referralNeeded: null,
  authorizationNeeded: null,
  ncciApplies: null,
  progressReportVisits: null,
  progressReportDays: null,
  daysToFile: null,
  daysToFollowUp: null,
  daysToAppeal: null,
  inNetwork: null,
  laterUnitReduction: null,
  filingCode: null,
  dailyMaximum: null,
};

const FILING_CODES = '837P 2000B SBR09, claim filing indicator codes';
const OWN_KIND = 'the kind of payer itself';
const CMS_RULE = 'Medicare Claims Processing Manual, chapter 5, section 20.2';
const NCCI = 'CMS NCCI practitioner edits: made for Medicare claims';

const said = <Value>(value: Value, source: string): { value: Value; source: string } => ({ value, source });

/** Where sources disagree or only usage speaks, the cell stays empty: the contract or a call decides. */
export const PAYER_PRESETS: readonly PayerPreset[] = [
  {
    id: 'medicare',
    title: 'Medicare (original)',
    values: {
      ...NOTHING_KNOWN,
      kind: said('medicare', OWN_KIND),
      unitRule: said('CMS', CMS_RULE),
      ncciApplies: said(true, NCCI),
      daysToFile: said(365, '42 CFR 424.44: one calendar year from the date of service'),
      filingCode: said('MB', FILING_CODES),
    },
    remarks: [
      'Original Medicare pays no massage therapist (Benefit Policy Manual, chapter 15, section 220).',
    ],
  },
  {
    id: 'medicare-advantage',
    title: 'Medicare Advantage plan',
    values: {
      ...NOTHING_KNOWN,
      kind: said('medicare', OWN_KIND),
      unitRule: said('CMS', CMS_RULE),
      ncciApplies: said(true, NCCI),
    },
    remarks: [
      'Some plans cover massage; ask for an authorization and for the days to file.',
      'The filing code is 16 for an HMO Medicare risk plan; for a PPO the plan says which it wants.',
    ],
  },
  {
    id: 'va',
    title: 'VA Community Care (Optum regions 1 to 3, TriWest regions 4 and 5)',
    values: {
      ...NOTHING_KNOWN,
      kind: said('va', OWN_KIND),
      unitRule: said('CMS', 'The VA pays by the Medicare schedule (AMTA, Veterans Administration page)'),
      addedModifiers: said(['GP'], 'VA wants GP on physical medicine codes (mpamedia.com 33490)'),
      referralNeeded: said(true, 'VA Community Care pays referred care only'),
      authorizationNeeded: said(true, 'VA Community Care pays authorized care only; never bill the veteran'),
      ncciApplies: said(true, 'The VA pays by the Medicare schedule (AMTA, Veterans Administration page)'),
      filingCode: said('VA', FILING_CODES),
    },
    remarks: [
      'An initial massage episode is 12 visits in 90 days, a continuation 12 in 180, from the first treatment (SEOC 1.12.1, 1.13.1).',
    ],
  },
  {
    id: 'wa-lni',
    title: 'Washington L&I (workers’ compensation)',
    values: {
      ...NOTHING_KNOWN,
      kind: said('workers-comp', OWN_KIND),
      referralNeeded: said(true, 'WAC 296-23-250: only on the written order of the attending doctor'),
      authorizationNeeded: said(false, 'lni.wa.gov: massage visits 1 to 6 need no authorization'),
      progressReportVisits: said(6, 'WAC 296-23-250: after 6 visits or one month, whichever comes first'),
      filingCode: said('WC', FILING_CODES),
    },
    remarks: [
      'The month of the progress report, and the gates at visits 7 and 13, are rules of their own: a month is not a number of days.',
      'A day’s pay is capped: massage $112.09 from 07/01/2025 to 06/30/2026, physical and occupational therapy $149.45. For later days write the new figure under "Most a day".',
      'Choose the other workers’ compensation preset for a self-insured employer: its own office authorizes.',
    ],
  },
  {
    id: 'workers-comp',
    title: 'Workers’ compensation of another state, or a self-insured employer',
    values: {
      ...NOTHING_KNOWN,
      kind: said('workers-comp', OWN_KIND),
      filingCode: said('WC', FILING_CODES),
    },
    remarks: ['Ask the claim manager for authorization, limits and the days to file.'],
  },
  {
    id: 'wa-pip',
    title: 'Auto insurance: PIP or med-pay',
    values: {
      ...NOTHING_KNOWN,
      kind: said('auto', OWN_KIND),
      filingCode: said('AM', FILING_CODES),
    },
    remarks: [
      'In Washington PIP pays what was incurred within three years of the accident (WAC 284-30-395).',
      'No filing deadline of providers was found; most insurers want the prescription.',
    ],
  },
  {
    id: 'unitedhealthcare',
    title: 'UnitedHealthcare or Optum, commercial',
    values: {
      ...NOTHING_KNOWN,
      kind: said('commercial', OWN_KIND),
      addedModifiers: said(
        ['GP'],
        'UnitedHealthcare and Optum, dates of service from 2020-07-01 at the latest',
      ),
      filingCode: said('CI', FILING_CODES),
    },
    remarks: ['The days to file are in the contract; lists on the web disagree.'],
  },
  {
    id: 'umr',
    title: 'UMR',
    values: {
      ...NOTHING_KNOWN,
      kind: said('commercial', OWN_KIND),
      filingCode: said('CI', FILING_CODES),
    },
    remarks: [
      'What is published about GP names UnitedHealthcare and Optum, not UMR: ask, and write GP under "Modifiers added" if it is wanted.',
    ],
  },
  {
    id: 'wa-public-employees',
    title: 'Washington public employees (Uniform Medical Plan, PEBB, SEBB)',
    values: {
      ...NOTHING_KNOWN,
      kind: said('commercial', OWN_KIND),
      filingCode: said('CI', FILING_CODES),
    },
    remarks: ['The evaluation and the first treatment visit go without authorization (RCW 41.05.074).'],
  },
  {
    id: 'commercial',
    title: 'Commercial plan',
    values: {
      ...NOTHING_KNOWN,
      kind: said('commercial', OWN_KIND),
      filingCode: said('CI', FILING_CODES),
    },
    remarks: [
      'Unit rule, limits, referral and days to file are the contract’s: ask once and write them down.',
    ],
  },
  {
    id: 'cash',
    title: 'The client pays',
    values: {
      ...NOTHING_KNOWN,
      kind: said('cash', OWN_KIND),
      ncciApplies: said(false, 'Nobody applies code edits to what a client pays'),
    },
    remarks: [],
  },
];

const BY_ID = new Map(PAYER_PRESETS.map((preset) => [preset.id, preset]));

export function presetOf(id: PresetId): PayerPreset {
  const preset = BY_ID.get(id);
  if (!preset) throw new RangeError(`no preset ${id}`);
  return preset;
}

const remembered = new Map<string, PayerPreset | null>();

/** The preset of a well-known payer name, as a suggestion to confirm; null for names that nobody can know. */
export function presetFor(name: string): PayerPreset | null {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\./g, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const found = RECOGNIZED.find(
    (entry) =>
      entry.names.some((each) => ` ${words} `.includes(` ${each} `) || labelKey(name) === labelKey(each)) ||
      ('whole' in entry && entry.whole.some((each) => each === words)),
  );
  const preset = found ? presetOf(found.id) : null;
  if (remembered.size > 2000) remembered.clear();
  remembered.set(name, preset);
  return preset;
}
