import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

/** A place of the printed form, as lists of the form's print positions have it. */
export interface LayoutPlace {
  box: string;
  row: number;
  lastRow: number;
  column: number;
  lastColumn: number;
  /** Every column at which something begins: marks, or the parts of a date. */
  columns: number[];
  /** Characters of each. */
  widths: number[];
}

const numbers = (text: string, separator: string): number[] => text.split(separator).map(Number);

/** The layout of the CMS-1500 (02/12): rows and columns of the print grid, and the widest that a source gives. */
export const LAYOUT: readonly LayoutPlace[] = Papa.parse<Record<string, string>>(
  readFileSync(join(__dirname, 'form-layout.csv'), 'utf8').trim(),
  { header: true },
).data.map(({ box, row, columns, width }) => {
  const [first = 0, last = first] = numbers(row ?? '', '-');
  const begins = numbers(columns ?? '', '|');
  const widths = numbers(width ?? '', '|');
  return {
    box: box ?? '',
    row: first,
    lastRow: last,
    column: begins[0] ?? 0,
    lastColumn: (begins.at(-1) ?? 0) + (widths.at(-1) ?? 0) - 1,
    columns: begins,
    widths: begins.map((_, index) => widths[index] ?? widths[0] ?? 0),
  };
});

const byBox = new Map(LAYOUT.map((place) => [place.box, place]));

/** Where a text of a box may stand; lines of box 24 are two rows each, the payer's block is one box. */
export function layoutOf(box: string): LayoutPlace {
  const [name = '', line] = box.split('/');
  const key = name.startsWith('payer') ? 'payer name' : name === '11b number' ? '11b qualifier' : name;
  const place = byBox.get(key);
  if (!place) throw new RangeError(`the layout has no box ${box}`);
  const down = line === undefined ? 0 : (Number(line) - 1) * 2;
  return { ...place, row: place.row + down, lastRow: place.lastRow + down };
}
