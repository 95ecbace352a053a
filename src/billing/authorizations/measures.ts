import type { Authorization } from '../records/practice';
import { cents, formatDollars, multiply, type Cents } from '../values/cents';
import { plainNumber } from '../values/plain-number';
import type { Amount, VisitAmounts } from './amounts';
import type { KeptVisit } from './kept-visits';
import type { Covers } from './row';

/** What a visit is to a row: a second visit of a date is no further one. */
interface Taken {
  visit: KeptVisit;
  covers: Covers;
  isNewDate: boolean;
}

/** One way in which a row limits what is paid. */
interface Measure {
  /** The column of the Authorizations table that says how many; null: not by this measure. */
  allowed: (row: Authorization) => number | null;
  takes: (taken: Taken, amounts: VisitAmounts) => Amount;
  /** An amount without and with its noun: `12` and `12 visits`. */
  count: (amount: number) => string;
  words: (amount: number) => string;
}

/** The measures of a row, by the key of their column. Whoever reckons with rows goes through all of them. */
export const MEASURES = {
  visits: {
    allowed: ({ visits }) => visits,
    takes: ({ isNewDate }) => ({ known: true, amount: isNewDate ? 1 : 0 }),
    count: String,
    words: (amount) => `${String(amount)} ${amount === 1 ? 'visit' : 'visits'}`,
  },
  units: {
    allowed: ({ units }) => units,
    takes: ({ visit, covers }, amounts) => amounts.units(visit, covers),
    count: String,
    words: (amount) => `${String(amount)} ${amount === 1 ? 'unit' : 'units'}`,
  },
  dollars: {
    allowed: ({ dollars }) => (dollars === null ? null : plainNumber(dollars)),
    takes: ({ visit, covers }, amounts) => amounts.dollars(visit, covers),
    count: dollarWords,
    words: dollarWords,
  },
} satisfies Record<string, Measure>;

export type MeasureName = keyof typeof MEASURES;

export const MEASURE_NAMES = Object.keys(MEASURES) as MeasureName[];

const CENT = cents(1);

/** What is counted by the measure of dollars is cents. */
export function centsCounted(count: number): Cents {
  return multiply(CENT, count);
}

function dollarWords(count: number): string {
  return `$${formatDollars(centsCounted(count))}`;
}
