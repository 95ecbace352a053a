/**
 * A person's name without what people write differently from row to row: case, blanks, accents, punctuation, and
 * "Doe, Jane" for "Jane Doe". Equal keys mean the same name; close ones mean: ask.
 */
export function nameKey(name: string): string {
  const [last = '', ...rest] = name.split(',');
  const first = rest.join(' ');
  return labelKey(first.trim() === '' ? last : `${first} ${last}`);
}

/** A payer's or a table's label without case, blanks, accents and punctuation; the order of the words stays. */
export function labelKey(label: string): string {
  const known = keys.get(label);
  if (known !== undefined) return known;
  if (keys.size >= MAX_KEYS) keys.clear();
  const key = keyOf(label);
  keys.set(label, key);
  return key;
}

/** The same labels stand in row after row; more than these different ones are in no practice. */
const MAX_KEYS = 20_000;
const keys = new Map<string, string>();

function keyOf(label: string): string {
  return label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Those of `names` that a person could have meant by `name`, at most three, closest first. */
export function closeNames(name: string, names: readonly string[]): string[] {
  return [...new Set(names)]
    .map((candidate) => ({ candidate, distance: distanceOf(name, candidate) }))
    .filter(({ distance }) => distance <= 2)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** 0 the same words, 1 one name begins like the other ("Jane D" and "Jane Doe"), else typing slips between them. */
function distanceOf(name: string, other: string): number {
  const a = nameKey(name);
  const b = nameKey(other);
  if (a === '' || b === '') return Infinity;
  if (sortedWords(name) === sortedWords(other)) return 0;
  if (Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a))) return 1;
  const slips = editDistance(a, b);
  return Math.min(a.length, b.length) < 6 && slips > 1 ? Infinity : slips;
}

function sortedWords(name: string): string {
  return name
    .split(/[\s,]+/)
    .map(labelKey)
    .filter(Boolean)
    .sort()
    .join(' ');
}

/** Letters to add, drop or change to make one text of the other (Levenshtein). */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(changed, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
