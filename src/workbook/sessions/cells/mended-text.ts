import { procedure } from '../../../billing/codes/procedures';
import type { SessionField } from '../../../billing/records/session';
import { digitsForLetters } from '../../../billing/values/digit-letters';
import { FREE_STANDING } from './modifiers';

/**
 * What a cell that cannot be read was certainly meant to say, by field: only the way of writing is mended. Whoever asks
 * reads the mended text again, and offers it only if it can be read.
 */
export const MENDED_TEXT: Partial<Record<SessionField, (text: string) => string>> = {
  date: mendedDate,
  cpt: (text) => mendedModifiers(mendedProcedures(text)),
  dx: mendedDiagnoses,
};

/** "1O/3/2026" and "10 / 3 // 2026": numbers with a letter for a digit, and parts set apart twice. */
function mendedDate(text: string): string {
  return text
    .replace(/[\doil|]*\d[\doil|]*/gi, (part, at: number) =>
      /[a-z]/i.test(text.charAt(at - 1)) ? part : digitsForLetters(part),
    )
    .replace(/(\d)\s*([-/.])[-/.\s]*(?=\d)/g, '$1$2')
    .replace(/[\s.,;]+$/, '');
}

/** "9714O" for 97140, where that makes a code that is known. */
function mendedProcedures(text: string): string {
  return text.replace(/(?<![a-z\d])[\doil]{5}(?!\d)/gi, (written) => {
    const code = digitsForLetters(written);
    return procedure(code) === null ? written : code;
  });
}

/** "97124_GP", "GP97124" and "97124GP59" for 97124-GP and 97124-GP-59, where all are modifiers in use. */
function mendedModifiers(text: string): string {
  const [, before = '', code = '', after = ''] =
    /^((?:[a-z\d]{2}[\s_*~=-]*)*?)(\d{5})((?:[\s_*~=-]*[a-z\d]{2})*)[\s_*~=.-]*$/i.exec(text.trim()) ?? [];
  const modifiers = `${before}${after}`.toUpperCase().match(/[A-Z\d]{2}/g) ?? [];
  const areKnown = modifiers.length > 0 && modifiers.every((modifier) => FREE_STANDING.has(modifier));
  return areKnown && procedure(code) !== null ? [code, ...modifiers].join('-') : text;
}

/** "M54.5O" for M54.50: behind its first place no ICD-10-CM code has a letter O, I or L (guidelines, section I.A.2). */
function mendedDiagnoses(text: string): string {
  return text.replace(
    /(?<![a-z\d])([a-z])([\doil][\dabcoil](?:\.?[\da-z]{1,4})?)(?![a-z\d])/gi,
    (written, first: string, rest: string) =>
      /\d/.test(rest) ? `${first.toUpperCase()}${digitsForLetters(rest).toUpperCase()}` : written,
  );
}
