import { plainText, read, refused, type Reading } from './reading';

/** The card issuer prefix that the check digit is reckoned with (CMS, NPI check digit). */
const ISSUER_PREFIX = '80840';

/**
 * A national provider identifier: ten digits, first 1 or 2, last a Luhn check digit over 80840 and the first nine.
 * A number that passes is well formed; whether it is anybody's is for the registry to say.
 */
export function readNpi(text: string): Reading {
  const written = plainText(text).replace(/[ -]/g, '');
  if (written === '') return refused('There is no NPI.');
  if (!/^\d+$/.test(written)) return refused(`An NPI is ten digits; "${text.trim()}" has other characters.`);
  const hasPrefix = written.length === 15 && written.startsWith(ISSUER_PREFIX);
  const npi = hasPrefix ? written.slice(ISSUER_PREFIX.length) : written;
  if (npi.length !== 10) return refused(`An NPI has ten digits; ${written} has ${written.length}.`);
  if (!/^[12]/.test(npi)) return refused(`An NPI begins with 1 or 2; ${npi} does not.`);
  if (npiCheckDigit(npi.slice(0, 9)) !== npi.slice(9)) {
    return refused(`The NPI ${npi} is mistyped: its last digit does not fit the others.`);
  }
  return read(npi);
}

/** The tenth digit of the NPI that begins with these nine. */
export function npiCheckDigit(firstNine: string): string {
  let total = 0;
  [...(ISSUER_PREFIX + firstNine)].reverse().forEach((digit, fromTheRight) => {
    const value = fromTheRight % 2 === 0 ? Number(digit) * 2 : Number(digit);
    total += value > 9 ? value - 9 : value;
  });
  return String((10 - (total % 10)) % 10);
}
