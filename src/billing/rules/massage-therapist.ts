import { plainText } from '../identifiers/reading';
import type { Practice } from '../records/practice';

/** The provider taxonomy of massage therapists. */
const MASSAGE_THERAPIST = '225700000X';

/** Credentials of massage therapists in the states that license them, without periods and blanks. */
const MASSAGE_CREDENTIALS = new Set('LMT RMT LMP CMT MT BCTMB LMBT NCTMB'.split(' '));

/** Whether a massage therapist bills. Without a taxonomy the credentials decide; with neither, it is taken so. */
export function isMassageTherapist(practice: Practice): boolean {
  if (practice.taxonomy !== null) return plainText(practice.taxonomy) === MASSAGE_THERAPIST;
  const credentials = plainText(practice.credentials ?? '')
    .replaceAll('.', '')
    .split(/[ ,;/]+/)
    .filter(Boolean);
  return credentials.length === 0 || credentials.some((credential) => MASSAGE_CREDENTIALS.has(credential));
}
