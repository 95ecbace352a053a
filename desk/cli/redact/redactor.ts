import { readNpi } from '../../../src/billing/identifiers/npi';
import { procedure } from '../../../src/billing/codes/procedures';
import type { Chance } from './chance';
import { daysMoved, inventedNumber, movedDate } from './invented-numbers';
import { InventedWords, wordKey } from './invented-words';
import type { Treatment } from './own-columns';
import { PLAIN_WORDS } from './plain-words';

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const WEB = /(?:https?:\/\/|www\.)\S+/;
/** Phones, Social Security numbers, tax numbers: groups of digits that belong together. */
const GROUPED =
  /(?<![\d/.,$-])\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}(?!\d)|\b\d{3}-\d{2}-\d{4}\b|\b\d{2}-\d{7}\b/;
/** A word of letters, or of letters and digits mixed. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/u;
const PIECES = new RegExp([EMAIL, WEB, GROUPED, WORD].map(({ source }) => source).join('|'), 'giu');
const FORMED = new RegExp(`^(?:${[EMAIL, WEB, GROUPED].map(({ source }) => source).join('|')})$`, 'iu');
const DIAGNOSIS = /^[A-TV-Z]\d[\dA-Z](\.?[\dA-Z]{1,4})?$/i;
/** Accounts of claims and superbills with their lines, as Claimsheet numbers them: `C26100001`, `C26100001L1`. */
const OWN_NUMBER = /^[CS]\d{8}([A-Z]\d*)?$/;
const MANY_DIGITS = /\d{5,}/;
/** What stands with names and names nobody. */
const WITH_NAMES = new Set('jr sr ii iii iv mr mrs ms dr md and y lmt'.split(' '));
const WITH_ADDRESSES = new Set(
  'p o po box suite ste apt unit st ave blvd rd dr ln n s e w ne nw se sw'.split(' '),
);

/** Replaces what tells of people by what was invented, the same for the same wherever it stands. */
export class Redactor {
  /** Days by which birth dates move. */
  readonly days: number;
  private readonly words: InventedWords;
  private readonly names = new Set<string>();
  private readonly numbers = new Map<string, string>();
  /** Those with signs between their digits. */
  private readonly spaced = new Set<string>();
  private readonly payers: ReadonlySet<string>;

  /**
   * `names` are texts that are names, `payers` those of insurers, whose words stay; `all` every text of the file, so
   * that nothing is invented that stands there.
   */
  constructor(
    private readonly chance: Chance,
    { names, payers, all }: { names: Iterable<string>; payers: Iterable<string>; all: Iterable<string> },
  ) {
    this.days = daysMoved(chance);
    const said = new Set([...all].flatMap((text) => wordsOf(text).map(wordKey)));
    this.words = new InventedWords(chance, new Set([...said, ...PLAIN_WORDS]));
    for (const name of names) for (const word of wordsOf(name)) this.names.add(wordKey(word));
    for (const word of WITH_NAMES) this.names.delete(word);
    this.names.delete('');
    this.payers = new Set([...payers].flatMap((payer) => wordsOf(payer).map(wordKey)));
    this.words.prepare(this.names);
  }

  /** Numbers that are to be known again in free text. */
  learnNumber(text: string): void {
    const number = text.trim();
    if (!/\d/.test(number) || number.length < 4 || OWN_NUMBER.test(number)) return;
    this.numbers.set(number, inventedNumber(number, this.chance));
    if (/[^\p{L}\p{N}]/u.test(number)) this.spaced.add(number);
  }

  text(text: string, treatment: Treatment): string {
    if (text.trim() === '') return text;
    if (treatment === 'keep' || treatment === 'key' || treatment === 'sheet') return text;
    if (treatment === 'number') return this.identifier(text);
    if (treatment === 'birth') return movedDate(text, this.days) ?? this.identifier(text);
    if (treatment === 'name' || treatment === 'address') return this.name(text, treatment);
    return this.free(text, treatment === 'payer' ? 'page' : treatment);
  }

  /** A number of a cell: a birth date is its serial. */
  number(value: number, treatment: Treatment): number {
    if (treatment === 'birth') return value > 200 ? value + this.days : value;
    const isLong = Number.isInteger(value) && Math.abs(value) >= 1e6;
    if (treatment !== 'number' && (treatment === 'keep' || !isLong)) return value;
    return Number.isInteger(value) ? Number(inventedNumber(String(value), this.chance)) : value;
  }

