/**
 * Words by which a payer is known, small letters with single blanks; `whole` ones mean something else inside longer
 * names ("Anthem Blue Cross VA" is of Virginia). The first entry with a name that occurs wins, so the special ones stand
 * before the general. A name that could be two payers is in none.
 */
export const RECOGNIZED = [
  {
    id: 'medicare-advantage',
    names: ['medicare advantage', 'medicare part c', 'medicare hmo', 'medicare ppo', 'advantage plan'],
  },
  {
    id: 'va',
    whole: ['va', 'v a', 'ccn'],
    names: ['va ccn', 'veterans', 'veterans affairs', 'va community care', 'triwest', 'tri west', 'optum va'],
  },
  { id: 'medicare', names: ['medicare', 'medicare part b', 'noridian', 'novitas', 'palmetto gba'] },
  {
    id: 'wa-lni',
    names: [
      'l and i',
      'lni',
      'labor and industries',
      'labor industries',
      'dept of labor and industries',
      'wa lni',
      'washington state fund',
    ],
  },
  {
    id: 'wa-pip',
    whole: ['auto', 'auto insurance'],
    names: [
      'pip',
      'med pay',
      'medpay',
      'state farm',
      'geico',
      'progressive',
      'allstate',
      'farmers',
      'usaa',
      'pemco',
      'safeco',
      'american family',
      'mutual of enumclaw',
      'esurance',
      'grange insurance',
    ],
  },
  { id: 'umr', names: ['umr'] },
  {
    id: 'unitedhealthcare',
    names: ['united healthcare', 'unitedhealthcare', 'united health care', 'uhc'],
  },
  {
    id: 'wa-public-employees',
    names: ['uniform medical plan', 'uniform medical', 'ump', 'pebb', 'sebb'],
  },
  {
    id: 'commercial',
    names: [
      'aetna',
      'cigna',
      'anthem',
      'humana',
      'regence',
      'premera',
      'lifewise',
      'kaiser',
      'kaiser permanente',
      'blue cross',
      'blue shield',
      'blue cross blue shield',
      'bcbs',
      'asuris',
      'moda',
      'first choice health',
      'providence health plan',
      'pacificsource',
      'healthnet',
      'health net',
      'coordinated care',
      'ambetter',
    ],
  },
  {
    id: 'cash',
    whole: ['cash', 'self'],
    names: ['self pay', 'selfpay', 'private pay', 'out of pocket', 'no insurance', 'uninsured'],
  },
] as const;
