import { procedure, rungsOf } from '../codes/procedures';
import { plainText } from '../identifiers/reading';
import type { Session, SessionProcedure, ServiceWords } from '../records/session';
import { labelKey } from '../values/name-key';
import { codeFor, type OwnService } from './code-for';
import type { Service } from './services';
import { serviceNamed } from './words';
import { serviceWritten } from './written';

/** What the words of a row come to: its procedures, or the sentence that says why it has none. */
export type ServiceRead =
  { ok: true; words: string; procedures: SessionProcedure[]; minutes: number | null } | ServiceUnclear;

export interface ServiceUnclear {
  ok: false;
  /** The word that is asked about, or all that is written. */
  words: string;
  why: string;
  /** The word alone, of which somebody can say which code it is; else the cells must be corrected. */
  about: 'word' | 'minutes' | 'units' | 'number';
  /** The codes that the word may be. */
  codes: string[];
}

/** The user's own words for codes, and what was answered for others: a code, or a word that is known. */
export interface KnownWords {
  own: readonly OwnService[];
  answered?: (word: string) => string | null;
}

/**
 * The procedures of a row that says in words what was done: "ind 50", "massage 60 + manual therapy 30". The user's own
 * words go first. Null where it has codes, or says nothing.
 */
export function serviceOf(
  { service, procedures, minutes: ofRow }: Pick<Session, 'service' | 'procedures' | 'minutes'>,
  known: KnownWords,
): ServiceRead | null {
  if (service === undefined || procedures.length > 0) return null;
  const whole = partRead(service.text, ofRow, known);
  if (whole.ok) return withBesides(whole, service);
  const parts = service.text
    .split(/\s*[+,;&/\n]\s*|\s+(?:and|y|et)\s+/i)
    .filter((part) => part.trim() !== '');
  if (parts.length < 2) return whole;
  // The row's minutes are those of all of them: each tells its own, or none is told.
  const reads = parts.map((part) => partRead(part, null, known));
  const done = reads.flatMap((read) => (read.ok ? read.procedures : []));
  if (!reads.every(({ ok }) => ok)) return whole;
  return withBesides({ ok: true, words: service.text.trim(), procedures: done, minutes: ofRow }, service);
}

/** The modifiers and units of columns beside it; they must be of one code, or nobody knows whose they are. */
function withBesides(
  read: ServiceRead & { ok: true },
  { text, modifiers, units }: ServiceWords,
): ServiceRead {
  const unclear = (): ServiceRead => ({
    ok: false,
    words: text,
    why: `"${text}", and the units or modifiers beside it do not go with that.`,
    about: 'units',
    codes: [],
  });
  const [only, second] = read.procedures;
  if (!only || second) return modifiers.length > 0 || units !== null ? unclear() : read;
  if (only.units !== null && units !== null && only.units !== units) return unclear();
  return { ...read, procedures: [{ ...only, modifiers: [...modifiers], units: units ?? only.units }] };
}

interface Part {
  word: string;
  minutes: number | null;
  units: number | null;
  odd: number | null;
}

function partRead(text: string, ofRow: number | null, known: KnownWords): ServiceRead {
  const { word, minutes: written, units, odd } = meantMinutes(partOf(text, known), ofRow, known);
  if (ofRow !== null && written !== null && written !== ofRow) {
    const why = `"${text}" says ${String(written)} minutes, and the row ${String(ofRow)}.`;
    return { ok: false, words: text, why, about: 'minutes', codes: [] };
  }
  const meant = known.answered?.(word) ?? word;
  const doubtful = ofDoubt(meant, known);
  if (doubtful !== null) return unclearWord(word, doubtful.why, doubtful.codes);
  const minutes = ofRow ?? written;
  const codes = codesOf(meant, minutes, known);
  if (!codes.ok) return unclearWord(word, codes.why, ownCodes(meant, known));
  if (odd !== null) {
    const why = `"${text}", and ${String(odd)} could be minutes or units.`;
    return { ok: false, words: text, why, about: 'number', codes: [] };
  }
  const [only, second] = codes.codes;
  const done = codes.codes.map((code) => ({ code, modifiers: [], minutes: null, units: null }));
  return only === undefined || second !== undefined
    ? { ok: true, words: word, procedures: done, minutes }
    : {
        ok: true,
        words: word,
        procedures: [{ code: only, modifiers: [], minutes: written, units }],
        minutes: ofRow,
      };
}

