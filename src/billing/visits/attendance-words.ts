import type { SessionStatus } from '../records/session';

/** What a session can say of itself instead of having been kept. */
export type NotKept = Exclude<SessionStatus, 'kept' | 'scheduled'>;

/**
 * What people write in their notes when somebody did not come, in sentences too: each form with what it says. The first
 * that fits counts. Lower case, accents off, letters and digits only.
 */
const FORMS: readonly (readonly [RegExp, NotKept])[] = [
  [/\blate (?:cancel\w*|canc|cxl)\b|\b(?:cancel\w*|cxl\w*) (?:late|last minute|same day)\b|\bsame day (?:cancel\w*|cxl)\b|\blast minute cancel\w*\b/, 'late-cancel'],
  [/\b(?:dnka|dns|dna)\b|\b(?:marked|was|pt|client|cl) ns\b|\bns(?= (?:fee|called|charged|again|no|\d)|$)/, 'no-show'],
  // "Cx" alone is as often the neck.
  [/\bcx(?:ed|d)?(?= (?:\d|by|late|same|last|appt|fee|today|via|due|sick|this)|$)/, 'cancelled'],
  [/\bno ?show(?:s|ed)?\b|\bnoshow\b|\bncns\b|\bno call\b|\bstood (?:me|us) up\b/, 'no-show'],
  [/\b(?:did ?n ?t|did not|never|didnt) (?:come|came|show|showed|make it|arrive|arrived|attend|attended|turn up)\b/, 'no-show'],
  [/\b(?:forgot|missed) (?:\w+ )?(?:appt|appointment|session|visit|massage)\b|\bforgot to come\b|\bwas absent\b/, 'no-show'],
  [/\bno (?:asistio|vino|llego|se presento)\b|\bn est pas venue?\b/, 'no-show'],
  [/\b(?:re ?sched\w*|reprogram\w*|postponed|rebooked|pospuest[ao]|report[ée]e?)\b/, 'cancelled'],
  [/\bmoved (?:it |her |his |their |this )?(?:\w+ )?to (?:next|mon|tue|wed|thu|fri|sat|sun|another|later|a later|tomorrow|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d)/, 'cancelled'],
  [/\b(?:cancel|cancels|cancell?ed|cancell?ation|cancelling|cxl|cxld|canc|cancelo|cancelad[ao]|canceled|annul[ée]e?)\b/, 'cancelled'],
]; // prettier-ignore

/** What notes say of a visit that did not happen; null where they say nothing of the kind. */
export function notKeptInWords(notes: string): NotKept | null {
  const plain = notes
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return FORMS.find(([form]) => form.test(plain))?.[1] ?? null;
}
