import { LOG_WORDS, STREET_WORDS } from '../blocks/label-words';
import { monthNamed } from './calendar-words';
import { plainWords } from './text';

/** What a title, a heading or the name of a sheet says of the dates below it. */
export interface Period {
  year: number | null;
  /** 1 to 12. */
  month: number | null;
}

const YEAR = /^(?:19|20)\d{2}$/;
/** "10/2026", "2026-10": a month in numbers beside its year, and nothing else in numbers. */
const IN_NUMBERS = /^\D*(?:(0?[1-9]|1[0-2])[/-]((?:19|20)\d{2})|((?:19|20)\d{2})[/-](0?[1-9]|1[0-2]))\D*$/;
/** "Oct '26". */
const SHORT_YEAR = /\p{L}\.?\s*['’](\d{2})(?!\d)/u;
/** Whole names of months that nobody is called. */
const NEVER_A_NAME = /^(?:janu|febr|march$|july$|sept|octo|octu|nove|dece|dici|marzo|juil|fevr|aout)/;
const LONGEST = 80;

/**
 * The year a title gives to the dates below it: beside a month, beside a word for a log ("Sessions 2026"), or alone; never
 * from a telephone number, a street number or "since 2019". Null for none or several.
 */
export function yearInTitle(title: string): number | null {
  if (title.length > LONGEST) return null;
  const inNumbers = IN_NUMBERS.exec(title);
  if (inNumbers !== null) return Number(inNumbers[2] ?? inNumbers[3]);
  const short = SHORT_YEAR.exec(title);
  const words = wordsOf(title);
  if (short !== null && words.some(isMonth)) return 2000 + Number(short[1]);
  const years = words.filter((word, at) => YEAR.test(word) && isOfTheLog(words, at));
  return new Set(years).size === 1 ? Number(years[0]) : null;
}

/** The year of a sheet's name, which has no addresses: "Maria 2026". */
export function yearInSheetName(name: string): number | null {
  const known = yearInTitle(name);
  if (known !== null || name.length > LONGEST) return known;
  const words = wordsOf(name);
  const [year, ...more] = words.filter((word) => /\d/.test(word));
  const isYear = year !== undefined && more.length === 0 && YEAR.test(year);
  return isYear && !words.some((word) => STREET_WORDS.has(word)) ? Number(year) : null;
}

/**
 * The month a title or sheet name tells, 1 to 12: "October 2026", "Oct"; null for none or several. "Jan Doe" and "April
 * Fox" are names of persons.
 */
export function monthInTitle(title: string): number | null {
  if (title.length > LONGEST) return null;
  const inNumbers = IN_NUMBERS.exec(title);
  if (inNumbers !== null) return Number(inNumbers[1] ?? inNumbers[4]);
  const words = wordsOf(title);
  const isPlain = words.every((word) => isMonth(word) || LOG_WORDS.has(word) || /\d/.test(word));
  const months = words.flatMap((word, at) => {
    const month = monthNamed(word);
    const isSure = isPlain || NEVER_A_NAME.test(word) || [words[at - 1], words[at + 1]].some(isYear);
    return month === null || !isSure ? [] : [month];
  });
  return new Set(months).size === 1 ? (months[0] ?? null) : null;
}

/** A text that heads the rows below with their month or year, and says nothing else: "October 2026", "Month of Oct". */
export function periodOfHeading(text: string): Period | null {
  if (text.length > LONGEST) return null;
  const words = wordsOf(text);
  const isPlain = words.every(
    (word) => isMonth(word) || YEAR.test(word) || LOG_WORDS.has(word) || /^\d{1,2}$/.test(word),
  );
  if (!isPlain) return null;
  const period = { year: yearInTitle(text), month: monthInTitle(text) };
  const others = words.filter((word) => /^\d{1,2}$/.test(word));
  // "October 3" is a day; a number is only the short year, or the month beside its year.
  if (others.length > 0 && period.year === null) return null;
  return period.year === null && period.month === null ? null : period;
}

function isOfTheLog(words: readonly string[], at: number): boolean {
  const [before, after] = [words[at - 1], words[at + 1]];
  if (before !== undefined && isMonth(before)) return true;
  const isLog = (word: string | undefined) => word === undefined || LOG_WORDS.has(word) || isMonth(word);
  return isLog(before) && isLog(after);
}

function isYear(word: string | undefined): boolean {
  return word !== undefined && YEAR.test(word);
}

function isMonth(word: string): boolean {
  return monthNamed(word) !== null;
}

/** "Log2026" is a word and a number. */
function wordsOf(title: string): string[] {
  const plain = plainWords(title).replace(/([a-z])(?=\d)|(\d)(?=[a-z])/g, '$1$2 ');
  return plain === '' ? [] : plain.split(' ');
}
