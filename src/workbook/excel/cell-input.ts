/** What the plan puts into a cell: text is always meant as text, null leaves the cell as it is. */
export type CellInput = string | number | boolean | null;

const PLAIN_WORDS = /^[\p{L}][\p{L} ]*$/u;
const WORDS_EXCEL_CONVERTS = /^(true|false)$/i;

/**
 * A value as it must be handed to Excel to arrive as it is. `Range.values` reads a string as if it were typed:
 * "=1+1" would become a formula, "3-4" a date, "00123" a number. A cell whose format is text ('@') takes every
 * string as it is; elsewhere a leading apostrophe says so and is not part of the value (Excel.Range.values,
 * Office.js reference).
 */
export function cellInput(value: CellInput, format: string): CellInput {
  if (typeof value !== 'string' || value === '' || format === '@') return value;
  const plain = PLAIN_WORDS.test(value) && !WORDS_EXCEL_CONVERTS.test(value);
  return plain ? value : `'${value}`;
}
