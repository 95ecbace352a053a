import { FILLERS, PHRASES, VOCABULARY } from './vocabulary';
import type { Meaning } from './vocabulary';
import { isMisspelling } from './spelling';

/** What a header says. */
export interface HeaderWords {
  /** Meanings of its words, in order. */
  meanings: Meaning[];
  /** Words that are not in the vocabulary. */
  unknown: string[];
  /** Meanings lent by a group heading above or beside it: they may help, they never count against. */
  lent: Meaning[];
  /** The 2 of "Dx 2" or "Mod2", else null. */
  ordinal: number | null;
  /** Whether a word had to be read as a misspelling. */
  misspelt: boolean;
}

const MEANING_OF = new Map<string, Meaning>();
for (const [meaning, words] of Object.entries(VOCABULARY)) {
  for (const word of words.split(' ')) MEANING_OF.set(word, meaning as Meaning);
}
/** By their first letter, which is hardly ever the one that is mistyped. */
const KNOWN_WORDS = new Map<string, string[]>();
for (const word of MEANING_OF.keys()) {
  const letter = word.slice(0, 1);
  KNOWN_WORDS.set(letter, [...(KNOWN_WORDS.get(letter) ?? []), word]);
}
/** Characters of a header that are read: what is longer is a text, and words are found in time that grows with it. */
const LONGEST_HEADER = 200;
/** Two-letter words that may be glued to others: "ptname", "svcdt". */
const GLUED_SHORT = new Set(['pt', 'id', 'dt', 'tx', 'dx', 'rx', 'of', 'no']);

/** Full width to half width, accents off, no-break blanks to blanks, camelCase and punctuation to blanks, lower case. */
export function normaliseHeader(header: string): string {
  return header
    .slice(0, LONGEST_HEADER)
    .normalize('NFKC')
    .replace(/\b([A-Za-z])\.(?=[A-Za-z]\b\.?)/g, '$1')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z]{2,})/g, '$1 $2')
    .toLowerCase()
    .replace(/#/g, ' number ')
    .replace(/\$/g, ' dollars ')
    .replace(/\?/g, ' question ')
    .replace(/[’']s\b/g, '')
    .replace(/([a-z])(\d)/g, '$1 $2')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function knownMeaning(word: string): Meaning | null {
  const exact = MEANING_OF.get(word);
  if (exact !== undefined) return exact;
  for (const ending of ['s', 'es']) {
    if (word.length > ending.length + 1 && word.endsWith(ending)) {
      const singular = MEANING_OF.get(word.slice(0, -ending.length));
      if (singular !== undefined) return singular;
    }
  }
  return null;
}

/** "servicedate" as service, date: only when every letter belongs to a known word. */
function splitGlued(word: string): string[] | null {
  if (word.length < 5) return null;
  for (let at = word.length - 2; at >= 2; at--) {
    const head = word.slice(0, at);
    if (head.length < 3 && !GLUED_SHORT.has(head)) continue;
    if (knownMeaning(head) === null && head !== 'of') continue;
    const tail = word.slice(at);
    if ((tail.length >= 3 || GLUED_SHORT.has(tail)) && knownMeaning(tail) !== null) return [head, tail];
    const rest = splitGlued(tail);
    if (rest !== null) return [head, ...rest];
  }
  return null;
}

function splitWords(text: string): string[] {
  return text.split(' ').flatMap((word) => {
    if (word === '' || FILLERS.has(word) || knownMeaning(word) !== null) return word === '' ? [] : [word];
    return splitGlued(word) ?? [word];
  });
}

/** The meanings of a header's words, misspellings, abbreviations and glued words included. */
export function headerWords(header: string): HeaderWords {
  const found: HeaderWords = { meanings: [], unknown: [], lent: [], ordinal: null, misspelt: false };
  let words = splitWords(normaliseHeader(header));
  while (words.length > 0) {
    const rest = words.join(' ');
    const phrase = PHRASES.find(([text]) => rest === text || rest.startsWith(`${text} `));
    if (phrase !== undefined) {
      found.meanings.push(phrase[1]);
      words = words.slice(phrase[0].split(' ').length);
      continue;
    }
    const [word = '', ...others] = words;
    words = others;
    readWord(word, found);
  }
  return found;
}

function readWord(word: string, found: HeaderWords): void {
  if (/^\d+$/.test(word)) {
    const isIcdVersion = found.meanings.at(-1) === 'dx' && (word === '9' || word === '10');
    if (!isIcdVersion && Number(word) <= 12) found.ordinal = Number(word);
    return;
  }
  const known = knownMeaning(word);
  if (known !== null) {
    found.meanings.push(known);
    return;
  }
  if (FILLERS.has(word)) return;
  const singular = word.replace(/s$/, '');
  const meant = KNOWN_WORDS.get(word.slice(0, 1))?.find(
    (candidate) => isMisspelling(word, candidate) || isMisspelling(singular, candidate),
  );
  if (meant === undefined) {
    found.unknown.push(word);
    return;
  }
  found.meanings.push(MEANING_OF.get(meant) as Meaning);
  found.misspelt = true;
}
