import type { GridValue } from '../grid';
import { isBlank, tidyText } from './text';
import type { CellRead } from './text';

/**
 * Modifiers that may follow a code after a mere blank or comma ("97124 GP"). Behind a hyphen any two
 * characters are read as a modifier; whether it is a real one is for the checks on claims to say.
 * Source: CPT and HCPCS modifiers that billers of timed therapy codes use.
 */
export const FREE_STANDING = new Set(
  ('22 25 33 51 52 53 59 76 77 79 91 93 95 96 97 AT CO CQ CR FQ GA GN GO GP GQ GT GX GY GZ KX LT RT SC TN TU ' +
    'U1 U2 U3 U4 U5 U6 U7 U8 U9 XE XP XS XU').split(' '),
); // prettier-ignore

/** A modifiers cell: "GP", "GP, 59", "GP-59", 59. One list per code where codes are parted by ";". */
export function readModifiers(value: GridValue): CellRead<string[][]> {
  if (typeof value === 'boolean') return { unreadable: 'is not a modifier' };
  const groups = tidyText(value)
    .toUpperCase()
    .split(';')
    .map((group) => group.split(/[\s,/:.&+-]+/).filter((part) => !isBlank(part)));
  const odd = groups.flat().find((part) => !/^[A-Z0-9]{2}$/.test(part));
  if (odd !== undefined)
    return { unreadable: `has "${odd}", which is not a modifier (two letters or digits)` };
  return { value: groups };
}
