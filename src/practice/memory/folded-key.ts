const DAY_DIGITS = 4;
const HASH_DIGITS = 6;

/**
 * A session's fingerprint folded to ten letters: the day in four, six of the hash. Two sessions of one day share theirs
 * once in two billion.
 */
export function foldedKey(key: string): string {
  const [day = '', hash = ''] = key.split('-');
  return Number(day).toString(36).padStart(DAY_DIGITS, '0') + hash.slice(-HASH_DIGITS);
}

/** The date of service that a folded fingerprint tells. */
export function dayOfFolded(folded: string): number {
  return parseInt(folded.slice(0, DAY_DIGITS), 36);
}
