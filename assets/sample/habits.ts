/** When each client of the sample comes, and how the therapist writes it down. */
export interface Habit {
  client: string;
  /** 1 Monday to 6 Saturday, with the hour at which the session begins. */
  days: readonly { weekday: number; start: number; from: string; to: string; everyWeeks: 1 | 2 }[];
  minutes: number;
  /** Codes typed as a number or as text, as people do. */
  cpt: string | number;
  /** Typed into Units where the formula would not do. */
  units?: number;
  dx: string;
  insurance: string;
  /** Dollars. */
  charge: number;
  paid: number | null;
  how: string;
  notes: readonly string[];
}

const FIRST = '2026-08-01';
const LAST = '2026-10-31';
const weekly = (weekday: number, start: number, from = FIRST, to = LAST) =>
  ({ weekday, start, from, to, everyWeeks: 1 }) as const;
const fortnightly = (weekday: number, start: number, from = FIRST, to = LAST) =>
  ({ weekday, start, from, to, everyWeeks: 2 }) as const;

export const habits: readonly Habit[] = [
  {
    client: 'Ada Fernwhistle',
    days: [weekly(2, 9), fortnightly(6, 10)],
    minutes: 60,
    cpt: 97124,
    dx: 'M54.2, M54.50',
    insurance: 'Cascadia',
    charge: 120,
    paid: 25,
    how: 'Visa',
    notes: ['neck + upper traps', 'desk setup homework', 'better sleep this week', 'headache gone after'],
  },
  {
    client: 'Bram Oxenfield',
    days: [weekly(1, 9), weekly(4, 9, FIRST, '2026-09-30')],
    minutes: 60,
    cpt: '97124 x3; 97110 x1',
    units: 4,
    dx: 'S13.4XXD S16.1XXD',
    insurance: 'PIP',
    charge: 121,
    paid: null,
    how: '',
    notes: ['ROM rot. L 60', 'chin tucks 3x10', 'driving again', 'sore after long drive'],
  },
  {
    client: 'Calla Wintergreen',
    days: [weekly(3, 9), weekly(5, 14, FIRST, '2026-09-11')],
    minutes: 60,
    cpt: 97124,
    dx: 'S39.012D',
    insurance: 'L&I',
    charge: 120,
    paid: null,
    how: '',
    notes: ['light duty', 'lifting 15 lb', 'progress note faxed', 'back brace off'],
  },
  {
    client: 'Dorian Saltmarsh',
    days: [weekly(2, 11)],
    minutes: 60,
    cpt: '97124-GP',
    dx: 'M54.59; M62.830',
    insurance: 'VA',
    charge: 120,
    paid: null,
    how: '',
    notes: ['low back, QL', 'pain 6 > 3', 'asked for new referral'],
  },
  {
    client: 'Elspeth Quillfeather',
    days: [fortnightly(3, 14)],
    minutes: 45,
    cpt: 97124,
    dx: 'M54.6',
    insurance: 'Medicare',
    charge: 90,
    paid: 90,
    how: 'check',
    notes: ['side-lying, extra pillow', 'brought plums'],
  },
  {
    client: 'Finn Harrowgate',
    days: [weekly(5, 9)],
    minutes: 45,
    cpt: 97124,
    dx: 'M25.511',
    insurance: 'Apple Health',
    charge: 90,
    paid: null,
    how: '',
    notes: ['R shoulder', 'abduction 110', 'pool exercises'],
  },
  {
    client: 'Greta Umberlane',
    days: [weekly(4, 11)],
    minutes: 60,
    cpt: 97124,
    dx: 'G44.219, M54.2',
    insurance: 'Larch Mutual',
    charge: 108,
    paid: 108,
    how: 'package',
    notes: ['wants superbill', 'package of 5, prepaid', 'jaw + scalp', 'aura twice this month'],
  },
  {
    client: 'Hollis Nightingale-Roe',
    days: [weekly(3, 11)],
    minutes: 60,
    cpt: 97140,
    dx: 'M25.512',
    insurance: 'Puget Mutual',
    charge: 132,
    paid: 20,
    how: 'Visa',
    notes: ['L shoulder, post. capsule', 'external rotation +10', 'MRI in Oct'],
  },
  {
    client: 'Imogen Pettifer',
    days: [weekly(1, 11)],
    minutes: 45,
    cpt: 97140,
    dx: 'M72.2',
    insurance: 'Cascadia',
    charge: 99,
    paid: 25,
    how: 'Visa',
    notes: ['R foot, calf', 'night splint helps', 'walks 2 miles'],
  },
  {
    client: 'Jasper Thimblewick',
    days: [weekly(2, 14)],
    minutes: 60,
    cpt: 97124,
    dx: 'M54.50',
    insurance: 'Puget Mutual',
    charge: 120,
    paid: 24,
    how: 'check',
    notes: ['low back', 'sailing season', 'ferry late again'],
  },
  {
    client: 'Koa Lindenmoor',
    days: [weekly(6, 12)],
    minutes: 90,
    cpt: 97124,
    dx: '',
    insurance: 'cash',
    charge: 180,
    paid: 180,
    how: 'Venmo',
    notes: ['half marathon training', 'deep tissue legs'],
  },
  {
    client: 'Lark Vantongeren',
    days: [weekly(5, 11), weekly(1, 14)],
    minutes: 50,
    cpt: 97124,
    dx: 'M79.18, M54.2',
    insurance: 'Puget Mutual',
    charge: 90,
    paid: 15,
    how: 'Venmo',
    notes: ['jaw + neck', 'exams', 'violin: chin rest'],
  },
];

/** Days on which the practice is closed. */
export const closed: readonly string[] = ['2026-09-07', '2026-09-24', '2026-09-25', '2026-09-26'];
