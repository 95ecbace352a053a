import { whyOneName } from '../people/one-person';
import { PROFESSIONS } from '../professions/professions';
import type { Practice, Therapist } from '../records/practice';
import { labelKey, nameKey } from '../values/name-key';

/** Whom a therapist column means. */
export type WhoTreats =
  /** The one under whose name claims go out. */
  | { kind: 'own' }
  /** Another row of the Therapists table. */
  | { kind: 'other'; therapist: Therapist }
  | { kind: 'unknown' };

type Named = Pick<Practice, 'firstName' | 'lastName'>;

/** Finds the one whom a therapist column means: a row of the Therapists table, else the one of the Practice table. */
export function therapistOf(
  practice: Practice,
  therapists: readonly Therapist[],
  written: string,
): WhoTreats {
  const name = withoutTitles(written);
  if (nameKey(name) === '') return { kind: 'own' };
  const named = therapists.filter((row) => isNamed(row, name));
  const like = named.length > 0 ? named : therapists.filter((row) => isFormOf(row, name));
  const [other, another] = like.filter((row) => !isOwn(practice, row));
  const isOwnName = other === undefined ? like.length > 0 || isTherapistOf(practice, name) : false;
  if (isOwnName) return { kind: 'own' };
  const couldBeOwn = like.length > 1 || (named.length === 0 && isTherapistOf(practice, name));
  return other && !another && !couldBeOwn ? { kind: 'other', therapist: other } : { kind: 'unknown' };
}

/** Whether a name is that of the practice or its therapist: the full name, one of its names, initials, a short form. */
function isTherapistOf(practice: Practice, name: string): boolean {
  if (labelKey(name) === labelKey(practice.name ?? '')) return true;
  return peopleOf(practice).some((person) => isFormOf(person, name));
}

/** Who treats by the Practice table: whoever gives the sessions, else who bills. */
function peopleOf({ firstName, lastName, renderingFirstName, renderingLastName }: Practice): Named[] {
  return renderingLastName === null
    ? [{ firstName, lastName }]
    : [{ firstName: renderingFirstName, lastName: renderingLastName }];
}

function isNamed({ name, aliases, firstName, lastName }: Therapist, written: string): boolean {
  const names = [name, ...aliases, `${firstName ?? ''} ${lastName ?? ''}`];
  return names.some((each) => nameKey(withoutTitles(each)) === nameKey(written));
}

function isFormOf(person: Named | Therapist, written: string): boolean {
  const full = [person.firstName, person.lastName].filter(Boolean).join(' ');
  const whole = full === '' && 'name' in person ? withoutTitles(person.name) : full;
  if (whole === '') return false;
  const initials = whole.split(/[\s-]+/).map((word) => word.charAt(0));
  const key = nameKey(written);
  return (
    key === nameKey(whole) ||
    key === nameKey(person.lastName ?? '') ||
    key === nameKey(initials.join('')) ||
    whyOneName(written, whole) !== null
  );
}

/** One person may stand in both tables: the NPI tells, else the name. */
function isOwn(practice: Practice, therapist: Therapist): boolean {
  const npi = ((practice.renderingLastName === null ? practice.npi : practice.renderingNpi) ?? '').trim();
  if (therapist.npi !== null && npi !== '') return therapist.npi.trim() === npi;
  return isTherapistOf(practice, withoutTitles(therapist.name));
}

const CREDENTIALS = new Set(PROFESSIONS.flatMap(({ credentials }) => credentials.map(labelKey)));
const TITLES = new Set(['dr', 'mr', 'mrs', 'ms', 'sr', 'sra', 'md', 'rn', 'do', 'nd', 'arnp', 'phd']);

/** "Mara Tenfold, LMT" and "Dr. Tenfold" without what is no part of the name. */
function withoutTitles(written: string): string {
  const words = written.replace(/\(.*?\)/g, ' ').split(/\s+/);
  const kept = words.filter((word) => {
    const key = labelKey(word);
    return !TITLES.has(key) && !(CREDENTIALS.has(key) && word === word.toUpperCase());
  });
  // "MT" alone are initials, whatever letters credentials have.
  return (kept.length > 0 ? kept : words)
    .join(' ')
    .replace(/[\s,;]+$/, '')
    .trim();
}
