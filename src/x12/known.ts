/** What a table says of a code that came in a file; nothing for what no row is about, such as `constructor`. */
export function known<Value>(table: Readonly<Record<string, Value>>, code: string): Value | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined;
}
