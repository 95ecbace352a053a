import { areFormsOfOne } from '../../../src/billing/people/nicknames';
import type { Chance } from './chance';
import { clustersOf } from './close-words';

const VOWELS = 'aeiou';
const CONSONANTS = 'bcdfghjklmnpqrstvwxyz';

/** Short and full forms of names; of each row any two are forms of one name (src/billing/people/nicknames.ts). */
const FORMS: readonly (readonly string[])[] = [
  ['margaret', 'maggie', 'meg', 'peggy', 'marge'],
  ['richard', 'rick', 'rich', 'dick', 'ricky'],
  ['theodore', 'ted', 'teddy', 'theo'],
  ['elizabeth', 'beth', 'liz', 'betsy', 'libby'],
  ['william', 'bill', 'willy', 'billy', 'liam'],
  ['francisco', 'paco', 'pancho'],
  ['susan', 'sue', 'susie', 'suzy'],
  ['zachary', 'zach', 'zack'],
  ['walter', 'walt', 'wally'],
  ['virginia', 'ginny'],
];

/** Lower case, accents off, letters only: what names are compared by. */
export function wordKey(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}

/**
 * Invented words in the place of real ones: of the same length, the same for the same word. What the add-in compares
 * names by is kept: the first two letters stand for the first two (so that initials still fit), a slip of the keys is
 * a slip, the beginning of a name is its beginning, and a short form is a short form.
 */
export class InventedWords {
  private readonly words = new Map<string, string>();
  private readonly given = new Set<string>();
  private readonly firsts: ReadonlyMap<string, string>;
  private readonly seconds: ReadonlyMap<string, string>;

  constructor(
    private readonly chance: Chance,
    /** Words of the file itself, none of which may be invented; keys. */
    private readonly taken: ReadonlySet<string>,
  ) {
    this.firsts = this.exchanged('first');
    this.seconds = this.exchanged('second');
  }

  /** Invents names that belong together, before any of them is asked for. */
  prepare(names: Iterable<string>): void {
    const keys = [...new Set([...names].map(wordKey))].filter((key) => key.length > 2).sort();
    for (const forms of clustersOf(keys, areFormsOfOne)) if (forms.length > 1) this.giveForms(forms);
    for (const cluster of clustersOf(keys.filter((key) => !this.words.has(key)))) {
      const [base = '', ...others] = [...cluster].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
      const invented = this.invent(base);
      this.give(base, invented);
      for (const key of others) this.give(key, this.likened(key, base, invented));
    }
  }

  /** In the case of the original; an apostrophe within stays where it was. */
  of(word: string): string {
    const key = wordKey(word);
    if (key === '') return word;
    const invented = this.words.get(key) ?? this.give(key, this.invent(key));
    return inCaseOf(word, invented);
  }

  private giveForms(forms: readonly string[]): void {
    const row = FORMS.find(
      (each) =>
        each.length >= forms.length && !each.some((name) => this.taken.has(name) || this.given.has(name)),
    );
    forms.forEach((key, at) => {
      const form = row?.[at];
      if (form !== undefined) this.give(key, form);
    });
  }

  private give(key: string, invented: string): string {
    this.words.set(key, invented);
    this.given.add(invented);
    return invented;
  }

  private invent(key: string): string {
    const start = (this.firsts.get(key.charAt(0)) ?? 'v') + (this.seconds.get(key.charAt(1)) ?? '');
    if (key.length <= 2) return start.slice(0, key.length);
    let word = '';
    for (let attempt = 0; attempt < 40; attempt++) {
      word = this.spelled(start, key, attempt);
      if (!this.taken.has(word) && !this.given.has(word)) return word;
    }
    return word;
  }

  /** Consonants and vowels in turn, so that it can be read aloud. */
  private spelled(start: string, key: string, attempt: number): string {
    let word = start;
    while (word.length < key.length) {
      const letters = VOWELS.includes(word.slice(-1)) ? CONSONANTS : VOWELS;
      const at = this.chance.below(letters.length, 'word', key, String(attempt), String(word.length));
      word += letters.charAt(at);
    }
    return word;
  }

