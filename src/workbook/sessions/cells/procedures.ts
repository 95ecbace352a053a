import type { SessionProcedure } from '../../../billing/records/session';
import type { GridValue } from '../grid';
import { FREE_STANDING } from './modifiers';
import { tidyText } from './text';
import type { CellRead } from './text';

/** Five digits, a letter and four digits (HCPCS), or four digits and a letter, followed by its modifiers if glued on. */
const CODE =
  /(?<![A-WYZ0-9.$])(\d{5}|[A-EG-LP-V]\d{4}|M[01]\d{3}|\d{4}[FTUM])(?!\d|[A-Z](?![A-Z0-9])|\.\d(?!\d))/g;
/** What the descriptions of timed codes say: not the minutes of this session. */
const EACH_15 = /\b(?:EACH|EA\.?|PER|EVERY)\s+(?:ADDITIONAL\s+)?15[ -]?(?:M(?:IN)?(?:UTE)?S?)?\b\.?/g;
const UNIT_WORD = '(?:U|UN|UNITS?|UNIDAD(?:ES)?)';
const MINUTE_WORD = "(?:M|MIN|MINS|MINUTES?|MINUTOS?|')";

interface Tail {
  modifiers: string[];
  minutes: number | null;
  units: number | null;
}

/**
 * The procedures in a code cell: "97124", 97124, "97124 x4", "97124-GP; 97140 30min", "97124GP", "97124.59",
 * "97124 (60)", "97124/97140", "2 x 97124". A description after a code is passed over; a number that could mean
 * two things is not.
 */
export function readProcedures(value: GridValue): CellRead<SessionProcedure[]> {
  if (typeof value === 'boolean') return { unreadable: 'is not a procedure code' };
  const text = tidyText(value).toUpperCase().replace(/×/g, 'X').replace(EACH_15, ' ');
  const codes = [...text.matchAll(CODE)];
  if (codes.length === 0) return { unreadable: 'is not a procedure code' };
  const procedures: SessionProcedure[] = [];
  let before = text.slice(0, codes[0]?.index ?? 0);
  for (const [index, match] of codes.entries()) {
    const code = match[1] ?? '';
    const end = match.index + code.length;
    const next = codes[index + 1]?.index ?? text.length;
    const { tail: between, ahead } = cutCountAhead(text.slice(end, next), index < codes.length - 1);
    const minutesAhead = MINUTES_AHEAD.exec(before);
    const counted = minutesAhead === null ? countAhead(before) : null;
    const tail = readTail(between);
    if (minutesAhead !== null && typeof tail !== 'string') tail.minutes ??= Number(minutesAhead[1]);
    if (counted === undefined || typeof tail === 'string' || (counted !== null && tail.units !== null)) {
      const odd = typeof tail === 'string' ? tail : before.trim();
      return { unreadable: `has "${odd}", which is neither a modifier, units ("x4") nor minutes ("60 min")` };
    }
    procedures.push({ code, modifiers: tail.modifiers, minutes: tail.minutes, units: tail.units ?? counted });
    before = ahead;
  }
  return { value: procedures };
}

/** In "97124; 2 x 97140" the "2 x" belongs to the code behind it. */
function cutCountAhead(between: string, more: boolean): { tail: string; ahead: string } {
  const match = more ? /[;,/\n+&]\s*(\d{1,2}\s*[X*]\s*)$/.exec(between) : null;
  if (match === null) return { tail: between, ahead: '' };
  return { tail: between.slice(0, match.index), ahead: match[1] ?? '' };
}

/** "60 min massage" before a code. */
const MINUTES_AHEAD = new RegExp(`^\\W*(\\d{1,3})[\\s-]?${MINUTE_WORD}(?![A-Z0-9])\\D*$`);

/** Units written before the code; null for none, undefined for a text that cannot be read. */
function countAhead(before: string): number | null | undefined {
  const count = new RegExp(`^\\W*(\\d{1,2})\\s*(?:[X*]|${UNIT_WORD}(?:\\s+OF)?)\\s*$`).exec(before);
  if (count !== null) return Number(count[1]);
  return /\d/.test(before) ? undefined : null;
}

/** Modifiers, minutes and units behind a code, or the piece that cannot be read. */
function readTail(between: string): Tail | string {
  const tail: Tail = { modifiers: [], minutes: null, units: null };
  let rest = between;
  let described = false;
  while (!/^[\s,;:./&+()|-]*$/.test(rest)) {
    const taken =
      takeUnits(rest, tail) ?? takeMinutes(rest, tail) ?? (described ? null : takeModifier(rest, tail));
    if (taken !== null) {
      rest = rest.slice(taken);
      continue;
    }
    const word = /^[\s,;:./&+()|-]*(\p{L}[\p{L}'’]*)/u.exec(rest);
    if (word === null || (!described && (word[1] ?? '').length < 3)) return rest.trim();
    described = true;
    rest = rest.slice(word[0].length);
  }
  return tail;
}

/** Units behind a code: "x4", "(4 units)", "- 2 units", "qty 4", "units: 4", "(2)". */
const UNITS_BEHIND: readonly RegExp[] = [
  /^[\s,(-]*[X*]\s*(\d{1,2})\b\)?/,
  new RegExp(`^[\\s,(]*(?:-\\s+)?(\\d{1,2})\\s*${UNIT_WORD}\\b\\.?\\)?`),
  new RegExp(`^[\\s,(]*${UNIT_WORD}\\s*[:=]\\s*(\\d{1,2})\\b\\)?`),
  /^[\s,(-]*(?:QTY|QUANTITY|CANT|CANTIDAD)\b\.?\s*[:=]?\s*(\d{1,2})\b\)?/,
  /^\s*\((\d|1[0-2])\)/,
];

function takeUnits(rest: string, tail: Tail): number | null {
  const match = UNITS_BEHIND.map((form) => form.exec(rest)).find((found) => found !== null) ?? null;
  if (match === null || tail.units !== null) return null;
  tail.units = Number(match[1]);
  return match[0].length;
}

function takeMinutes(rest: string, tail: Tail): number | null {
  const match =
    new RegExp(`^[\\s,(@-]*(\\d{1,3})[\\s-]?${MINUTE_WORD}(?![A-Z0-9])\\.?\\)?`).exec(rest) ??
    /^\s*\((15|30|45|60|75|90|105|120)\)/.exec(rest);
  if (match === null || tail.minutes !== null) return null;
  tail.minutes = Number(match[1]);
  return match[0].length;
}

function takeModifier(rest: string, tail: Tail): number | null {
  const match = /^(\s*[-.:]\s*|[\s,(/]*)([A-Z0-9]{2})(?![A-Z0-9])\)?/.exec(rest);
  if (match === null) return null;
  const [taken, link = '', modifier = ''] = match;
  const glued = link === '' && /^[A-Z]/.test(modifier);
  if (!/[-.:]/.test(link) && !glued && !FREE_STANDING.has(modifier)) return null;
  tail.modifiers.push(modifier);
  return taken.length;
}
