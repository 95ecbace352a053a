import type { CellPlace } from './findings';

/** `Sessions!C12`, as Excel writes it. */
export function cellName({ sheet, row, column }: CellPlace): string {
  const plain = /^\w+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  return `${plain}!${columnLetters(column)}${String(row)}`;
}

/** `A`, `AB`. */
function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
