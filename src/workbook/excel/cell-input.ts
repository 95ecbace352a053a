/** What the plan puts into a cell: text is always meant as text, null leaves the cell as it is. */
export type CellInput = string | number | boolean | null;

const PLAIN_WORDS = /^[\p{L}][\p{L} ]*$/u;
const WORDS_EXCEL_CONVERTS = /^(true|false)$/i;

/**
 * Text as it must be handed to Excel to arrive as this very text. `Range.values` reads a string as if it were
 * typed: "=1+1" would become a formula, "3-4" a date, "00123" a number. A leading apostrophe prevents that and
 * is not part of the value (Excel.Range.values, Office.js reference).
 */
export function textInput(text: string): string {
  if (text === '') return '';
  const plain = PLAIN_WORDS.test(text) && !WORDS_EXCEL_CONVERTS.test(text);
  return plain ? text : `'${text}`;
}

export function cellInput(value: CellInput): CellInput {
  return typeof value === 'string' ? textInput(value) : value;
}
