import type { Session } from '../records/session';
import { nameKey } from '../values/name-key';

/**
 * Fingerprint of what a session row bills: date, client, codes with minutes and units, charge. The register keeps
 * it, so that a row that was moved is still known as billed and a row that was corrected is offered again.
 * Two rows that say the same have the same key: the register must count how often it holds a key.
 * Shape: the day number, a hyphen and eleven letters or digits, e.g. `46327-0k3j9x0a1b2`.
 */
export function sessionKey(session: Session): string {
  const procedures = session.procedures
    .map(({ code, modifiers, minutes, units }) =>
      [code.trim().toUpperCase(), [...modifiers].sort().join('+'), minutes, units].join('/'),
    )
    .sort();
  const content = [nameKey(session.client), procedures.join(';'), session.minutes, session.charge].join('|');
  return `${session.date}-${hash(content).toString(36).padStart(11, '0')}`;
}

/** 53 bits of a text (two multiplicative 32-bit hashes, FNV-1a style), the same on every machine. */
function hash(text: string): number {
  let high = 0x811c9dc5;
  let low = 0x1b873593;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x5bd1e995);
  }
  high = Math.imul(high ^ (low >>> 15), 0x85ebca6b);
  low = Math.imul(low ^ (high >>> 13), 0xc2b2ae35);
  return (high >>> 11) * 0x100000000 + (low >>> 0);
}
