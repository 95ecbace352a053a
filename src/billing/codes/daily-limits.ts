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
} as const;

export type PaymentStatus = keyof typeof STATUS_WORDS;

/**
 * The most units of a code that Medicare believes for one patient, practitioner and date. Over a limit of kind 2 or
 * 3 all units of that code that day are denied, not only those above it.
 */
export interface DailyLimit {
  code: string;
  units: number;
  /** Who judges (MAI): 1 each line alone, 2 the day, by policy; 3 the day, on clinical data, open to appeal. */
  adjudication: 1 | 2 | 3;
  status: PaymentStatus;
  statusWords: string;
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

/** Reads lines like `97124 4 3 A 5`. */
function readLimits(): ReadonlyMap<string, DailyLimit> {
  const edition = editionOf(DAILY_LIMITS.edition);
  const lines = DAILY_LIMITS.encoded.trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [code = '', units, mai, letter = '', reduction] = line.split(' ');
      if (!isStatus(letter)) throw new RangeError(`${code} has the unknown payment status ${letter}`);
      const limit: DailyLimit = {
        code,
        units: Number(units),
        adjudication: mai === '1' ? 1 : mai === '2' ? 2 : 3,
        status: letter,
        statusWords: STATUS_WORDS[letter],
        laterUnitsReduced: reduction === '5',
        edition,
      };
      return [code, limit];
    }),
  );
}

function isStatus(letter: string): letter is PaymentStatus {
  return Object.hasOwn(STATUS_WORDS, letter);
}