  private identifier(text: string): string {
    if (OWN_NUMBER.test(text.trim())) return text;
    if (!/\d/.test(text)) return this.free(text, 'text');
    return inventedNumber(text, this.chance);
  }

  private name(text: string, treatment: 'name' | 'address'): string {
    const staying = treatment === 'name' ? WITH_NAMES : WITH_ADDRESSES;
    return text.replace(PIECES, (piece) => {
      if (FORMED.test(piece)) return this.formed(piece);
      if (treatment === 'name' && /^\d{1,4}$/.test(piece)) return piece;
      if (/\d/.test(piece)) return inventedNumber(piece, this.chance);
      return staying.has(wordKey(piece)) ? piece : this.words.of(piece);
    });
  }

  private free(text: string, treatment: 'text' | 'page'): string {
    const known = this.withKnownNumbers(text);
    const near = this.besideNames(known);
    return known.replace(PIECES, (piece: string, ...rest: unknown[]) => {
      if (FORMED.test(piece)) return this.formed(piece);
      const isNear = near.has(rest.find((each) => typeof each === 'number') ?? -1);
      if (/\d/.test(piece)) return this.mixed(piece, treatment);
      const key = wordKey(piece);
      if (key.length < 2 && !isNear) return piece;
      if (this.names.has(key)) return PLAIN_WORDS.has(key) && !isNear ? piece : this.words.of(piece);
      const stays = treatment === 'page' || PLAIN_WORDS.has(key) || this.payers.has(key);
      return stays ? piece : this.words.of(piece);
    });
  }

  private withKnownNumbers(text: string): string {
    if (!/\d/.test(text)) return text;
    const whole = this.numbers.get(text.trim());
    if (whole !== undefined) return text.replace(text.trim(), () => whole);
    let known = text;
    for (const number of this.spaced) {
      if (known.includes(number)) known = known.replaceAll(number, this.numbers.get(number) ?? number);
    }
    return known;
  }

  private mixed(word: string, treatment: 'text' | 'page'): string {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    if (OWN_NUMBER.test(word) || DIAGNOSIS.test(word) || isCode(word)) return word;
    if (readNpi(word).ok) return inventedNumber(word, this.chance);
    if (treatment === 'page') return word;
    if (/^\d+$/.test(word)) return word.length > 4 ? inventedNumber(word, this.chance) : word;
    // "60min", "4x": a number with its unit.
    if (!MANY_DIGITS.test(word) && /^(\d{1,4}\p{L}{1,4}|\p{L}{1,2}\d{1,3})$/u.test(word)) return word;
    return inventedNumber(word, this.chance);
  }

  private formed(piece: string): string {
    if (piece.includes('@')) return `x${this.chance.mark(6, 'mail', piece.toLowerCase())}@example.com`;
    return /^\D{3}/.test(piece) ? 'https://example.com' : inventedNumber(piece, this.chance);
  }

  /** Where words stand that are beside a name: "Grace" of "Grace Miller" is one, though "grace" is a word. */
  private besideNames(text: string): Set<number> {
    const pieces = [...text.matchAll(PIECES)].map((match) => ({
      at: match.index,
      end: match.index + match[0].length,
      key: wordKey(match[0]),
    }));
    const near = new Set<number>();
    pieces.forEach((piece, index) => {
      const next = pieces[index + 1];
      if (!next || !/^[ ,.]{1,2}$/.test(text.slice(piece.end, next.at))) return;
      if (this.isClearlyName(next.key)) near.add(piece.at);
      if (this.isClearlyName(piece.key)) near.add(next.at);
    });
    return near;
  }

  private isClearlyName(key: string): boolean {
    return this.names.has(key) && !PLAIN_WORDS.has(key);
  }
}

function isCode(word: string): boolean {
  const [, code = ''] = /^([A-Z]?\d{4,5}[A-Z]?)([A-Z\d]{2})?$/i.exec(word) ?? [];
  return code !== '' && procedure(code.toUpperCase()) !== null;
}

function wordsOf(text: string): string[] {
  return [...text.matchAll(PIECES)].map(([word]) => word).filter((word) => !/\d/.test(word));
}
