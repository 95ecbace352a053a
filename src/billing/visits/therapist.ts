import type { Practice } from '../records/practice';
import { nameKey } from '../values/name-key';

/** Whether a therapist column means the one of the Practice table: full name, one of its names, or initials. */
export function isTherapistOf(practice: Practice, written: string): boolean {
  const key = nameKey(written);
  const people = [
    [practice.firstName, practice.lastName],
    [practice.renderingFirstName, practice.renderingLastName],
  ].map((names) => names.map((name) => nameKey(name ?? '')).filter(Boolean));
  const initials = people.map((names) => names.map((name) => name[0]).join(''));
  if (key === '' || key === nameKey(practice.name ?? '') || initials.includes(key)) return true;
  return people.some((names) => names.some((name) => key.includes(name)));
}
