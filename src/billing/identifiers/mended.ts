import { digitsForLetters } from '../values/digit-letters';
import type { Reading } from './reading';

/** What people type before or behind the number or the state itself. */
const AROUND =
  /^(?:npi|zip(?: code)?|tax id|ein|ssn|phone|tel(?:ephone)?|cell|mobile|home|work|state of)\b[ .:#-]*|[ ,]*\(?\b(?:cell|mobile|home|work|state|usa?)\)?\.?$/gi;

/** Numbers in which no letter can stand, and plain words. A taxonomy code has both, so what was meant is not certain. */
const DIGITS_OR_WORDS = /^(?:[\d\s().+/-]+|[a-z .]+)$/i;

/**
 * An identifier that cannot be read, as it was certainly meant: without a label around it, with digits for the letters
 * O, I and l, and with plain hyphens. Null where none of these can be read either.
 */
export function mendedIdentifier(text: string, reads: (text: string) => Reading<unknown>): string | null {
  const bare = text.replace(AROUND, '').trim();
  const hyphened = bare.replace(/[._*/ ]+/g, '-');
  const candidates = [bare, hyphened, digitsForLetters(bare), digitsForLetters(hyphened)];
  for (const candidate of candidates.filter((each) => DIGITS_OR_WORDS.test(each))) {
    const reading = reads(candidate);
    if (reading.ok) return typeof reading.value === 'string' ? reading.value : candidate;
  }
  return null;
}