function unclearWord(words: string, why: string, codes: string[]): ServiceUnclear {
  return { ok: false, words, why, about: 'word', codes };
}

/** A word, with the minutes or units that are written beside it. */
function partOf(text: string, known: KnownWords): Part {
  const written = serviceWritten(text);
  const plain = { word: text.trim(), minutes: null, units: null, odd: null };
  if (written === null) return plain;
  const { name, ...numbers } = written;
  // "massage 90" may itself be a word of the Fees table, with a price of its own.
  if (ownCodes(text, known).length > 0) return { word: text.trim(), ...numbers, odd: null };
  return isKnown(text, known) ? plain : { word: name, ...numbers };
}

/** "ind 53": what has no units of its own is followed by minutes. */
function meantMinutes(part: Part, ofRow: number | null, known: KnownWords): Part {
  const { odd } = part;
  if (odd === null) return part;
  const meant = known.answered?.(part.word) ?? part.word;
  const ours = serviceNamed(meant);
  const first = ownCodes(meant, known)[0] ?? codeOfOurs(ours);
  const isTimed = first === null ? ours === null : procedure(first)?.counting.kind === 'timed';
  return odd === ofRow || (!isTimed && odd >= LEAST_MINUTES) ? { ...part, minutes: odd, odd: null } : part;
}

const LEAST_MINUTES = 10;

type Codes = { ok: true; codes: string[] } | { ok: false; why: string };

function codesOf(word: string, minutes: number | null, { own }: KnownWords): Codes {
  const answer = codeFor(word, minutes, own);
  // That new needles were set is nowhere written: the first code stands, and a rule asks about the time after it.
  if (answer.ok)
    return {
      ok: true,
      codes: answer.codes
        .map(({ code }) => code)
        .filter((code) => procedure(code)?.needsMoreThanTime !== true),
    };
  const least = lowest(word, minutes, own);
  return least === null ? { ok: false, why: answer.words } : { ok: true, codes: [least] };
}

/**
 * The code that a service begins with, where its minutes are too few for any, or where units, or minutes of the whole
 * visit, say how much of it was done: that is told by the rules, not asked.
 */
function lowest(word: string, minutes: number | null, own: readonly OwnService[]): string | null {
  const codes = [
    ...new Set(
      own.filter(({ name }) => labelKey(name) === labelKey(word)).map(({ code }) => plainText(code)),
    ),
  ];
  const [code, second] = codes;
  if (minutes === null) {
    const only = code ?? codeOfOurs(serviceNamed(word)) ?? procedure(plainText(word))?.code ?? null;
    return second === undefined ? only : null;
  }
  if (code !== undefined) return second === undefined || isOneLadder(codes) ? code : null;
  const service = serviceNamed(word);
  if (!service) return procedure(plainText(word))?.code ?? null;
  if ('code' in service) return service.code;
  if (!('ladder' in service)) return null;
  const [first] = rungsOf(service.ladder);
  const isBelow = first?.counting.kind === 'ladder' && minutes < first.counting.from;
  return isBelow ? first.code : null;
}

function isOneLadder(codes: readonly string[]): boolean {
  const ladders = codes.map((code) => {
    const counting = procedure(code)?.counting;
    return counting?.kind === 'ladder' ? counting.ladder : code;
  });
  return new Set(ladders).size === 1;
}

function codeOfOurs(service: Service | null): string | null {
  return service && 'code' in service ? service.code : null;
}

/** A word of our own table that payers are billed by different codes for: offered, never taken. */
function ofDoubt(word: string, known: KnownWords): { why: string; codes: string[] } | null {
  const service = serviceNamed(word);
  if (ownCodes(word, known).length > 0 || !service || !('or' in service)) return null;
  const codes = [service.code, ...service.or];
  return {
    why: `"${word}" is billed as ${codes.join(' or ')}, and the Fees table does not say which.`,
    codes,
  };
}

function ownCodes(word: string, { own }: KnownWords): string[] {
  const key = labelKey(word);
  return [...new Set(own.filter(({ name }) => labelKey(name) === key).map(({ code }) => plainText(code)))];
}

function isKnown(text: string, known: KnownWords): boolean {
  return (
    ownCodes(text, known).length > 0 || serviceNamed(text) !== null || procedure(labelKey(text)) !== null
  );
}