  /** As `key` differs from `base`, so its invented word differs from that of `base`. */
  private likened(key: string, base: string, invented: string): string {
    const word = editsOf(base, key)
      .map((edit, at) => {
        if (edit.is === 'same') return invented.charAt(edit.from);
        if (edit.is === 'dropped') return '';
        const exchange = at === 0 ? this.firsts : at === 1 ? this.seconds : null;
        return exchange?.get(edit.letter) ?? this.other(edit.letter, invented.charAt(edit.from));
      })
      .join('');
    return this.given.has(word) || this.taken.has(word) ? this.invent(key) : word;
  }

  private other(letter: string, not: string): string {
    const letters = [...(VOWELS.includes(letter) ? VOWELS : CONSONANTS)].filter((each) => each !== not);
    return letters[this.chance.below(letters.length, 'letter', letter)] ?? 'o';
  }

  /** Each letter for another one, vowels for vowels: nothing stays itself. */
  private exchanged(what: string): Map<string, string> {
    return new Map(
      [VOWELS, CONSONANTS].flatMap((letters) => {
        const order = [...letters]
          .map((letter) => ({ letter, at: this.chance.below(2 ** 32, what, letter) }))
          .sort((a, b) => a.at - b.at);
        return order.map(({ letter }, at): [string, string] => [
          letter,
          order[(at + 1) % order.length]?.letter ?? letter,
        ]);
      }),
    );
  }
}

type Edit =
  | { is: 'same'; from: number }
  | { is: 'dropped'; from: number }
  | { is: 'changed' | 'added'; from: number; letter: string };

/** The fewest letters to change, drop and add that make `to` of `from`, from left to right. */
function editsOf(from: string, to: string): Edit[] {
  const cost: number[][] = [];
  for (let i = from.length; i >= 0; i--) {
    const line: number[] = [];
    for (let j = to.length; j >= 0; j--) {
      if (i === from.length) line[j] = to.length - j;
      else if (j === to.length) line[j] = from.length - i;
      else {
        const changed = (cost[i + 1]?.[j + 1] ?? 0) + (from[i] === to[j] ? 0 : 1);
        line[j] = Math.min(changed, (cost[i + 1]?.[j] ?? 0) + 1, (line[j + 1] ?? 0) + 1);
      }
    }
    cost[i] = line;
  }
  const edits: Edit[] = [];
  for (let i = 0, j = 0; i < from.length || j < to.length;) {
    const left = cost[i]?.[j] ?? 0;
    const letter = to.charAt(j);
    if (i < from.length && j < to.length && from[i] === letter && cost[i + 1]?.[j + 1] === left) {
      edits.push({ is: 'same', from: i });
      i++;
      j++;
    } else if (i < from.length && j < to.length && cost[i + 1]?.[j + 1] === left - 1) {
      edits.push({ is: 'changed', from: i, letter });
      i++;
      j++;
    } else if (i < from.length && cost[i + 1]?.[j] === left - 1) edits.push({ is: 'dropped', from: i++ });
    else {
      edits.push({ is: 'added', from: i, letter });
      j++;
    }
  }
  return edits;
}

function inCaseOf(word: string, invented: string): string {
  const letters = word.replace(/[^\p{L}]/gu, '');
  const isUpper = letters === letters.toUpperCase() && (letters.length > 1 || word !== word.toLowerCase());
  const isTitle = letters.charAt(0) !== letters.charAt(0).toLowerCase();
  const cased = isUpper
    ? invented.toUpperCase()
    : isTitle
      ? invented.charAt(0).toUpperCase() + invented.slice(1)
      : invented;
  const apostrophe = word.search(/['’]/);
  if (apostrophe <= 0) return cased;
  return cased.slice(0, apostrophe) + word.charAt(apostrophe) + cased.slice(apostrophe);
}
