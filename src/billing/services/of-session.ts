import { procedure, rungsOf } from '../codes/procedures';
import type { Session, SessionProcedure } from '../records/session';
import { labelKey } from '../values/name-key';
import { codeFor, type OwnService } from './code-for';
import { serviceNamed, wordsWithMinutes } from './words';

/** What the words of a row come to: its procedures, or the sentence that says why it has none. */
export type ServiceRead =
  | { ok: true; words: string; procedures: SessionProcedure[]; minutes: number | null }
  | { ok: false; words: string; why: string };

/**
 * The procedures of a row that says in words what was done: "ind 50", "couples". The user's own words go first. Null
 * where it has codes, or says nothing.
 */
export function serviceOf(
  { service, procedures, minutes: ofRow }: Session,
  own: readonly OwnService[],
): ServiceRead | null {
  if (service === undefined || procedures.length > 0) return null;
  const read = isKnown(service, own) ? { words: service.trim(), minutes: null } : wordsWithMinutes(service);
  const { words } = read;
  if (ofRow !== null && read.minutes !== null && read.minutes !== ofRow) {
    const why = `"${service}" says ${String(read.minutes)} minutes, and the row ${String(ofRow)}.`;
    return { ok: false, words: service, why };
  }
  const minutes = ofRow ?? read.minutes;
  const answer = codeFor(words, minutes, own);
  if (answer.ok) {
    // That new needles were set is nowhere written: the first code stands, and a rule asks about the time after it.
    const told = answer.codes.filter(({ code }) => procedure(code)?.needsMoreThanTime !== true);
    return { ok: true, words, procedures: told.map(({ code }) => bare(code)), minutes };
  }
  const least = tooShort(words, minutes, own);
  if (least !== null) return { ok: true, words, procedures: [bare(least)], minutes };
  return { ok: false, words, why: answer.words };
}

/** The code that a service begins with, where its minutes are written and are too few for any: it is told, not asked. */
function tooShort(words: string, minutes: number | null, own: readonly OwnService[]): string | null {
  if (minutes === null) return null;
  const service = serviceNamed(words);
  const codes = own.filter(({ name }) => labelKey(name) === labelKey(words)).map(({ code }) => code);
  if (codes.length > 0) return codes[0] ?? null;
  if (!service) return null;
  if ('code' in service) return service.code;
  if (!('ladder' in service)) return null;
  const [lowest] = rungsOf(service.ladder);
  const isBelow = lowest?.counting.kind === 'ladder' && minutes < lowest.counting.from;
  return isBelow ? lowest.code : null;
}

function isKnown(text: string, own: readonly OwnService[]): boolean {
  const key = labelKey(text);
  return (
    own.some(({ name }) => labelKey(name) === key) || serviceNamed(text) !== null || procedure(key) !== null
  );
}

const bare = (code: string): SessionProcedure => ({ code, modifiers: [], minutes: null, units: null });
