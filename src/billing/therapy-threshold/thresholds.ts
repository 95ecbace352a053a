import { cents, type Cents } from '../values/cents';

/** Physical and speech therapy share one amount; occupational therapy has its own. */
export type TherapyPool = 'physical and speech' | 'occupational';

export interface Threshold {
  year: number;
  /** Over this, each line needs KX. */
  amount: Cents;
  /** Over this, Medicare may look at the records. */
  review: Cents;
  source: string;
}

type Row = [year: number, physicalAndSpeech: number, occupational: number, review: number, source: string];

/** Allowed dollars of a calendar year. */
const ROWS: readonly Row[] = [
  [2018, 2010, 2010, 3000, 'general knowledge; not found in a published source'],
  [2019, 2040, 2040, 3000, 'general knowledge; not found in a published source'],
  [2020, 2080, 2080, 3000, 'coding-online.net: 2021 is 1.4 % above 2020'],
  [2021, 2110, 2110, 3000, 'coding-online.net; therapycomply.com'],
  [2022, 2150, 2150, 3000, 'Noridian JE, KX thresholds; therapycomply.com'],
  [2023, 2230, 2230, 3000, 'Noridian JE, KX thresholds; therapycomply.com'],
  [2024, 2330, 2330, 3000, 'Noridian JE, KX thresholds'],
  [2025, 2410, 2410, 3000, 'prombs.com and proactivechart.com, after CMS'],
  [2026, 2480, 2480, 3000, 'CMS Therapy Services page (CR 14252)'],
];

const dollars = (amount: number): Cents => cents(amount * 100);

/** The threshold of a year; null where it is not in the table. */
export function thresholdOf(pool: TherapyPool, year: number): Threshold | null {
  const row = ROWS.find(([of]) => of === year);
  if (!row) return null;
  const [, shared, occupational, review, source] = row;
  const amount = dollars(pool === 'occupational' ? occupational : shared);
  return { year, amount, review: dollars(review), source };
}
