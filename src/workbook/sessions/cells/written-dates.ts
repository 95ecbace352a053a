import { monthNamed, weekdayNamed } from './calendar-words';
import { readTimeText } from './times';

/** A date as it is written, before the order of its numbers is settled. */
export interface Written {
  year: number | null;
  /** Two numbers whose order is open, or month and day known by the way they are written. */
  parts: { first: number; second: number; isDotted: boolean } | { month: number; day: number };
}

export interface WrittenMoment {
  date: Written;
  /** Minutes after midnight, where the text also holds a time. */
  time: number | null;
  /** Minutes by which the time is ahead of UTC, where the text says so. */
  offset: number | null;
}

const TIME_TAIL =
  /(?:t|,|\bat\b|[-–@])?\s*((?:\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?\s?m?\.?)?|\d{1,2}\s*[ap]\.?m\.?)\s*(z|utc|gmt|[ecmp][sd]?t|[+-]\d{2}:?\d{2})?$/i;
const MONTH = '([a-z]{3,12})\\.?';
const YEAR = "'?(\\d{4}|\\d{2})";
const DAY = '(\\d{1,2})(?:st|nd|rd|th|er|º)?';

const SHAPES: [RegExp, (...groups: string[]) => Written | null][] = [
  [/^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/, (y, m, d) => known(y, Number(m), d)],
  [/^(\d{4})(\d{2})(\d{2})$/, (y, m, d) => compact(y, m, d)],
  [/^(\d{1,2})([-/. ])(\d{1,2})[-/. ](\d{4}|'?\d{2})$/, (a, mark, b, y) => open(a, b, (y ?? '').replace("'", ''), mark)],
  [/^(\d{1,2})([-/.])(\d{1,2})\.?$/, (a, mark, b) => open(a, b, null, mark)],
  [new RegExp(`^${MONTH}[ -/]*${DAY}[ ,-/]+${YEAR}$`, 'i'), (m, d, y) => known(y, monthNamed(m ?? ''), d)],
  [new RegExp(`^${MONTH} *${DAY}$`, 'i'), (m, d) => known(undefined, monthNamed(m ?? ''), d)],
  [new RegExp(`^${DAY}(?: de| of)?[ -/]*${MONTH}(?: de)?[ ,-/]+${YEAR}$`, 'i'), (d, m, y) => known(y, monthNamed(m ?? ''), d)],
  [new RegExp(`^${DAY}(?: de| of)?[ -/]*${MONTH}$`, 'i'), (d, m) => known(undefined, monthNamed(m ?? ''), d)],
]; // prettier-ignore

/** Takes a text apart into date and time; null where it is no date. */
export function writtenMoment(text: string): WrittenMoment | null {
  if (!/\d/.test(text)) return null;
  const plain = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return moment(plain) ?? moment(withoutWeekday(plain));
}

function moment(text: string): WrittenMoment | null {
  const tail = TIME_TAIL.exec(text);
  const time = tail === null || tail.index === 0 ? null : readTimeText(tail[1] ?? '');
  if (tail !== null && time !== null && 'value' in time) {
    const before = text.slice(0, tail.index).replace(/[\s,]+$/, '');
    const date = writtenDate(before) ?? writtenDate(withoutWeekday(before));
    return date === null ? null : { date, time: time.value, offset: offsetOf(tail[2]) };
  }
  const date = writtenDate(text);
  return date === null ? null : { date, time: null, offset: null };
}

/** "Sat 10/3", "Saturday, October 3", "10/3 (Sat)". */
function withoutWeekday(text: string): string {
  const [before = '', first = ''] = /^\(?([a-z]{3,12})\)?\.?,?\s+(?=\S)/i.exec(text) ?? [];
  const rest = weekdayNamed(first) === null ? text : text.slice(before.length);
  const [behind = '', last = ''] = /[\s,]*\(?\b([a-z]{3,12})\)?\.?$/i.exec(rest) ?? [];
  return (weekdayNamed(last) === null ? rest : rest.slice(0, rest.length - behind.length)).trim();
}

function writtenDate(text: string): Written | null {
  for (const [shape, write] of SHAPES) {
    const match = shape.exec(text);
    const written = match === null ? null : write(...match.slice(1));
    if (written !== null) return written;
  }
  return null;
}

/** Only UTC and numbers say how far away the clock was; "PST" is the clock on the therapist's own wall. */
function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined || /^[ecmp]/i.test(zone)) return null;
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function known(year: string | undefined, month: number | null, day: string | undefined): Written | null {
  if (month === null) return null;
  return { year: year === undefined ? null : fullYear(year), parts: { month, day: Number(day) } };
}

function open(first = '', second = '', year: string | null = null, mark = ''): Written {
  return {
    year: year === null ? null : fullYear(year),
    parts: { first: Number(first), second: Number(second), isDotted: mark === '.' },
  };
}

/** 20261003 as year, month, day; 10032026 as the two numbers and the year. */
function compact(y = '', m = '', d = ''): Written | null {
  if (/^(19|20)/.test(y)) return known(y, Number(m), d);
  return open(y.slice(0, 2), y.slice(2), m + d);
}
