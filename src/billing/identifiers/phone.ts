import { plainText, read, refused, type Reading } from './reading';

export interface Phone {
  /** Ten digits, as the forms want them. */
  digits: string;
  extension: string | null;
}

/** A telephone number of the North American plan, written any usual way, with or without 1 and an extension. */
export function readPhone(text: string): Reading<Phone> {
  const written = plainText(text);
  if (written === '') return refused('There is no phone number.');
  const match = /^([-+(). /\d]+?)(?:[ ,;]*(?:EXT\.?|X|#) *(\d{1,8}))?$/.exec(written);
  if (!match) return refused(`"${text.trim()}" is not a phone number.`);
  const all = (match[1] ?? '').replace(/\D/g, '');
  const digits = all.length === 11 && all.startsWith('1') ? all.slice(1) : all;
  if (digits.length !== 10)
    return refused(`A phone number has ten digits; "${text.trim()}" has ${all.length}.`);
  if (!/^[2-9]\d\d[2-9]/.test(digits)) {
    return refused(
      `No US phone number begins ${digits.slice(0, 3)}-${digits.slice(3, 6)}; check "${text.trim()}".`,
    );
  }
  return read({ digits, extension: match[2] ?? null });
}
