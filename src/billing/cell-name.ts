import type { CellPlace } from './findings';

/** `Sessions!C12`, as Excel writes it. */
export function cellName({ sheet, ...cell }: CellPlace): string {
  const plain = /^\w+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  return `${plain}!${cellAddress(cell)}`;
}

/** `C12`, `AB3`. */
export function cellAddress({ row, column }: Pick<CellPlace, 'row' | 'column'>): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${String(row)}`;
}

/** `A4:J316`. */
export function rangeName(area: { top: number; bottom: number; left: number; right: number }): string {
  const [first, last] = [
    { row: area.top, column: area.left },
    { row: area.bottom, column: area.right },
  ].map(cellAddress);
  return `${first ?? ''}:${last ?? ''}`;
}
