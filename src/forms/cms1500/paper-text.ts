import type { Address } from '../../billing/records/practice';
import { basicCapitals } from '../../billing/values/basic-characters';
import { plainDollars } from '../../billing/values/cents';
import type { Cents } from '../../billing/values/cents';
import { partsOf } from '../../billing/values/day';
import type { Day } from '../../billing/values/day';

/**
 * Capitals without accents, as in the electronic claim: what the scanner of the red form reads. A letter that has no
 * plain one (Ж) stays, so that it is noticed instead of lost.
 */
export function capitals(text: string): string {
  return basicCapitals(text).replace(/\s+/g, ' ').trim();
}

/** Capitals without punctuation; hyphens and apostrophes of names stay. */
export function paperText(text: string | null): string {
  return capitals(basicCapitals(text ?? '').replace(/[^\p{Letter}\p{Number}\s'&/-]/gu, ' '));
}

/** An address line: also the hyphen goes, except in a ZIP code. */
export function paperAddress(text: string | null): string {
  return paperText((text ?? '').replace(/[-/&]/g, ' '));
}

/** `SEATTLE WA 98101-1234`. Where there is too little room the name of the city is cut, never the ZIP code. */
export function paperCityLine(address: Address, maxLength: number): string {
  const stateAndZip = [paperAddress(address.state), capitals(address.zip ?? '')].filter(
    (part) => part !== '',
  );
  const left = maxLength - stateAndZip.join(' ').length - 1;
  return [cut(paperAddress(address.city), Math.max(left, 0)), ...stateAndZip]
    .filter((part) => part !== '')
    .join(' ');
}

/** Letters and digits only: member, group and authorization numbers, tax ids, phones, diagnosis codes. */
export function paperNumber(text: string | null): string {
  return capitals(text ?? '').replace(/[^\p{Letter}\p{Number}]/gu, '');
}

interface Named {
  firstName: string;
  lastName: string;
  middleInitial?: string | null;
  credentials?: string | null;
}

/** `DOE, JANE, Q`: boxes 2, 4 and 9. */
export function lastNameFirst(person: Named): string {
  return [person.lastName, person.firstName, person.middleInitial ?? '']
    .map(paperText)
    .filter((part) => part !== '')
    .join(', ');
}

/** `JANE Q DOE LMT`: boxes 17 and 31. */
export function firstNameFirst(person: Named): string {
  return [person.firstName, person.middleInitial ?? '', person.lastName, paperCredentials(person.credentials)]
    .map(paperText)
    .filter((part) => part !== '')
    .join(' ');
}

/** `M.D.` is MD. */
function paperCredentials(credentials: string | null | undefined): string {
  return (credentials ?? '').replaceAll('.', '');
}

/** `08 03 1985`. */
export function paperDate(day: Day | null): string {
  if (day === null) return '';
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${twoDigits(month)} ${twoDigits(dayOfMonth)} ${String(year)}`;
}

/** `08 03 26`: box 24A has room for two digits of the year. */
export function shortPaperDate(day: Day): string {
  const date = paperDate(day);
  return date.slice(0, 6) + date.slice(8);
}

/** `120 00`: the cents stand in an area of their own, without a point. */
export function paperMoney(amount: Cents): string {
  return plainDollars(amount).replace('.', ' ');
}

/** At most so many characters: the room that the form has. */
export function cut(text: string, length: number): string {
  return text.slice(0, length).trimEnd();
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
