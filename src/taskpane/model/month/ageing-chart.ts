import { AGE_BANDS, type Ageing } from '../../../billing/month/ageing';
import { dollarsOf, larger, usDollars, ZERO } from '../../../billing/values/cents';
import { counted } from '../words';

/** Units of the drawing, which is as wide as the pane lets it be. */
export const CHART = { width: 240, row: 38, bar: 14, text: 11 } as const;
/** Payers with a bar; all of them stand in the table. */
const SHOWN = 8;
/** Characters of a payer's name that fit beside its total. */
const NAME = 24;

export interface AgeingBar {
  key: string;
  name: string;
  total: string;
  y: number;
  parts: { band: number; x: number; width: number }[];
}

export interface AgeingChart {
  bars: AgeingBar[];
  height: number;
  /** What the picture says, in words. */
  description: string;
  /** "and 3 more in the table"; null where all payers have a bar. */
  rest: string | null;
}

/** Stacked bars, one for each payer, on one scale. Null where nothing is owed. */
export function ageingChart(rows: readonly Ageing[]): AgeingChart | null {
  const shown = rows.filter(({ total }) => total > ZERO).slice(0, SHOWN);
  const most = dollarsOf(shown.reduce((longest, { total }) => larger(longest, total), ZERO));
  if (most === 0) return null;
  const rest = rows.length - shown.length;
  return {
    bars: shown.map((row, index) => ({
      key: row.payer,
      name: row.payer.length > NAME ? `${row.payer.slice(0, NAME - 1).trim()}…` : row.payer,
      total: usDollars(row.total),
      y: index * CHART.row,
      parts: partsOf(row, most),
    })),
    height: shown.length * CHART.row,
    description: shown.map(describe).join(' '),
    rest: rest === 0 ? null : `and ${counted(rest, 'payer')} more in the table`,
  };
}

function partsOf({ bands }: Ageing, most: number): AgeingBar['parts'] {
  let before = 0;
  return AGE_BANDS.flatMap(({ name }, band) => {
    if (bands[name] <= ZERO) return [];
    const x = (before / most) * CHART.width;
    before += dollarsOf(bands[name]);
    const width = (before / most) * CHART.width - x;
    return [{ band, x: rounded(x), width: rounded(width) }];
  });
}

function describe({ payer, bands, total }: Ageing): string {
  const parts = AGE_BANDS.flatMap(({ name }) =>
    bands[name] === ZERO ? [] : [`${usDollars(bands[name])} ${name} days`],
  );
  return `${payer} owes ${usDollars(total)}: ${parts.join(', ')}.`;
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}
