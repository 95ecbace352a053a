import type { SessionField } from '../../../billing/records/session';
import { FIELD_WORDS, ORDERED_PATTERNS } from './fields';
import type { HeaderWords } from './header-words';
import type { Meaning } from './vocabulary';

/** What each thing costs that a pattern leaves unexplained. */
const SECOND_MEANING = 0.4;
const UNKNOWN_WORD = 0.85;
const MISSPELT = 0.97;
const LENT_MEANING = 0.985;

interface Pattern {
  needs: Meaning[];
  weight: number;
  ordered: boolean;
}

const PATTERNS = new Map<SessionField, Pattern[]>();
for (const [field, words] of Object.entries(FIELD_WORDS)) {
  const patterns = words.patterns.map(([needs, weight]) => ({
    needs: needs.split(' ') as Meaning[],
    weight,
    ordered: ORDERED_PATTERNS.has(needs),
  }));
  PATTERNS.set(field as SessionField, patterns);
}

/** How strongly a header's words alone speak for a field, 0 to 1. */
export function scoreHeader(field: SessionField, words: HeaderWords): number {
  let best = 0;
  for (const pattern of PATTERNS.get(field) ?? []) {
    const score = scorePattern(pattern, FIELD_WORDS[field].harmless, words);
    if (score > best) best = score;
  }
  return best;
}

function scorePattern(pattern: Pattern, harmless: Meaning[], words: HeaderWords): number {
  const borrowed = pattern.needs.filter((need) => !words.meanings.includes(need));
  if (borrowed.length === pattern.needs.length || borrowed.some((need) => !words.lent.includes(need)))
    return 0;
  if (pattern.ordered && !standsInOrder(pattern.needs, words.meanings)) return 0;
  let score = pattern.weight * LENT_MEANING ** borrowed.length;
  for (const meaning of new Set(words.meanings)) {
    if (!pattern.needs.includes(meaning) && !harmless.includes(meaning)) score *= SECOND_MEANING;
  }
  score *= UNKNOWN_WORD ** words.unknown.length;
  return words.misspelt ? score * MISSPELT : score;
}

function standsInOrder(needs: Meaning[], meanings: Meaning[]): boolean {
  const places = needs.map((need) => meanings.indexOf(need));
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1));
}
