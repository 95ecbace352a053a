import { npiCheckDigit, readNpi } from '../../../src/billing/identifiers/npi';
import type { Chance } from './chance';

/** Letters that a Medicare number may have, and those it never has (CMS, "Understanding the MBI"). */
const KINDS = ['23456789', 'ACDEFGHJKMNPQRTUVWXY', 'BILOSZ', 'acdefghjkmnpqrtuvwxy', 'bilosz'];

/**
 * An invented number or identifier in the place of a real one: digits for digits and letters for letters, with the
 * signs between them, so that what was valid is valid and what was not is not. 0 and 1 stay where they were: a number
 * that may not begin with them still does not, or still does. The same for the same number, however it is spaced.
 */
export function inventedNumber(original: string, chance: Chance): string {
  const key = original.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
  for (let attempt = 0; attempt < 20; attempt++) {
    let at = 0;
    const invented = original.replace(/[\p{L}\p{N}]/gu, (sign) => {
      const kind = KINDS.find((signs) => signs.includes(sign));
      const from = kind ?? (attempt > 2 && /\d/.test(sign) ? '0123456789' : sign);
      return from.charAt(chance.below(from.length, 'number', key, String(attempt), String(at++)));
    });
    const whole = readNpi(original).ok ? withCheckDigit(original, invented) : invented;
    if (whole !== original) return whole;
  }
  return original.replace(/[\p{L}\p{N}]/gu, 'X');
}

/** The first digit of an NPI says which kind it is, and the last one follows from the others. */
function withCheckDigit(original: string, invented: string): string {
  const digits = [...invented].filter((sign) => /\d/.test(sign));
  const first = [...original].find((sign) => /\d/.test(sign)) ?? '1';
  const nine = [first, ...digits.slice(1, 9)].join('');
  const npi = `${nine}${npiCheckDigit(nine)}`;
  let at = 0;
  return invented.replace(/\d/g, () => npi.charAt(at++));
}

const MAX_DAYS = 120;

/** By how many days every birth date is moved, back or on, so that ages and their order stay nearly what they were. */
export function daysMoved(chance: Chance): number {
  const days = 20 + chance.below(MAX_DAYS, 'birth dates');
  return chance.below(2, 'back') === 0 ? -days : days;
}

/** A birth date written as text; null where it is none that can be read. */
export function movedDate(text: string, days: number): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  const us = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text.trim());
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : us
      ? [us[4], us[1], us[3]]
      : [undefined, undefined, undefined];
  if (year === undefined || month === undefined || day === undefined) return null;
  const moved = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (moved.getUTCMonth() !== Number(month) - 1) return null;
  moved.setUTCDate(moved.getUTCDate() + days);
  const two = (number: number) => String(number).padStart(2, '0');
  const [y, m, d] = [moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate()];
  return iso
    ? `${String(y)}-${two(m)}-${two(d)}`
    : `${two(m)}${us?.[2] ?? '/'}${two(d)}${us?.[2] ?? '/'}${String(y)}`;
}
