import type { Payer } from '../records/practice';
import { cents, type Cents } from '../values/cents';
import { addDays, isoOf, parseIso, type Day } from '../values/day';
import type { PresetId } from './preset-ids';

/** Services that a schedule caps together, by whom they are given. */
export type CappedField = 'massage' | 'therapy';

export interface DailyMaximum {
  /** Dates of service, both included. */
  from: string;
  to: string;
  massage: Cents;
  /** Physical and occupational therapy. */
  therapy: Cents;
  source: string;
}

/**
 * Washington L&I: most for a day, massage 75 % of physical and occupational therapy (WAC 296-23-220, -230, -250). What was
 * in force from 07/01/2009 to 06/30/2022, from 07/01/2024 to 06/30/2025 and from 07/01/2026 on was not found.
 */
const WASHINGTON: readonly DailyMaximum[] = [
  {
    from: '2008-07-01',
    to: '2009-06-30',
    massage: cents(8855),
    therapy: cents(11807),
    source: 'WSR 08-05-108 and 08-09-120: the proposed amount, massage 75 % of it',
  },
  {
    from: '2022-07-01',
    to: '2023-06-30',
    massage: cents(10563),
    therapy: cents(14084),
    source: 'WSR 23-07-118: the amount before the change, massage 75 % of it',
  },
  {
    from: '2023-07-01',
    to: '2024-06-30',
    massage: cents(10775),
    therapy: cents(14366),
    source: 'WSR 23-07-118: the proposed amount, massage 75 % of it',
  },
  {
    from: '2025-07-01',
    to: '2026-06-30',
    massage: cents(11209),
    therapy: cents(14945),
    source: 'Washington L&I fee schedule of 2025, as printed by L&I',
  },
];

/** Days on which a maximum begins to be known, or is known no more. */
export const MAXIMUM_CHANGES: readonly Day[] = WASHINGTON.flatMap(({ from, to }) => {
  const [first, last] = [parseIso(from), parseIso(to)];
  return first && last ? [first, addDays(last, 1)] : [];
});

/** A maximum with where it comes from; null where the payer has none, `not-known` where it has one that nobody found. */
export type MaximumOfDay = { amount: Cents; source: string } | 'not-known' | null;

/** The most that a payer pays for a day: what the Payers table says, else what is published of it. */
export function maximumOfDay(
  payer: Payer,
  rules: PresetId | null,
  { field, date }: { field: CappedField; date: Day },
): MaximumOfDay {
  if (payer.dailyMaximum !== null) {
    return { amount: payer.dailyMaximum, source: 'Payers table, "Most a day"' };
  }
  if (rules !== 'wa-lni') return null;
  const iso = isoOf(date);
  const row = WASHINGTON.find(({ from, to }) => from <= iso && iso <= to);
  return row ? { amount: row[field], source: row.source } : 'not-known';
}
