import { createHash } from 'node:crypto';

/** A GUID in braces, as Office writes them; the same seed gives the same one. */
export function guidOf(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex').toUpperCase();
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
  return `{${groups.join('-')}}`;
}
