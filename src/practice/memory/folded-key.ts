import { day, type Day } from '../../billing/values/day';

const DAY_DIGITS = 4;
const HASH_DIGITS = 6;

/**
 * A session's fingerprint folded to ten letters: the day in four, six of the hash. Two sessions of one day share theirs
 * once in two billion.
 */
export function foldedKey(key: string): string {
  const [serial = '', hash = ''] = key.split('-');
  return Number(serial).toString(36).padStart(DAY_DIGITS, '0') + hash.slice(-HASH_DIGITS);
}

/** The date of service that a folded fingerprint tells; null where somebody damaged it. */
export function dayOfFolded(folded: string): Day | null {
  const serial = parseInt(folded.slice(0, DAY_DIGITS), 36);
  return Number.isNaN(serial) ? null : day(serial);
}
