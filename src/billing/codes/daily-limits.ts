import { DAILY_LIMITS } from './data/daily-limits';
import { editionOf, type Edition } from './edition';

/** How Medicare's fee schedule treats a code, in our words; the letter is the schedule's status indicator. */
const STATUS_WORDS = {
  A: 'paid separately',
  B: 'bundled: never paid on its own, its pay is in the other services of the day',
  C: 'priced by each Medicare contractor',
  I: 'not used by Medicare, which has another code for it',
  N: 'not covered by Medicare',
  R: 'covered only under special conditions',
  T: 'paid only when nothing else is billed that day',
  X: 'excluded by law from the fee schedule',
} as const;

export type PaymentStatus = keyof typeof STATUS_WORDS;

/**
 * The most units of a code that Medicare believes for one patient, practitioner and date. Over a limit of kind 2 or
 * 3 all units of that code that day are denied, not only those above it.
 */
export interface DailyLimit {
  code: string;
  /** Null where the edition sets none. */
  units: number | null;
  /** The most units of a day in Medicaid's own edition; null where it sets none. */
  medicaidUnits: number | null;
  /** Who judges (MAI): 1 each line alone, 2 the day, by policy; 3 the day, on clinical data, open to appeal. */
  adjudication: 1 | 2 | 3;
  /** Null where the fee schedule does not have the code. */
  status: PaymentStatus | null;
  statusWords: string | null;
  /** Whether the practice-expense part of the second and later units is reduced (multiple procedure indicator 5). */
  laterUnitsReduced: boolean;
  edition: Edition;
}

/** The limit of a code, or null when the table does not have the code. */
export function dailyLimit(code: string): DailyLimit | null {
  return limits().get(code) ?? null;
}

let shipped: ReadonlyMap<string, DailyLimit> | undefined;

function limits(): ReadonlyMap<string, DailyLimit> {
  return (shipped ??= readLimits());
}

/** Medicaid's limits, beside those of Medicare in the same table. */
export const MEDICAID_LIMITS: Edition = editionOf({
  title: 'Medicaid medically unlikely edits, practitioner, first quarter of 2026',
  source: 'Medicaid NCCI practitioner MUE, Q1 2026',
  from: '2026-01-01',
  to: '2026-03-31',
});

/** Reads lines like `97124 4 3 A 5 6`; `-` stands for what a table does not say. */
function readLimits(): ReadonlyMap<string, DailyLimit> {
  const edition = editionOf(DAILY_LIMITS.edition);
  const lines = DAILY_LIMITS.encoded.trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [code = '', units, mai, letter = '-', reduction, medicaid] = line.split(' ');
      const status = letter === '-' ? null : statusOf(code, letter);
      const limit: DailyLimit = {
        code,
        units: numberOf(units),
        medicaidUnits: numberOf(medicaid),
        adjudication: mai === '1' ? 1 : mai === '2' ? 2 : 3,
        status,
        statusWords: status && STATUS_WORDS[status],
        laterUnitsReduced: reduction === '5',
        edition,
      };
      return [code, limit];
    }),
  );
}

function statusOf(code: string, letter: string): PaymentStatus {
  if (!isStatus(letter)) throw new RangeError(`${code} has the unknown payment status ${letter}`);
  return letter;
}

function numberOf(text = '-'): number | null {
  return text === '-' ? null : Number(text);
}

function isStatus(letter: string): letter is PaymentStatus {
  return Object.hasOwn(STATUS_WORDS, letter);
}
