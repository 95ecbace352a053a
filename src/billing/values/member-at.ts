/** What stands in a value under names one inside the other; null where a name is none of its own. */
export function memberAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inside, name) => {
    const members = (inside ?? {}) as Readonly<Record<string, unknown>>;
    return Object.hasOwn(members, name) ? members[name] : null;
  }, value);
}
