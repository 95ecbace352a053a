import type { Session } from '../records/session';
import { nameKey } from '../values/name-key';
import { textHash } from '../values/text-hash';

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
  const done = procedures.length === 0 ? (session.service?.text ?? '') : procedures.join(';');
  const content = [nameKey(session.client), done, session.minutes, session.charge].join('|');
  return `${session.date}-${textHash(content).toString(36).padStart(11, '0')}`;
}
