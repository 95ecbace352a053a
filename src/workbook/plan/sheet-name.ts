/** Characters Excel does not take in the name of a sheet (Microsoft Support, "Rename a worksheet"). */
const FORBIDDEN = /[:\\/?*[\]]/g;
const LONGEST = 31;

/** A name Excel takes, not longer than 31 characters and different from all names in `taken` (lower case). */
export function freeSheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean =
    wanted
      .replace(FORBIDDEN, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^'+|'+$/g, '') || 'Sheet';
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` (${String(number)})`;
    const name = cut(clean, LONGEST - suffix.length) + suffix;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** Cuts between characters as people see them, never inside a surrogate pair. Excel counts UTF-16 units. */
function cut(text: string, length: number): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > length) break;
    kept += character;
  }
  return kept.trim().replace(/'+$/, '');
}
