import type { Table } from '../../book/book';
import type { StyleView } from '../view/view';

/** What a table style adds to the look of one cell. */
export type TableLook = Pick<StyleView, 'fill' | 'fontColor' | 'bold' | 'borders'>;

/** Black and the six accents of Office's own theme (2013 to 2022), and a fifth of each on white. */
export const ACCENTS = ['#000000', '#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'] as const;
const TINTS = ['#D9D9D9', '#D9E1F2', '#FCE4D6', '#EDEDED', '#FFF2CC', '#DDEBF7', '#E2EFDA'] as const;

const line = (color: string) => ({ style: 'Continuous', weight: 'Thin', color });

/**
 * How Excel's own table styles look, by family; near enough to tell header, bands and totals apart. Colours of a
 * file's own theme are not looked up.
 */
export function tableLook(table: Table, row: number, column: number): TableLook | null {
  const [, family, digits] = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(table.style ?? '') ?? [];
  if (!family) return null;
  const number = Number(digits);
  const accent = ACCENTS[(number - 1) % 7] ?? ACCENTS[0];
  const tint = TINTS[(number - 1) % 7] ?? TINTS[0];
  const isOpen = family === 'Light' && number <= 7;
  const isGrid = family === 'Light' && number >= 15;
  const { area } = table;
  const first = area.row + (table.showHeaders === false ? 0 : 1);
  const last = area.row + area.rows - 1 - (table.hasTotals ? 1 : 0);
  const around = isGrid
    ? { top: line(accent), bottom: line(accent), left: line(accent), right: line(accent) }
    : {};
  if (row < first) {
    return isOpen || isGrid
      ? { bold: true, borders: { ...around, top: line(accent), bottom: line(accent) } }
      : { bold: true, fill: accent, fontColor: '#FFFFFF' };
  }
  const borders = { ...around, ...edges(table, row, column, accent, isOpen) };
  if (row > last) return { bold: true, borders: { ...borders, top: line(accent) } };
  const isBand = table.showBandedRows && (row - first) % 2 === 0;
  const band = isBand && (isOpen || isGrid || family !== 'Light') ? { fill: tint } : {};
  const rule =
    family === 'Light' && isBand && !isOpen && !isGrid ? { top: line(accent), bottom: line(accent) } : {};
  return { ...band, borders: { ...borders, ...rule } };
}

/** The line around the whole table; open styles have it above and below only. */
function edges(
  { area }: Table,
  row: number,
  column: number,
  accent: string,
  isOpen: boolean,
): NonNullable<StyleView['borders']> {
  return {
    ...(row === area.row + area.rows - 1 && { bottom: line(accent) }),
    ...(!isOpen && column === area.column && { left: line(accent) }),
    ...(!isOpen && column === area.column + area.columns - 1 && { right: line(accent) }),
  };
}
