import { labelKey } from '../values/name-key';

/** What people type to get past an empty field, as label keys. */
const FILLERS = new Set(
  'tbd tba todo unknown notknown notgiven missing pending xxx xxxx askclient'.split(' '),
);

/** More of them, which could be somebody's name: a Ms. No, a Mr. Null. */
const FILLERS_BUT_NAMES = new Set('na none unk ask x xx null nil no test'.split(' '));

/** Whether a text only stands in for a value, so that a payer would reject it: "TBD", "???", "999999999". */
export function isPlaceholder(text: string, kind: 'name' | 'value'): boolean {
  const key = labelKey(text);
  if (key === '' || FILLERS.has(key)) return true;
  if (kind === 'name') return false;
  return FILLERS_BUT_NAMES.has(key) || /^(\d)\1{2,}$/.test(key);
}
