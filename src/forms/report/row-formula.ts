const REFERENCE = /\[([^[\]]+)\]/g;
const ALLOWED = /^(?:\[[^[\]]+\]|[\d.\s+\-*/()])+$/;

/** The headers that a report's formula such as `[Charge]-[Paid]` names. */
export function referencesOf(formula: string): string[] {
  if (!ALLOWED.test(formula)) throw new RangeError(`"${formula}" is no formula of a report`);
  return [...formula.matchAll(REFERENCE)].map(([, header = '']) => header);
}

/** The formula with the cells of one row in place of the headers. */
export function rowFormula(formula: string, row: number, gridColumn: (header: string) => number): string {
  return `=${formula.replace(REFERENCE, (_, header: string) => cellName(row, gridColumn(header)))}`;
}

/** `B7`; rows and columns count from 1. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${String(row)}`;
}
