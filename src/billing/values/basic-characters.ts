/**
 * Text as X12 files may carry it. The implementation guides (005010X222A1, appendix B.1.1.2) allow the basic
 * character set: capitals, digits, the blank and ! " & ' ( ) * + , - . / : ; ? =, and by agreement the extended set:
 * small letters and % ~ @ [ ] _ { } \ | < > ^ ` # $. Every receiver takes the basic set, so names and addresses are
 * folded to it; only numbers that a payer gave out and e-mail addresses keep characters of the extended set. The four
 * characters that separate things in a file, * : ~ ^, are in none of the texts made here.
 */

/** Letters that no decomposition takes apart. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Æ: 'AE',
    Œ: 'OE',
    Ø: 'O',
    Đ: 'D',
    Ð: 'D',
    Ħ: 'H',
    Ł: 'L',
    Ŧ: 'T',
    Þ: 'TH',
    ẞ: 'SS',
  }),
);

/** Most texts: nothing but plain characters, without the backtick, which stands for an apostrophe. */
const PLAIN = /^[\x20-\x5f\x61-\x7e]*$/;

/** Capitals without accents; curly quotes and long dashes made plain. Letters of other scripts stay. */
export function basicCapitals(text: string): string {
  if (PLAIN.test(text)) return text.toUpperCase();
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toUpperCase()
    .replace(/[ÆŒØĐÐĦŁŦÞẞ]/g, (letter) => LETTERS.get(letter) ?? '')
    .replace(/[‘’‚‛´`ʻʼ]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}

function plainBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A name: letters, digits and hyphen, apostrophe, ampersand and slash; anything else becomes a blank. */
export function nameText(text: string | null, most = Infinity): string {
  return cut(plainBlanks(basicCapitals(text ?? '').replace(/[^A-Z0-9'&/-]/g, ' ')), most);
}

/** A street or a city: as a name. "418 N. Example St., #2" is "418 N EXAMPLE ST 2". */
export function addressText(text: string | null, most = Infinity): string {
  return nameText(text, most);
}

/** A number that people type with blanks and hyphens of their own: letters and digits only. */
export function identifierText(text: string | null): string {
  return basicCapitals(text ?? '').replace(/[^A-Z0-9]/g, '');
}

/** A number that a payer gave out goes back as it came, but for case and what no file can carry. */
export function numberAsGiven(text: string | null): string {
  return plainBlanks(basicCapitals(text ?? '').replace(/[^A-Z0-9!"&'()+,\-./;?= %@[\]_{}\\|<>#$]/g, ''));
}

/** An e-mail address; empty when it has characters that no file can carry. */
export function emailText(text: string | null): string {
  const written = (text ?? '').trim();
  return /^[A-Za-z0-9._%+'-]+@[A-Za-z0-9.-]+$/.test(written) ? written : '';
}

export function digitsOf(text: string | null): string {
  return (text ?? '').normalize('NFKD').replace(/\D/g, '');
}

/** At most so many characters. */
function cut(text: string, most: number): string {
  return text.slice(0, most).trimEnd();
}
