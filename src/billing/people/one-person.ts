import { closeNames } from '../values/name-key';
import { areFormsOfOne } from './nicknames';

/** Why two names may be one person's, in words; null where nothing speaks for it. */
export function whyOnePerson(one: string, other: string): string | null {
  return whyOneName(one, other) ?? (closeNames(one, [other]).length > 0 ? 'a slip of the keys' : null);
}

/** Why two names may be forms of one name, slips of the keys aside; null where nothing speaks for it. */
export function whyOneName(one: string, other: string): string | null {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return null;
  if ([...a].sort().join(' ') === [...b].sort().join(' ')) return 'the same names in another order';
  return shortened(a, b) ?? shortened(b, a);
}

/** "Liz", "Maggie R" and "J Whitfield" of "Elizabeth Okoro", "Margaret Reyes" and "Jonas Whitfield". */
function shortened(short: readonly string[], full: readonly string[]): string | null {
  const [first = '', ...rest] = short;
  const [fullFirst = '', ...fullRest] = full;
  if (full.length < 2 || (rest.length === 0 && first.length < 2)) return null;
  const firstReason = sameFirst(first, fullFirst);
  if (firstReason === null) return null;
  if (rest.length === 0) return firstReason;
  const [last = ''] = rest.slice(-1);
  const [fullLast = ''] = fullRest.slice(-1);
  const isLast = last === fullLast || (last.length <= 2 && fullLast.startsWith(last));
  // Two initials say nothing, and two names that are the same are one name already.
  if (!isLast || (first.length < 2 && last.length < 2)) return null;
  return last === fullLast ? firstReason : `${firstReason}, ${last.toUpperCase()} for ${named(fullLast)}`;
}

function sameFirst(first: string, full: string): string | null {
  if (first === full) return `both are called ${named(full)}`;
  if (areFormsOfOne(first, full)) return `${named(first)} is a form of ${named(full)}`;
  return first.length === 1 && full.startsWith(first) ? `${first.toUpperCase()} for ${named(full)}` : null;
}

function named(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** First name first, lower case, accents off. */
function wordsOf(name: string): string[] {
  const [last = '', ...rest] = name.split(',');
  const ordered = rest.length > 0 ? `${rest.join(' ')} ${last}` : last;
  return ordered
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
}
