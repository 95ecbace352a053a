/** Something a therapist measures from visit to visit, as a column of the session sheet may hold it. */
export interface OutcomeMeasure {
  id: string;
  name: string;
  /** Words of a header, small letters with single blanks; each must stand in it as whole words. */
  headers: readonly string[];
  lowest: number;
  /** Highest values the scale is written with: 10 and 100 for a visual analogue scale in cm and mm. The last is the most. */
  highest: readonly number[];
  better: 'lower' | 'higher';
  unit: string;
  source: string;
}

/**
 * The first whose words occur in a header holds. Ranges and directions are those of the published instrument. A header
 * that is in no entry is never taken for a measure.
 */
export const OUTCOME_MEASURES: readonly OutcomeMeasure[] = [
  {
    id: 'phq9',
    name: 'PHQ-9',
    headers: ['phq 9', 'phq'],
    lowest: 0,
    highest: [27],
    better: 'lower',
    unit: 'points of 27',
    source: 'Kroenke 2001: nine items of 0 to 3',
  },
  {
    id: 'gad7',
    name: 'GAD-7',
    headers: ['gad 7', 'gad'],
    lowest: 0,
    highest: [21],
    better: 'lower',
    unit: 'points of 21',
    source: 'Spitzer 2006: seven items of 0 to 3',
  },
  {
    id: 'pcl5',
    name: 'PCL-5',
    headers: ['pcl 5', 'pcl'],
    lowest: 0,
    highest: [80],
    better: 'lower',
    unit: 'points of 80',
    source: 'Weathers 2013: twenty items of 0 to 4',
  },
  {
    id: 'ndi',
    name: 'Neck Disability Index',
    headers: ['ndi', 'neck disability index', 'neck disability'],
    lowest: 0,
    highest: [50, 100],
    better: 'lower',
    unit: 'points of 50, or %',
    source: 'Vernon and Mior 1991: ten sections of 0 to 5, also given in percent',
  },
  {
    id: 'odi',
    name: 'Oswestry Disability Index',
    headers: ['odi', 'oswestry', 'oswestry disability index', 'modi'],
    lowest: 0,
    highest: [50, 100],
    better: 'lower',
    unit: '%, or points of 50',
    source: 'Fairbank and Pynsent 2000: ten sections of 0 to 5, given in percent',
  },
  {
    id: 'rmdq',
    name: 'Roland-Morris Disability Questionnaire',
    headers: ['rmdq', 'rmq', 'roland morris', 'roland'],
    lowest: 0,
    highest: [24],
    better: 'lower',
    unit: 'points of 24',
    source: 'Roland and Morris 1983',
  },
  {
    id: 'quickdash',
    name: 'QuickDASH',
    headers: ['quickdash', 'quick dash', 'dash'],
    lowest: 0,
    highest: [100],
    better: 'lower',
    unit: 'points of 100',
    source: 'Hudak 1996 (DASH), Beaton 2005 (QuickDASH)',
  },
  {
    id: 'spadi',
    name: 'Shoulder Pain and Disability Index',
    headers: ['spadi', 'shoulder pain and disability', 'shoulder pain disability'],
    lowest: 0,
    highest: [100, 130],
    better: 'lower',
    unit: '%, or points of 130',
    source: 'Roach 1991: thirteen items of 0 to 10, given in percent',
  },
  {
    id: 'lefs',
    name: 'Lower Extremity Functional Scale',
    headers: ['lefs', 'lower extremity functional'],
    lowest: 0,
    highest: [80],
    better: 'higher',
    unit: 'points of 80',
    source: 'Binkley 1999: twenty items of 0 to 4, higher is better',
  },
  {
    id: 'psfs',
    name: 'Patient-Specific Functional Scale',
    headers: ['psfs', 'patient specific functional', 'patient specific function'],
    lowest: 0,
    highest: [10],
    better: 'higher',
    unit: 'of 10',
    source: 'Stratford 1995: 0 unable, 10 as before the problem',
  },
  {
    id: 'hit6',
    name: 'Headache Impact Test (HIT-6)',
    headers: ['hit 6', 'headache impact'],
    lowest: 36,
    highest: [78],
    better: 'lower',
    unit: 'points, 36 to 78',
    source: 'Kosinski 2003',
  },
  {
    id: 'headache-days',
    name: 'Headache days',
    headers: ['headache days', 'headaches per week', 'headaches week', 'headache frequency'],
    lowest: 0,
    highest: [31],
    better: 'lower',
    unit: 'days',
    source: 'A count of days in the span the header names',
  },
  {
    id: 'fiqr',
    name: 'Fibromyalgia Impact Questionnaire',
    headers: ['fiq', 'fiqr', 'fibromyalgia impact'],
    lowest: 0,
    highest: [100],
    better: 'lower',
    unit: 'points of 100',
    source: 'Burckhardt 1991 (FIQ), Bennett 2009 (FIQR)',
  },
  {
    id: 'girth',
    name: 'Girth of the limb',
    headers: ['girth', 'circumference'],
    lowest: 0,
    highest: [200],
    better: 'lower',
    unit: 'as measured',
    source: 'Usual measure of swelling in lymphedema care',
  },
  {
    id: 'rom',
    name: 'Range of motion',
    headers: [
      'rom',
      'range of motion',
      'flexion',
      'extension',
      'rotation',
      'abduction',
      'adduction',
      'side bend',
      'side bending',
      'lateral flexion',
      'slr',
      'straight leg raise',
    ],
    lowest: -90,
    highest: [360],
    better: 'higher',
    unit: 'degrees',
    source: 'Goniometry in degrees; extension may be written below zero',
  },
  {
    id: 'sleep',
    name: 'Hours of sleep',
    headers: ['hours of sleep', 'sleep hours', 'hours slept'],
    lowest: 0,
    highest: [24],
    better: 'higher',
    unit: 'hours',
    source: 'A count of hours',
  },
  {
    id: 'pain',
    name: 'Pain',
    headers: ['pain', 'vas', 'nprs', 'nrs', 'numeric pain', 'pain scale', 'pain level', 'pain score', 'vnrs'],
    lowest: 0,
    highest: [10, 100],
    better: 'lower',
    unit: 'of 10, or of 100',
    source:
      'Numeric pain rating 0 to 10 (Childs 2005); visual analogue scale 0 to 10 cm or 100 mm (Huskisson 1974)',
  },
];

/** Words that turn a header away from a measure: pain is then described, not measured. */
const NOT_MEASURED = [
  'location', 'area', 'areas', 'site', 'where', 'note', 'notes', 'comment', 'comments', 'description', 'complaint', 'type', 'quality', 'date', 'goal', 'dx', 'code',
]; // prettier-ignore

/** The measure a header names, or null. The header is normalised: small letters, no punctuation, single blanks. */
export function outcomeMeasure(normalised: string): OutcomeMeasure | null {
  const has = (words: string) => ` ${normalised} `.includes(` ${words} `);
  if (NOT_MEASURED.some(has)) return null;
  return OUTCOME_MEASURES.find(({ headers }) => headers.some(has)) ?? null;
}
