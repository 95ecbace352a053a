/** The kinds of payers whose published rules are known, each a preset of set-up. */
export const PRESET_IDS = [
  'medicare',
  'medicare-advantage',
  'va',
  'wa-lni',
  'workers-comp',
  'wa-pip',
  'unitedhealthcare',
  'umr',
  'wa-public-employees',
  'commercial',
  'cash',
] as const;

export type PresetId = (typeof PRESET_IDS)[number];
