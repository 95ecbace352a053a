/** Each name once, as most sessions spell it, with its other spellings. */
export function spellings(
  names: readonly string[],
  keyOf: (name: string) => string,
): { name: string; others: string[] }[] {
  const counts = new Map<string, Map<string, number>>();
  for (const name of names) {
    const spelt = counts.get(keyOf(name)) ?? new Map<string, number>();
    counts.set(keyOf(name), spelt.set(name, (spelt.get(name) ?? 0) + 1));
  }
  return [...counts.values()]
    .map((spelt) => [...spelt].sort((a, b) => b[1] - a[1]).map(([name]) => name))
    .map(([name = '', ...others]) => ({ name, others: others.filter((other) => !other.includes(',')) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
