import type { SessionStatus } from '../../../billing/records/session';
import { ZERO } from '../../../billing/values/cents';
import type { GridValue } from '../grid';
import { isBlank, isTooLong, plainWords, tidyText } from './text';
import type { CellRead } from './text';
import { readMoney } from './money';
import { writtenMoment } from './written-dates';

/**
 * What people and practice software write for how a session went. Words about payment and claims ("Paid",
 * "Billed", "Denied") tell that the visit took place. Unknown words are asked about, never guessed.
 */
export const STATUS_WORDS: Record<SessionStatus, string> = {
  kept:
    'kept, completed, complete, attended, done, arrived, checked in, checked out, check in, check out, show, showed, shown, seen, present, ' +
    'finished, fulfilled, closed, came, in, served, rendered, successful, final, finalized, ' +
    'paid, unpaid, partially paid, partial, partly paid, invoiced, uninvoiced, billed, unbilled, submitted, pending payment, ' +
    'sent, filed, denied, rejected, accepted, processed, ready, ready to bill, to bill, unsubmitted, outstanding, owing, owed, due, ' +
    'paid in full, fully paid, not paid, claim sent, claim submitted, appealed, paid online, paid cash, prepared, received, ' +
    'adjudicated, resolved, settled, in review, in process, insurance pending, pending insurance, needs billing, needs claim, ' +
    'completada, completado, asistio, realizada, realizado, hecho, terminado, terminada, pagado, pagada, finalizado, finalizada, atendido, atendida, vino, presente, venu, venue, honore, effectue',
  scheduled:
    'scheduled, booked, confirmed, upcoming, pending, unconfirmed, tentative, requested, future, planned, reserved, ' +
    'waiting, waitlist, waitlisted, not confirmed, deposit paid, reminder sent, programada, programado, reservada, reservado, ' +
    'confirmada, confirmado, pendiente, agendada, agendado',
  'no-show':
    'no show, noshow, ns, n s, missed, did not show, did not attend, dna, dns, dnka, absent, not kept, no showed, no show fee, ns fee, ' +
    'no showed charged, no call no show, ncns, no asistio, no se presento, ausente, did not come, didn t come, didnt come, did not show up, didn t show, didn t show up, ' +
    'never came, ghosted, stood me up, no vino, absente, pas venu, pas venue',
  'late-cancel':
    'late cancel, lc fee, late cancel fee, late cxl fee, late cancellation fee, late cancellation, late canceled, late cancelled, lc, late cxl, cancelled late, canceled late, late canc, lcx, ' +
    'same day cancel, same day cancellation, cancelled within 24 hours, cancelled less than 24 hours, cancelacion tardia, l c',
  cancelled:
    'cancelled, canceled, cancel, cancellation, cxl, cx, canc, cnl, cncl, cancelled by client, canceled by client, ' +
    'cancelled by provider, canceled by provider, cancelled by therapist, client canceled, client cancelled, clinician canceled, ' +
    'clinician cancelled, provider cancelled, therapist cancelled, early cancel, rescheduled, resched, rs, r s, rescheduled by client, ' +
    'archived, moved, void, voided, deleted, declined, refunded, expired, withdrawn, cancelada, cancelado, reprogramada, reprogramado, anulada, anulado, ' +
    'cancelo, annule, annulee, reporte, reportee',
};

const STATUS_OF = new Map<string, SessionStatus>();
for (const [status, words] of Object.entries(STATUS_WORDS)) {
  for (const word of words.split(', ')) STATUS_OF.set(word, status as SessionStatus);
}

/**
 * What a ticked cell means in a column of marks: "Kept?" with an x is a visit, "No show" with an x is none.
 * `null` for a column of words.
 */
export type StatusMark = SessionStatus | null;

/** Half a century of Excel's days: when it was ticked. */
const TICKED_ON = { from: 32_874, to: 58_000 };

const TICKED = new Set(['x', 'xx', 'y', 'yes', 'true', 'ok', '1', 'si', 's', 'v']);
const NOT_TICKED = new Set(['n', 'no', 'false', '0']);

/** An empty status is `kept`: most people only mark what went wrong. A fee or a date behind the word is passed over. */
export function readStatus(value: GridValue, mark: StatusMark): CellRead<SessionStatus> {
  if (isBlank(value)) return { value: 'kept' };
  if (isTooLong(value)) return { unreadable: 'is too long to be read' };
  const sign = signOf(String(value));
  if (sign !== null && mark === null) return { value: sign === 'x' ? 'kept' : 'cancelled' };
  const words = sign ?? plainWords(String(value));
  if (mark !== null && (TICKED.has(words) || isMoment(value) || isFee(value, mark))) return { value: mark };
  // "Kept: no" leaves open whether it was a no-show or a cancellation; neither is a service, and cancelled bills no fee.
  if (mark !== null && NOT_TICKED.has(words)) return { value: mark === 'kept' ? 'cancelled' : 'kept' };
  const status = STATUS_OF.get(words) ?? STATUS_OF.get(words.replace(/\s*\d[\d ]*$/, ''));
  return status === undefined ? { unreadable: 'is not a status Claimsheet knows' } : { value: status };
}

/** Whether a cell is ticked, or says that it is not: "x", "yes", "no", a checkbox. */
export function isTick(value: GridValue): boolean {
  if (isTooLong(value)) return false;
  const words = signOf(String(value)) ?? plainWords(String(value));
  return TICKED.has(words) || NOT_TICKED.has(words);
}

/** "x" for the signs of a tick, "no" for those of a cross. */
function signOf(text: string): 'x' | 'no' | null {
  if (/^\s*[✓✔☑✅]/u.test(text)) return 'x';
  return /^\s*[✗✘✕✖❌]/u.test(text) ? 'no' : null;
}

/** "No-show fee" with 75 under it: a fee for a visit that was not kept. */
function isFee(value: GridValue, mark: StatusMark): boolean {
  if (mark === 'kept' || typeof value === 'boolean') return false;
  const read = readMoney(value, 'unknown');
  return 'value' in read && read.value > ZERO;
}

/** "no_show_at" with a time in it is ticked. */
function isMoment(value: GridValue): boolean {
  if (typeof value === 'number') return value >= TICKED_ON.from && value < TICKED_ON.to;
  return typeof value === 'string' && writtenMoment(tidyText(value)) !== null;
}
