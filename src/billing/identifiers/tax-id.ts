import { plainText, read, refused, type Reading } from './reading';

export type TaxIdType = 'EIN' | 'SSN';

export interface TaxId {
  /** Nine digits without hyphens, as box 25 and REF*EI or REF*SY want them. */
  digits: string;
  /** Null when neither the hyphens nor the caller say which it is: ask. */
  type: TaxIdType | null;
}

/** A federal tax id: 12-3456789 is an EIN, 123-45-6789 an SSN; nine bare digits are whatever `type` says. */
export function readTaxId(text: string, type: TaxIdType | null = null): Reading<TaxId> {
  const written = plainText(text).replaceAll(' ', '');
  const digits = written.replaceAll('-', '');
  if (digits === '') return refused('There is no tax ID.');
  if (!/^\d+$/.test(digits))
    return refused(`A tax ID is nine digits; "${text.trim()}" has other characters.`);
  if (digits.length === 8) {
    return refused('A tax ID has nine digits; this has eight. Excel may have dropped a leading zero.');
  }
  if (digits.length !== 9) return refused(`A tax ID has nine digits; this has ${digits.length}.`);
  if (digits === '000000000') return refused('A tax ID cannot be all zeros.');
  const byHyphens = typeByHyphens(written);
  if (type && byHyphens && byHyphens !== type) {
    return refused(`The tax ID is written like an ${byHyphens} but marked as ${type}.`);
  }
  const known = type ?? byHyphens;
  if (known === 'SSN' && !isPossibleSsn(digits)) {
    return refused('No social security number has these digits; check how it was typed.');
  }
  return read({ digits, type: known });
}

function typeByHyphens(written: string): TaxIdType | null {
  if (/^\d{2}-\d{7}$/.test(written)) return 'EIN';
  return /^\d{3}-\d{2}-\d{4}$/.test(written) ? 'SSN' : null;
}

/** The Social Security Administration never gives area 000, 666 or 900-999, group 00 or serial 0000. */
function isPossibleSsn(digits: string): boolean {
  return !/^(000|666|9)/.test(digits) && digits.slice(3, 5) !== '00' && digits.slice(5) !== '0000';
}
