const REFERENCE = /\[(\d+)\]/g;
const ALLOWED = /^(?:\[\d+\]|[\d.\s+\-*/()])+$/;

/** Column numbers, counted from 1, that a report's formula such as `[1]+[2]-[3]` means. */
export function referencesOf(formula: string): number[] {
  if (!ALLOWED.test(formula)) throw new RangeError(`"${formula}" is no formula of a report`);
  return [...formula.matchAll(REFERENCE)].map((found) => Number(found[1]));
}

/** The formula with the cells of one row in place of its column numbers. */
export function rowFormula(formula: string, row: number, gridColumn: (column: number) => number): string {
  const text = formula.replace(REFERENCE, (_, column) => cellName(row, gridColumn(Number(column))));
  return `=${text}`;
}

/** `B7`; rows and columns count from 1. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${String(row)}`;
}
