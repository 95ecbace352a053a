import type { Claim } from '../claims/claim';
import { addressText, digitsOf, identifierText, nameText, numberAsGiven } from '../values/basic-characters';
import { memberAt } from '../values/member-at';

/** A format that was made what files want; the value itself is the same. */
export interface Repair {
  account: string;
  /** `last name of the client`. */
  what: string;
  from: string;
  to: string;
}

interface RepairEntry {
  what: string;
  /** Where the text stands in the claim. */
  path: readonly [keyof Claim, ...string[]];
  format: (text: string) => string;
  /** A change that everybody expects and nobody needs to be told of. */
  isUsual: (from: string, to: string) => boolean;
}

const plain = (text: string): string => text.trim().toUpperCase();
const onlyPunctuation = (from: string, to: string): boolean =>
  plain(from).replace(/[^A-Z0-9]/g, '') === to.replace(/[^A-Z0-9]/g, '');
const nothing = (): boolean => false;
const onlyCase = (from: string, to: string): boolean => plain(from) === to;

const name = (what: string, most: number, ...path: RepairEntry['path']): RepairEntry => ({
  what,
  path,
  format: (text) => nameText(text, most),
  isUsual: onlyPunctuation,
});
/** Of a person: a comma or another sign that no name has may be a slip of the hand, so its loss is told. */
const ofPerson = (what: string, most: number, ...path: RepairEntry['path']): RepairEntry => ({
  what,
  path,
  format: (text) => nameText(text, most),
  isUsual: (from, to) => onlyPunctuation(from, to) && /^[\p{L}\p{N}\s.'’-]*$/u.test(from),
});
const address = (whose: string, ...path: RepairEntry['path']): RepairEntry[] => [
  {
    what: `street of ${whose}`,
    path: [...path, 'street'],
    format: (text) => addressText(text, 55),
    isUsual: onlyPunctuation,
  },
  {
    what: `city of ${whose}`,
    path: [...path, 'city'],
    format: (text) => addressText(text, 30),
    isUsual: onlyPunctuation,
  },
];
const identifier = (what: string, ...path: RepairEntry['path']): RepairEntry => ({
  what,
  path,
  format: identifierText,
  isUsual: onlyCase,
});

/**
 * Formats that are mended on the way out, never clinical content (Stedi, claim edits and repairs: repairs change the
 * format only). Lengths: 005010X222A1.
 */
const REPAIRS: readonly RepairEntry[] = [
  ofPerson('last name of the client', 60, 'patient', 'lastName'),
  ofPerson('first name of the client', 35, 'patient', 'firstName'),
  ofPerson('middle initial of the client', 25, 'patient', 'middleInitial'),
  ofPerson('last name of the policy holder', 60, 'subscriber', 'lastName'),
  ofPerson('first name of the policy holder', 35, 'subscriber', 'firstName'),
  ofPerson('middle initial of the policy holder', 25, 'subscriber', 'middleInitial'),
  name('employer', 60, 'employer'),
  name('name of the payer', 60, 'payer', 'name'),
  name('name of the practice', 60, 'billing', 'name'),
  name('last name of the practice', 60, 'billing', 'lastName'),
  name('first name of the practice', 35, 'billing', 'firstName'),
  name('last name of who treated', 60, 'rendering', 'lastName'),
  name('first name of who treated', 35, 'rendering', 'firstName'),
  name('last name of the referring provider', 60, 'referring', 'lastName'),
  name('first name of the referring provider', 35, 'referring', 'firstName'),
  ...address('the client', 'patient', 'address'),
  ...address('the practice', 'billing', 'address'),
  ...address('the payer', 'payer', 'address'),
  identifier('member ID', 'subscriber', 'memberId'),
  identifier('group number', 'subscriber', 'groupNumber'),
  identifier('prior authorization', 'priorAuthorization'),
  identifier('claim number of the case', 'propertyCasualtyClaimNumber'),
  {
    what: 'payer ID',
    path: ['payer', 'payerId'],
    format: (text) => numberAsGiven(text).replaceAll(' ', ''),
    isUsual: onlyCase,
  },
  {
    what: 'filing code',
    path: ['payer', 'filingCode'],
    format: plain,
    isUsual: onlyCase,
  },
  { what: 'tax ID', path: ['billing', 'taxId'], format: digitsOf, isUsual: onlyPunctuation },
  {
    what: 'telephone of the practice',
    path: ['billing', 'phone'],
    format: digitsOf,
    isUsual: onlyPunctuation,
  },
  { what: 'telephone of the client', path: ['patient', 'phone'], format: digitsOf, isUsual: onlyPunctuation },
  { what: 'taxonomy', path: ['billing', 'taxonomy'], format: identifierText, isUsual: nothing },
];

/** The claim as the file will say it, and what had to be changed for that. A second repair finds nothing to do. */
export function repaired(claim: Claim): { claim: Claim; repairs: Repair[] } {
  const repairs: Repair[] = [];
  let mended = claim;
  for (const { what, path, format, isUsual } of REPAIRS) {
    const from = textAt(mended, path);
    if (from === null) continue;
    const to = format(from);
    if (to === from) continue;
    mended = withText(mended, path, to) as Claim;
    if (!isUsual(from, to)) repairs.push({ account: claim.account, what, from, to });
  }
  return { claim: mended, repairs };
}

function textAt(value: unknown, path: readonly string[]): string | null {
  const found = memberAt(value, path);
  return typeof found === 'string' ? found : null;
}

function withText(value: unknown, [key, ...rest]: readonly string[], text: string): unknown {
  if (key === undefined) return text;
  return { ...(value as object), [key]: withText(memberAt(value, [key]), rest, text) };
}
