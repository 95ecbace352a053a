import { invalidArgument } from '../errors';

/** Excel's specifications: characters of a formula, and of a text inside one. */
const LONGEST = 8192;
const LONGEST_TEXT = 255;

/** A formula's text, if Excel would take it for one. */
export function requireFormula(text: string): string {
  const isTooLong = text.length > LONGEST || hasLongText(text);
  if (!text.startsWith('=') || text === '=' || isTooLong) throw invalidArgument();
  return text;
}

function hasLongText(formula: string): boolean {
  if (formula.length <= LONGEST_TEXT) return false;
  const texts = formula.match(/"(?:[^"]|"")*"/g) ?? [];
  return texts.some((quoted) => quoted.slice(1, -1).replaceAll('""', '"').length > LONGEST_TEXT);
}
